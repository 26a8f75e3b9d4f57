import type { Bot } from '../bot/bot.ts';
import { TurnQueue } from '../bot/turn-queue.ts';

/** A bot in whose place another one can be put; a question that is being answered is answered. */
export interface ReplaceableBot {
  readonly bot: Bot;
  replace(next: Bot): void;
}

export function replaceable(first: Bot): ReplaceableBot {
  let bot = first;
  // a turn may begin with one bot and the next with another, which know nothing of each other
  const turns = new TurnQueue();
  return {
    bot: {
      ask(question, conversation, options) {
        const turn = () => bot.ask(question, conversation, options);
        return conversation === undefined ? turn() : turns.run(conversation, turn);
      },
      get articles() {
        return bot.articles;
      },
      get figures() {
        return bot.figures;
      },
      figuresOf: (article) => bot.figuresOf(article),
      suggestionsOf: (...asked) => bot.suggestionsOf(...asked),
      questionsOn: (article) => bot.questionsOn(article),
      forget: (isTheirs) => bot.forget(isTheirs),
      derive: () => bot.derive(),
      prepare: () => bot.prepare(),
      prepareInSteps: (pause) => bot.prepareInSteps(pause),
      update: (corpus) => bot.update(corpus),
    },
    replace(next) {
      bot = next;
    },
  };
}

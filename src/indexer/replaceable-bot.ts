import type { Bot } from '../bot/bot.ts';

/** A bot in whose place another one can be put; a question that is being answered is answered. */
export function replaceable(first: Bot): { readonly bot: Bot; replace(next: Bot): void } {
  let bot = first;
  return {
    bot: {
      ask: (...asked) => bot.ask(...asked),
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
      prepare: () => bot.prepare(),
      prepareInSteps: (pause) => bot.prepareInSteps(pause),
      update: (corpus) => bot.update(corpus),
    },
    replace(next) {
      bot = next;
    },
  };
}

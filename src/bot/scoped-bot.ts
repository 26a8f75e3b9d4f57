import type { Article } from '../article/article.ts';
import { figuresAtHand } from '../figures/figure-lookup.ts';
import type { Scope } from '../knowledge/scope.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import type { Bot } from './bot.ts';

/** A bot that answers from the articles of a scope, and knows of no others. */
export function scopedBot(bot: Bot, scope: Scope): Bot {
  const within = memoByObject((articles: readonly Article[]) => articles.filter(scope.holds));
  const figuresIn = memoByObject((articles: readonly Article[]) =>
    figuresAtHand(() => articles.flatMap(bot.figuresOf)),
  );
  return {
    ask: (question, conversation, options) =>
      bot.ask(question, conversation, { ...options, scope }),
    get articles() {
      return within(bot.articles);
    },
    get figures() {
      return figuresIn(within(bot.articles));
    },
    figuresOf: (article) => bot.figuresOf(article),
    suggestionsOf: (article) => bot.suggestionsOf(article, scope),
    questionsOn: (article) => bot.questionsOn(article),
    forget: (isTheirs) => bot.forget(isTheirs),
    derive: () => bot.derive(),
    prepare: () => bot.prepare(),
    prepareInSteps: (pause) => bot.prepareInSteps(pause),
    update: (corpus) => bot.update(corpus),
  };
}

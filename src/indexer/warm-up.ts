import { setImmediate } from 'node:timers/promises';
import type { Bot } from '../bot/bot.ts';

/**
 * Derives the figures and suggested questions of each article, one value a turn of the event loop,
 * so that the first question about an article need not wait for them.
 * @returns whether every article was reached; false where `ended` was true before
 */
export async function warmUp(bot: Bot, ended: () => boolean): Promise<boolean> {
  for (const article of bot.articles) {
    if (ended()) return false;
    bot.figuresOf(article);
    await setImmediate();
    await bot.suggestionsOf(article);
    await setImmediate();
  }
  return true;
}

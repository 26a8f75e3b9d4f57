import { setImmediate } from 'node:timers/promises';
import type { Bot } from '../bot/bot.ts';

/**
 * Derives the figures of each article, one article a turn of the event loop, so that the first look-up
 * among all of them need not wait; then, where many will ask, what English and misspelt questions need.
 * Suggested questions are derived when their article is shown.
 * @returns whether every article was reached; false where `ended` was true before
 */
export async function warmUp(bot: Bot, ended: () => boolean, many = false): Promise<boolean> {
  for (const article of bot.articles) {
    if (ended()) return false;
    bot.figuresOf(article);
    await setImmediate();
  }
  if (many) await bot.prepareInSteps(() => setImmediate());
  return true;
}

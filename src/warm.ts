import { setImmediate } from 'node:timers/promises';
import type { Bot } from './bot.ts';

/**
 * Finds the figures of all articles, one article a turn of the event loop, so that who asks for a
 * statistic first need not wait for them. Ends early where `ended` says so.
 */
export async function warmFigures(bot: Bot, ended: () => boolean): Promise<void> {
  for (const article of bot.articles) {
    if (ended()) return;
    bot.figuresOf(article);
    await setImmediate();
  }
}

import { setImmediate } from 'node:timers/promises';
import type { Bot } from '../bot/bot.ts';

/**
 * Makes all that a question may need of an article beside the index, a step a turn of the event
 * loop, so that who asks first need not wait for it.
 * @returns whether all was made; not where `ended` said that nobody wants it any more
 */
export async function makeAllOf(bot: Bot, ended: () => boolean): Promise<boolean> {
  for (const article of bot.articles) {
    if (ended()) return false;
    bot.figuresOf(article);
    await setImmediate();
    await bot.suggestionsOf(article);
    await setImmediate();
  }
  return true;
}

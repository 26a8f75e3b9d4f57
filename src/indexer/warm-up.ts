import { setImmediate } from 'node:timers/promises';
import type { Bot } from '../bot/bot.ts';
import type { FigureTable } from '../store/figure-table.ts';

/**
 * Derives the figures of each article, one article a turn of the event loop, so that the first look-up
 * among all of them need not wait, and puts them into the table that they are looked up in; then, where
 * many will ask, what English and misspelt questions need. Suggested questions are derived when their
 * article is shown.
 * @returns whether every article was reached; false where `ended` was true before
 */
export async function warmUp(
  bot: Bot,
  ended: () => boolean,
  {
    table,
    many = false,
  }: { readonly table?: FigureTable | undefined; readonly many?: boolean } = {},
): Promise<boolean> {
  const { articles } = bot;
  for (const article of articles) {
    if (ended()) return false;
    if (table?.holds(article)) continue;
    const figures = bot.figuresOf(article);
    table?.put(article, figures);
    await setImmediate();
  }
  table?.retain(articles);
  if (many) await bot.prepareInSteps(() => setImmediate());
  return true;
}

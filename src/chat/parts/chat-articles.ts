import type { Bot } from '../../bot/bot.ts';
import type { BotDigests } from '../article-digests.ts';
import type { Completions } from '../completions.ts';
import type { Library } from '../pages/library.ts';

/** The articles that a chat answers from, as the places that are answered from them share them. */
export interface ChatArticles {
  readonly bot: Bot;
  readonly digests: BotDigests;
  readonly complete: Completions;
  readonly library: Library;
}

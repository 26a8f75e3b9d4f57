import type { Bot } from '../../bot/bot.ts';
import type { FigureQuery } from '../../figures/lookup.ts';
import type { BotDigests } from '../article-digests.ts';
import type { Completions } from '../completions.ts';
import type { Library } from '../pages/library.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { UnmetQuestions } from '../records/unmet-questions.ts';
import type { Votes } from '../records/votes.ts';
import type { WeeklyReport } from '../records/weekly-report.ts';

/** A table whose entries are dropped in time. */
interface Table<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): unknown;
  delete(key: Key): boolean;
  keys(): Iterable<Key>;
}

/** What a chat holds, whatever place it is in and whatever language it speaks. */
export interface ChatState {
  readonly votes: Votes;
  readonly unmet: UnmetQuestions;
  readonly weekly: WeeklyReport;
  readonly allow: RateLimit;
  /** Conversations that something was said in lately. */
  readonly begun: Table<string, true>;
  /** Look-ups of figures by their digest, whose pages can still be turned. */
  readonly queries: Table<number, FigureQuery>;
}

/** The articles that a chat answers from, as the places that are answered from them share them. */
export interface ChatArticles {
  readonly bot: Bot;
  readonly digests: BotDigests;
  readonly complete: Completions;
  readonly library: Library;
}

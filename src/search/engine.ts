import type { NameList } from '../language/name-list.ts';
import type { PackedTerms } from '../language/packed-terms.ts';
import type { TermCounts } from './term-dictionary.ts';

/** The engines that can be asked for by name; `auto` chooses by the number of paragraphs. */
export const SEARCH_ENGINES = ['auto', 'minisearch', 'sqlite'] as const;

export type SearchEngineName = (typeof SEARCH_ENGINES)[number];

/** What an engine indexes of a paragraph, already cut into terms by `src/language`. */
export interface SearchDocument {
  /** In order, with repetitions. */
  readonly terms: readonly string[];
  /** The characters of the normalised text, each once. */
  readonly characters: ReadonlySet<string>;
  /**
   * The same terms in a form that takes a fraction of the time: first those of what stands above the
   * paragraph, which many documents of an article share, then its own.
   */
  readonly above: PackedTerms;
  readonly own: PackedTerms;
  /** The normalised text. */
  readonly text: string;
}

/** An article as an engine holds it. */
export interface HeldArticle {
  /** Changes whenever what is indexed of the article would. */
  readonly version: string;
  /** Words that the article shows to be names, kept beside its terms since finding them is slow. */
  readonly names: readonly string[];
}

/** An article to be indexed: its paragraphs, in order, are the documents. */
export interface SearchArticle extends HeldArticle {
  /** Unique in the corpus. */
  readonly id: string;
  readonly documents: Iterable<SearchDocument>;
}

/** The place of a document. */
export interface DocumentPlace {
  /** The article's id. */
  readonly article: string;
  /** The version of the article that was found: another process may have replaced the one asked for. */
  readonly version: string;
  /** Number of the document in its article, from 0. */
  readonly place: number;
}

export interface SearchHit extends DocumentPlace {
  /** BM25 over the matched terms; comparable within one question only. */
  readonly score: number;
}

/** A search that is known ahead. */
export interface PlannedSearch {
  readonly terms: readonly string[];
  /** Whether documents are looked for that hold the terms one right behind the other. */
  readonly isPhrase: boolean;
}

/** What an engine may make of an update; it may leave out all of it. */
export interface UpdateOptions {
  /** Names the corpus that is held then, for `heldState`. */
  readonly state?: string | undefined;
  /** Whether another update follows at once: work that the last one does for all can be left to it. */
  readonly isPart?: boolean;
}

/**
 * Full-text search over terms. One engine a file; nothing outside it knows which one is behind. What
 * may be far away is waited for; the counts of terms are held in the process. Every promise must
 * settle, by a timeout of the engine's own where need be: an update waits for the searches before it.
 */
export interface SearchEngine extends TermCounts {
  readonly name: string;
  /**
   * The articles held, by id. An engine that keeps its index on disk gives what earlier processes
   * left there, and what other processes have changed since.
   */
  held(): Promise<ReadonlyMap<string, HeldArticle>>;
  /**
   * Removes articles, then adds others, in order. An article that is held must be removed first.
   * Rejects where it fails, and then holds what it held before.
   */
  update(
    removed: Iterable<string>,
    added: Iterable<SearchArticle>,
    options?: UpdateOptions,
  ): Promise<void>;
  /**
   * The name of the corpus held, where the last update gave one: what holds the very corpus need not
   * be compared article by article. An engine may leave it out.
   */
  heldState?(): Promise<string | undefined>;
  /** The names of the articles held, where the engine looks them up by index. */
  readonly names?: NameList;
  /**
   * Documents that hold any of the terms, best first, ties in the order added; at most `limit`. A document without any of the terms is
   * never returned, and a repeated term counts once. The commonest terms may be passed over.
   */
  search(terms: readonly string[], limit: number): Promise<readonly SearchHit[]>;
  /** Documents that hold the terms one right behind the other, in the order added; at most `limit`. */
  searchPhrase(terms: readonly string[], limit: number): Promise<readonly DocumentPlace[]>;
  /**
   * Brings to hand what these searches will read, all at once. An engine that has everything at hand
   * leaves it out.
   */
  fetchFor?(searches: readonly PlannedSearch[]): Promise<void>;
  /** Releases the engine's files and connections; it must not be used afterwards. */
  close(): void;
}

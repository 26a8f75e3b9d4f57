import type { TermCounts } from './term-dictionary.ts';

/** The engines that can be asked for by name; `auto` chooses by the number of paragraphs. */
export const SEARCH_ENGINES = ['auto', 'minisearch', 'sqlite'] as const;

export type SearchEngineName = (typeof SEARCH_ENGINES)[number];
/** What an engine indexes of a paragraph, already made by `src/language`. */
export interface SearchDocument {
  /** In order, with repetitions. */
  readonly terms: readonly string[];
  /** The characters of the normalised text, each once. */
  readonly characters: ReadonlySet<string>;
}

/** An article that an engine holds. */
export interface HeldArticle {
  /** Changes whenever what is indexed of the article would. */
  readonly version: string;
  /** The names that the article shows to be names, kept beside its terms since finding them is slow. */
  readonly names: readonly string[];
}

/** An article to take in: its paragraphs, in order, are the documents. */
export interface SearchArticle extends HeldArticle {
  /** Unique in the corpus. */
  readonly id: string;
  readonly documents: Iterable<SearchDocument>;
}

/** Where a document stands. */
export interface DocumentPlace {
  /** The article's id. */
  readonly article: string;
  /** What of it is held: another process may have put another version in its place. */
  readonly version: string;
  /** Place of the document in its article, from 0. */
  readonly place: number;
}

export interface SearchHit extends DocumentPlace {
  /** BM25 over the matched terms; comparable within one question only. */
  readonly score: number;
}

/**
 * Full-text search over terms. One engine a file; nothing outside it knows which one is behind. What
 * may be far away is waited for; the counts of terms are held in the process.
 */
export interface SearchEngine extends TermCounts {
  readonly name: string;
  /**
   * The articles held, by id: an engine that keeps its index finds it again here, and what other
   * processes have made of it since.
   */
  held(): Promise<ReadonlyMap<string, HeldArticle>>;
  /**
   * Takes articles out, then takes others in, in order. One that is held must be taken out first.
   * Rejects where it fails, and then holds what it held before.
   */
  update(removed: Iterable<string>, added: Iterable<SearchArticle>): Promise<void>;
  /**
   * Best first, ties in the order taken in; at most `limit`. A document without any of the terms is
   * never returned, and a repeated term counts once. The commonest terms may be passed over.
   */
  search(terms: readonly string[], limit: number): Promise<readonly SearchHit[]>;
  /** The documents that hold these terms one right behind the other, in the order taken in; at most `limit`. */
  searchPhrase(terms: readonly string[], limit: number): Promise<readonly DocumentPlace[]>;
  close(): void;
}

/** What an engine indexes: a document is a paragraph, its terms already made by `src/language`. */
export interface SearchDocument {
  /** Dense, from 0, in corpus order. */
  readonly id: number;
  readonly terms: readonly string[];
}

export interface SearchHit {
  readonly id: number;
  /** BM25 over the matched terms; comparable within one question only. */
  readonly score: number;
}

/** Full-text search over terms. One engine a file; nothing outside it knows which one is behind. */
export interface SearchEngine {
  readonly name: string;
  /** Number of documents held. */
  readonly size: number;
  index(documents: Iterable<SearchDocument>): void;
  /** Best first, ties by id; at most `limit`. A document without any of the terms is never returned. */
  search(terms: readonly string[], limit: number): SearchHit[];
  /** The whole index as a JSON value, from which the same engine can be made again. */
  snapshot(): unknown;
}

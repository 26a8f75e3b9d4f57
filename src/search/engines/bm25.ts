import type { Postings } from './posting-block.ts';

/** What BM25 needs to know of all documents together; of several shards, their sums. */
export interface Statistics {
  /** Number of documents. */
  readonly documents: number;
  /** Number of terms in all of them, with repetitions. */
  readonly terms: number;
}

/** A document and its score. */
export interface ScoredDocument {
  readonly document: number;
  readonly score: number;
}

/** The parameters of FTS5's own bm25(). */
const K1 = 1.2;
const B = 0.75;
/** FTS5's weight of a term that more than half of the documents hold. */
const LEAST_WEIGHT = 1e-6;

/**
 * The weight of a term by the number of documents that hold it, as FTS5's bm25() has it.
 * @param ln the natural logarithm: SQLite's own, as another one may differ in the last bit
 */
export function weightOf(
  { documents }: Statistics,
  holding: number,
  ln: (value: number) => number,
): number {
  const weight = ln((documents - holding + 0.5) / (holding + 0.5));
  return weight <= 0 ? LEAST_WEIGHT : weight;
}

/**
 * The best documents, ties in their order; at most `limit`. The sums are made in FTS5's own order, so
 * that each score is the very number that SQLite computes.
 * @param lengthOf number of terms of a document
 */
export function bestDocuments(
  asked: readonly { readonly postings: Postings; readonly weight: number }[],
  statistics: Statistics,
  lengthOf: (document: number) => number,
  limit: number,
): ScoredDocument[] {
  const average = statistics.terms / statistics.documents;
  const scores = new Map<number, number>();
  for (const { postings, weight } of asked) {
    const { documents, counts } = postings;
    for (const [at, document] of documents.entries()) {
      const count = counts[at] ?? 0;
      const score =
        weight * ((count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengthOf(document)) / average)));
      scores.set(document, (scores.get(document) ?? 0) + score);
    }
  }
  return [...scores]
    .map(([document, score]) => ({ document, score }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, limit);
}

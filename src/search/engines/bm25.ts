import { readPostings } from './postings.ts';

/** Robertson and Zaragoza's constants, as FTS5 and Lucene have them. */
const K1 = 1.2;
const B = 0.75;
/** The least weight of a term, of one that most documents hold: as in FTS5. */
const LEAST_IDF = 1e-6;

/** A term as it is searched for. */
export interface SearchedTerm {
  /** Number of documents that hold it. */
  readonly documents: number;
  /** Its postings, each part from document 0 on. */
  readonly postings: readonly Uint8Array[];
}

/** The documents that are searched. */
export interface SearchedDocuments {
  /** The number that is above those of all documents. */
  readonly end: number;
  readonly size: number;
  /** Terms of all documents together, with repetitions. */
  readonly terms: number;
  /** Number of terms of a document; 0 where it has gone. */
  lengthOf(document: number): number;
}

export interface ScoredDocument {
  readonly document: number;
  readonly score: number;
}

/** Scores documents by BM25; what it takes to do so is held from one search to the next. */
export class Scorer {
  #scores = new Float64Array(0);
  #touched = new Uint32Array(0);

  /** The documents that hold any of the terms, best first, of equals the earlier; at most `limit`. */
  search(
    terms: readonly SearchedTerm[],
    { end, size, terms: all, lengthOf }: SearchedDocuments,
    limit: number,
  ): ScoredDocument[] {
    if (this.#scores.length < end) {
      this.#scores = new Float64Array(end);
      this.#touched = new Uint32Array(end);
    }
    const [scores, touched] = [this.#scores, this.#touched];
    const mean = all / size;
    let count = 0;
    for (const { documents, postings } of terms) {
      const idf = Math.max(LEAST_IDF, Math.log((size - documents + 0.5) / (documents + 0.5)));
      const take = (document: number, held: number) => {
        if (document >= end) return;
        const length = lengthOf(document);
        if (length === 0) return;
        const score = scores[document] as number;
        if (score === 0) touched[count++] = document;
        scores[document] =
          score + idf * ((held * (K1 + 1)) / (held + K1 * (1 - B + (B * length) / mean)));
      };
      for (const bytes of postings) readPostings(bytes, take);
    }
    const best = bestOf(touched.subarray(0, count), scores, limit);
    const found = Array.from(best, (document) => ({
      document,
      score: scores[document] as number,
    }));
    for (let at = 0; at < count; at += 1) scores[touched[at] as number] = 0;
    return found;
  }
}

/** The documents of the best scores, best first, of equals the earlier; at most `limit`. */
function bestOf(documents: Uint32Array, scores: Float64Array, limit: number): ArrayLike<number> {
  const isBetter = (one: number, other: number) => {
    const [own, others] = [scores[one] as number, scores[other] as number];
    return own > others || (own === others && one < other);
  };
  // the best so far as a heap, with the worst of them on top
  const heap: number[] = [];
  for (const document of documents) {
    if (heap.length < limit) {
      heap.push(document);
      rise(heap, isBetter);
    } else if (isBetter(document, heap[0] as number)) {
      heap[0] = document;
      sink(heap, isBetter);
    }
  }
  return heap.sort((a, b) => (isBetter(a, b) ? -1 : 1));
}

type IsBetter = (one: number, other: number) => boolean;

function rise(heap: number[], isBetter: IsBetter): void {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBetter(heap[above] as number, heap[at] as number)) return;
    swap(heap, at, above);
    at = above;
  }
}

function sink(heap: number[], isBetter: IsBetter): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && isBetter(heap[worst] as number, heap[below] as number))
        worst = below;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], one: number, other: number): void {
  const held = heap[one] as number;
  heap[one] = heap[other] as number;
  heap[other] = held;
}

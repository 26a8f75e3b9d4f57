import MiniSearch from 'minisearch';
import type { SearchDocument, SearchEngine, SearchHit } from './types.ts';

/** Stands between terms in the one string MiniSearch wants; no term holds white space. */
const SEPARATOR = ' ';

/**
 * MiniSearch over ready-made terms, all in one field: BM25 with the usual k1 and b, and without
 * BM25+'s floor, which favours long paragraphs.
 */
export function createMiniSearch(): SearchEngine {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 }, prefix: false, fuzzy: false },
  });

  return {
    name: 'minisearch',
    get size() {
      return index.documentCount;
    },
    index(documents: Iterable<SearchDocument>) {
      for (const { id, terms } of documents) index.add({ id, terms: terms.join(SEPARATOR) });
    },
    search(terms: readonly string[], limit: number): SearchHit[] {
      if (terms.length === 0 || limit <= 0) return [];
      return (
        index
          .search(terms.join(SEPARATOR))
          // MiniSearch multiplies its sum by the number of matched terms, which favours long
          // paragraphs and compares with nothing: undo it
          .map(({ id, score, queryTerms }) => ({ id, score: score / queryTerms.length }))
          .sort((a, b) => b.score - a.score || a.id - b.id)
          .slice(0, limit)
      );
    },
    snapshot: () => index.toJSON(),
  };
}

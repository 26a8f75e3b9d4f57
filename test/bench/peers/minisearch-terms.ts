import MiniSearch from 'minisearch';
import { documentTerms, questionTerms } from './our-terms.ts';
import type { CreatePeer } from './types.ts';

/** MiniSearch with our terms, and with BM25's parameters that suit them best. */
export const createTermsMiniSearch: CreatePeer = (documents) => {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
  });
  for (const { id, text } of documents) index.add({ id, terms: documentTerms(text).join(' ') });
  return {
    search: (question, limit) =>
      index
        .search(questionTerms(question).join(' '))
        .slice(0, limit)
        .map(({ id }) => id as number),
    tokens: documentTerms,
  };
};

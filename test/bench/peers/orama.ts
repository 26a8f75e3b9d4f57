import { create, insert, search, type Tokenizer } from '@orama/orama';
import { documentTerms, questionTerms } from './our-terms.ts';
import type { CreatePeer } from './types.ts';

/** Orama with our terms, whole ones only, and with BM25's parameters that suit them best. */
export const createOrama: CreatePeer = (documents) => {
  const tokenizer: Tokenizer = {
    language: 'chinese',
    normalizationCache: new Map(),
    tokenize: (text) => text.split(' '),
  };
  const index = create({ schema: { terms: 'string' }, components: { tokenizer } });
  for (const { id, text } of documents)
    insert(index, { id: String(id), terms: documentTerms(text).join(' ') });
  return {
    search(question, limit) {
      const found = search(index, {
        term: questionTerms(question).join(' '),
        limit,
        exact: true,
        relevance: { k: 1.2, b: 0.75, d: 0 },
      });
      if (found instanceof Promise) throw new Error('Orama searched asynchronously');
      return found.hits.map(({ id }) => Number(id));
    },
    tokens: documentTerms,
  };
};

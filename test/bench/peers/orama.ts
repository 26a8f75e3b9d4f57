import { create, insert, search, type Tokenizer } from '@orama/orama';
import { documentTerms, questionTerms } from './our-terms.ts';
import type { CreatePeer } from './types.ts';

const PAIR = /^_/;

/** Orama with our pairs of characters alone and BM25 as we have it: it ranks words, or both, worse. */
export const createOrama: CreatePeer = (documents) => {
  const tokenizer: Tokenizer = {
    language: 'chinese',
    normalizationCache: new Map(),
    tokenize: (text) => text.split(' '),
  };
  const index = create({ schema: { terms: 'string' }, components: { tokenizer } });
  for (const { id, text } of documents)
    insert(index, { id: String(id), terms: pairs(documentTerms(text)) });
  return {
    search(question, limit) {
      const found = search(index, {
        term: pairs(questionTerms(question)),
        limit,
        relevance: { k: 1.2, b: 0.75, d: 0 },
      });
      if (found instanceof Promise) throw new Error('Orama searched asynchronously');
      return found.hits.map(({ id }) => Number(id));
    },
    tokens: documentTerms,
  };
};

const pairs = (terms: readonly string[]) => terms.filter((term) => PAIR.test(term)).join(' ');

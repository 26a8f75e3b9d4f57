import FlexSearch from 'flexsearch';
import { documentTerms, questionTerms } from './our-terms.ts';
import type { CreatePeer } from './types.ts';

/** FlexSearch with our terms, any of which may match (`suggest`); it ranks by place, not by rarity. */
export const createFlexSearch: CreatePeer = (documents) => {
  const index = new FlexSearch.Index({
    encode: (text: string) => text.split(' '),
    tokenize: 'strict',
    resolution: 9,
    cache: false,
  });
  for (const { id, text } of documents) index.add(id, documentTerms(text).join(' '));
  return {
    search: (question, limit) =>
      index
        .search(questionTerms(question).join(' '), { limit, suggest: true })
        .filter((id) => typeof id === 'number'),
    tokens: documentTerms,
  };
};

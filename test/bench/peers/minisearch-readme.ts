import MiniSearch from 'minisearch';
import jieba from 'nodejieba';
import type { CreatePeer } from './types.ts';

/** MiniSearch with nodejieba as both their READMEs show them. */
export const createReadmeMiniSearch: CreatePeer = (documents) => {
  const tokenize = (text: string) => jieba.cutForSearch(text);
  const index = new MiniSearch({ fields: ['text'], tokenize });
  index.addAll(documents);
  return {
    search: (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => id as number),
    tokens: tokenize,
  };
};

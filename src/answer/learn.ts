import { type Copies, findCopies } from '../article/copies.ts';
import type { Corpus } from '../article/types.ts';
import { createAbbreviations } from '../language/abbreviations.ts';
import { findNames } from '../language/names.ts';
import { normalize } from '../language/normalize.ts';
import { teach } from '../language/segment.ts';
import { createMiniSearch } from '../search/minisearch.ts';
import { indexParagraphs, type ParagraphIndex } from '../search/paragraph-index.ts';
import { LONG_SYNONYMS } from './data/synonyms.ts';
import type { Lexicon } from './expand.ts';

/**
 * Indexes a corpus, with what it knows of words. Its names are taught to jieba first, so that the
 * index holds them whole; jieba keeps them for the life of the process.
 */
export function learnCorpus(corpus: Corpus): {
  index: ParagraphIndex;
  lexicon: Lexicon;
  copies: Copies;
} {
  const names = new Set(corpus.articles.flatMap(({ text }) => findNames(normalize(text).text)));
  teach([...names, ...LONG_SYNONYMS]);
  const copies = findCopies(corpus.articles);
  const index = indexParagraphs(corpus, createMiniSearch(), copies.isCopy);
  return {
    index,
    copies,
    lexicon: {
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      isName: (word) => names.has(word),
      fullNames: createAbbreviations(names),
    },
  };
}

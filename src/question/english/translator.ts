import { isPlaceName } from '../../figures/parts/places.ts';
import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Pinyin } from '../../language/pinyin.ts';
import { bigramsOf } from '../../language/terms.ts';
import { dictionaryOf, type Glossary, makeGlossary } from './cedict.ts';
import { createPinyinNames } from './pinyin-names.ts';
import type { Translator } from './translate-phrase.ts';

/** What a place that the corpus lacks counts: Suzhou is 苏州 where it has that, and else 宿州. */
const UNHELD_PLACE = 0.1;

/** The dictionary's words that the corpus holds: made of a file of 16 MB, for the first English question. */
export function glossaryFor({ seen }: Lexicon): Glossary {
  // a place is asked about even where the corpus lacks it: that is why it does not answer
  return makeGlossary((word) => (isHeld(word, seen) ? 1 : isPlaceName(word) ? UNHELD_PLACE : 0));
}

/** What puts English questions into the corpus's own words. Loads the tables of pinyin. */
export function createTranslator(lexicon: Lexicon, glossary: Glossary, pinyin: Pinyin): Translator {
  return {
    seen: lexicon.seen,
    dictionary: dictionaryOf(glossary),
    pinyin: createPinyinNames(lexicon, pinyin),
  };
}

/** Whether the corpus has a word, or writes all of its pairs of characters. */
function isHeld(word: string, seen: Lexicon['seen']): boolean {
  if (seen(word)) return true;
  const bigrams = bigramsOf(word);
  return bigrams.length > 0 && bigrams.every(seen);
}

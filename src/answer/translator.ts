import { isPlaceName } from '../figures/actors.ts';
import { bigramsOf } from '../language/terms.ts';
import { loadDictionary } from './dictionary.ts';
import type { Translator } from './english-words.ts';
import type { Lexicon } from './expand.ts';
import { createPinyinNames } from './pinyin-names.ts';

/** What a place that the corpus lacks counts: Suzhou is 苏州 where it has that, and else 宿州. */
const UNHELD_PLACE = 0.1;

/**
 * What puts English questions into the corpus's own words. Loads the dictionary and the tables of
 * pinyin, so it is made at the first English question and not before.
 */
export function createTranslator(lexicon: Lexicon): Translator {
  return {
    seen: lexicon.seen,
    // a place is asked about even where the corpus lacks it: that is why it does not answer
    dictionary: loadDictionary((word) =>
      isHeld(word, lexicon.seen) ? 1 : isPlaceName(word) ? UNHELD_PLACE : 0,
    ),
    pinyin: createPinyinNames(lexicon),
  };
}

/** Whether the corpus has a word, or writes all of its pairs of characters. */
function isHeld(word: string, seen: Lexicon['seen']): boolean {
  if (seen(word)) return true;
  const bigrams = bigramsOf(word);
  return bigrams.length > 0 && bigrams.every(seen);
}

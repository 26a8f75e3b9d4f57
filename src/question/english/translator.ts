import { isPlaceName } from '../../figures/parts/places.ts';
import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Pinyin } from '../../language/pinyin.ts';
import { bigramTerm } from '../../language/terms.ts';
import {
  createDictionary,
  type Glossary,
  type GlossaryTexts,
  glossaryInSteps,
  makeGlossary,
} from './cedict.ts';
import { createPinyinNames } from './pinyin-names.ts';
import type { Translator } from './translate-phrase.ts';

/**
 * Worth of a place that the corpus lacks; a word that it has is worth 1. So Suzhou is 苏州 where the
 * corpus has that, and else 宿州.
 */
const UNKNOWN_PLACE = 0.1;

/**
 * The dictionary with the words of the corpus and all places. Reads a file of 16 MB, for the first
 * English question.
 */
export function glossaryFor(lexicon: Lexicon): Glossary {
  return makeGlossary(worthIn(lexicon));
}

/** The same in steps of some milliseconds, for a process that has others to answer. */
export function glossaryStepsFor(lexicon: Lexicon): Generator<void, Glossary> {
  return glossaryInSteps(worthIn(lexicon));
}

function worthIn(lexicon: Lexicon): (word: string) => number {
  const isHeld = heldWords(lexicon);
  // a place is asked about also where the corpus lacks it, which is then the reason for no answer
  return (word) => (isHeld(word) ? 1 : isPlaceName(word) ? UNKNOWN_PLACE : 0);
}

/** Makes the translator of English questions into the corpus's words. */
export function createTranslator(
  lexicon: Lexicon,
  glossary: GlossaryTexts,
  pinyin: Pinyin,
): Translator {
  return {
    seen: lexicon.seen,
    dictionary: createDictionary(glossary),
    pinyin: createPinyinNames(lexicon, pinyin),
  };
}

/** A word of Han characters that are not all numerals, which are a number and no pairs. */
const HAN_WORD = /^(?=.*[^零〇一二两三四五六七八九十百千万亿])\p{Script=Han}{2,}$/u;

/** Tells of a word whether the corpus has it, or all of its pairs of characters. */
function heldWords({ seen, terms }: Lexicon): (word: string) => boolean {
  // a hundred thousand words share their pairs: all that follow a character are looked up at once
  const following = new Map<string, string>();
  const followersOf = (first: string) => {
    let found = following.get(first);
    if (found === undefined) {
      const before = bigramTerm(first);
      found = terms(before)
        .map((term) => term.slice(before.length))
        .join('');
      following.set(first, found);
    }
    return found;
  };
  return (word) => {
    const [first = '', ...others] = word;
    let last = first;
    const isPaired = others.every((next) => {
      const isPair = followersOf(last).includes(next);
      last = next;
      return isPair;
    });
    if (others.length > 0 && isPaired) return true;
    // a word stands nowhere without its pairs, which many words share
    return !HAN_WORD.test(word) && seen(word);
  };
}

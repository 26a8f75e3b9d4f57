import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Pinyin } from '../../language/pinyin.ts';
import { bareTerm, bigramTerm } from '../../language/terms.ts';
import { lazy } from '../../util/lazy.ts';

/** Chinese names that English writes by their sound. */
export interface PinyinNames {
  /** The words of the corpus whose pinyin is `letters`: 南京 for nanjing. */
  read(letters: string): readonly string[];
}

const NAME = /^\p{Script=Han}{2,6}$/u;

/** Reads how all characters of the corpus are spelt at the first name that is looked up. */
export function createPinyinNames(
  { terms, characters }: Pick<Lexicon, 'terms' | 'characters'>,
  pinyin: Pinyin,
): PinyinNames {
  /** Pinyin spellings of each character of the corpus. */
  const spellings = lazy(
    () =>
      new Map(
        [...pinyin.readingsOf([...characters()].sort())].map(([character, readings]) => [
          character,
          [...new Set(readings.flatMap(({ syllable: one }) => [one, one.replace('v', 'u')]))],
        ]),
      ),
  );
  /** Whether some reading of the characters is spelt `letters`: 重 is zhong and chong. */
  const reads = ([first, ...rest]: readonly string[], letters: string): boolean =>
    first === undefined
      ? letters === ''
      : (spellings().get(first) ?? []).some(
          (spelling) => letters.startsWith(spelling) && reads(rest, letters.slice(spelling.length)),
        );

  return {
    read: (letters) => {
      const firsts = [...spellings()].flatMap(([character, spelt]) =>
        spelt.some((spelling) => letters.startsWith(spelling)) ? [character] : [],
      );
      // bigrams too, as jieba may not know a name of two characters
      const beginnings = [...firsts.map((first) => bigramTerm(first)), ...firsts];
      const held = new Set(beginnings.flatMap(terms).map(bareTerm));
      return [...held].filter((word) => NAME.test(word) && reads([...word], letters));
    },
  };
}

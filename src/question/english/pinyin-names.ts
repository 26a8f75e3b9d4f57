import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Pinyin } from '../../language/pinyin.ts';
import { bareTerm, bigramTerm } from '../../language/terms.ts';
import { lazy } from '../../util/lazy.ts';

export interface PinyinNames {
  /** The words of the corpus that are read as `letters`: nanjing → 南京. */
  read(letters: string): readonly string[];
}

const NAME = /^\p{Script=Han}{2,6}$/u;

/** Loads the tables of pinyin at the first name looked for. */
export function createPinyinNames(
  { terms, characters }: Pick<Lexicon, 'terms' | 'characters'>,
  pinyin: Pinyin,
): PinyinNames {
  /** How each character of the corpus may be spelt. */
  const spellings = lazy(
    () =>
      new Map(
        [...pinyin.readingsOf([...characters()].sort())].map(([character, readings]) => [
          character,
          [...new Set(readings.flatMap(({ syllable: one }) => [one, one.replace('v', 'u')]))],
        ]),
      ),
  );
  /** Whether the characters can be read so: 重 is zhong and chong. */
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
      // pairs of characters too: jieba may not know a name of two
      const beginnings = [...firsts.map((first) => bigramTerm(first)), ...firsts];
      const held = new Set(beginnings.flatMap(terms).map(bareTerm));
      return [...held].filter((word) => NAME.test(word) && reads([...word], letters));
    },
  };
}

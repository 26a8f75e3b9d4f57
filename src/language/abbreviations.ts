import type { NameList } from './name-list.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Characters of a short form. */
const SHORTEST = 2;
const LONGEST = 8;

/** Jieba's tags of what two characters must be to be a short form, which is no common word and no place: 北大, neither 新车 nor 中国. */
const SHORT_TAG = /^(?:j|x|n[rtz].*)$/;

/** Finds the full names that a short form may stand for. */
export type FindFullNames = (short: string) => readonly string[];

/** Finds full names among these names of a corpus, which are normalised. */
export function createAbbreviations(names: NameList, tokenizer: Tokenizer): FindFullNames {
  return (short) => {
    if (short.length < SHORTEST || short.length > LONGEST) return [];
    // short forms keep the name's last character (中科院, 疾控中心) or, with two characters, its first (北大)
    const near = short.length === 2 ? names.from(short.slice(0, 1)) : names.to(short.slice(-1));
    return near.filter((name) => abbreviates(short, name, tokenizer));
  };
}

/**
 * Whether `short` shortens `name`: its characters stand in the name in order, the first one at the
 * beginning of a word, each other one beside the one before it, at the beginning of a word, or at
 * the end of the name.
 */
export function abbreviates(short: string, name: string, { tag, pieces }: Tokenizer): boolean {
  if (short.length >= name.length - 1 || name.includes(short)) return false;
  // checked first, as names are many and cutting one into words is slow
  if (!holdsInOrder(name, short)) return false;
  if (short.length === SHORTEST && !SHORT_TAG.test(tag(short)[0]?.tag ?? '')) return false;
  const wordStarts = new Set<number>();
  let at = 0;
  for (const word of pieces(name)) {
    wordStarts.add(at);
    at += word.length;
  }
  const matches = (from: number, taken: number): boolean => {
    if (taken === short.length) return true;
    for (let place = from; place < name.length; place += 1) {
      if (name[place] !== short[taken]) continue;
      const allowed =
        wordStarts.has(place) || (taken > 0 && (place === from || place === name.length - 1));
      if (allowed && matches(place + 1, taken + 1)) return true;
    }
    return false;
  };
  return matches(0, 0);
}

function holdsInOrder(name: string, short: string): boolean {
  let at = -1;
  return short.split('').every((unit) => {
    at = name.indexOf(unit, at + 1);
    return at >= 0;
  });
}

import { createRequire } from 'node:module';
import { lazy } from '../util/lazy.ts';

/** One reading of a character: 长 is `chang` in tone 2 or `zhang` in tone 3. Tone 0 is the neutral tone. */
export interface Reading {
  /** The syllable without its tone, with v for ü. */
  readonly syllable: string;
  readonly tone: number;
}

/** How characters are read. */
export interface Pinyin {
  /** All readings of each character; [] for one that is no Han character. */
  readingsOf(characters: Iterable<string>): ReadonlyMap<string, readonly Reading[]>;
  /** All readings of one character. */
  readingsOfOne(character: string): readonly Reading[];
}

/** pinyin-pro, whose tables take some 0.2 s to load. */
const polyphonic = lazy(
  () => (createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro')).polyphonic,
);

/** Makes a reader of characters. A first reading takes some 20 µs and is kept: a script has only so many characters. */
export function createPinyin(): Pinyin {
  const known = new Map<string, readonly Reading[]>();

  function readingsOf(characters: Iterable<string>): ReadonlyMap<string, readonly Reading[]> {
    const list = [...characters];
    const unknown = list.filter((character) => !known.has(character));
    if (unknown.length > 0) {
      // one call for all of them, as calls cost more than characters; commas keep them from being read as words
      const read = polyphonic()(unknown.join(','), { type: 'array', toneType: 'num' });
      for (const [place, character] of unknown.entries())
        known.set(character, (read[place * 2] ?? []).flatMap(readingOf));
    }
    return new Map(list.map((character) => [character, known.get(character) ?? []]));
  }

  return {
    readingsOf,
    readingsOfOne: (character) =>
      known.get(character) ?? readingsOf([character]).get(character) ?? [],
  };
}

function readingOf(spelt: string): Reading[] {
  const [, syllable, tone] = /^([a-zü]+)([0-5])$/u.exec(spelt) ?? [];
  if (syllable === undefined) return [];
  return [{ syllable: syllable.replaceAll('ü', 'v'), tone: Number(tone) }];
}

/** Sounds that speakers and typists confuse, each with the sound that stands for both. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n/, 'l'],
  [/ng$/, 'n'],
  // lv and nv are typed lu and nu as well
  [/v/, 'u'],
];

/**
 * One form for all syllables that are easily confused: zh and z, ch and c, sh and s, n and l, ang
 * and an, eng and en, ing and in.
 */
export function foldSyllable(syllable: string): string {
  return FOLDS.reduce((folded, [sound, common]) => folded.replace(sound, common), syllable);
}

import { createRequire } from 'node:module';
import { lazy } from '../util/lazy.ts';

/** One way to read a character: 长 is `chang` in tone 2 or `zhang` in tone 3. Tone 0 is the light one. */
export interface Reading {
  /** Toneless, with v for ü. */
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

/** Reads characters by the tables of pinyin-pro, some 20 µs each, and keeps the readings: a script has only so many. */
export function createPinyin(): Pinyin {
  const known = new Map<string, readonly Reading[]>();

  function readingsOf(characters: Iterable<string>): ReadonlyMap<string, readonly Reading[]> {
    const list = [...characters];
    const unknown = list.filter((character) => !known.has(character));
    if (unknown.length > 0) {
      // one call for all of them: calls cost more than characters; commas keep them from reading as words
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

/** Sounds that speakers and typists do not keep apart, the other way → the one way. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n/, 'l'],
  [/ng$/, 'n'],
  // lv and nv are typed lu and nu as well
  [/v/, 'u'],
];

/** A syllable without what is easily confused: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in. */
export function foldSyllable(syllable: string): string {
  return FOLDS.reduce((folded, [other, one]) => folded.replace(other, one), syllable);
}

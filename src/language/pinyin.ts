import { createRequire } from 'node:module';

/** One way to read a character: 长 is `chang` in tone 2 or `zhang` in tone 3. Tone 0 is the light one. */
export interface Reading {
  /** Toneless, with v for ü. */
  readonly syllable: string;
  readonly tone: number;
}

type Pinyin = Pick<typeof import('pinyin-pro'), 'polyphonic'>;
let pinyin: Pinyin | undefined;
/** Of every character looked up so far: a script has only so many. */
const known = new Map<string, readonly Reading[]>();

/**
 * All readings of each character. Loads pinyin-pro at the first call: some 0.2 s, once a process; a
 * character costs some 20 µs, once a process too.
 */
export function readingsOf(characters: Iterable<string>): ReadonlyMap<string, readonly Reading[]> {
  const list = [...characters];
  const unknown = list.filter((character) => !known.has(character));
  if (unknown.length > 0) {
    pinyin ??= createRequire(import.meta.url)('pinyin-pro') as Pinyin;
    // one call for all of them: calls cost more than characters; commas keep them from reading as words
    const read = pinyin.polyphonic(unknown.join(','), { type: 'array', toneType: 'num' });
    for (const [place, character] of unknown.entries())
      known.set(character, (read[place * 2] ?? []).flatMap(readingOf));
  }
  return new Map(list.map((character) => [character, known.get(character) ?? []]));
}

/** All readings of one character. */
export function readingsOfOne(character: string): readonly Reading[] {
  return known.get(character) ?? readingsOf([character]).get(character) ?? [];
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
export function fold(syllable: string): string {
  return FOLDS.reduce((folded, [other, one]) => folded.replace(other, one), syllable);
}

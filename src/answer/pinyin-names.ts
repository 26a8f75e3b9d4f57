import { createRequire } from 'node:module';

export interface PinyinNames {
  /** The words of the corpus that are read as `letters`: nanjing → 南京. */
  read(letters: string): readonly string[];
}

type Pinyin = typeof import('pinyin-pro').pinyin;

const require = createRequire(import.meta.url);

/** Loads the tables of pinyin at the first name looked for. `words` are those of the corpus. */
export function createPinyinNames(words: ReadonlySet<string>): PinyinNames {
  let pinyin: Pinyin | undefined;
  const readings = new Map<string, readonly string[]>();
  const readingsOf = (character: string) => {
    let known = readings.get(character);
    if (known === undefined) {
      pinyin ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin;
      const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
      known = [...new Set(all.flatMap((one) => [one, one.replace('v', 'u')]))];
      readings.set(character, known);
    }
    return known;
  };
  /** Whether the characters can be read so: 重 is zhong and chong. */
  const reads = (characters: readonly string[], letters: string): boolean => {
    const [first, ...rest] = characters;
    if (first === undefined) return letters === '';
    return readingsOf(first).some(
      (reading) => letters.startsWith(reading) && reads(rest, letters.slice(reading.length)),
    );
  };
  const names = [...words].filter((word) => /^\p{Script=Han}{2,6}$/u.test(word));
  return {
    read: (letters) => names.filter((word) => reads([...word], letters)),
  };
}

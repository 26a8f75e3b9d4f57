import type { Corpus } from '../article/types.ts';
import { normalize } from '../language/normalize.ts';
import { fold, type Reading, readingsOf } from '../language/sounds.ts';
import { bigramTerm, pairOf } from '../language/terms.ts';
import { lazily } from '../lazily.ts';
import { slice } from '../offset.ts';
import type { ParagraphIndex } from '../search/paragraph-index.ts';

/** How a corpus spells: what a question is mended against. Every list is made at its first use and kept. */
export interface Vocabulary {
  /** Number of paragraphs that hold a word or name. */
  frequency(word: string): number;
  /** Whether some paragraph holds two characters side by side. */
  holdsPair(first: string, second: string): boolean;
  /** How many pairs of neighbouring Han characters of a run no paragraph holds. */
  lacking(run: string): number;
  /** Whether the corpus writes the run of characters, however jieba cuts it. */
  writes(run: string): boolean;
  /** A word of Latin letters with the capitals that the corpus gives it. */
  asWritten(word: string): string;
  /** The normalised text of the paragraphs that come nearest to the terms; empty where none holds any. */
  about(terms: readonly string[]): string;
  readings(character: string): readonly Reading[];
  /** Characters of the corpus whose folded syllable this is. */
  soundingLike(syllable: string): readonly string[];
  /** Characters that follow this one somewhere in the corpus. */
  following(character: string): readonly string[];
  /** Han words of two to `LONGEST` characters by their folded syllables, joined by spaces. */
  sounding(syllables: string): readonly string[];
  /** Words of Latin letters alone, four or more, that begin with this letter. */
  latin(initial: string): readonly string[];
}

/** Characters of the longest word that is looked for by its sound. */
export const LONGEST = 8;
/** Readings of one word that are kept: 长行 has eight, and most are never heard. */
const READINGS_LIMIT = 16;
/** Paragraphs that count as being about a question. */
const PARAGRAPHS = 6;

const HAN = /^\p{Script=Han}$/u;
const HAN_WORD = new RegExp(`^\\p{Script=Han}{2,${LONGEST}}$`, 'u');
const LATIN_WORD = /^[a-z]{4,}$/;

export function createVocabulary(corpus: Corpus, index: ParagraphIndex): Vocabulary {
  const frequency = (word: string) => index.documentFrequency(word);

  const text = lazily(() => corpus.articles.map((one) => normalize(one.text).text).join('\n'));
  const followers = lazily(() => {
    const lists = new Map<string, string[]>();
    for (const term of index.terms()) {
      const [first, second] = pairOf(term) ?? '';
      if (first !== undefined && second !== undefined) push(lists, first, second);
    }
    return lists;
  });
  const characters = lazily(() => {
    const all = new Set(followers().keys());
    for (const list of followers().values()) for (const character of list) all.add(character);
    return all;
  });
  const readings = lazily(() => readingsOf(characters()));
  const bySound = lazily(() => {
    const lists = new Map<string, string[]>();
    for (const character of characters()) {
      for (const sound of sounds(character)) push(lists, sound, character);
    }
    return lists;
  });
  const words = lazily(() => {
    const lists = new Map<string, string[]>();
    for (const term of index.terms()) {
      if (HAN_WORD.test(term)) for (const key of keysOf(term)) push(lists, key, term);
    }
    return lists;
  });
  const latin = lazily(() => {
    const lists = new Map<string, string[]>();
    for (const term of index.terms()) if (LATIN_WORD.test(term)) push(lists, term.charAt(0), term);
    return lists;
  });

  function readingsAt(character: string): readonly Reading[] {
    return readings().get(character) ?? readingsOf([character]).get(character) ?? [];
  }

  function sounds(character: string): ReadonlySet<string> {
    return new Set(readingsAt(character).map(({ syllable }) => fold(syllable)));
  }

  function keysOf(word: string): string[] {
    let keys: string[] = [''];
    for (const character of word) {
      const next = [...sounds(character)];
      keys = keys.flatMap((key) => next.map((sound) => (key === '' ? sound : `${key} ${sound}`)));
      keys.length = Math.min(keys.length, READINGS_LIMIT);
    }
    return keys;
  }

  return {
    frequency,
    holdsPair: (first, second) => frequency(bigramTerm(first, second)) > 0,
    lacking: (run) =>
      bigramsIn(run).filter(([first, second]) => frequency(bigramTerm(first, second)) === 0).length,
    writes: (run) => frequency(run) > 0 || text().includes(run),
    asWritten: (word) => {
      const whole = new RegExp(`(?<![a-z])${word}(?![a-z])`, 'i');
      return corpus.articles.flatMap((article) => whole.exec(article.text)?.[0] ?? [])[0] ?? word;
    },
    about: (terms) =>
      index
        .search(terms, PARAGRAPHS)
        .map(({ article, paragraph }) => normalize(slice(article.text, paragraph.span)).text)
        .join('\n'),
    readings: readingsAt,
    soundingLike: (syllable) => bySound().get(syllable) ?? [],
    following: (character) => followers().get(character) ?? [],
    sounding: (syllables) => words().get(syllables) ?? [],
    latin: (initial) => latin().get(initial) ?? [],
  };
}

function bigramsIn(run: string): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < run.length; at += 1) {
    const [first, second] = [run.charAt(at), run.charAt(at + 1)];
    if (HAN.test(first) && HAN.test(second)) pairs.push([first, second]);
  }
  return pairs;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

import { LRUCache } from 'lru-cache';
import { aboutArticle } from '../article/about-article.ts';
import { normalize } from '../language/normalize.ts';
import { foldSyllable, type Pinyin, type Reading } from '../language/pinyin.ts';
import { bigramsOf, bigramTerm } from '../language/terms.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import type { FoundParagraph, ParagraphSearch } from '../search/paragraph-index.ts';
import type { TermDictionary } from '../search/term-dictionary.ts';
import { lazy } from '../util/lazy.ts';
import { slice } from '../util/span.ts';

/**
 * The spelling of a corpus, by which questions are corrected. All of it is looked up in the index, so
 * that the first question costs the same at any size; only tables by character, of which there are
 * some thousands, are held in memory. What needs the paragraphs themselves is waited for.
 */
export interface Vocabulary {
  /** What cuts the corpus into words. */
  readonly tokenizer: Tokenizer;
  /** Number of paragraphs that hold a word or name. */
  frequency(word: string): number;
  /** Whether some paragraph holds two characters side by side. */
  holdsPair(first: string, second: string): boolean;
  /** Number of pairs of neighbouring Han characters in a run that no paragraph holds. */
  lacking(run: string): number;
  /** Whether the corpus writes the run of characters, however jieba cuts it; one with a numeral may be missed. */
  writes(run: string): Promise<boolean>;
  /** A word of Latin letters, given in lower case, with the capitals that the corpus writes first. */
  asWritten(word: string): Promise<string>;
  /** The normalised text of the paragraphs that come nearest to the terms; empty where none holds any. */
  about(terms: readonly string[]): Promise<string>;
  /** The syllables by which a character may be read, with their tones. */
  readings(character: string): readonly Reading[];
  /** Characters of the corpus whose folded syllable this is. */
  soundingLike(syllable: string): readonly string[];
  /** Characters that follow this one somewhere in the corpus. */
  following(character: string): readonly string[];
  /** Han words of two to `LONGEST` characters by their folded syllables, joined by spaces. */
  sounding(syllables: string): readonly string[];
  /** Words of four or more Latin letters that begin with this letter. */
  latin(initial: string): readonly string[];
  /** Reads the characters' sounds now; by default the first misspelt question does. */
  prepare(): void;
}

/** Characters of the longest word that is found by its sound. */
export const LONGEST = 8;
/** Nearest paragraphs that count as being about a question. */
const PARAGRAPHS = 6;
/** Paragraphs read to confirm a phrase found by its bigrams: 技术，术语 has those of 技术语 in a row. */
const READ = 20;
/** Words that are kept by their sound, some 100 bytes each. */
const WORDS_KEPT = 20_000;
/** Characters whose followers are kept, some hundreds each. */
const FOLLOWERS_KEPT = 200;

const HAN = /^\p{Script=Han}$/u;
const HAN_WORD = new RegExp(`^\\p{Script=Han}{2,${LONGEST}}$`, 'u');
const LATIN_WORD = /^[a-z]{4,}$/;

export function createVocabulary(
  index: TermDictionary,
  search: ParagraphSearch,
  tokenizer: Tokenizer,
  pinyin: Pinyin,
): Vocabulary {
  const frequency = (word: string) => index.documentFrequency(word);

  const holdsPair = (first: string, second: string) => frequency(bigramTerm(first, second)) > 0;

  function lacking(run: string): number {
    let count = 0;
    let first = '';
    for (const second of run.split('')) {
      const character = HAN.test(second) ? second : '';
      if (first !== '' && character !== '' && !holdsPair(first, character)) count += 1;
      first = character;
    }
    return count;
  }

  const followers = new LRUCache<string, readonly string[]>({ max: FOLLOWERS_KEPT });
  function following(character: string): readonly string[] {
    const kept = followers.get(character);
    if (kept !== undefined) return kept;
    const before = bigramTerm(character);
    const found = index.terms(before).map((term) => term.slice(before.length));
    followers.set(character, found);
    return found;
  }

  const sounds = lazy(() => {
    const characters = [...index.characters()].filter((character) => HAN.test(character)).sort();
    const folded = ([character, readings]: readonly [string, readonly Reading[]]) =>
      [character, new Set(readings.map(({ syllable }) => foldSyllable(syllable)))] as const;
    return new Map([...pinyin.readingsOf(characters)].map(folded));
  });
  const bySound = lazy(() => {
    const lists = new Map<string, string[]>();
    for (const [character, own] of sounds()) for (const sound of own) push(lists, sound, character);
    return lists;
  });
  const soundingLike = (syllable: string) => bySound().get(syllable) ?? [];

  const words = new LRUCache<string, ReadonlyMap<string, readonly string[]>>({
    maxSize: WORDS_KEPT,
  });
  /** Han words whose first character has this folded syllable, by the folded syllables of the second. */
  function wordsFrom(syllable: string): ReadonlyMap<string, readonly string[]> {
    const kept = words.get(syllable);
    if (kept !== undefined) return kept;
    const lists = new Map<string, string[]>();
    let size = 1;
    for (const word of soundingLike(syllable).flatMap(index.terms)) {
      if (!HAN_WORD.test(word)) continue;
      const [, second = ''] = word;
      for (const sound of sounds().get(second) ?? []) {
        push(lists, sound, word);
        size += 1;
      }
    }
    words.set(syllable, lists, { size });
    return lists;
  }

  function sounding(syllables: string): string[] {
    const asked = syllables.split(' ');
    const [first = '', second = ''] = asked;
    return (wordsFrom(first).get(second) ?? []).filter((word) => {
      const characters = [...word];
      return (
        characters.length === asked.length &&
        asked.every((syllable, place) =>
          sounds()
            .get(characters[place] ?? '')
            ?.has(syllable),
        )
      );
    });
  }

  return {
    tokenizer,
    frequency,
    holdsPair,
    lacking,
    async writes(run) {
      if (frequency(run) > 0) return true;
      const found = await search.searchPhrase(bigramsOf(run), READ);
      return found.some((one) => normalize(textOf(one)).text.includes(run));
    },
    async asWritten(word) {
      const whole = new RegExp(`(?<![a-z])${word}(?![a-z])`, 'i');
      const found = await search.searchPhrase([word], READ);
      return found.flatMap((one) => whole.exec(textOf(one))?.[0] ?? [])[0] ?? word;
    },
    async about(terms) {
      const found = await search.search(terms, PARAGRAPHS);
      return found
        .map(({ article, paragraph }) => normalize(slice(article.text, paragraph.span)).text)
        .join('\n');
    },
    readings: pinyin.readingsOfOne,
    soundingLike,
    following,
    sounding,
    latin: (initial) => index.terms(initial).filter((term) => LATIN_WORD.test(term)),
    prepare: bySound,
  };
}

/** The text of a paragraph as it is indexed: with the article's title and the heading above. */
function textOf({ article, paragraph }: FoundParagraph): string {
  return `${aboutArticle(article)}\n${paragraph.heading ?? ''}\n${slice(article.text, paragraph.span)}`;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

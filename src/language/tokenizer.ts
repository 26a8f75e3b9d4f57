import { LRUCache } from 'lru-cache';
import { NAME_LIKE_WORDS } from './data/name-like-words.ts';
import {
  cutByDictionary,
  cutForSearch,
  cutUpTo,
  cutWithModel,
  insertedWords,
  insertWords,
  isInserted,
  type TaggedWord,
  tagWords,
} from './jieba.ts';

/** A run of normalised text that counts as one word. */
export interface Token {
  readonly text: string;
  /** Offsets into the normalised text that was cut, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'han' | 'number' | 'latin';
}

const ALPHANUMERIC = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])`;
const NUMERAL_CHARACTER = '[零〇一二两三四五六七八九十百千万亿]';
/**
 * Numbers whole (9300, 9,300, 1.8, 8.6%), names of letters and digits whole (ses, covid-19, c919),
 * Han runs for jieba. jieba itself breaks 9,300, 8.6% and covid-19 apart.
 */
const RUN = new RegExp(
  [
    String.raw`(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*%?(?!${ALPHANUMERIC}))`,
    `(?<latin>${ALPHANUMERIC}+(?:[-.'&+_]${ALPHANUMERIC}+)*)`,
    // long ones only: jieba knows 十分 and 千万, and cuts 一百四十八家 into 一百四十 and 八家
    `(?<numeral>${NUMERAL_CHARACTER}{3,})`,
    String.raw`(?<han>(?:(?!${NUMERAL_CHARACTER}{3})\p{Script=Han})+)`,
  ].join('|'),
  'gu',
);

/** A number in Chinese characters, whole. */
const NUMERAL = new RegExp(`^${NUMERAL_CHARACTER}+$`, 'u');

/** Cuts texts into words by jieba's dictionary and the words taught to it. */
export interface Tokenizer {
  /**
   * Makes these runs of Han characters words. They stay words for the life of the process, for every
   * other tokenizer too: see jieba.ts.
   */
  teach(words: Iterable<string>): void;
  /** The words of a normalised text, in order; punctuation and white space are left out. */
  cut(text: string): Token[];
  /** The words of a run of Han characters with their parts of speech, in order. */
  tag(hanRun: string): readonly TaggedWord[];
  /** Whether a run of Han characters is a word of the dictionary or was taught. */
  isWord(word: string): boolean;
  /**
   * Whether the dictionary holds a run of Han characters, and as no name: 国家, 反应, 洪水. A word that
   * was taught is none, whatever it is made of.
   */
  isOrdinaryWord(word: string): boolean;
  /** The parts of a name, of at most two characters each, whether the name was taught or not. */
  pieces(name: string): string[];
  /** The dictionary's words inside a word of more than two characters: 研究 for 研究院. */
  innerWords(word: string): string[];
}

/** jieba's tags of names of people, places, organisations and products, and of words it has made up. */
const NAME_TAG = /^(?:nr|nrt|nrfg|ns|nt|nz|x)$/;

/** Runs of Han characters whose tags are kept: the same sentences come up again and again. */
const TAGGED_RUNS_KEPT = 20_000;

/** Makes a tokenizer. Its first use reads jieba's dictionary: about a second and 250 MB, once a process. */
export function createTokenizer(): Tokenizer {
  const tagged = new LRUCache<string, readonly TaggedWord[]>({ max: TAGGED_RUNS_KEPT });
  let wordsWhenTagged = insertedWords();

  function tag(hanRun: string): readonly TaggedWord[] {
    // a word inserted meanwhile, by whichever tokenizer, may change any run's tags
    if (wordsWhenTagged !== insertedWords()) {
      tagged.clear();
      wordsWhenTagged = insertedWords();
    }
    let words = tagged.get(hanRun);
    if (words === undefined) {
      words = tagWords(hanRun);
      tagged.set(hanRun, words);
    }
    return words;
  }

  return {
    teach: insertWords,
    cut,
    tag,
    isWord,
    isOrdinaryWord: (word) =>
      !isInserted(word) &&
      (NAME_LIKE_WORDS.has(word) || (isWord(word) && !NAME_TAG.test(tag(word)[0]?.tag ?? ''))),
    pieces: (name) => cutUpTo(2, name),
    innerWords: (word) => cutForSearch(word).filter((inner) => inner !== word && inner.length > 1),
  };
}

function isWord(word: string): boolean {
  return cutByDictionary(word).length === 1;
}

function cut(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const start = match.index;
    if (match.groups?.['han'] === undefined) {
      const kind = match.groups?.['latin'] === undefined ? 'number' : 'latin';
      tokens.push({ text: run, start, end: start + run.length, kind });
      continue;
    }
    let at = start;
    for (const word of cutWithModel(run)) {
      const end = at + word.length;
      tokens.push({ text: word, start: at, end, kind: NUMERAL.test(word) ? 'number' : 'han' });
      at = end;
    }
  }
  return tokens;
}

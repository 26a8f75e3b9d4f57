import { LRUCache } from 'lru-cache';
import { lazyUnitTable } from '../util/lazy.ts';
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
import { BEGINNING, type NameList } from './name-list.ts';
import { PairSet, pairOf } from './unit-pair.ts';

/** A run of normalised text that counts as one word. */
export interface Token {
  readonly text: string;
  /** Offsets into the normalised text that was cut, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'han' | 'number' | 'latin';
}

const ALPHANUMERIC = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])`;
/** Numerals in a row from which on they are a number, whatever jieba would make of them. */
const LONG_NUMERAL = 3;
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
    `(?<numeral>${NUMERAL_CHARACTER}{${LONG_NUMERAL},})`,
    String.raw`(?<han>(?:(?!${NUMERAL_CHARACTER}{${LONG_NUMERAL}})\p{Script=Han})+)`,
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
  /**
   * Makes words of these names from now on, in place of those followed before, but each only when a
   * text comes up that may hold it: there may be hundreds of thousands.
   */
  follow(names: NameList): void;
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
  innerWords(word: string): readonly string[];
}

/** jieba's tags of names of people, places, organisations and products, and of words it has made up. */
const NAME_TAG = /^(?:nr|nrt|nrfg|ns|nt|nz|x)$/;

/** Runs of Han characters whose tags are kept: the same sentences come up again and again. */
const TAGGED_RUNS_KEPT = 5_000;
/** Words whose inner words are kept: long words come up again and again. */
const INNER_WORDS_KEPT = 20_000;

/** Makes a tokenizer. Its first use reads jieba's dictionary: an eighth of a second and 75 MB, once a process. */
export function createTokenizer(): Tokenizer {
  const tagged = new LRUCache<string, readonly TaggedWord[]>({ max: TAGGED_RUNS_KEPT });
  const inner = new Map<string, readonly string[]>();
  let wordsWhenKept = insertedWords();

  let followed: NameList | undefined;
  /** Pairs of units with which names begin that are no words yet. */
  let pending: PairSet | undefined;

  /** Makes words of the followed names that a run may hold: those that begin with one of its pairs. */
  function meet(run: string): void {
    if (followed === undefined) return;
    forgetOutdated();
    pending ??= new PairSet(
      Array.from(followed.beginnings(), (two) => pairOf(two.charCodeAt(0), two.charCodeAt(1))),
    );
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = pairOf(run.charCodeAt(at), run.charCodeAt(at + 1));
      if (pending.delete(pair)) insertWords(followed.from(run.slice(at, at + BEGINNING)));
    }
    // no run that was kept holds one of these, for it has met all that begin with its own pairs
    wordsWhenKept = insertedWords();
  }

  /** A word inserted meanwhile, by whichever tokenizer, may change what becomes of any run. */
  function forgetOutdated(): void {
    if (wordsWhenKept === insertedWords()) return;
    tagged.clear();
    inner.clear();
    wordsWhenKept = insertedWords();
  }

  function innerWords(word: string): readonly string[] {
    meet(word);
    forgetOutdated();
    let words = inner.get(word);
    if (words === undefined) {
      words = cutForSearch(word).filter((one) => one !== word && one.length > 1);
      // finding out which was used last would cost more than cutting some again
      if (inner.size >= INNER_WORDS_KEPT) inner.clear();
      inner.set(word, words);
    }
    return words;
  }

  function tag(hanRun: string): readonly TaggedWord[] {
    meet(hanRun);
    forgetOutdated();
    let words = tagged.get(hanRun);
    if (words === undefined) {
      words = tagWords(hanRun);
      tagged.set(hanRun, words);
    }
    return words;
  }

  function isWord(word: string): boolean {
    meet(word);
    return cutByDictionary(word).length === 1;
  }

  function isOrdinaryWord(word: string): boolean {
    meet(word);
    if (isInserted(word)) return false;
    return NAME_LIKE_WORDS.has(word) || (isWord(word) && !NAME_TAG.test(tag(word)[0]?.tag ?? ''));
  }

  return {
    teach: insertWords,
    follow(names) {
      followed = names;
      pending = undefined;
    },
    cut(text) {
      return cut(text, meet);
    },
    tag,
    isWord,
    isOrdinaryWord,
    pieces(name) {
      meet(name);
      return cutUpTo(2, name);
    },
    innerWords,
  };
}

/** What a UTF-16 unit may begin: nothing, a run of Han characters, one of numerals, or what `RUN` tells. */
const NOTHING = 1;
const HAN = 2;
const NUMERAL_UNIT = 3;
const OTHER = 4;

const kindOf = lazyUnitTable((unit) => {
  const character = String.fromCharCode(unit);
  if (NUMERAL.test(character)) return NUMERAL_UNIT;
  if (/\p{Script=Han}/u.test(character)) return HAN;
  return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character) ? OTHER : NOTHING;
});

/** Most words are told from a numeral by their first character. */
function isNumeral(word: string): boolean {
  return kindOf(word.charCodeAt(0)) === NUMERAL_UNIT && NUMERAL.test(word);
}

/** @param meet told each run of Han characters before it is cut */
function cut(text: string, meet: (hanRun: string) => void): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const pushHan = (end: number) => {
    const run = text.slice(at, end);
    meet(run);
    for (const word of cutWithModel(run)) {
      const start = at;
      at += word.length;
      tokens.push({
        text: word,
        start,
        end: at,
        kind: isNumeral(word) ? 'number' : 'han',
      });
    }
  };
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === NOTHING) {
      at += 1;
      continue;
    }
    const end = kind === OTHER ? undefined : endOfHan(text, at);
    if (end !== undefined) {
      pushHan(end);
      continue;
    }
    RUN.lastIndex = at;
    const match = RUN.exec(text);
    if (match === null) break;
    const run = match[0];
    at = match.index;
    const runEnd = at + run.length;
    if (match.groups?.['han'] !== undefined) {
      pushHan(runEnd);
      continue;
    }
    const isLatin = match.groups?.['latin'] !== undefined;
    tokens.push({ text: run, start: at, end: runEnd, kind: isLatin ? 'latin' : 'number' });
    at = runEnd;
  }
  return tokens;
}

/**
 * Where the run of Han characters that begins at a place ends, as `RUN` tells it, which takes many times as
 * long; undefined where it must tell: a numeral, or a character of two units.
 */
function endOfHan(text: string, start: number): number | undefined {
  let numerals = 0;
  for (let at = start; ; at += 1) {
    const kind = at < text.length ? kindOf(text.charCodeAt(at)) : NOTHING;
    numerals = kind === NUMERAL_UNIT ? numerals + 1 : 0;
    if (numerals === LONG_NUMERAL) {
      const end = at + 1 - LONG_NUMERAL;
      return end > start ? end : undefined;
    }
    if (kind === HAN || kind === NUMERAL_UNIT) continue;
    return isSurrogate(text.charCodeAt(at)) ? undefined : at;
  }
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

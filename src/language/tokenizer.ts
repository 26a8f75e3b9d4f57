import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import jieba from 'nodejieba';
import { NAME_LIKE_WORDS } from './data/name-like-words.ts';

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

/** A number in Chinese characters. */
const NUMERAL = new RegExp(`^${NUMERAL_CHARACTER}+$`, 'u');

export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** Runs whose tags are kept: the same sentences come up again and again. */
const tagged = new LRUCache<string, readonly TaggedWord[]>({ max: 20_000 });

let loaded = false;
const taught = new Set<string>();

/** Loads jieba's dictionaries: about a second and 250 MB, once a process. */
export function loadSegmenter(): void {
  if (loaded) return;
  // keyword extraction is not used: a file of one line spares reading its 5 MB of tables
  const noKeywords = createRequire(import.meta.url).resolve('#data/no-keywords.utf8');
  jieba.load({ idfDict: noKeywords, stopWordDict: noKeywords });
  loaded = true;
}

/** Teaches jieba words of the corpus. They stay for the life of the process. */
export function teach(words: Iterable<string>): void {
  loadSegmenter();
  const before = taught.size;
  for (const word of words) {
    // a word inserted twice would take its room twice
    if (taught.has(word)) continue;
    jieba.insertWord(word);
    taught.add(word);
  }
  if (taught.size > before) tagged.clear();
}

/** Cuts normalised text into words, in order; punctuation and white space are left out. */
export function segment(text: string): Token[] {
  loadSegmenter();
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
    // the second argument switches the hidden Markov model on, though jieba's types call it `strict`
    for (const word of jieba.cut(run, true)) {
      const end = at + word.length;
      tokens.push({ text: word, start: at, end, kind: NUMERAL.test(word) ? 'number' : 'han' });
      at = end;
    }
  }
  return tokens;
}

/** The dictionary words inside a word that is longer than two characters, e.g. 研究院 → 研究. */
export function innerWords(word: string): string[] {
  return jieba.cutForSearch(word, true).filter((inner) => inner !== word && inner.length > 1);
}

/** Whether jieba's dictionary holds a word of Han characters, or was taught it. */
export function isWord(word: string): boolean {
  loadSegmenter();
  // without the second argument jieba makes up no words
  return jieba.cut(word).length === 1;
}

/**
 * Whether jieba's own dictionary holds a word, and as no name: 国家, 反应, 洪水. A word that was taught
 * is none, whatever it is made of.
 */
export function isOrdinaryWord(word: string): boolean {
  if (taught.has(word)) return false;
  return NAME_LIKE_WORDS.has(word) || (isWord(word) && !NAME_TAG.test(tag(word)[0]?.tag ?? ''));
}

/** jieba's tags of names of people, places, organisations and products, and of words it has made up. */
const NAME_TAG = /^(?:nr|nrt|nrfg|ns|nt|nz|x)$/;

/** A word with its part of speech in jieba's tag set (n, v, nr, ns, m …). */
export function tag(hanRun: string): readonly TaggedWord[] {
  let words = tagged.get(hanRun);
  if (words === undefined) {
    loadSegmenter();
    words = jieba.tag(hanRun);
    tagged.set(hanRun, words);
  }
  return words;
}

/** Words of at most two characters, names taught or not: what a long name is made of. */
export function pieces(name: string): string[] {
  loadSegmenter();
  return jieba.cutSmall(name, 2);
}

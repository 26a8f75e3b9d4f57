import { bigramOf, type TermTaker, takeWords } from './terms.ts';
import type { Token, Tokenizer } from './tokenizer.ts';

/**
 * The terms of a text as they are indexed, in one string: a text has more terms than characters, and a
 * string for each would cost more than all else that is done with them. Each word stands behind a
 * mark; the bigram terms are not written, but read off the words that stand in one run of Han
 * characters. The marks are white space, which no term holds.
 */
export type PackedTerms = string;

/** Before a Han word that goes on with the run of the Han word before it. */
const GOES_ON = ' ';
/** Before a word of no run: a number, a Latin name, a word inside another one. */
const APART = '\u00a0';
/** Before a Han word with which a run begins. */
const BEGINS = '\u3000';
const GOES_ON_UNIT = GOES_ON.charCodeAt(0);
const APART_UNIT = APART.charCodeAt(0);
const BEGINS_UNIT = BEGINS.charCodeAt(0);

/** Packs the terms that `termsOf` gives of a text that is normalised and cut. */
export function packTerms(tokens: readonly Token[], tokenizer: Tokenizer): PackedTerms {
  // joined at once: a string grown piece by piece is a tree of all its pieces first
  const packed: string[] = [];
  let end = -1;
  const take: TermTaker = (term, run) => {
    if (run === undefined) packed.push(APART, term);
    else {
      packed.push(run.start === end ? GOES_ON : BEGINS, term);
      end = run.end;
    }
  };
  takeWords(tokens, tokenizer, take);
  return packed.join('');
}

/** Packs terms of either kind that stand in no text, in order. */
export function packEach(terms: Iterable<string>): PackedTerms {
  let packed = '';
  for (const term of terms) packed += APART + term;
  return packed;
}

/** The terms in order, with repetitions: the words, then the bigram terms of the runs. */
export function unpackTerms(packed: PackedTerms): string[] {
  const words: string[] = [];
  const bigrams: string[] = [];
  readTerms(packed, {
    word: (text, start, end) => words.push(text.slice(start, end)),
    bigram: (first, second) => bigrams.push(bigramOf(first, second)),
  });
  return [...words, ...bigrams];
}

/** What is told each packed term. */
export interface TermReader {
  /** A word, or a term of either kind that was packed by itself, by its place in the string. */
  word(packed: PackedTerms, start: number, end: number): void;
  /** A bigram term, by the code points of its characters. */
  bigram(first: number, second: number): void;
}

export function readTerms(packed: PackedTerms, reader: TermReader): void {
  /** The last character of the run, 0 before the first. */
  let last = 0;
  for (let at = 0; at < packed.length; ) {
    const mark = packed.charCodeAt(at);
    const start = at + 1;
    at = start;
    if (mark === APART_UNIT) {
      while (at < packed.length && !isMark(packed.charCodeAt(at))) at += 1;
    } else {
      if (mark !== GOES_ON_UNIT) last = 0;
      while (at < packed.length && !isMark(packed.charCodeAt(at))) {
        const code = packed.codePointAt(at) as number;
        if (last !== 0) reader.bigram(last, code);
        last = code;
        at += code > 0xffff ? 2 : 1;
      }
    }
    reader.word(packed, start, at);
  }
}

function isMark(unit: number): boolean {
  if (unit > BEGINS_UNIT) return false;
  return unit === GOES_ON_UNIT || unit === APART_UNIT || unit === BEGINS_UNIT;
}

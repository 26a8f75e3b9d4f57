import { parseNumeral } from './numerals.ts';
import type { Token, Tokenizer } from './tokenizer.ts';
import { hashOf, pairOf } from './unit-pair.ts';

/**
 * The mark of bigram terms, which share one index with word terms (`成交额`, `9300`, `ses`). A bigram is
 * a pair of neighbouring Han characters. Bigrams find words that jieba cuts differently in article and
 * question (京/津冀, 比/亚迪 for 比亚迪); words give more weight to characters that belong together.
 */
const BIGRAM = '_';

/** The word terms and bigram terms of a text that is normalised and cut, each kind in order, with repetitions. */
export function termsOf(tokens: readonly Token[], tokenizer: Tokenizer): string[] {
  return [...wordTerms(tokens, tokenizer), ...bigramTerms(tokens)];
}

/** The word terms: words with the dictionary's words inside them, numbers by their value, the parts of Latin names. */
export function wordTerms(tokens: readonly Token[], tokenizer: Tokenizer): string[] {
  const terms: string[] = [];
  takeWords(tokens, tokenizer, (term) => terms.push(term));
  return terms;
}

/** Told a word term; where it is a whole Han word, whose pairs of characters are terms too, with its token. */
export type TermTaker = (term: string, run?: Token) => void;

/** Gives the word terms in order. */
export function takeWords(tokens: readonly Token[], tokenizer: Tokenizer, take: TermTaker): void {
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token;
    if (token.kind === 'han') {
      take(token.text, token);
      if (token.text.length > 2) for (const inner of tokenizer.innerWords(token.text)) take(inner);
    } else if (token.kind === 'number') {
      const scaled = scaledTerm(token, tokens[place + 1]);
      if (scaled !== undefined) take(scaled);
      take(numberTerm(token.text));
    } else takeLatin(token.text, take);
  }
}

/** The bigram terms, also those across the border of two words. */
export function bigramTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = [];
  let last = 0;
  let lastEnd = -1;
  // by code points: each character as a string of its own would cost as much as the terms
  for (const { kind, text, start } of tokens) {
    if (kind !== 'han') continue;
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) as number;
      if (start + at === lastEnd) terms.push(bigramOf(last, code));
      last = code;
      at += code > LAST_UNIT ? 2 : 1;
      lastEnd = start + at;
    }
  }
  return terms;
}

/** The characters of a term of either kind. */
export function bareTerm(term: string): string {
  return term.startsWith(BIGRAM) ? term.slice(BIGRAM.length) : term;
}

/** The bigram terms of one Han word. */
export function bigramsOf(word: string): string[] {
  return bigramTerms([{ text: word, start: 0, end: word.length, kind: 'han' }]);
}

/**
 * The bigram term of two neighbouring characters; with the second left out, the beginning of all
 * bigram terms of the first.
 */
export function bigramTerm(first: string, second = ''): string {
  if (first.length !== 1 || second.length !== 1) return BIGRAM + first + second;
  return bigramOf(first.charCodeAt(0), second.charCodeAt(0));
}

/** The last code point that is one UTF-16 unit. */
const LAST_UNIT = 0xffff;

/** The bigram term of two characters by their code points. */
export function bigramOf(first: number, second: number): string {
  if (first > LAST_UNIT || second > LAST_UNIT) return BIGRAM + String.fromCodePoint(first, second);
  const pair = pairOf(first, second);
  const slot = hashOf(pair) >>> (32 - SLOT_BITS);
  const kept = keptTerms[slot];
  if (kept !== undefined && keptPairs[slot] === pair) return kept;
  const term = BIGRAM + String.fromCharCode(first, second);
  keptPairs[slot] = pair;
  keptTerms[slot] = term;
  return term;
}

/**
 * Bigram terms by their characters, of those in one slot the last one: the same string each time is found
 * faster wherever it is counted. Some 2 MB.
 */
const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
const keptPairs = new Float64Array(SLOTS);
const keptTerms = new Array<string | undefined>(SLOTS).fill(undefined);

/** The term of a number: 9,300, 9300 and 九千三百 have the same, and so have 8.6% and 8.6. */
function numberTerm(text: string): string {
  if (/\p{Nd}/u.test(text)) return text.replace(/[,%]/g, '');
  return String(parseNumeral(text) ?? text);
}

/** A second term of a number, with the scale behind it: 8000 before 万亩 is also 80000000, the term of 八千万. */
function scaledTerm(token: Token, next: Token | undefined): string | undefined {
  if (next?.start !== token.end) return undefined;
  const scale = /^[万亿]+/u.exec(next.text)?.[0];
  const value = scale === undefined ? undefined : parseNumeral(token.text + scale);
  return value === undefined ? undefined : String(value);
}

/** Gives a Latin name and each of its parts: covid-19, covid, 19. */
function takeLatin(text: string, take: TermTaker): void {
  take(text);
  const parts = text.split(/[^\p{L}\p{N}\p{M}]+/u);
  if (parts.length > 1) for (const part of parts) if (part !== '') take(part);
}

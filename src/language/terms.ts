import { parseNumeral } from './numerals.ts';
import type { Token, Tokenizer } from './tokenizer.ts';

/**
 * Terms of two kinds share one index: words (`成交额`, `9300`, `ses`) and, marked by BIGRAM, the pairs
 * of neighbouring Han characters. Pairs find what jieba cuts differently in article and question
 * (京/津冀, 比/亚迪 for 比亚迪); words weigh what belongs together.
 */
const BIGRAM = '_';

/** Terms of a text already normalised and cut, in order, with repetitions. */
export function termsOf(tokens: readonly Token[], tokenizer: Tokenizer): string[] {
  return [...wordTerms(tokens, tokenizer), ...bigramTerms(tokens)];
}

export function wordTerms(tokens: readonly Token[], tokenizer: Tokenizer): string[] {
  const terms: string[] = [];
  for (const [place, token] of tokens.entries()) {
    const scaled = scaledTerm(token, tokens[place + 1]);
    if (scaled !== undefined) terms.push(scaled);
    if (token.kind === 'han') pushHan(terms, token.text, tokenizer);
    else if (token.kind === 'number') terms.push(numberTerm(token.text));
    else pushLatin(terms, token.text);
  }
  return terms;
}

export function bigramTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = [];
  let last = '';
  let lastEnd = -1;
  for (const token of tokens) {
    if (token.kind !== 'han') continue;
    let at = token.start;
    for (const character of token.text) {
      if (at === lastEnd) terms.push(bigramTerm(last, character));
      last = character;
      at += character.length;
      lastEnd = at;
    }
  }
  return terms;
}

/** The characters that a term of either kind stands for. */
export function bareTerm(term: string): string {
  return term.startsWith(BIGRAM) ? term.slice(BIGRAM.length) : term;
}

/** The bigram terms of one Han word. */
export function bigramsOf(word: string): string[] {
  return bigramTerms([{ text: word, start: 0, end: word.length, kind: 'han' }]);
}

/** The bigram term of two neighbouring characters; with the second left out, how all of the first begin. */
export function bigramTerm(first: string, second = ''): string {
  return BIGRAM + first + second;
}

function pushHan(terms: string[], word: string, tokenizer: Tokenizer): void {
  terms.push(word);
  if (word.length > 2) terms.push(...tokenizer.innerWords(word));
}

/** 9,300, 9300 and 九千三百 are one term; so are 8.6% and 8.6. */
function numberTerm(text: string): string {
  if (/\p{Nd}/u.test(text)) return text.replace(/[,%]/g, '');
  return String(parseNumeral(text) ?? text);
}

/** 8000 before 万亩 is also 80000000, which 八千万 is. */
function scaledTerm(token: Token, next: Token | undefined): string | undefined {
  if (token.kind !== 'number' || next?.start !== token.end) return undefined;
  const scale = /^[万亿]+/u.exec(next.text)?.[0];
  const value = scale === undefined ? undefined : parseNumeral(token.text + scale);
  return value === undefined ? undefined : String(value);
}

/** covid-19 is found by itself and by each of its parts. */
function pushLatin(terms: string[], text: string): void {
  terms.push(text);
  const parts = text.split(/[^\p{L}\p{N}\p{M}]+/u);
  if (parts.length > 1) terms.push(...parts.filter((part) => part !== ''));
}

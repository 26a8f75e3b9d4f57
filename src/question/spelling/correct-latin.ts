import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import type { Token } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../data/stop-words.ts';
import { LACKING } from '../english/data/english-words.ts';
import type { CutText } from '../question.ts';
import type { Mend } from './mend.ts';
import type { Nearby } from './nearby-text.ts';
import { readPinyin } from './pinyin-input.ts';

/** Letters from which a word may differ by so much: short words are near to too many others. */
const SWAPPED_FROM = 4;
const ONE_LETTER_FROM = 6;
const TWO_LETTERS_FROM = 8;

/** English words that are no pinyin, which to, a and he are as well. */
const ENGLISH =
  /^(?:the|of|is|in|it|by|at|as|on|or|and|was|are|were|what|which|who|when|where|how|for)$/;
const LETTERS = /^\p{L}[\p{L}\p{M}]*$/u;
/** Pinyin with tones as digits: ji4shu4. */
const NUMBERED = /^(?:[a-zü]+[1-5])+$/u;

/** The first Latin word or run of words that is pinyin, or a misspelt name, for what the corpus writes. */
export async function mendLatin(
  { text, tokens }: CutText,
  vocabulary: Vocabulary,
  nearby: Nearby,
): Promise<Mend | undefined> {
  const isEnglish = tokens.some(({ text: word }) => ENGLISH.test(word));
  for (const run of unknownRuns(tokens, text, vocabulary)) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const read = isEnglish ? undefined : await readPinyin(run.map(lettersOf), vocabulary, nearby);
    if (read !== undefined) return { start: first.start, end: last.end, text: read };
    for (const token of run) {
      const meant = nearest(token.text, vocabulary);
      if (meant !== undefined) return { start: token.start, end: token.end, text: meant };
    }
  }
  return undefined;
}

/** Latin words that the corpus lacks, together where only spaces and apostrophes stand between them. */
function unknownRuns(tokens: readonly Token[], text: string, vocabulary: Vocabulary): Token[][] {
  const runs: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    const { kind, text: word, start } = token;
    if (kind !== 'latin' || !(LETTERS.test(word) || NUMBERED.test(word))) continue;
    if (
      vocabulary.frequency(word) > 0 ||
      (STOP_WORDS.has(word) && ENGLISH.test(word)) ||
      LACKING.has(word)
    )
      continue;
    if (last !== undefined && /^[\s'’]+$/u.test(text.slice(last.end, start)))
      runs.at(-1)?.push(token);
    else runs.push([token]);
    last = token;
  }
  return runs;
}

/** jì, ji4 and ji are the same letters; so are lü and lv. */
function lettersOf({ text }: Token): string {
  return text
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\p{M}\d]/gu, '');
}

/** The one word of the corpus that is spelt almost so, the first letter alike. */
function nearest(word: string, vocabulary: Vocabulary): string | undefined {
  if (!/^[a-z]+$/.test(word)) return undefined;
  let least = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const other of vocabulary.latin(word.charAt(0))) {
    const distance = slips(word, other);
    if (distance > allowed(word, other) || distance > least) continue;
    found = distance < least ? [other] : [...found, other];
    least = distance;
  }
  return found.length === 1 ? found[0] : undefined;
}

function allowed(word: string, other: string): number {
  const shorter = Math.min(word.length, other.length);
  if (shorter >= TWO_LETTERS_FROM) return 2;
  if (shorter >= ONE_LETTER_FROM) return 1;
  const sameLetters = [...word].sort().join('') === [...other].sort().join('');
  return shorter >= SWAPPED_FROM && sameLetters ? 1 : 0;
}

/** Letters changed, left out, put in or swapped with the next (optimal string alignment distance). */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (earlier[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    earlier = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

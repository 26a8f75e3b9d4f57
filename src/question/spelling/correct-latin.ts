import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import type { Token } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../data/stop-words.ts';
import { OUR_GLOSSARY } from '../english/data/english-words.ts';
import type { TokenizedText } from '../question.ts';
import type { Correction } from './correction.ts';
import type { NearbyText } from './nearby-text.ts';
import { readPinyin } from './pinyin-input.ts';

/** Letters that a word must have for a difference of that size: short words are near to too many others. */
const SWAPPED_FROM = 4;
const ONE_LETTER_FROM = 6;
const TWO_LETTERS_FROM = 8;

/** English words that cannot be pinyin, as to, a and he can: a question with one of them is no pinyin. */
const ENGLISH =
  /^(?:the|of|is|in|it|by|at|as|on|or|and|was|are|were|what|which|who|when|where|how|for)$/;
const LETTERS = /^\p{L}[\p{L}\p{M}]*$/u;
/** Pinyin with tones as digits: ji4shu4. */
const NUMBERED = /^(?:[a-zü]+[1-5])+$/u;

/** The correction of the first Latin word or run of words that is pinyin or a misspelt name of the corpus. */
export async function correctLatin(
  { text, tokens }: TokenizedText,
  vocabulary: Vocabulary,
  nearby: NearbyText,
): Promise<Correction | undefined> {
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

/** Runs of Latin words that the corpus lacks; a run goes on across spaces and apostrophes. */
function unknownRuns(tokens: readonly Token[], text: string, vocabulary: Vocabulary): Token[][] {
  const runs: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    const { kind, text: word, start } = token;
    if (kind !== 'latin' || !(LETTERS.test(word) || NUMBERED.test(word))) continue;
    if (
      vocabulary.frequency(word) > 0 ||
      (STOP_WORDS.has(word) && ENGLISH.test(word)) ||
      OUR_GLOSSARY.has(word)
    )
      continue;
    if (last !== undefined && /^[\s'’]+$/u.test(text.slice(last.end, start)))
      runs.at(-1)?.push(token);
    else runs.push([token]);
    last = token;
  }
  return runs;
}

/** The letters of a syllable without tone marks and digits, ü as v: jì, ji4 and ji are the same. */
function lettersOf({ text }: Token): string {
  return text
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\p{M}\d]/gu, '');
}

/** The word of the corpus that differs by the fewest letters and begins alike; undefined where none or several do. */
function nearest(word: string, vocabulary: Vocabulary): string | undefined {
  if (!/^[a-z]+$/.test(word)) return undefined;
  let least = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const other of vocabulary.latin(word.charAt(0))) {
    const distance = editDistance(word, other);
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

/** The number of letters changed, left out, put in or swapped with the next (optimal string alignment distance). */
function editDistance(a: string, b: string): number {
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

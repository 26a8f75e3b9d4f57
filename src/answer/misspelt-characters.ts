import { findActors } from '../figures/actors.ts';
import { SHAPES } from '../language/data/shapes.ts';
import { isWord, segment, type Token } from '../language/segment.ts';
import { fold } from '../language/sounds.ts';
import { STOP_WORDS } from './data/stop-words.ts';
import { SURNAMES } from './data/surnames.ts';
import type { Mend } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What may have happened to a character, the surest first. */
const SLIPS = ['sameSound', 'otherTone', 'likeSound', 'likeShape', 'order'] as const;
type Slip = (typeof SLIPS)[number];

/** A change that would mend a text. */
interface Candidate extends Mend {
  readonly slip: Slip;
}

/** A candidate with the run of the corpus that speaks for it. */
interface Reading extends Candidate {
  /** Characters of the longest run around it that the corpus writes. */
  readonly length: number;
  readonly frequency: number;
}

const HAN = /^\p{Script=Han}$/u;
/** Characters of numbers: another number is another fact. */
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]/;
/** How much more often the corpus must write one of two words that explain a slip as well. */
const CLEARLY_MORE = 2;

/** The first slip in the characters of a text that the corpus's own words explain; there may be more. */
export function mendCharacters(text: string, vocabulary: Vocabulary): Mend | undefined {
  const tokens = segment(text);
  for (const at of faults(tokens, vocabulary)) {
    const readings = candidates(text, at, vocabulary)
      .filter((candidate) => lacksLess(text, candidate, vocabulary))
      .flatMap((candidate) => read(text, tokens, candidate, vocabulary) ?? [])
      .sort(
        (a, b) =>
          b.length - a.length ||
          SLIPS.indexOf(a.slip) - SLIPS.indexOf(b.slip) ||
          b.frequency - a.frequency,
      );
    const [best, second] = readings;
    if (best === undefined) continue;
    const unsure =
      second !== undefined &&
      second.length === best.length &&
      second.slip === best.slip &&
      second.frequency * CLEARLY_MORE > best.frequency;
    if (!unsure) return best;
  }
  return undefined;
}

/** Where two neighbouring characters stand that the corpus never writes so: inside a word, or beside a stray character. */
function* faults(tokens: readonly Token[], vocabulary: Vocabulary): Generator<number> {
  let before: Token | undefined;
  for (const token of tokens) {
    if (before?.end === token.start && before.kind === 'han' && token.kind === 'han') {
      const bothStop = isStop(before) && isStop(token);
      const besideStray =
        isStray(before) || isStray(token) || (isSingle(before) && isSingle(token));
      const pair = before.text.slice(-1) + token.text.slice(0, 1);
      if (!bothStop && besideStray && !holds(pair, vocabulary)) yield token.start - 1;
    }
    if (token.kind === 'han') {
      for (let at = 0; at + 1 < token.text.length; at += 1) {
        if (!holds(token.text.slice(at, at + 2), vocabulary)) yield token.start + at;
      }
    }
    before = token;
  }
}

/** What may be meant where the characters at `at` and behind it do not go together. */
function candidates(text: string, at: number, vocabulary: Vocabulary): Candidate[] {
  const [first = '', second = ''] = [text[at], text[at + 1]];
  if (!HAN.test(first) || !HAN.test(second)) return [];
  const found: Candidate[] = [];
  for (const start of [at, at + 1]) {
    for (const [character, slip] of mistakable(text[start] ?? '', vocabulary)) {
      found.push({ start, end: start + 1, text: character, slip });
    }
  }
  if (NUMERAL.test(first + second)) return found;
  if (first === second) found.push({ start: at, end: at + 2, text: first, slip: 'order' });
  found.push({ start: at, end: at + 2, text: second + first, slip: 'order' });
  for (const between of vocabulary.following(first)) {
    if (!NUMERAL.test(between) && vocabulary.holdsPair(between, second)) {
      found.push({ start: at, end: at + 2, text: first + between + second, slip: 'order' });
    }
  }
  return found;
}

/** Characters of the corpus that one may stand for. */
function mistakable(character: string, vocabulary: Vocabulary): Map<string, Slip> {
  const found = new Map<string, Slip>();
  if (NUMERAL.test(character)) return found;
  for (const other of SHAPES.get(character) ?? []) found.set(other, 'likeShape');
  const own = vocabulary.readings(character);
  for (const sound of new Set(own.map(({ syllable }) => fold(syllable)))) {
    for (const other of vocabulary.soundingLike(sound)) {
      if (other === character || NUMERAL.test(other)) continue;
      const readings = vocabulary.readings(other);
      const same = own.filter((one) => readings.some(({ syllable }) => syllable === one.syllable));
      const sameTone = same.some((one) =>
        readings.some(({ syllable, tone }) => syllable === one.syllable && tone === one.tone),
      );
      found.set(other, sameTone ? 'sameSound' : same.length > 0 ? 'otherTone' : 'likeSound');
    }
  }
  return found;
}

/** Whether fewer neighbouring characters are unheard of behind the change than before it. */
function lacksLess(text: string, { start, end, text: meant }: Mend, vocabulary: Vocabulary) {
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end, end + 1)];
  const lacking = (run: string) => {
    let count = 0;
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (/^\p{Script=Han}{2}$/u.test(pair) && !holds(pair, vocabulary)) count += 1;
    }
    return count;
  };
  return lacking(before + meant + after) < lacking(before + text.slice(start, end) + after);
}

/** The candidate with what of the corpus speaks for it; undefined where that is not enough. */
function read(
  text: string,
  tokens: readonly Token[],
  candidate: Candidate,
  vocabulary: Vocabulary,
): Reading | undefined {
  const { start, end, text: meant, slip } = candidate;
  const mended = text.slice(0, start) + meant + text.slice(end);
  const after = segment(mended);
  const touched = after.filter((token) => token.end > start && token.start < start + meant.length);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const core = mended.slice(first.start, last.end);
  if (!isHeld(core, vocabulary)) return undefined;

  const before = neighbour(after[after.indexOf(first) - 1], 'end', first.start);
  const behind = neighbour(after[after.indexOf(last) + 1], 'start', last.end);
  const joins = (left: string, right: string) =>
    holds(left.slice(-1) + right.slice(0, 1), vocabulary);
  const joinsBefore = before !== undefined && joins(before.text, core);
  const joinsBehind = behind !== undefined && joins(core, behind.text);
  // a stray character that is left over was part of some other word
  if (before !== undefined && isStray(before) && !joinsBefore) return undefined;
  if (behind !== undefined && isStray(behind) && !joinsBehind) return undefined;

  const left = joinsBefore && !isStop(before) ? before.text : '';
  const right = joinsBehind && !isStop(behind) ? behind.text : '';
  const run = [left + core + right, left + core, core + right, core].find(
    (one) => one.length > 1 && vocabulary.writes(one),
  );
  if (run === undefined) return undefined;

  const typed = text.slice(first.start, last.end - meant.length + (end - start));
  const words = tokens.filter((token) => token.end > start && token.start < end);
  const whole = touched.length === 1 && vocabulary.frequency(core) > 0;
  if (!isLikely(words, { typed, core, run, whole, slip }, vocabulary)) return undefined;
  return { ...candidate, length: run.length, frequency: vocabulary.frequency(core) };
}

/** Whether what the corpus writes is evidence enough against what was typed. */
function isLikely(
  words: readonly Token[],
  change: {
    readonly typed: string;
    readonly core: string;
    readonly run: string;
    /** Whether the word that holds the change is one of the corpus. */
    readonly whole: boolean;
    readonly slip: Slip;
  },
  vocabulary: Vocabulary,
): boolean {
  const { typed, core, run, whole, slip } = change;
  if (STOP_WORDS.has(core)) return false;
  const known = words.filter((word) => !isSingle(word) && isWord(word.text));
  const longest = Math.max(0, ...known.map((word) => word.text.length));
  if (known.some(({ text }) => vocabulary.frequency(text) > 0 || isPlace(text))) return false;
  if (slip === 'order') {
    return known.length === 0 && !isWord(typed) && !isPerson(typed) && whole && core.length >= 3;
  }
  // a word of the dictionary is mostly meant: only the very sound speaks against it
  if (known.length > 0) {
    return slip === 'sameSound' && (run.length > longest || (longest > 2 && whole));
  }
  if (words.some((word) => isPerson(word.text))) return slip === 'sameSound' && whole;
  if (run.length > 2) return !isWord(typed);
  return whole && !isWord(typed) && (slip === 'sameSound' || slip === 'otherTone');
}

function neighbour(token: Token | undefined, side: 'start' | 'end', at: number): Token | undefined {
  return token?.kind === 'han' && token[side] === at ? token : undefined;
}

function holds(pair: string, vocabulary: Vocabulary): boolean {
  return vocabulary.holdsPair(pair.slice(0, 1), pair.slice(1));
}

/** Whether all neighbouring characters of a run stand so in the corpus. */
function isHeld(run: string, vocabulary: Vocabulary): boolean {
  for (let at = 0; at + 1 < run.length; at += 1) {
    if (!holds(run.slice(at, at + 2), vocabulary)) return false;
  }
  return true;
}

function isSingle({ text }: Token): boolean {
  return text.length === 1;
}

function isStop({ text }: Token): boolean {
  return STOP_WORDS.has(text);
}

/** A character that stands alone and is no word of grammar: a piece of a word that jieba does not know. */
function isStray(token: Token): boolean {
  return isSingle(token) && !isStop(token);
}

function isPlace(word: string): boolean {
  return findActors(word).length > 0;
}

/** Whether a word that jieba does not know may be somebody's name. */
function isPerson(word: string): boolean {
  return word.length > 1 && word.length < 4 && SURNAMES.has(word.slice(0, 1)) && !isWord(word);
}

import { findActors } from '../figures/actors.ts';
import { SHAPES } from '../language/data/shapes.ts';
import { isWord, segment, type Token, tag } from '../language/segment.ts';
import { fold, type Reading } from '../language/sounds.ts';
import { STOP_WORDS } from './data/stop-words.ts';
import { SURNAMES } from './data/surnames.ts';
import { isNear, type Nearby } from './nearby.ts';
import type { Mend } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What may have happened to a character, the surest first. */
const SLIPS = [
  'doubled',
  'sameSound',
  'otherTone',
  'likeSound',
  'farSound',
  'likeShape',
  'order',
] as const;
type Slip = (typeof SLIPS)[number];

/** A change that would mend a text. */
interface Candidate extends Mend {
  readonly slip: Slip;
}

/** A candidate with the run of the corpus that speaks for it. */
interface Explained extends Candidate {
  /** Characters of the longest run around it that the corpus writes. */
  readonly length: number;
  /** Whether that run stands near what the rest of the question says. */
  readonly near: boolean;
  readonly frequency: number;
}

const HAN = /^\p{Script=Han}$/u;
/** Characters of numbers: another number is another fact. */
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]/;
/** A question with more pairs of characters than this that the corpus lacks speaks of something else. */
const FAULTS = 12;
/** Characters on either side of a change that are cut into words anew: no word reaches further. */
const AROUND = 12;
/** How much more often the corpus must write one of two words that explain a slip as well. */
const CLEARLY_MORE = 2;

/** The first slip in the characters of a text that the corpus's own words explain; there may be more. */
export function mendCharacters(
  text: string,
  vocabulary: Vocabulary,
  nearby: Nearby,
): Mend | undefined {
  const tokens = segment(text);
  const pieces = tokens.flatMap((token) => asKnown(token, vocabulary));
  const found = [...faults(pieces, vocabulary)];
  if (found.length > FAULTS) return undefined;
  for (const at of found) {
    const readings = candidates(text, at, vocabulary)
      .filter((candidate) => lacksLess(text, candidate, vocabulary))
      .flatMap((candidate) => read(text, tokens, candidate, vocabulary, nearby) ?? [])
      .sort(
        (a, b) =>
          Number(b.near) - Number(a.near) ||
          b.length - a.length ||
          SLIPS.indexOf(a.slip) - SLIPS.indexOf(b.slip) ||
          b.frequency - a.frequency,
      );
    const [best, second] = readings;
    if (best === undefined) continue;
    const unsure =
      second !== undefined &&
      second.near === best.near &&
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
  if (first === second) found.push({ start: at, end: at + 2, text: first, slip: 'doubled' });
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
      found.set(other, soundSlip(own, vocabulary.readings(other)));
    }
  }
  return found;
}

/** How two characters whose folded syllables are the same differ. */
function soundSlip(own: readonly Reading[], others: readonly Reading[]): Slip {
  const some = (alike: (one: Reading, other: Reading) => boolean) =>
    own.some((one) => others.some((other) => alike(one, other)));
  const sameTone = (one: Reading, other: Reading) => one.tone === other.tone;
  const sameSyllable = (one: Reading, other: Reading) => one.syllable === other.syllable;
  if (some((one, other) => sameSyllable(one, other) && sameTone(one, other))) return 'sameSound';
  if (some(sameSyllable)) return 'otherTone';
  const likeSyllable = (one: Reading, other: Reading) =>
    fold(one.syllable) === fold(other.syllable);
  return some((one, other) => likeSyllable(one, other) && sameTone(one, other))
    ? 'likeSound'
    : 'farSound';
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
  nearby: Nearby,
): Explained | undefined {
  const { start, end, text: meant, slip } = candidate;
  const from = Math.max(0, start - AROUND);
  const mended = text.slice(from, start) + meant + text.slice(end, end + AROUND);
  const after = segment(mended).flatMap((token) => asKnown(token, vocabulary));
  const at = start - from;
  const touched = after.filter((token) => token.end > at && token.start < at + meant.length);
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
  const strayBefore = before !== undefined && isStray(before);
  const strayBehind = behind !== undefined && isStray(behind);
  if ((strayBefore && !joinsBefore) || (strayBehind && !joinsBehind)) return undefined;

  const left = joinsBefore && !isStop(before) ? before.text : '';
  const right = joinsBehind && !isStop(behind) ? behind.text : '';
  const least = (strayBefore ? left : '') + core + (strayBehind ? right : '');
  const runs = [left + core + right, left + core, core + right, core].filter(
    (run) => run.length > 1 && run.includes(least),
  );
  const evidence = {
    words: tokens.filter((token) => token.end > start && token.start < end),
    typed: text.slice(from + first.start, from + last.end - meant.length + (end - start)),
    meant,
    core,
    whole: touched.length === 1 && core.length > 1 && vocabulary.frequency(core) > 0,
    slip,
  };
  // a longer run is never weaker evidence: most candidates end before the corpus is looked through
  const [longest] = runs;
  if (longest === undefined || !isLikely({ ...evidence, run: longest }, vocabulary))
    return undefined;
  const run = runs.find((one) => nearby().includes(one) || vocabulary.writes(one));
  if (run === undefined || !isLikely({ ...evidence, run }, vocabulary)) return undefined;
  const near = isNear(run, nearby);
  if (!near && needsNearness({ ...evidence, run })) return undefined;
  // what the notice shows: 券 alone says nothing, 创新券 does
  const isAlone = core.length === 1 && left !== '';
  const shownFrom = (strayBefore || isAlone) && before !== undefined ? before.start : first.start;
  const shownTo = strayBehind ? behind.end : last.end;
  return {
    start: from + shownFrom,
    end: from + shownTo - meant.length + (end - start),
    text: mended.slice(shownFrom, shownTo),
    slip,
    near,
    length: run.length,
    frequency: vocabulary.frequency(core),
  };
}

/** A word as it is; its characters where jieba made it up of neighbours, and the corpus does not. */
function asKnown(token: Token, vocabulary: Vocabulary): Token[] {
  const { text, start, kind } = token;
  if (kind !== 'han' || vocabulary.frequency(text) > 0 || isWord(text)) return [token];
  return text
    .split('')
    .map((unit, at) => ({ text: unit, start: start + at, end: start + at + 1, kind }));
}

/** What was typed and what the corpus has for it. */
interface Evidence {
  /** The words typed that the change touches. */
  readonly words: readonly Token[];
  readonly typed: string;
  /** The characters of `core` that were put in. */
  readonly meant: string;
  /** What the corpus has for `typed`. */
  readonly core: string;
  /** The longest run around `core` that the corpus writes. */
  readonly run: string;
  /** Whether `core` is one word of the corpus. */
  readonly whole: boolean;
  readonly slip: Slip;
}

/** Whether it is enough against what was typed. */
function isLikely(
  { words, typed, meant, core, run, whole, slip }: Evidence,
  vocabulary: Vocabulary,
) {
  if (STOP_WORDS.has(core)) return false;
  const known = words.filter((word) => !isSingle(word) && isWord(word.text));
  // 创创新: one of the two is left over
  if (slip === 'doubled') {
    return whole && !isWord(typed) && known.every(({ text }) => text === core) && !isPerson(typed);
  }
  if (known.some(({ text }) => vocabulary.frequency(text) > 0 || isPlace(text))) return false;
  if (slip === 'order') {
    if (known.length > 0 || isWord(typed) || !whole) return false;
    return core.length > 2 ? !isPerson(typed) || isCommon(core) : run.length > 3;
  }
  // a word of the dictionary is mostly meant: only the very sound speaks against it
  if (known.length > 0) {
    const longest = Math.max(...known.map((word) => word.text.length));
    if (slip === 'sameSound' && run.length > longest) return true;
    const covers = whole && longest > 2 && core.length >= longest;
    return covers && (slip === 'sameSound' || slip === 'likeSound');
  }
  if (typed.length > 1 && isWord(typed)) return false;
  if (words.some((word) => isPerson(word.text))) return slip === 'sameSound' && whole;
  // a character behind a word says something only where it is a thing: 券 in 创新券
  if (!whole) {
    const isThing = tag(meant)[0]?.tag.startsWith('n') === true;
    return run.length > 2 && !run.startsWith(core) && isThing && vocabulary.frequency(meant) > 0;
  }
  if (run.length > 2) return true;
  // two neighbours that jieba left apart for being words: 中/有 is not 中游
  const grammar = [...typed].some((character) => STOP_WORDS.has(character));
  return !grammar && (slip === 'sameSound' || slip === 'otherTone');
}

/** Whether the evidence is so thin that the rest of the question has to speak for it as well. */
function needsNearness({ words, typed, core, run, whole, slip }: Evidence): boolean {
  if (words.some(({ text }) => isPerson(text) || (text.length > 1 && isWord(text)))) return true;
  if (slip === 'order' && typed.length < 3) return true;
  if (whole && core.length > 2) return false;
  return run.length < 3 || core.length < 2 || (slip !== 'sameSound' && slip !== 'otherTone');
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

/** Whether a word of jieba's dictionary is a common noun, and nobody's name. */
function isCommon(word: string): boolean {
  return isWord(word) && /^n(?![rstz])/.test(tag(word)[0]?.tag ?? '');
}

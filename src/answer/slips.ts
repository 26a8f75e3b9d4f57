import { SHAPES } from '../language/data/shapes.ts';
import { fold, type Reading } from '../language/sounds.ts';
import type { Mend } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What may have happened to a character, the surest first. */
export const SLIPS = [
  'doubled',
  'sameSound',
  'otherTone',
  'likeSound',
  'farSound',
  'likeShape',
  'order',
] as const;
export type Slip = (typeof SLIPS)[number];

/** A change that would mend a text. */
export interface Candidate extends Mend {
  readonly slip: Slip;
}

const HAN = /^\p{Script=Han}$/u;
/** Characters of numbers: another number is another fact. */
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]/;
/** What may be meant where the characters at `at` and behind it do not go together. */
export function candidates(text: string, at: number, vocabulary: Vocabulary): Candidate[] {
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

import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { SHAPES } from '../../language/data/shapes.ts';
import { foldSyllable, type Reading } from '../../language/pinyin.ts';
import type { Correction } from './correction.ts';

/**
 * Kinds of misspelling, the likeliest first: a character typed twice; another character of the same
 * sound, of the same syllable in another tone, of a syllable easily confused in the same tone or in
 * another, or of a like shape; two characters swapped or one left out between them.
 */
export const MISSPELLINGS = [
  'doubled',
  'sameSound',
  'otherTone',
  'likeSound',
  'farSound',
  'likeShape',
  'order',
] as const;
export type Misspelling = (typeof MISSPELLINGS)[number];

/** A correction that would explain one misspelling. */
export interface Candidate extends Correction {
  readonly misspelling: Misspelling;
}

const HAN = /^\p{Script=Han}$/u;
/** Characters of numbers, which are never corrected: another number is another fact. */
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]/;
/** Characters that are as much another fact by another character: nobody asks where somebody 市. */
const FATE = /[死伤亡买卖]/;
/**
 * Corrections of the two characters at `at`, which the corpus never writes side by side. Each leaves
 * fewer such pairs than the text as typed.
 */
export function candidates(text: string, at: number, vocabulary: Vocabulary): Candidate[] {
  const [first = '', second = ''] = [text[at], text[at + 1]];
  if (!HAN.test(first) || !HAN.test(second)) return [];
  const single = [at, at + 1].flatMap((start) => {
    const own = text.charAt(start);
    return replacements(text, start, start + 1, confusable(own, vocabulary), vocabulary).map(
      (meant) => ({
        start,
        end: start + 1,
        text: meant,
        misspelling: misspellingBetween(vocabulary.readings(own), vocabulary.readings(meant)),
      }),
    );
  });
  if (NUMERAL.test(first + second)) return single;
  const both = (texts: readonly string[], misspelling: Misspelling) =>
    replacements(text, at, at + 2, texts, vocabulary).map((meant) => ({
      start: at,
      end: at + 2,
      text: meant,
      misspelling,
    }));
  const left = vocabulary
    .following(first)
    .filter((between) => !NUMERAL.test(between) && vocabulary.holdsPair(between, second))
    .map((between) => first + between + second);
  return [
    ...single,
    ...(first === second ? both([first], 'doubled') : []),
    ...both([second + first, ...left], 'order'),
  ];
}

/**
 * Replacements for `[start, end)` that leave fewer bigrams unknown to the corpus than the text as typed,
 * one character of context on each side included.
 */
function replacements(
  text: string,
  start: number,
  end: number,
  meant: Iterable<string>,
  { lacking }: Vocabulary,
): string[] {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const typed = lacking(before + text.slice(start, end) + after);
  return [...meant].filter((one) => lacking(before + one + after) < typed);
}

/** Characters of the corpus that sound or look so much like one that it may be typed for them. */
function confusable(character: string, vocabulary: Vocabulary): ReadonlySet<string> {
  if (NUMERAL.test(character) || FATE.test(character)) return new Set();
  const found = new Set(SHAPES.get(character));
  for (const sound of new Set(
    vocabulary.readings(character).map(({ syllable }) => foldSyllable(syllable)),
  )) {
    for (const other of vocabulary.soundingLike(sound)) {
      if (other !== character && !NUMERAL.test(other)) found.add(other);
    }
  }
  return found;
}

/** The kind of misspelling that types one character for another, by the likest of their readings. */
function misspellingBetween(own: readonly Reading[], others: readonly Reading[]): Misspelling {
  const some = (alike: (one: Reading, other: Reading) => boolean) =>
    own.some((one) => others.some((other) => alike(one, other)));
  const sameTone = (one: Reading, other: Reading) => one.tone === other.tone;
  const sameSyllable = (one: Reading, other: Reading) => one.syllable === other.syllable;
  if (some((one, other) => sameSyllable(one, other) && sameTone(one, other))) return 'sameSound';
  if (some(sameSyllable)) return 'otherTone';
  const likeSyllable = (one: Reading, other: Reading) =>
    foldSyllable(one.syllable) === foldSyllable(other.syllable);
  if (some((one, other) => likeSyllable(one, other) && sameTone(one, other))) return 'likeSound';
  return some(likeSyllable) ? 'farSound' : 'likeShape';
}

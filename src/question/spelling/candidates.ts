import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { SHAPES } from '../../language/data/shapes.ts';
import { fold, type Reading } from '../../language/pinyin.ts';
import type { Mend } from './mend.ts';

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
/** What may be meant where the characters at `at` and behind it do not go together, and leaves fewer that do not. */
export function candidates(text: string, at: number, vocabulary: Vocabulary): Candidate[] {
  const [first = '', second = ''] = [text[at], text[at + 1]];
  if (!HAN.test(first) || !HAN.test(second)) return [];
  const single = [at, at + 1].flatMap((start) => {
    const own = text.charAt(start);
    return mendsOf(text, start, start + 1, mistakable(own, vocabulary), vocabulary).map(
      (meant) => ({
        start,
        end: start + 1,
        text: meant,
        slip: slipBetween(vocabulary.readings(own), vocabulary.readings(meant)),
      }),
    );
  });
  if (NUMERAL.test(first + second)) return single;
  const both = (texts: readonly string[], slip: Slip) =>
    mendsOf(text, at, at + 2, texts, vocabulary).map((meant) => ({
      start: at,
      end: at + 2,
      text: meant,
      slip,
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

/** Those texts in whose company fewer neighbouring characters are unheard of than in that of `[start, end)`. */
function mendsOf(
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

/** Characters of the corpus that one may stand for. */
function mistakable(character: string, vocabulary: Vocabulary): ReadonlySet<string> {
  if (NUMERAL.test(character)) return new Set();
  const found = new Set(SHAPES.get(character));
  for (const sound of new Set(
    vocabulary.readings(character).map(({ syllable }) => fold(syllable)),
  )) {
    for (const other of vocabulary.soundingLike(sound)) {
      if (other !== character && !NUMERAL.test(other)) found.add(other);
    }
  }
  return found;
}

/** How two characters differ that sound or look alike. */
function slipBetween(own: readonly Reading[], others: readonly Reading[]): Slip {
  const some = (alike: (one: Reading, other: Reading) => boolean) =>
    own.some((one) => others.some((other) => alike(one, other)));
  const sameTone = (one: Reading, other: Reading) => one.tone === other.tone;
  const sameSyllable = (one: Reading, other: Reading) => one.syllable === other.syllable;
  if (some((one, other) => sameSyllable(one, other) && sameTone(one, other))) return 'sameSound';
  if (some(sameSyllable)) return 'otherTone';
  const likeSyllable = (one: Reading, other: Reading) =>
    fold(one.syllable) === fold(other.syllable);
  if (some((one, other) => likeSyllable(one, other) && sameTone(one, other))) return 'likeSound';
  return some(likeSyllable) ? 'farSound' : 'likeShape';
}

import {
  CHINESE_BEGINS,
  CHINESE_SOURCE,
  MIXED_SOURCE,
  parseNumeral,
  SCALE_SOURCE,
} from '../../language/numerals.ts';
import { INSIDE } from '../data/qualifiers.ts';
import { matchesOf } from '../parts/all-matches.ts';
import type { Sighting } from '../parts/draft.ts';
import type { Qualifier } from '../parts/figure.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** Not in the middle of a number or of a Latin name. */
export const NUMBER_BEGINS = '(?=[0-9０-９])(?<![0-9０-９A-Za-z_])(?<![0-9０-９][.．/])';
export const DASH = '[-－—–~～至]{1,2}';

/** What a typesetter puts between a number and its unit: 3000 万英镑, 24 次. */
export const GAP = '[ \\u00a0\\u2009\\u202f\\u3000]?';
const SPACED_SCALE = `(?:(?<![万亿千百])[ \\u00a0\\u2009\\u202f\\u3000](?<spaced>${SCALE_SOURCE}{1,4}))?`;

/** 9300多, 30余万, 1.8亿, 3000 万: named groups `number`, `spaced`, `inside`, `scale`. */
export const ARABIC_QUANTITY = `${NUMBER_BEGINS}(?<number>${MIXED_SOURCE})${SPACED_SCALE}(?:${GAP}(?<inside>[多余来])(?<scale>${SCALE_SOURCE}{0,4}))?`;
/** 四十二, 三十多万: named groups `chinese`, `more`, `power`. */
export const CHINESE_QUANTITY = `${CHINESE_BEGINS}(?<chinese>${CHINESE_SOURCE})(?:(?<more>[多余来几])(?<power>[万亿]{0,4}))?`;
export const QUANTITY = `(?:${ARABIC_QUANTITY}|${CHINESE_QUANTITY})`;

/** 上百, 数十亿, 几千: the least that it can mean. */
export const VAGUE = '(?<vague>[上数几](?<order>[十百千万亿]{1,3}))';

/** 两三千, 三五百: two numbers, the least of which is counted; named groups `least`, `scaled`. */
const NEXT = '一(?=[二两])|[二两](?=三)|三(?=[四五])|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九)';
export const PAIRED = `(?<![零一二两三四五六七八九十百千万亿第])(?<least>${NEXT})[二两三四五六七八九](?<scaled>[十百千万亿]{1,3})`;

export interface Quantity {
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly chinese: boolean;
}

/** The value of a match of `QUANTITY`, `VAGUE` or `PAIRED`; undefined where the characters write no number. */
export function readQuantity(groups: Groups): Quantity | undefined {
  const { number, spaced = '', inside, scale = '', chinese, more, power = '' } = groups;
  const { order, least, scaled = '' } = groups;
  const vague = least === undefined ? order : least + scaled;
  const written =
    vague ?? (number === undefined ? (chinese ?? '') + power : number + spaced + scale);
  const value = parseNumeral(written);
  if (value === undefined) return undefined;
  const within = inside ?? (more === '几' ? '多' : more);
  const qualifier = vague ? 'over' : within ? (INSIDE[within] ?? 'over') : 'exact';
  return { value, qualifier, chinese: number === undefined };
}

/** A recogniser's `read` over one global pattern. */
export function* scan(
  pattern: RegExp,
  sentence: string,
  read: (match: RegExpExecArray, groups: Groups) => Sighting | undefined,
): Generator<Sighting> {
  for (const match of matchesOf(pattern, sentence)) {
    const sighting = read(match, match.groups ?? {});
    if (sighting) yield sighting;
  }
}

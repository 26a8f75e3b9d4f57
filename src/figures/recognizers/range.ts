import {
  CHINESE_BEGINS,
  CHINESE_SOURCE,
  MIXED_SOURCE,
  NUMERAL_SOURCE,
  parseNumeral,
  SCALE_SOURCE,
} from '../../language/numerals.ts';
import { CURRENCIES, UNITS } from '../data/units.ts';
import { amount, type Recognizer, type Sighting } from '../parts/draft.ts';
import { UNIT_SOURCE } from '../parts/units.ts';
import { DASH, GAP, type Groups, NUMBER_BEGINS, scan } from './quantity.ts';

const UNIT = `(?:个百分点|[%％‰]|${UNIT_SOURCE}|岁|周(?![年岁期边])|年(?!代|级))`;
const PATTERN = new RegExp(
  `${NUMBER_BEGINS}(?<low>${MIXED_SOURCE})(?:${GAP}(?<lowUnit>${UNIT}))?${GAP}(?:${DASH}|(?<until>到))${GAP}(?<high>${MIXED_SOURCE})(?: (?<spaced>[万亿]{1,2}))?(?:${GAP}(?<unit>${UNIT}))?`,
  'g',
);
/** 一千元以上五千元以下, 三年以上不满十年: how laws write a range; the unit stands at both ends. */
const FROM_TO = new RegExp(
  `(?:${NUMBER_BEGINS}(?<low>${MIXED_SOURCE})|${CHINESE_BEGINS}(?<chinese>${CHINESE_SOURCE}))${GAP}(?<unit>${UNIT}|日(?!元))` +
    `(?:及其?)?以上[、，]?(?:(?<below>不满|不足)|不超过)?(?<high>${NUMERAL_SOURCE})${GAP}\\k<unit>(?:以下)?`,
  'g',
);
/** 五十五至六十四岁, 三到五天: the unit says that it is no other run of numerals. */
const SPELLED = new RegExp(
  `${CHINESE_BEGINS}(?<low>${CHINESE_SOURCE})(?<lowUnit>${UNIT})?(?:至|(?<until>到))(?<high>${CHINESE_SOURCE})(?<unit>${UNIT})`,
  'g',
);
/** 一九至二一年: years digit by digit. */
const DIGITS = /^[零〇一二三四五六七八九]{2,}$/;
const BETWEEN = new RegExp(`${DASH}|到|以上`);
/** 从3万到5万: what something became, where a dash would stand for a range. */
const FROM = /[从由自][^，。；、]{0,12}$/;
/** 减少300人至4.2万人: by how much, and to what it has come; the ends of a range are nearer to each other. */
const CHANGED = /[增加减少升降涨跌][约近逾超]?$/;
const FARTHEST = 10;
const SCALED = /[万亿]$/;
const TRAILING_SCALE = new RegExp(`${SCALE_SOURCE}+$`);

/**
 * 3—5年, 6%－6.5%, 30至50万人, 一千元以上五千元以下: one figure with the whole range as its text and
 * the lower end as its value, since the article says no less than that.
 */
export const range: Recognizer = {
  name: 'range',
  sign: BETWEEN,
  *read(sentence) {
    yield* scan(PATTERN, sentence, readDashed);
    yield* scan(FROM_TO, sentence, readFromTo);
    yield* scan(SPELLED, sentence, readSpelled);
  },
};

function readDashed(match: RegExpExecArray, groups: Groups): Sighting | undefined {
  const { low = '', lowUnit, spaced = '', unit = lowUnit } = groups;
  const high = `${groups['high'] ?? ''}${spaced}`;
  const upper = parseNumeral(high);
  // 30至50万: the scale stands once and is meant twice
  const scale = /[万亿千百]$/.test(low) || lowUnit ? '' : (TRAILING_SCALE.exec(high)?.[0] ?? '');
  const lower = parseNumeral(low + scale);
  if (lower === undefined || upper === undefined || lower >= upper) return undefined;
  if (lowUnit && lowUnit !== unit) return undefined;
  const before = match.input.slice(0, match.index);
  if (groups['until'] && FROM.test(before)) return undefined;
  if (lowUnit && upper > lower * FARTHEST && CHANGED.test(before)) return undefined;
  // 报价为19.97万-24.96万, 250-300万: what is measured says the unit
  if (unit === undefined && !SCALED.test(high)) return undefined;
  const known = nameOf(unit ?? '');
  if (known === '年' && upper >= 1000) return undefined;
  return { ...amount(match.index, match[0], lower, known), high: upper };
}

function readSpelled(match: RegExpExecArray, groups: Groups): Sighting | undefined {
  const isYear = [groups['low'], groups['high']].some((one) => DIGITS.test(one ?? ''));
  return isYear ? undefined : readDashed(match, groups);
}

function readFromTo(match: RegExpExecArray, groups: Groups): Sighting | undefined {
  const { low, chinese, below, high = '', unit = '' } = groups;
  const ends = below !== undefined || /以下$|不超过/.test(match[0]);
  const [lower, upper] = [parseNumeral(low ?? chinese ?? ''), parseNumeral(high)];
  if (!ends || lower === undefined || upper === undefined || lower >= upper) return undefined;
  return { ...amount(match.index, match[0], lower, nameOf(unit)), high: upper };
}

/** A unit as the tables of units have it. */
function nameOf(unit: string): string {
  const known = unit.replace('％', '%').replace('个百分点', '百分点').replace(/^日$/, '天');
  return UNITS.has(known) || CURRENCIES.has(known) ? known : unit;
}

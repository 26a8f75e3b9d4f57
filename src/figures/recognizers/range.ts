import { MIXED_SOURCE, parseNumeral, SCALE_SOURCE } from '../../language/numerals.ts';
import { CURRENCIES, UNITS } from '../data/units.ts';
import { amount, type Recognizer } from '../parts/draft.ts';
import { UNIT_SOURCE } from '../parts/units.ts';
import { DASH, GAP, NUMBER_BEGINS, scan } from './quantity.ts';

const UNIT = `(?:个百分点|[%％‰]|${UNIT_SOURCE}|岁|年(?!代|级))`;
const PATTERN = new RegExp(
  `${NUMBER_BEGINS}(?<low>${MIXED_SOURCE})(?:${GAP}(?<lowUnit>${UNIT}))?${GAP}${DASH}${GAP}(?<high>${MIXED_SOURCE})(?:${GAP}(?<unit>${UNIT}))?`,
  'g',
);
const BETWEEN = new RegExp(DASH);
const TRAILING_SCALE = new RegExp(`${SCALE_SOURCE}+$`);

/**
 * 3—5年, 6%－6.5%, 30至50万人: one figure with the whole range as its text and the lower end as its
 * value, since the article says no less than that.
 */
export const range: Recognizer = {
  name: 'range',
  sign: BETWEEN,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, { low = '', lowUnit, high = '', unit = lowUnit }) => {
      const upper = parseNumeral(high);
      // 30至50万: the scale stands once and is meant twice
      const scale =
        /[万亿千百]$/.test(low) || lowUnit ? '' : (TRAILING_SCALE.exec(high)?.[0] ?? '');
      const lower = parseNumeral(low + scale);
      if (lower === undefined || upper === undefined || lower >= upper) return undefined;
      if (unit === undefined || (lowUnit && lowUnit !== unit)) return undefined;
      const known = unit.replace('％', '%').replace('个百分点', '百分点');
      if (known === '年' && upper >= 1000) return undefined;
      const full = UNITS.has(known) || CURRENCIES.has(known) ? known : unit;
      return { ...amount(match.index, match[0], lower, full), high: upper };
    }),
};

import { parseNumeral } from '../../language/numerals.ts';
import { amount, type Recognizer, type Sighting } from '../parts/draft.ts';
import { DASH, GAP, type Groups, scan } from './quantity.ts';

const DIGITS = '[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?';
const UNIT = '摄氏度|℃|°C|华氏度|℉|°F|度(?![假电])';
const PATTERN = new RegExp(
  `(?<minus>(?<=[一-鿿（(:：,，])[-−－]|零下|负)(?<low>${DIGITS})(?:${GAP}(?:${UNIT}))?` +
    `(?:${GAP}${DASH}${GAP}(?<below>[-−－]|零下|负|零上)?(?<high>${DIGITS}))?${GAP}(?<unit>${UNIT})`,
  'g',
);

/** -11.7°C, 零下5℃, -3～8℃: a temperature below zero, or a range that begins there. */
export const belowZero: Recognizer = {
  name: 'belowZero',
  sign: /[-−－负]|零下/,
  read: (sentence) => scan(PATTERN, sentence, read),
};

function read(match: RegExpExecArray, { low, below, high, unit }: Groups): Sighting | undefined {
  const one = parseNumeral(low ?? '');
  const other = parseNumeral(high ?? '');
  if (one === undefined || unit === undefined) return undefined;
  const written = unit === '度' ? '摄氏度' : unit;
  if (other === undefined) return amount(match.index, match[0], -one, written);
  const upper = below === undefined || below === '零上' ? other : -other;
  const [least, most] = [Math.min(-one, upper), Math.max(-one, upper)];
  return { ...amount(match.index, match[0], least, written), high: most };
}

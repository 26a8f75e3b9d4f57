import { NUMERAL_SOURCE } from '../../language/numerals.ts';
import type { AnswerSpan } from './typed-spans.ts';

const UNIT = '(?:周?岁|厘米|公分|cm|米)';
const WHO =
  '(?:儿童|小孩|孩子|幼儿|婴|老人|老年|长者|青?少年|未成年|成人|居民|公民|市民|游客|旅客|乘客|患者|学生|[男女]性|人[员群士]|者)';
/** Of what age or height those are for whom something holds: 1.2米以下儿童免票. */
const WHOM = new RegExp(
  `(?:${NUMERAL_SOURCE})(?:\\s?[-—–~至到]\\s?(?:${NUMERAL_SOURCE}))?\\s?${UNIT}(?:\\([^)]{1,6}\\))?(?:[及或]?以[上下])?(?:\\([^)]{1,6}\\))?的?(?=${WHO})`,
  'gu',
);

/** Where normalised text says for whom something holds by an age or a height, which is no answer to how much. */
export function whomHeld(text: string): readonly AnswerSpan[] {
  return [...text.matchAll(WHOM)].map(({ index: start, 0: said }) => ({
    start,
    end: start + said.length,
  }));
}

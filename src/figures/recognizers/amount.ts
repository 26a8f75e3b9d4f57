import { amount, type Recognizer, type Sighting } from '../draft.ts';
import { CHINESE_UNIT_SOURCE, UNIT_SOURCE } from '../units.ts';
import { type Groups, QUANTITY, readQuantity, scan, VAGUE } from './quantity.ts';

const PATTERN = new RegExp(
  `(?:${QUANTITY}|${VAGUE}) ?(?:(?<=[0-9０-９多余来万亿千百] ?)(?<unit>${UNIT_SOURCE})|(?<counter>${CHINESE_UNIT_SOURCE}))(?:/(?<per>${UNIT_SOURCE}|年|月|人))?`,
  'g',
);
/** 百 and 万 alone are a number only where something says how nearly: 近百家, 超千件. */
const SAID = /(?:近|超|逾|过|约|达|上|数|几|成)$/;

/** 1.8亿元, 9300多项, 四十二个, 上百家, 350元/平方米: a number and its unit. */
export const quantity: Recognizer = {
  name: 'amount',
  read: (sentence) => scan(PATTERN, sentence, (match, groups) => read(match, groups, sentence)),
};

function read(match: RegExpExecArray, groups: Groups, sentence: string): Sighting | undefined {
  const found = readQuantity(groups);
  const unit = groups['unit'] ?? groups['counter'];
  if (!found || unit === undefined) return undefined;
  if (found.chinese && !groups['vague']) {
    const written = groups['chinese'] ?? '';
    // 一个, 一家: an article, not a number
    if (found.value <= 1) return undefined;
    if (/^[百千万亿]+$/.test(written) && !SAID.test(sentence.charAt(match.index - 1)))
      return undefined;
  }
  const full = groups['per'] ? `${unit}/${groups['per']}` : unit;
  return amount(match.index, match[0], found.value, full, found.qualifier);
}

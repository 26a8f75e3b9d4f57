import { amount, type Recognizer, type Sighting } from '../parts/draft.ts';
import { CHINESE_UNIT_SOURCE, dimensionOf, UNIT_SOURCE } from '../parts/units.ts';
import {
  ARABIC_QUANTITY,
  CHINESE_QUANTITY,
  GAP,
  type Groups,
  PAIRED,
  readQuantity,
  scan,
  VAGUE,
} from './quantity.ts';

const PER = `(?:/(?<per>${UNIT_SOURCE}|年|月|人))?`;
/** 净利润为-0.4亿元, 负0.4亿元: an amount of money below nothing. */
const MINUS = '(?<minus>(?<=(?![元万亿美币圆角分])[一-鿿:：（(])[-−－]|(?<!胜)负)?';
const ARABIC = new RegExp(`${MINUS}${ARABIC_QUANTITY}${GAP}(?<unit>${UNIT_SOURCE})${PER}`, 'g');
/** Behind Chinese characters fewer units are believed: 三级, 上亿市场主体. */
const CHINESE = new RegExp(
  `(?:${PAIRED}|${CHINESE_QUANTITY}|${VAGUE})(?<unit>${CHINESE_UNIT_SOURCE})${PER}`,
  'g',
);
/** 一一个, 二三家, 一二三名: no number of things; 一二一一人 is one, as papers of Taiwan write it. */
const DIGITS_ONLY = /^(?:[零〇○一二两三四五六七八九]{2}|一二三|二三四|三四五)$/;
/** 百 and 万 alone are a number only where something says how nearly: 近百家, 超千件. */
const SAID = /(?:近|超|逾|过|约|达|上|数|几|成)$/;

/** 1.8亿元, 9300多项, 四十二个, 上百家, 350元/平方米: a number and its unit. */
export const quantity: Recognizer = {
  name: 'amount',
  *read(sentence) {
    for (const pattern of [ARABIC, CHINESE]) {
      yield* scan(pattern, sentence, (match, groups) => read(match, groups, sentence));
    }
  },
};

function read(match: RegExpExecArray, groups: Groups, sentence: string): Sighting | undefined {
  const found = readQuantity(groups);
  const unit = groups['unit'];
  if (!found || unit === undefined) return undefined;
  // 第二套: which one
  if (/第\s?$/.test(sentence.slice(Math.max(0, match.index - 2), match.index))) return undefined;
  if (found.chinese && !groups['vague'] && !groups['least']) {
    const written = groups['chinese'] ?? '';
    // 一个, 一家: an article, not a number
    if (found.value <= 1 || DIGITS_ONLY.test(written)) return undefined;
    if (/^[百千万亿]+$/.test(written) && !SAID.test(sentence.charAt(match.index - 1)))
      return undefined;
  }
  const full = groups['per'] ? `${unit}/${groups['per']}` : unit;
  const minus = groups['minus'];
  if (minus !== undefined && dimensionOf(unit) === 'money') {
    return amount(match.index, match[0], -found.value, full, found.qualifier);
  }
  const size = minus?.length ?? 0;
  if (unit === '人口') {
    return {
      ...amount(match.index + size, match[0].slice(size), found.value, '人', found.qualifier),
      noun: unit,
    };
  }
  return amount(match.index + size, match[0].slice(size), found.value, full, found.qualifier);
}

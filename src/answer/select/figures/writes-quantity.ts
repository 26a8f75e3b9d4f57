import { dimensionOf } from '../../../figures/parts/units.ts';
import { NUMERAL_SOURCE } from '../../../language/numerals.ts';
import { LIKE_COUNTERS, WRITTEN_UNITS } from '../../../question/data/quantities.ts';
import type { Demand } from '../../../question/demand.ts';

/** 一 alone is rarely a number: 一般, 过去一年; 二 is one before a time. */
const ANY_NUMERAL =
  /\p{Nd}|[一二两三四五六七八九十百千万亿]{2}|[两三四五六七八九十半]\p{Script=Han}|(?<![第周])二(?:年(?!级)|个?月|天|日|周|小时)/u;

/** 多久出一次: how often is told by a span of time at which it comes round. */
const HOW_OFTEN = /(?:多久|多长时间)[^,?]{0,8}一[次回趟期]/u;
const COMES_ROUND =
  /[每按逐](?:隔|满)?[^,;。]{0,4}?(?:年|季|月|周|天|日|时|分钟|秒)|[年月周天日]一?[两三四]?[次度]/u;
/** 延长半年: by how long something was made longer or shorter. */
const CHANGED_BY_TIME = new RegExp(
  `(?:延长|缩短|推迟|延后|提前|增加|减少)了?[约近超]?(?:${NUMERAL_SOURCE}|半|数)[多余来几]?\\s?个?(?:年|月|天|日|周|小时|分钟|秒)`,
  'u',
);
/** What is counted, behind its counter: 冠军 of 几个冠军, which a text may count without one, 3冠王, 两校. */
const COUNTED_NOUN = /(?:几|多少)[个家所座名支](\p{Script=Han})(\p{Script=Han})?/u;
/** What a text writes in place of a counter of matches: 3连败. */
const OF_MATCHES = '连[胜败冠霸]|[胜平负冠](?!军)';

/** A month, a day or an hour by its number, and a year where no number of years is asked. */
const DATE =
  /[0-9]{1,2}月(?:[0-9]{1,2}[日号]?|份|底|初)?|(?<![0-9.])[0-9]{1,2}[日号](?![内之以前后])|[0-9]{1,2}[时点](?:[0-9]{1,2}分)?|[今去前明后当次同每][年月日天]|年[底初末]/gu;
const YEAR = /[0-9]{4}年/gu;
/** Time that is told without a number: 尚需时日, 数月. */
const SOME_TIME = /时日|[数多几][年月周天日]/u;

/** Numbers that count nothing: the mark of an item of a list, those of an address. */
const MARK = /https?:\S+|^\s*[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[).、:](?![0-9])/gu;
/** The same of a day or a year, where no time is asked. */
const DAY_OR_YEAR =
  /(?:(?<![0-9])[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|(?<![0-9])[0-9]{1,2}日|(?<![0-9.,])[12][0-9]{3}年(?![来多间内])/gu;

/**
 * Whether normalised text writes a number that could meet the demanded unit though it is no whole
 * figure: the counter asked for, or one like it, behind a numeral.
 */
export function writesQuantity(
  { counter, dimension, change, ordinal, wording }: Demand,
  written: string,
): boolean {
  const asked = dimension ?? (counter === undefined ? undefined : dimensionOf(counter));
  if (change !== undefined) return asked === 'time' && CHANGED_BY_TIME.test(written);
  if (HOW_OFTEN.test(wording)) return COMES_ROUND.test(written);
  const plain = written.replace(MARK, ' ');
  const text = asked === 'time' ? plain : plain.replace(DAY_OR_YEAR, ' ');
  if (asked === undefined) return ANY_NUMERAL.test(text);
  if (asked === 'money' && counter !== undefined) return text.includes(counter);
  if (asked !== 'count') {
    // 8月6日 is a day, and no six days
    if (asked === 'time' && SOME_TIME.test(text)) return true;
    const told = asked === 'time' ? withoutDates(text, counter) : text;
    return ANY_NUMERAL.test(told) && WRITTEN_UNITS[asked]?.test(told) === true;
  }
  if (counter === undefined) return ANY_NUMERAL.test(text);
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter)) ?? new Set([counter]);
  const counters = [
    // 8个月 counts no things
    ...[...alike].map((one) => (one === '个' ? '个(?!月)' : one)),
    ...(alike.has('人') ? [] : ['个(?!月)']),
    ...(alike.has('场') ? [OF_MATCHES] : []),
    ...(COUNTED_NOUN.exec(wording)?.slice(1).filter(Boolean) ?? []),
  ].join('|');
  // 一家企业 is a firm, not a number of firms
  return new RegExp(
    `(?<![0-9.,${ordinal ? '' : '第'}])(?!一[个家名位项种件次场座所])(?:${NUMERAL_SOURCE})[多余来几]?\\s?(?:${counters})`,
    'u',
  ).test(text);
}

function withoutDates(text: string, counter: string | undefined): string {
  const rest = text.replace(DATE, ' ');
  return counter === '年' ? rest : rest.replace(YEAR, ' ');
}

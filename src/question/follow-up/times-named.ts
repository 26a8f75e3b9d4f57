import { parsePeriods } from '../../figures/parts/periods.ts';
import type { Token } from '../../language/tokenizer.ts';
import type { Question } from '../question.ts';

/** The date that words such as 去年 are read against, where only it matters that they name a period. */
export const ANY_DATE = '2000-01-01';

/** Part of a text, in UTF-16 units. */
interface Mention {
  readonly start: number;
  readonly end: number;
}

/** A day of the month that is spoken of: 28号 of 那28号呢. */
const DAY = /(?<![0-9])[0-9]{1,2}[日号](?![线楼馆门])/gu;
const DAY_ALONE = /(?<![0-9月])[0-9]{1,2}[日号](?![线楼馆门])/u;
/** Times that come round, and by which opening hours and prices are told apart. */
const COMES_ROUND =
  /[春夏秋冬][天季]|(?:周|星期|礼拜)[一二三四五六日天末]|工作日|节假日|平时|(?<!生)[平双]日|[上下]午|[早晚]上/gu;

/** Whether normalised text names a day of the month without its month. */
export function namesDayAlone(text: string): boolean {
  return DAY_ALONE.test(text);
}

export function daysIn(text: string): readonly Mention[] {
  return mentionsOf(DAY, text);
}

export function timesThatComeRound(text: string): readonly Mention[] {
  return mentionsOf(COMES_ROUND, text);
}

function mentionsOf(pattern: RegExp, text: string): readonly Mention[] {
  return [...text.matchAll(pattern)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
}

/** So long up to now, which names no period by itself. */
const SO_LONG = /(?:最?近|过去)[一二两三四五六七八九十半0-9]{1,3}个?(?:年|月|周|季度?|天|日)/gu;

/** The words of a question beside those that name its time. */
export function withoutTimes({ content, normalized }: Question): readonly Token[] {
  const times = [...parsePeriods(normalized, ANY_DATE), ...mentionsOf(SO_LONG, normalized)];
  return content.filter(
    (token) => !times.some(({ start, end }) => start <= token.start && token.end <= end),
  );
}

/** Whether a word is a time that comes round. */
export function comesRound(word: string): boolean {
  const [mention] = timesThatComeRound(word);
  return mention !== undefined && mention.start === 0 && mention.end === word.length;
}

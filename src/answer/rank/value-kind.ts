import { baseOf, MEASURED_UNITS } from '../../figures/parts/units.ts';
import { NUMERAL_SOURCE } from '../../language/numerals.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import {
  COUNTED_ALIKE,
  DATES,
  LENGTH_OF_TIME,
  RATE,
  TOLD_WHEN,
  VALUE_KINDS,
} from './data/value-kinds.ts';

const AMOUNTS: ReadonlySet<AnswerType> = new Set(['number', 'money']);
const QUANTITY = /[0-9]|[二三四五六七八九十百千万亿]+[多余]?\p{Script=Han}/u;

/**
 * Tells whether a sentence holds a value of the very kind asked for: so many people for 多少人, a day for
 * 哪一天, a country for 哪个国家. 1 where one is there that the question does not write, −1 where none is; 0
 * where the question leaves the kind open.
 */
export function valueKindReader(question: Question): (text: string) => number {
  const { normalized, type } = question;
  const tells = tellsOf(question);
  if (tells === undefined) return () => 0;
  const isLength = tells === LENGTH_OF_TIME;
  return (text) => {
    const told = isLength && type === 'duration' ? text.replace(DATES, ' ') : text;
    return isNewIn(tells, told, normalized) ? 1 : -1;
  };
}

/** What tells a value of the kind that a question asks for; undefined where it asks for no certain kind. */
function tellsOf({ normalized, type, counter, asksAt }: Question): RegExp | undefined {
  if (counter !== undefined) return countedBy(counter, normalized, asksAt);
  if (type === 'number' && RATE.asks.test(normalized)) return RATE.tells;
  if (type === 'duration') return LENGTH_OF_TIME;
  return VALUE_KINDS.find(({ asks }) => asks.test(normalized))?.tells;
}

/** A numeral with a counter, with one that counts the same, or with a unit that measures the same. */
function countedBy(counter: string, normalized: string, asksAt: number): RegExp {
  const alike = COUNTED_ALIKE.find((counters) => counters.includes(counter));
  const [base] = baseOf(counter);
  const units = MEASURED_UNITS.filter((unit) => baseOf(unit)[0] === base);
  // 个 counts anything: 17座城市 and 17城 tell how many 个 of 城市
  const behind = normalized.indexOf(counter, asksAt) + counter.length;
  const noun = counter === '个' ? normalized.slice(behind, behind + 1) : '';
  const names = [counter, ...(alike ?? ''), ...units, noun].filter((name) =>
    /[\p{L}%]/u.test(name),
  );
  const unit = names
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
  return new RegExp(`${NUMERAL_SOURCE}[多余来几]?[万亿]?(?:左右)?\\s?个?(?:${unit})`, 'giu');
}

/** Whether a pattern finds something in a text that the question does not write. */
function isNewIn(pattern: RegExp, text: string, question: string): boolean {
  for (const [found] of text.matchAll(pattern)) if (!question.includes(found)) return true;
  return false;
}

/** A number or money is asked for: 1 where a text has a number that is no date, −1 where it has none; else 0. */
export function quantityReader({ type }: Question): (text: string) => number {
  if (!AMOUNTS.has(type)) return () => 0;
  return (text) => (QUANTITY.test(text.replace(DATES, ' ')) ? 1 : -1);
}

/** A time is asked for, and a text tells one as reports do, without year and month. */
export function toldWhenReader({ type, normalized }: Question): (text: string) => boolean {
  return (text) => type === 'date' && isNewIn(TOLD_WHEN, text, normalized);
}

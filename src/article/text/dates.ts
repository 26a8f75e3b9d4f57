/** A date found in a text: where it stands there and the ISO day it names, if such a day exists. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** Undefined when it has the shape of a date but names no day, as 2023-13-45 does. */
  readonly iso: string | undefined;
}

const TIME = String.raw`(?:[T\s]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const WESTERN = new RegExp(
  String.raw`(?<![\d.])(民[国國])?(\d{2,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?${TIME}`,
  'u',
);
const CHINESE =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u;
const DIGITS = '〇一二三四五六七八九';

/** 民国 years count from 1912. */
const MINGUO_OFFSET = 1911;

/** Full-width forms that a date is written with; each is one unit long, as its half-width form is. */
const FULL_WIDTH = /[\uFF0D-\uFF1A]/g;
const TO_HALF_WIDTH = 0xfee0;

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - TO_HALF_WIDTH),
  );
}

/**
 * The first date in `text`: 2023-06-01 17:08, 2023/6/1, 2023.06.01, 2023年6月1日, 民國112年6月1日,
 * 二〇二三年六月一日, in half or full width. The time of day belongs to its span but not to its value.
 */
export function findDate(text: string): FoundDate | undefined {
  const western = WESTERN.exec(halfWidth(text));
  if (western !== null) {
    const [whole, era, year = '', month = '', day = ''] = western;
    if (year.length === 4 || era !== undefined) {
      const base = era === undefined ? 0 : MINGUO_OFFSET;
      return found(western.index, whole.trimEnd(), Number(year) + base, Number(month), Number(day));
    }
  }
  const chinese = CHINESE.exec(text);
  if (chinese === null) return undefined;
  const [whole, year = '', month = '', day = ''] = chinese;
  const digits = Number([...year].map(readDigit).join(''));
  return found(chinese.index, whole, digits, readTens(month), readTens(day));
}

/** The ISO day that all of `text` names, e.g. `2023-06-01` for 2023年6月1日; undefined for anything else. */
export function readDate(text: string): string | undefined {
  const date = findDate(text);
  if (date === undefined || text.slice(0, date.start).trim() !== '') return undefined;
  return text.slice(date.end).trim() === '' ? date.iso : undefined;
}

/** Reports that are named by the year they are given in, not by the year they tell of. */
const REPORT =
  /^((?:19|20)\d{2})年(?!度).{0,30}(?:政府|法院|检察院|常务委员会|常委会)工作报告|^.{0,40}(?:政府|法院|检察院|常务委员会|常委会)工作报告\s?[（(]((?:19|20)\d{2})年?[）)]$/u;

/** The year in which the report of that title was given: `2019` for 2019年政府工作报告. */
export function readReportYear(title: string): string | undefined {
  const match = REPORT.exec(title);
  return match?.[1] ?? match?.[2];
}

function found(start: number, whole: string, year: number, month: number, day: number): FoundDate {
  return { start, end: start + whole.length, iso: isoDay(year, month, day) };
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date rolls 2023-02-30 over into March; a day that rolls over is none.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

function readDigit(char: string): number {
  return char === '○' || char === '零' ? 0 : DIGITS.indexOf(char);
}

/** 一 … 三十一 */
function readTens(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? readDigit(text) : Number.NaN;
  const tens = ten === 0 ? 1 : readDigit(text.charAt(0));
  const ones = text.slice(ten + 1);
  return tens * 10 + (ones === '' ? 0 : readDigit(ones));
}

import { NUMERAL_SOURCE, parseNumeral } from '../../../language/numerals.ts';

/** On which side of an event so many days lie: 开课前10天, 到货后七日. */
type Side = 'before' | 'after';

/** So many days, years of age or metres that a rule holds for, or that a question names a case by. */
export interface CaseLimit {
  /** UTF-16 offset into the text. */
  readonly start: number;
  /** What is limited, by the unit that it is reckoned in: 小时, 岁, 米. */
  readonly base: string;
  /** In `base`. */
  readonly low: number;
  /** In `base`; `Infinity` where nothing bounds it above. */
  readonly high: number;
  readonly side?: Side | undefined;
  /** 前7日取消: the very day, though it may hold for all before it too. */
  readonly isExact?: boolean;
}

/** Units in which cases are told apart, each with the one it is reckoned in and how many of those it is. */
const UNITS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  分钟: ['小时', 1 / 60],
  小时: ['小时', 1],
  天: ['小时', 24],
  日: ['小时', 24],
  周: ['小时', 7 * 24],
  星期: ['小时', 7 * 24],
  月: ['小时', 30 * 24],
  年: ['小时', 365 * 24],
  岁: ['岁', 1],
  厘米: ['米', 0.01],
  公分: ['米', 0.01],
  cm: ['米', 0.01],
  米: ['米', 1],
  公里: ['米', 1000],
  公斤: ['公斤', 1],
  kg: ['公斤', 1],
};
const UNIT = `(?:个?(?:工作)?[足周]?(?:${Object.keys(UNITS).join('|')})(?!年))`;
const NUMBER = `第?(?:${NUMERAL_SOURCE})`;
const INCLUSIVE = '(?:\\(不?含\\)|\\(含[^)]{1,6}\\))?';
const BELOW = '未满|不满|不足|未达|未逾|少于|小于|低于|不超过|不多于';

/** What leaves the number itself out. */
const OPEN_END = /[未不]满|不足|未达|少于|小于|低于/u;

/** How a rule writes for how many it holds; the first form that matches at a place is meant. */
const FORMS: readonly RegExp[] = [
  // 14-8天, 30 日(含)~14 日, 第一日至第二十九日
  `(?<from>${NUMBER})(?:\\s?(?<fromUnit>${UNIT}))?${INCLUSIVE}\\s?(?:[-—–~]|至|到)\\s?(?<to>${NUMBER})\\s?(?<unit>${UNIT})`,
  // 6岁以上未满12岁, 三日以上七日以下
  `(?<from>${NUMBER})\\s?(?<fromUnit>${UNIT})${INCLUSIVE}(?:[及或]?以上)?[,、]?[且但]?(?:(?:${BELOW}|至|到)(?<to>${NUMBER})\\s?(?<unit>${UNIT})|(?<upTo>${NUMBER})\\s?(?<upToUnit>${UNIT})${INCLUSIVE}[及或]?以[下内])`,
  `(?:${BELOW})\\s?(?<to>${NUMBER})\\s?(?<unit>${UNIT})`,
  `(?:(?<!不)超过|(?<![未不])[满逾]|多于|大于|高于|提前|至少|不少于)\\s?(?<from>${NUMBER})\\s?(?<unit>${UNIT})(?![以之]?内)`,
  `(?<to>${NUMBER})\\s?(?<unit>${UNIT})${INCLUSIVE}(?:[及或]?以下|[以之]?内)`,
  `(?<from>${NUMBER})\\s?(?<unit>${UNIT})${INCLUSIVE}(?:[及或]?以上|以外|[以之]?前)`,
  // 预约日前一日, 上课后第3天
  `(?<=[前后])(?<exact>${NUMBER})\\s?(?<unit>${UNIT})`,
].map((source) => new RegExp(source, 'gu'));

/** The day of the event itself: 当天取消. */
const SAME_DAY = /当[日天]|即日/gu;
/** A day of the calendar is no number of days, nor a year of it a number of years. */
const DATE =
  /[0-9]{3,4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日(?:\s?[-—–~至到]\s?[0-9]{1,2}日)?)?/gu;
/** Words of a clause before a number, or right behind its unit, that tell the side. */
const BEFORE = /前/u;
const AFTER = /后|起|逾期/u;
/** Characters before a number in which they are looked for. */
const REACH = 12;

/** The limits that a normalised text writes, in their order. */
export function limitsIn(text: string): readonly CaseLimit[] {
  const undated = withoutDates(text);
  const found: (CaseLimit & { readonly end: number })[] = [];
  for (const form of FORMS) {
    for (const match of undated.matchAll(form)) {
      const end = match.index + match[0].length;
      const isTaken = found.some((one) => one.start < end && match.index < one.end);
      const limit = isTaken ? undefined : limitOf(match, undated);
      if (limit !== undefined) found.push({ ...limit, end });
    }
  }
  return [...found, ...sameDays(undated)].sort((a, b) => a.start - b.start);
}

function limitOf(match: RegExpMatchArray & { index: number }, text: string): CaseLimit | undefined {
  const { from, fromUnit, to, unit, upTo, upToUnit, exact } = match.groups ?? {};
  const last = reckoned(unit ?? upToUnit ?? '');
  const first = fromUnit === undefined ? last : reckoned(fromUnit);
  const ends = [from ?? exact, to ?? upTo ?? exact].map((numeral) =>
    numeral === undefined ? undefined : parseNumeral(numeral.replace('第', '')),
  );
  const [lower, upper] = ends;
  if (last === undefined || first === undefined || first[0] !== last[0]) return undefined;
  if (lower === undefined && upper === undefined) return undefined;
  // 60-15天 counts down to the event
  const low = lower === undefined ? 0 : lower * first[1];
  const within = OPEN_END.test(match[0]) ? EDGE : 0;
  const high = upper === undefined ? Number.POSITIVE_INFINITY : upper * last[1] - within;
  return {
    start: match.index,
    base: last[0],
    low: Math.min(low, high),
    high: Math.max(low, high),
    side: sideOf(text, match.index, match.index + match[0].length),
    isExact: exact !== undefined,
  };
}

function reckoned(unit: string): readonly [base: string, factor: number] | undefined {
  return UNITS[unit.replace(/^个?(?:工作)?[足周]?(?=.)/u, '')] ?? UNITS[unit];
}

function sideOf(text: string, start: number, end: number): Side | undefined {
  const lead =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[,;。]/u)
      .at(-1) ?? '';
  const around = `${lead}${text.slice(start, end)}${/^[以之]?[前后]/u.exec(text.slice(end))?.[0] ?? ''}`;
  if (AFTER.test(around)) return BEFORE.test(around) ? undefined : 'after';
  return BEFORE.test(around) ? 'before' : undefined;
}

/** Before a number that is no case: one of an order, a time past, one that comes round or is asked for. */
const NO_CASE = /(?:第|近|过去|未来|今后|这|那|哪|几|多少|[上下每])$/u;
/** 一天, 一年: a case beside an event alone, and else how often or how much in it. */
const ONE = /^[一1]$/u;
const BEYOND = /[超逾迟晚过]期?了?$/u;
const POINT = new RegExp(
  `(?<number>${NUMERAL_SOURCE})\\s?(?<unit>${UNIT})(?<bound>[及或]?以[上下])?`,
  'gu',
);
/** How far beyond a limit 以上 and 以下 lie, and 未满 within it. */
const EDGE = 1e-6;

/** The cases that a normalised question names by a number: 开课前10天, 8岁的孩子, 当天. */
export function casesAsked(question: string): readonly CaseLimit[] {
  const undated = withoutDates(question);
  const points = [...undated.matchAll(POINT)].flatMap((match) => {
    const { number = '', unit = '', bound = '' } = match.groups ?? {};
    const [value, known] = [parseNumeral(number), reckoned(unit)];
    if (value === undefined || known === undefined) return [];
    const lead = undated.slice(0, match.index);
    const side = sideOf(undated, match.index, match.index + match[0].length);
    const isRate = ONE.test(number) && side === undefined && !BEYOND.test(lead);
    if (NO_CASE.test(lead) || isRate) return [];
    const beyond = bound.endsWith('上') ? EDGE : bound === '' ? 0 : -EDGE;
    const at = value * known[1] + beyond;
    return [{ start: match.index, base: known[0], low: at, high: at, side }];
  });
  return [...points, ...sameDays(undated)];
}

/** Whether limits hold a case; undefined where none of them is of its measure. */
export function holdsCase(limits: readonly CaseLimit[], asked: CaseLimit): boolean | undefined {
  const alike = limits.filter(({ base }) => base === asked.base);
  if (alike.length === 0) return undefined;
  if (alike.some((limit) => holds(limit, asked))) return true;
  const mayHold = alike.some(
    ({ isExact, low, side }) => isExact === true && side === 'before' && asked.low > low,
  );
  return mayHold ? undefined : false;
}

function holds({ low, high, side }: CaseLimit, asked: CaseLimit): boolean {
  const isOfSide = side === undefined || asked.side === undefined || side === asked.side;
  return isOfSide && low <= asked.low && asked.high <= high;
}

/** How closely limits hold a case: the least of what lies between it and a bound of each that does. */
export function closeness(limits: readonly CaseLimit[], asked: CaseLimit): number {
  const held = limits.filter((limit) => limit.base === asked.base && holds(limit, asked));
  return Math.min(
    ...held.map(({ low, high }) => (high === Infinity ? asked.low - low : high - low)),
  );
}

function sameDays(text: string): CaseLimit[] {
  return [...text.matchAll(SAME_DAY)].map(({ index }) => ({
    start: index,
    base: '小时',
    low: 0,
    high: 0,
  }));
}

function withoutDates(text: string): string {
  return text.replace(DATE, (date) => ' '.repeat(date.length));
}

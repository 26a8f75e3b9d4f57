import { matchesOf } from './all-matches.ts';
import { type Clock, FORMS } from './period-forms.ts';

/** A period named in a text. Offsets are UTF-16 units into that text. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  /**
   * ISO 8601: `2022`, `2023-06`, `2023-06-01`, `2021/2025`, `2022-07/2022-09`; `2019-01-01/..` is open
   * to what follows, and `--06`, `--01/--06` are parts of a year that is not known.
   */
  readonly period: string;
  /** `comparison`: only what something is compared with (比上年, 较去年同期). */
  readonly role: 'time' | 'comparison';
}

const PATTERNS = FORMS.map(([pattern, read]) => [new RegExp(pattern, 'g'), read] as const);
/** What every form has one of; most sentences have none. */
const SIGN = /[年月季五今昨报中]|[0-9][-/.]|[Qq][1-4]/;
const COMPARED_BEFORE = /(?:比|较|[大高低小多少快优强]于|超过|不及|超)(?:上年|去年)?$/;
/** From then on: 从2019年1月1日起, and not 起来, 起步. */
const FROM_THEN = /^起(?![步来源草伏诉初点飞征码跳])/;
/** 达到去年全年奖励总额的85.4%: a share of what was told of another time. */
const SHARE_BEFORE = /(?:达到?了?|占|相当于|完成)$/;
const SHARE_BEHIND = /^[^，。；0-9]{0,14}的?(?:约|近|超过?)?[0-9.]+[%％倍成]/;
const REACH_OF_SHARE = 24;
const BESIDE = /[与同和跟]$/;
const COMPARED_AFTER =
  /^(?:同期|同月|同季)?(?:的)?(?:相比|比较|持平|相当|一样|比(?=$|[涨增升多少降跌减高低呢?，,]))/;

/** What a text around `text` has said of time, ISO 8601. */
export interface Spoken {
  /** The period that all of it reports on: of a report for half a year, that half. */
  readonly report?: string | undefined;
  /** The one that it has come to. */
  readonly said?: string | undefined;
  /** The last one that it has named. */
  readonly mentioned?: string | undefined;
}

/**
 * The periods that `text` names, in order. `referenceDate` (ISO 8601, at least the year) is the day
 * of writing: 去年, 近五年 and bare months are left out without it. 上月 and 全年 are read against what
 * the text itself or the one around it speaks of.
 */
export function parsePeriods(
  text: string,
  referenceDate?: string,
  { report, said: before = report, mentioned = before }: Spoken = {},
): PeriodMention[] {
  if (!SIGN.test(text)) return [];
  const now = readDate(referenceDate);
  const taken: { start: number; end: number; read: (clock: Clock) => string | undefined }[] = [];
  const claimed = new Uint8Array(text.length);
  for (const [pattern, read] of PATTERNS) {
    for (const match of matchesOf(pattern, text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (claimed.subarray(start, end).includes(1)) continue;
      claimed.fill(1, start, end);
      taken.push({ start, end, read: (clock) => read({ ...match.groups, 0: match[0] }, clock) });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  const found: PeriodMention[] = [];
  const reported = /^\d{4}/.exec(report ?? '')?.[0];
  let year = reported === undefined ? now?.[0] : Number(reported);
  let spoken = before;
  let last = mentioned;
  let isGiven = reported !== undefined;
  for (const { start, end, read } of taken) {
    const own = read({ now, year, spoken, report, mentioned: last });
    if (own === undefined) continue;
    const isBare = !isGiven && read({ now: undefined, year: undefined }) !== undefined;
    const said =
      isBare && isYetToCome(own, referenceDate) && !isPlanned(text, start, end)
        ? ofYearBefore(own)
        : own;
    const starts = !said.includes('/') && FROM_THEN.test(text.slice(end, end + 2));
    const period = starts ? `${said}/${OPEN}` : said;
    const role = isComparison(text, start, end) ? 'comparison' : 'time';
    last = period;
    if (role === 'time') {
      // 上月为395万吨, 本月…: what is set beside the month spoken of
      if (text.charAt(start) !== '上') spoken = period;
      if (!period.startsWith('--')) {
        year = Number(period.slice(0, 4));
        isGiven = true;
      }
    }
    found.push({ start, end, period, role });
  }
  return found;
}

/** Months ahead of the day of writing beyond which a month without a year is one of the year before. */
const AHEAD = 5;

/** Whether a part of a year begins long after the day of writing: 四季度 of a report in January. */
function isYetToCome(period: string, written: string | undefined): boolean {
  const [from, now] = [period, written].map((one) => /^(\d{4})-(\d\d)/.exec(one ?? ''));
  if (!from || !now) return false;
  const months = (match: RegExpExecArray) => Number(match[1]) * 12 + Number(match[2]);
  return months(from) - months(now) > AHEAD;
}

const PLANNED_BEFORE = /(?:将|拟|计划|预计|预期|力争|争取|有望|到|至|截止)[^，。；]{0,4}$/;
const PLANNED_BEHIND = /^(?:底|末)?(?:之?前|以前|将|拟|有望|计划|预计)/;

function isPlanned(text: string, start: number, end: number): boolean {
  return (
    PLANNED_BEFORE.test(text.slice(Math.max(0, start - 8), start)) ||
    PLANNED_BEHIND.test(text.slice(end, end + 4))
  );
}

function ofYearBefore(period: string): string {
  return period.replaceAll(/(?<=^|\/)\d{4}/g, (year) => String(Number(year) - 1));
}

function isComparison(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 6);
  if (COMPARED_BEFORE.test(before) || /^同[期月季口]/.test(after)) return true;
  if (SHARE_BEFORE.test(before) && SHARE_BEHIND.test(text.slice(end, end + REACH_OF_SHARE)))
    return true;
  return BESIDE.test(before) && COMPARED_AFTER.test(after);
}

/** The end of a period that goes on. */
const OPEN = '..';

/** First and last day-like bound of a period, as sortable prefixes. */
function bounds(period: string): readonly [string, string] {
  const [first = '', last = first] = period.split('/');
  return [first, last];
}

/**
 * Whether what is held lies within what was asked, or is what was asked said less precisely never. A
 * year that is not known may be the one asked, and what holds from a day on holds for all that follows.
 */
export function periodsCompatible(asked: string, held: string | undefined): boolean {
  if (held === undefined) return false;
  if (asked.startsWith('--') || held.startsWith('--')) return partsCompatible(asked, held);
  const [askedFirst, askedLast] = bounds(asked);
  const [heldFirst, heldLast] = bounds(held);
  if (heldLast === OPEN)
    return heldFirst.slice(0, askedFirst.length) <= askedFirst.slice(0, heldFirst.length);
  // `2022` holds `2022-03`: compare at the precision of what was asked
  return (
    heldFirst.slice(0, askedFirst.length) >= askedFirst &&
    (askedLast === OPEN || heldLast.slice(0, askedLast.length) <= askedLast) &&
    heldFirst.length >= Math.min(askedFirst.length, 4) &&
    (heldFirst.length >= askedFirst.length || heldFirst === askedFirst)
  );
}

/** The same where either leaves the year out: the parts of the year decide. */
function partsCompatible(asked: string, held: string): boolean {
  const part = (period: string) => period.replace(/(?<=^|\/)(?:[0-9]{4}-?|--)/g, '');
  const [askedPart, heldPart] = [part(asked), part(held)];
  // 2023 is asked and 6月 held: that of a year not known
  if (/^(?:\/|)$/.test(askedPart)) return true;
  return (
    !/^(?:\/|)$/.test(heldPart) &&
    periodsCompatible(
      `2000-${askedPart.replace('/', '/2000-')}`,
      `2000-${heldPart.replace('/', '/2000-')}`,
    )
  );
}

function readDate(date: string | undefined): Clock['now'] {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')] : undefined;
}

import { parseNumeral } from '../../language/numerals.ts';
import { matchesOf } from './all-matches.ts';

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

interface Clock {
  /** Year, month and day of the reference; undefined where none is known. */
  readonly now: readonly [year: number, month: number, day: number] | undefined;
  /** The year that a bare month or quarter belongs to. */
  readonly year: number | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One form: a pattern and what it means at a clock; undefined when it cannot be resolved. */
type Form = readonly [pattern: string, read: (groups: Groups, clock: Clock) => string | undefined];

const DIGITS = '[零〇○一二三四五六七八九]';
const SMALL = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = `(?:[12][0-9]{3}|[１２][０-９]{3}|[一二]${DIGITS}{3})`;
const DASH = '(?:[-－—–~～至到]{1,2})';
/** A part of a year behind the year; each group names its part. */
const PART =
  `(?:(?<half>[上下])半年|(?:第)?(?<quarter>[一二三四1-4])季度|(?:前|头)(?<firstQuarters>[两二三23])个?季度|` +
  `(?:前|头)(?<firstMonths>${SMALL})个月|(?<from>${SMALL})月?${DASH}(?<to>${SMALL})月份?|(?<month>${SMALL}) ?月(?:份|初|底|末|中旬|上旬|下旬)?(?!均)(?: ?(?<day>${SMALL}) ?[日号])?)`;
const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  ...{ 今年: 0, 本年: 0, 本年度: 0, 今: 0, 去年: -1, 上年: -1, 上一年: -1, 上年度: -1, 去: -1 },
  ...{ 前年: -2, 明年: 1, 下一年: 1, 后年: 2, 过去一年: -1, 一年来: -1 },
};
/** 五年规划: the 十五th began in 2026; five years each, without a gap since the sixth. */
const PLANS: Readonly<Record<string, number>> = {
  ...{ 六五: 1981, 七五: 1986, 八五: 1991, 九五: 1996, 十五: 2001, 十一五: 2006 },
  ...{ 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026, 十六五: 2031 },
};

/** Stands for a year that is not known while a part of it is read. */
const NO_YEAR = 0;
/** From then on: 从2019年1月1日起, and not 起来, 起步. */
const FROM_THEN = /^起(?![步来源草伏诉初点飞征码跳])/;

const FORMS: readonly Form[] = [
  [
    `[“"]?(?<plan>十[一二三四五六]五)(?!岁)[”"]?(?:期间|时期|规划)?|[“"](?<oldPlan>[六七八九十]五)[”"](?:期间|时期|计划)`,
    ({ plan, oldPlan }) => {
      const first = PLANS[plan ?? oldPlan ?? ''];
      return first === undefined ? undefined : `${first}/${first + 4}`;
    },
  ],
  [
    `(?<y>[12][0-9]{3})[-/.](?<m>0?[1-9]|1[0-2])[-/.](?<d>[12][0-9]|3[01]|0?[1-9])(?![0-9])`,
    ({ y, m, d }) => `${y}-${two(Number(m))}-${two(Number(d))}`,
  ],
  [
    `(?<y>${YEAR})\\s?年?${DASH}(?<z>${YEAR})\\s?年`,
    ({ y, z }) => (number(y) < number(z) ? `${number(y)}/${number(z)}` : undefined),
  ],
  [
    // 1338-39年
    `(?<![0-9])(?<y>[12][0-9]{3})${DASH}(?<z>[0-9]{2})年(?!代)`,
    ({ y = '', z = '' }) => (y.slice(2) < z ? `${y}/${y.slice(0, 2)}${z}` : undefined),
  ],
  [
    // 去(2025)年上半年
    `[去今上前明][（(](?<y>${YEAR})年?[）)]年(?:度)?(?:的)?${PART}`,
    (groups) => partOf(number(groups['y']), groups),
  ],
  [`[去今上前明][（(](?<y>${YEAR})年?[）)]年(?:度|[初底末])?`, ({ y }) => String(number(y))],
  [`(?<y>${YEAR})\\s?年(?:度)?(?:的)? ?${PART}`, (groups) => partOf(number(groups['y']), groups)],
  [
    // 2021上半年, as people type it
    `(?<![0-9.])(?<y>(?:19|20)[0-9]{2})(?=[上下]半年|第?[一二三四]季度|[前头][两二三]个?季度|[前头]${SMALL}个月)${PART}`,
    (groups) => partOf(number(groups['y']), groups),
  ],
  [
    `(?<y>${YEAR})\\s?年以来`,
    ({ y }, { now }) => (now && number(y) < now[0] ? `${number(y)}/${now[0]}` : String(number(y))),
  ],
  [
    // （192年）, 公元397年: years that would else be read as so many years
    `(?<=[（(])(?<y>[1-9][0-9]{2})年(?=[），、)])|(?:公元|西元)\\s?(?<z>[1-9][0-9]{0,3})\\s?年`,
    ({ y, z }) => (y ?? z)?.padStart(4, '0'),
  ],
  [`(?<y>${YEAR})\\s?年(?:度|初|底|末|年初|年底|年末)?`, ({ y }) => String(number(y))],
  [`(?:20)世纪(?<d>[1-9]0)年代`, ({ d }) => `19${d}/19${Number(d) + 9}`],
  [
    `(?<r>今年|本年|去年|(?<!以)上年|前年|明年|今(?=[上下]半年)|去(?=[上下]半年))(?:的)?${PART}`,
    (groups, { now }) => now && partOf(now[0] + (RELATIVE_YEARS[groups['r'] ?? ''] ?? 0), groups),
  ],
  [
    `(?:近|最近|过去|这)(?<n>[两二三四五六七八九十]{1,2}|[0-9]{1,2})年(?:来|间)?(?!级)`,
    ({ n, 0: whole }, { now }) => {
      const years = parseNumeral(n ?? '');
      if (!now || !years) return undefined;
      const past = whole?.startsWith('过去');
      return past ? `${now[0] - years}/${now[0] - 1}` : `${now[0] - years}/${now[0]}`;
    },
  ],
  [
    `(?:未来|今后)(?<n>[两二三四五六七八九十]|[0-9]{1,2})年`,
    ({ n }, { now }) => {
      const years = parseNumeral(n ?? '');
      return now && years ? `${now[0]}/${now[0] + years}` : undefined;
    },
  ],
  [
    `(?<r>过去一年|一年来|今年|本年度?|去年|(?<!以)上年度?|上一年|前年|明年|下一年)(?:年?[初底末])?(?!级|轻|龄|利率|薪|息)`,
    ({ r }, { now }) => now && String(now[0] + (RELATIVE_YEARS[r ?? ''] ?? 0)),
  ],
  [
    `(?<r>本|当|上)(?:个)?月(?!球)`,
    ({ r }, { now }) => {
      if (!now || r === '当') return undefined;
      const [year, month] = r === '本' ? [now[0], now[1]] : previousMonth(now[0], now[1]);
      return `${year}-${two(month)}`;
    },
  ],
  [
    `(?<r>今天|今日|昨天|昨日)`,
    ({ r }, { now }) => {
      if (!now) return undefined;
      const day = new Date(Date.UTC(now[0], now[1] - 1, now[2] - (r?.startsWith('昨') ? 1 : 0)));
      return day.toISOString().slice(0, 10);
    },
  ],
  [
    // the report of a quarter, of half a year, of three quarters
    `(?:(?<y>${YEAR})年?|(?<r>今年|去年))?(?<report>(?<![四三二]季)一季报|半年报|中报|三季报)`,
    ({ y, r, report }, { now, year }) => {
      const of = y ? number(y) : r ? now && now[0] + (RELATIVE_YEARS[r] ?? 0) : year;
      const last = report === '一季报' ? 3 : report === '三季报' ? 9 : 6;
      return withoutYear(months(of ?? NO_YEAR, 1, last));
    },
  ],
  [
    `(?<![0-9０-９.个多几半十×xX*÷＋+=])${PART}`,
    (groups, { year }) =>
      year === undefined ? withoutYear(partOf(NO_YEAR, groups)) : partOf(year, groups),
  ],
];

const PATTERNS = FORMS.map(([pattern, read]) => [new RegExp(pattern, 'g'), read] as const);
/** What every form has one of; most sentences have none. */
const SIGN = /[年月季五今昨报]|[0-9][-/.]/;
const COMPARED_BEFORE = /(?:比|较|[大高低小多少快优强]于|超过|不及|超)(?:上年|去年)?$/;
const BESIDE = /[与同和跟]$/;
const COMPARED_AFTER = /^(?:同期|同月|同季)?(?:的)?(?:相比|比较|持平|相当|一样)/;

/**
 * The periods that `text` names, in order. `referenceDate` (ISO 8601, at least the year) is the day
 * of writing: 去年, 近五年 and bare months are left out without it.
 */
export function parsePeriods(text: string, referenceDate?: string): PeriodMention[] {
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
  let year = now?.[0];
  for (const { start, end, read } of taken) {
    const said = read({ now, year });
    if (said === undefined) continue;
    const starts = !said.includes('/') && FROM_THEN.test(text.slice(end, end + 2));
    const period = starts ? `${said}/${OPEN}` : said;
    const role = isComparison(text, start, end) ? 'comparison' : 'time';
    if (role === 'time' && !period.startsWith('--')) year = Number(period.slice(0, 4));
    found.push({ start, end, period, role });
  }
  return found;
}

function isComparison(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 6);
  if (COMPARED_BEFORE.test(before) || /^同[期月季口]/.test(after)) return true;
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

function partOf(year: number, groups: Groups): string | undefined {
  const { half, quarter, firstQuarters, firstMonths, from, to, month, day } = groups;
  if (half) return half === '上' ? months(year, 1, 6) : months(year, 7, 12);
  if (quarter) return months(year, number(quarter) * 3 - 2, number(quarter) * 3);
  if (firstQuarters) return months(year, 1, number(firstQuarters) * 3);
  if (firstMonths) return months(year, 1, number(firstMonths));
  if (from && to) return months(year, number(from), number(to));
  const found = number(month);
  if (!(found >= 1 && found <= 12)) return undefined;
  if (day === undefined) return `${year}-${two(found)}`;
  return number(day) >= 1 && number(day) <= 31
    ? `${year}-${two(found)}-${two(number(day))}`
    : undefined;
}

/** `0-06` as `--06`. */
function withoutYear(period: string | undefined): string | undefined {
  return period?.replaceAll(/(?<=^|\/)0-/g, '--');
}

function months(year: number, from: number, to: number): string | undefined {
  if (!(from >= 1 && from < to && to <= 12)) return undefined;
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

function previousMonth(year: number, month: number): readonly [number, number] {
  return month === 1 ? [year - 1, 12] : [year, month - 1];
}

function number(text: string | undefined): number {
  return parseNumeral(text ?? '') ?? Number.NaN;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function readDate(date: string | undefined): Clock['now'] {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')] : undefined;
}

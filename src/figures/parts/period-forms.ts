import { parseNumeral } from '../../language/numerals.ts';

/** What a text's own words for times are read against. */
export interface Clock {
  /** Year, month and day of the reference; undefined where none is known. */
  readonly now: readonly [year: number, month: number, day: number] | undefined;
  /** The year that a bare month or quarter belongs to. */
  readonly year: number | undefined;
  /** The period that the text is speaking of (ISO 8601), against which 上月 and 报告期 are read. */
  readonly spoken?: string | undefined;
  /** The period that all of the text reports on. */
  readonly report?: string | undefined;
  /** The last one named before, of whatever is told there: 当年. */
  readonly mentioned?: string | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One form: a pattern and what it means at a clock; undefined when it cannot be resolved. */
type Form = readonly [pattern: string, read: (groups: Groups, clock: Clock) => string | undefined];

const DIGITS = '[零〇○一二三四五六七八九]';
const SMALL = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = `(?:[12][0-9]{3}|[１２][０-９]{3}|[一二]${DIGITS}{3})`;
const DASH = '(?:[-－—–~～至到]{1,2})';
/** 第3季營收: what firms and economies count by quarters stands behind it, so that it is no season of a show. */
const QUARTER =
  '(?:季度|季(?=[^，。；、：》]{0,8}?(?:财报|财测|法说|业绩|营收|营业|营益|毛利|[净税获盈]利|税后|税前|盈余|每股|EPS|eps|GDP|gdp|经济成长|[大小]?赚|亏损|大亏|销售|出货|产能|库存|均价|房价|季增|季减|年增|年减|淡季|旺季|累计)))';
/** A part of a year behind the year; each group names its part. */
const PART =
  `(?:(?<half>[上下])半年|(?:第)?(?<quarter>[一二三四1-4])${QUARTER}|(?:前|头)(?<firstQuarters>[两二三23])个?${QUARTER}|` +
  `(?:(?<![之以目提此])前|头(?=${SMALL}个))(?<firstMonths>${SMALL})个?月(?!份?[0-9])|(?<from>${SMALL})月?${DASH}(?<to>${SMALL})月份?|(?<month>${SMALL}) ?月(?:份|初|底|末|中旬|上旬|下旬)?(?!均)(?: ?(?<day>${SMALL}) ?[日号])?)`;
/** The same where a year stands before it: the second season of a show is 第二季, too. */
const PART_BEHIND = `(?:${PART}|第(?<season>[一二三四1-4])季)`;
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

export const FORMS: readonly Form[] = [
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
    // 2021年11月至2022年1月: months of two years
    `(?<y>${YEAR})\\s?年(?<from>${SMALL})月份?${DASH}(?<z>${YEAR})\\s?年(?<to>${SMALL})月份?(?!${SMALL}[日号])`,
    ({ y, z, from, to }) => {
      const [first, last] = [partOf(number(y), { month: from }), partOf(number(z), { month: to })];
      return first && last && first < last ? `${first}/${last}` : undefined;
    },
  ],
  [
    // 1338-39年
    `(?<![0-9])(?<y>[12][0-9]{3})${DASH}(?<z>[0-9]{2})年(?!代)`,
    ({ y = '', z = '' }) => (y.slice(2) < z ? `${y}/${y.slice(0, 2)}${z}` : undefined),
  ],
  [
    // 去(2025)年上半年
    `[去今上前明][（(](?<y>${YEAR})年?[）)]年(?:度)?(?:的)?${PART_BEHIND}`,
    (groups) => partOf(number(groups['y']), groups),
  ],
  [`[去今上前明][（(](?<y>${YEAR})年?[）)]年(?:度|[初底末])?`, ({ y }) => String(number(y))],
  [
    // the report of a quarter, of half a year, of three quarters
    `(?:(?<y>${YEAR})\\s?年?|(?<r>今年|去年))?(?<report>(?<![四三二]季)一季报|半年报|半年度(?:报告)?|中报|中期(?=报告|业绩)|三季报)`,
    ({ y, r, report }, { now, year }) => {
      const of = y ? number(y) : r ? now && now[0] + (RELATIVE_YEARS[r] ?? 0) : year;
      const last = report === '一季报' ? 3 : report === '三季报' ? 9 : 6;
      return withoutYear(months(of ?? NO_YEAR, 1, last));
    },
  ],
  [
    // 2023Q2, Q3
    `(?<![A-Za-z0-9])(?:(?<y>${YEAR})年?\\s?)?[Qq](?<quarter>[1-4])(?![A-Za-z0-9])`,
    ({ y, quarter }, { year }) =>
      withoutYear(partOf(y ? number(y) : (year ?? NO_YEAR), { quarter })),
  ],
  [
    `(?<y>${YEAR})\\s?年(?:度)?(?:的)? ?${PART_BEHIND}`,
    (groups) => partOf(number(groups['y']), groups),
  ],
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
    `(?<r>今年|本年|去年|(?<!以)上年|前年|明年|今(?=[上下]半年)|去(?=[上下]半年))(?:的)?${PART_BEHIND}`,
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
    // the year before the one that the text speaks of
    `(?<![0-9一二三四五六七八九十])前一年(?:度|[初底末])?`,
    (_, { year }) => (year === undefined ? undefined : String(year - 1)),
  ],
  [
    `(?<r>本|当|上)(?:个)?月(?!球)`,
    ({ r }, { now, spoken }) => {
      const month = r === '当' ? lastMonth(spoken) : (monthIn(spoken) ?? now);
      if (month === undefined) return undefined;
      const [year, of] = r === '上' ? previousMonth(month[0], month[1]) : month;
      return withoutYear(`${year}-${two(of)}`);
    },
  ],
  [
    `(?<r>[本上]一?)个?季度?(?![节度赛后])`,
    ({ r }, { now, spoken }) => {
      const month = lastMonth(quarterIn(spoken)) ?? now;
      if (month === undefined) return undefined;
      const quarter = Math.ceil(month[1] / 3) - (r?.startsWith('上') ? 1 : 0);
      const year = quarter === 0 && month[0] !== NO_YEAR ? month[0] - 1 : month[0];
      return withoutYear(partOf(year, { quarter: String(quarter || 4) }));
    },
  ],
  [
    // of the report that the text is: half a year, a quarter
    `(?<![上本])报告期(?:内|末)?`,
    (_, { report, spoken }) => report ?? spoken,
  ],
  [
    `(?<![去今前明上下次]年?)全年(?!无休|开放|营业(?![收额利成总])|制)`,
    (_, { spoken }) => /^\d{4}/.exec(spoken ?? '')?.[0],
  ],
  [`当年(?![度轻])`, (_, { mentioned }) => /^\d{4}/.exec(mentioned ?? '')?.[0]],
  [
    `(?<r>今天|今日|昨天|昨日)`,
    ({ r }, { now }) => {
      if (!now) return undefined;
      const day = new Date(Date.UTC(now[0], now[1] - 1, now[2] - (r?.startsWith('昨') ? 1 : 0)));
      return day.toISOString().slice(0, 10);
    },
  ],
  [
    `(?<![0-9０-９.个多几半十×xX*÷＋+=])${PART}`,
    (groups, { year }) =>
      year === undefined ? withoutYear(partOf(NO_YEAR, groups)) : partOf(year, groups),
  ],
  [
    // 第3季 alone, where the text speaks of quarters
    `第(?<quarter>[一二三四1-4])季(?![度集部赛节])`,
    (groups, { year, spoken }) => quarterIn(spoken) && withoutYear(partOf(year ?? NO_YEAR, groups)),
  ],
];

function partOf(year: number, groups: Groups): string | undefined {
  const {
    half,
    season,
    quarter = season,
    firstQuarters,
    firstMonths,
    from,
    to,
    month,
    day,
  } = groups;
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
  return month > 1 ? [year, month - 1] : [year === NO_YEAR ? NO_YEAR : year - 1, 12];
}

function number(text: string | undefined): number {
  return parseNumeral(text ?? '') ?? Number.NaN;
}

/** The month of a period that is one; undefined of any other. */
function monthIn(period: string | undefined): readonly [year: number, month: number] | undefined {
  return period !== undefined && /^(?:\d{4}|-)-\d\d$/.test(period) ? lastMonth(period) : undefined;
}

/** A period that is a quarter; undefined of any other. */
function quarterIn(period: string | undefined): string | undefined {
  const [, first = '', last = ''] =
    /^(?:\d{4}|-)-(\d\d)\/(?:\d{4}|-)-(\d\d)$/.exec(period ?? '') ?? [];
  return first !== '' && Number(last) - Number(first) === 2 ? period : undefined;
}

/** The last month of a period of months; undefined of years and days. */
function lastMonth(period: string | undefined): readonly [year: number, month: number] | undefined {
  const [, year = '', month] = /(?:^|\/)(\d{4}|-)-(\d\d)$/.exec(period ?? '') ?? [];
  return month === undefined ? undefined : [Number(year) || NO_YEAR, Number(month)];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

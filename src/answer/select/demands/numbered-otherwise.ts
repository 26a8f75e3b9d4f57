import { parseNumeral } from '../../../language/numerals.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import type { Question } from '../../../question/question.ts';
import { lazy } from '../../../util/lazy.ts';
import type { Fails } from './reading.ts';

const NUMERAL = '[0-9]{1,6}|[一二三四五六七八九十百千]{1,9}';
/** What is numbered: the number, and what it counts. */
const NUMBERED: readonly RegExp[] = [
  // 第三批, 第二艘
  new RegExp(
    `第\\s?(${NUMERAL})\\s?([届次批期轮号版季艘任阶集局节站场章条部]|分钟|回合|个月|季度|[天周年](?!级))`,
    'gu',
  ),
  // 连续18天 is another record than 连续23天
  new RegExp(`(?<=连续)(${NUMERAL})(个?(?:[天日周月年场次]|季度))`, 'gu'),
  // 首届 is the first
  /(首)([届批期轮])/gu,
  // Ⅲ级, 二审, 一等奖, which have no 第
  /(?<![哪几0-9])([ivx]{1,4}|[0-9]{1,2}|[一二三四五六七八九])(级(?![别市县])|审|等奖)/gu,
  // 2号线, 7路公交
  /(?<![0-9.])([a-z]?[0-9]{1,4}|[一二三四五六七八九十]{1,3})(号(?:线|楼|馆|门|厅)|路(?=公交|车|[首末头尾]班|区间|票价|多[久少]|[几从去到在经改还现要怎什为]|[^\p{L}]|$))/gu,
  // 2022款
  /((?:19|20)[0-9]{2})年?(款)/gu,
  // A组, B区
  /(?<![a-z0-9])([a-h])(组|区|座|栋|馆|级|轮|口)/gu,
  // 106年度, a year of Taiwan
  /(?<![0-9.])(1[0-2][0-9])(年度?)(?![多以间来前后])/gu,
];
const ROMAN: ReadonlyMap<string, string> = new Map([
  ...'i ii iii iv v vi vii viii ix x'
    .split(' ')
    .map((roman, place): [string, string] => [roman, String(place + 1)]),
  ['首', '1'],
]);

/** What a text numbers, by what it counts: 批 → 3. */
function numbersIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const [, numeral = '', counter = ''] of NUMBERED.flatMap((form) => [
    ...text.matchAll(form),
  ])) {
    const value = ROMAN.get(numeral) ?? String(parseNumeral(numeral) ?? numeral);
    const key = counter.replace(/年度$/, '年');
    held.set(key, (held.get(key) ?? new Set()).add(value));
  }
  return held;
}

/** The second batch is not the third, nor level Ⅳ level Ⅲ: a sentence that numbers otherwise, or whose surroundings do. */
export function numbersOtherwise({ normalized }: Question): Fails | undefined {
  const asked = [...numbersIn(normalized)];
  if (asked.length === 0) return undefined;
  return ({ sentence, heading, near }) => {
    const [own, above] = [numbersIn(sentence), numbersIn(heading())];
    const around = lazy(() => numbersIn(near()));
    return asked.some(([counter, values]) => {
      const held = own.get(counter) ?? above.get(counter) ?? around().get(counter);
      return held !== undefined && ![...values].every((value) => held.has(value));
    });
  };
}

/** A name that is told from others by its number alone: 神舟十六号, 新冬45号. */
const NUMBERED_NAME = new RegExp(
  `(\\p{Script=Han}{2})[“”"-]?(${NUMERAL})(号(?![线楼馆门厅])|(?<=0[0-9])[星组批包标])`,
  'gu',
);

/** 神舟十七号 is not 神舟十六号: the same name stands with another number alone. */
export function isOtherOfSeries({ normalized }: Question): Fails | undefined {
  const asked = seriesIn(normalized);
  if (asked.length === 0) return undefined;
  return ({ sentence }) => {
    const held = seriesIn(sentence);
    return asked.some(
      ({ name, value }) =>
        held.some((one) => one.name === name) &&
        !held.some((one) => one.name === name && one.value === value),
    );
  };
}

function seriesIn(text: string): readonly { name: string; value: number | undefined }[] {
  return [...text.matchAll(NUMBERED_NAME)].map(([, name = '', numeral = '']) => ({
    name,
    value: parseNumeral(numeral),
  }));
}

/** A name of letters with the number that tells it from others of its kind: iphone se 3, mix4, c919. */
const MODEL = /[a-z][a-z.+-]*(?:\s?[a-z]+)?\s?[0-9]+(?:\.[0-9]+)?(?![0-9年月日号%])/gu;

/** What tells the models of one number apart. */
const VARIANT = '(?:pro|max|ultra|plus|mini|lite|air|se|s|x)';

/** What is said of one model is not said of another, nor of one that has more to its name. */
export function lacksModel({ normalized }: Question): Fails | undefined {
  const models = [...normalized.matchAll(MODEL)].map(([model]) => joined(model));
  if (models.length === 0) return undefined;
  const asked = joined(normalized);
  const variants = models.flatMap((model) => {
    const variant = new RegExp(`${model}${VARIANT}+(?![a-z])`, 'u').exec(asked)?.[0];
    return variant === undefined
      ? []
      : [
          {
            variant,
            other: new RegExp(`${model}(?!${variant.slice(model.length)})${VARIANT}`, 'u'),
          },
        ];
  });
  return ({ paragraph, sentence }) => {
    const said = joined(sentence);
    if (variants.some(({ variant, other }) => !said.includes(variant) && other.test(said)))
      return true;
    const text = joined(paragraph());
    return models.some((model) => {
      const at = text.indexOf(model);
      return (
        at < 0 || (/^[0-9]/.test(text.slice(at + model.length)) && !text.includes(`${model} `))
      );
    });
  };
}

/** GPT-5, GPT 5 and GPT5 are one, and F50 5G are two. */
function joined(text: string): string {
  return text.replace(/(?<=[a-z])-(?=[0-9])|(?<![0-9])\s+|\s+(?![0-9])/g, '');
}

const FIGURE_TYPES: ReadonlySet<AnswerType> = new Set(['number', 'money', 'ordinal', 'duration']);
const YEAR = /(?<![0-9.,a-z-])((?:1[0-9]|20)[0-9]{2})(?![0-9.,a-z]|[万亿元米人])/gu;
/** What may be any year, told from the date of the article. */
const RELATIVE_YEAR = /[今去前明当次同本]年|年[初中底末]|近日|日前|本[月周]/u;

/**
 * A paragraph that names years, all of them others than the year asked about, speaks of other times.
 * One that names none may be of any year.
 */
export function lacksYear({ normalized, type }: Question): Fails | undefined {
  // of figures it is told which years there are
  if (FIGURE_TYPES.has(type)) return undefined;
  const years = [...normalized.matchAll(YEAR)].map(([, year]) => year);
  if (years.length === 0) return undefined;
  return ({ paragraph, date }) => {
    // the years of a plan's name are no years of what is told
    const text = paragraph().replace(/《[^》]*》/gu, ' ');
    const held = new Set([...text.matchAll(YEAR)].map(([, year]) => year));
    if (held.size === 0 || RELATIVE_YEAR.test(text)) return false;
    // 2021/2025, 2021至2025年: what lies between is meant too
    const all = [...held, ...(date === undefined ? [] : [date.slice(0, 4)])].map(Number);
    return !years.some((year) => all.includes(Number(year)) || isBetween(Number(year), text));
  };
}

function isBetween(year: number, text: string): boolean {
  return [...text.matchAll(/((?:1[0-9]|20)[0-9]{2})年?[-—~至到/]+((?:1[0-9]|20)?[0-9]{2})/gu)].some(
    ([, from = '', to = '']) => {
      const until = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
      return year >= Number(from) && year <= Number(until);
    },
  );
}

/** A place in an order that is asked for: 排名第三的, 第一名, 第一棒. */
const RANK_ASKED = new RegExp(
  `(?:(?<![女男])排名?|位列|位居)在?第?(${NUMERAL})(?![项个天年0-9])|第(${NUMERAL})(?:[名棒]|的是)`,
  'u',
);
/** How a text tells the first of an order without its number; 四连冠 are of earlier ones. */
const FIRST = /居首|榜首|首[位名座棒]|(?<![新连])冠|领跑|头名|最|金[牌奖]/u;

/** Who comes first is not told of the fifth: a sentence beside which no such place is written. */
export function ranksOtherwise({ normalized }: Question): Fails | undefined {
  const [, ranked, named] = RANK_ASKED.exec(normalized) ?? [];
  const value = parseNumeral(ranked ?? named ?? '');
  if (value === undefined) return undefined;
  const written = new RegExp(
    `第\\s?(?:${NUMERAL})|(?<![0-9.])(?:${NUMERAL})\\s?(?:名|位|\\||$)|\\|\\s?(?:${NUMERAL})\\s?(?=\\|)`,
    'gu',
  );
  return ({ sentence }) =>
    !(value === 1 && FIRST.test(sentence)) &&
    ![...sentence.matchAll(written)].some(
      ([said]) => parseNumeral(said.replace(/[^0-9一二三四五六七八九十百千]/gu, '')) === value,
    );
}

/** A year with the first characters of what is of it: 2012年的全球, 2013“中国. */
const YEAR_OF =
  /(?<![0-9.\-—~至到])((?:19|20)[0-9]{2})年?(?!\s?[-—~至到])[度的]?["“「]?(\p{Script=Han}{2})/gu;

/** Whose answer is a figure, of which it is told which years the articles do hold. */
const IS_FIGURE: ReadonlySet<AnswerType> = new Set(['number', 'money', 'ordinal', 'duration']);

/** The player of 2013 is not the player of 2012: the same words stand with another year alone. */
export function isOfOtherYear({ normalized, type }: Question): Fails | undefined {
  if (IS_FIGURE.has(type)) return undefined;
  const asked = [...normalized.matchAll(YEAR_OF)];
  if (asked.length === 0) return undefined;
  return ({ sentence }) => {
    const text = sentence.replace(/《[^》]*》/gu, ' ');
    const held = [...text.matchAll(YEAR_OF)];
    return asked.some(
      ([, year = '', of]) =>
        !text.includes(year) &&
        !isBetween(Number(year), text) &&
        held.some(([, other, words]) => words === of && other !== year),
    );
  };
}

/** 四周一片 and 一周三次 name no day. */
const WEEKDAYS =
  /(?:(?<![四一])周|星期|礼拜)([一二三四五六日天](?![次班场节趟回个片家])(?:[、,和及至到—-]{1,2}(?:周|星期|礼拜)?[一二三四五六日天])*)/gu;
/** 每天 and 周末 may be the days asked about, too. */
const ANY_DAY = /每[天日]|天天|全周|周末|[假平]日|工作日/u;

/** 两星期 shares its word with 星期一, and is no day. */
const WEEKS = /[0-9一二两三四五六七八九十几]个?(?:星期|礼拜)(?![一二三四五六日天])/u;

/** Flights on Monday and Friday are not those on Wednesday: a sentence that names other days of the week alone. */
export function isOfOtherWeekday({ normalized }: Question): Fails | undefined {
  const asked = weekdaysIn(normalized);
  if (asked.size === 0) return undefined;
  return ({ sentence }) => {
    const held = weekdaysIn(sentence);
    if (held.size === 0) return WEEKS.test(sentence) && !ANY_DAY.test(sentence);
    return !ANY_DAY.test(sentence) && ![...asked].some((day) => held.has(day));
  };
}

function weekdaysIn(text: string): ReadonlySet<string> {
  // 周一至周五 are all between, and a span is not reckoned out
  const days = [...text.matchAll(WEEKDAYS)].flatMap(([, written = '']) => [
    ...(/[至到—-]/u.test(written) ? '一二三四五六日' : written),
  ]);
  return new Set(days.map((day) => (day === '天' ? '日' : day)));
}

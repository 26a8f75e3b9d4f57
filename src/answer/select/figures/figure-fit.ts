import type { Article } from '../../../article/article.ts';
import { FLOWS } from '../../../figures/data/directions.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { reportPeriod } from '../../../figures/parts/inherited-context.ts';
import { periodsCompatible } from '../../../figures/parts/periods.ts';
import { findActors } from '../../../figures/parts/places.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { bareTerm } from '../../../language/terms.ts';
import type { Token } from '../../../language/tokenizer.ts';
import { MONEY_MEASURE } from '../../../question/data/quantities.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Demand } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { lazy } from '../../../util/lazy.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';

/** Distance in characters at which the weight of a word beside a figure is halved. */
const HALF_DISTANCE = 12;
/** Characters that are read to either side of a figure: further off the weight is next to nothing. */
const WINDOW = 80;
/** Weight of a word right beside a figure, where 1 is that of a word in its measure. */
const BESIDE = 0.8;

/** Weight against the number that another one has taken the place of. */
const LEFT_BEHIND = 1;
const ASKS_BEFORE = /原来|原先|原本|之前|以前|此前|调整前|[由从]多少/;

/** Before a number that a change begins at, alone or as one of several: 由4只和3只. */
const BEGINS_AT = /(?<![自理缘])[由从][^,，;；:：]{0,24}$/;
const BECAME =
  /^(?:[^,，；;：:0-9]{0,8}|[^,，；;：:]{0,16}(?:[增减升降涨跌变调缩]|提高|扩大)[^,，；;：:0-9]{0,4}|[^,，；;：:]{0,8}[,，][^,，；;：:0-9]{0,4}(?:[增减升降涨跌调改]|提高|扩大|放宽)[^,，；;：:0-9]{0,2})[至到为]/;

/** 月票由180元下调至150元: what it was before. */
function isLeftBehind([before, behind]: readonly [string, string]): boolean {
  return BEGINS_AT.test(before) && BECAME.test(behind);
}

/** 原来是多少, and 旺季多少 of what was 由旺季的145元调整至90元. */
function asksOfBefore({ normalized, content }: Question, before: string): boolean {
  const from = BEGINS_AT.exec(before)?.[0] ?? '';
  return (
    ASKS_BEFORE.test(normalized) ||
    content.some(({ text }) => text.length > 1 && from.includes(text))
  );
}

/** How well a figure's measure and surroundings fit the question; compares figures of one question. */
export function figureFit(
  question: Question,
  demand: Demand,
  figure: Figure,
  article: Article,
): number {
  // 西岭镇 is whom the figure is about, and no place that a question could demand
  const measure = normalize(`${figure.measure} ${figure.actor ?? ''}`).text;
  const beside = lazy(() => besideOf(figure, article.text));
  const named = (forms: readonly string[]) => forms.some((form) => measure.includes(form));
  const { words, focus } = measuredBy(question);
  let score = 0;
  for (const { factor, forms } of words) {
    const near = named(forms) ? 1 : BESIDE * nearest(beside(), forms);
    score += factor * near;
  }
  // what is counted, named right beside the question word: 多少国家
  if (focus.some(named)) score += 1;
  if (isLeftBehind(beside()))
    score += asksOfBefore(question, beside()[0]) ? LEFT_BEHIND : -LEFT_BEHIND;
  return (
    score +
    directionFit(demand, figure) +
    moneyFit(question, demand, figure) +
    periodFit(demand, figure) -
    (demand.periods.length === 0 && isOfYearBefore(figure, article) ? OF_YEAR_BEFORE : 0) +
    (PROPERTIES.some(({ asked, told }) => asked.test(question.normalized) && told.test(measure))
      ? WHOLE
      : 0) +
    (figure.planned === true && ASKS_PLAN.test(question.normalized) ? PLANNED : 0) +
    (figure.planned === true && CAME_ABOUT.test(question.normalized) ? -FORECAST : 0) +
    (isMeasureNamed(question, figure) || isWholeMeasure(question, figure) ? WHOLE : 0) -
    (OF_PART.test(figure.sentence) && !isMeasureNamed(question, figure) ? PART : 0) +
    (EXTREMES.some(({ asked, told }) => asked.test(question.normalized) && told.test(beside()[0]))
      ? EXTREME
      : 0) +
    // 海南（8.6%）, and not what is told of nobody before it
    (demand.actors.length > 0 && figure.actor !== undefined ? OF_PLACE : 0)
  );
}

/** The words that may name what is measured, in each form that the corpus may call them by. */
const measuredBy = memoByObject(({ content, words, focus, alternatives }: Question) => {
  const formsOf = (word: string) => [word, ...(alternatives.get(word) ?? []).map(bareTerm)];
  return {
    words: content
      .filter(({ text }) => !isDemand(text))
      .map(({ text }) => ({ factor: words.get(text) ?? 0, forms: formsOf(text) })),
    focus: focus.map(({ text }) => formsOf(text)),
  };
});

/** Whether a figure measures what the question asks for last, by the name that it or the corpus has for it. */
export function isMeasureAsked(question: Question, { measure }: Figure): boolean {
  const { text } = normalize(measure);
  const isProperty = PROPERTIES.some(
    ({ asked, told }) =>
      BY_ADJECTIVE.test(question.normalized) && asked.test(question.normalized) && told.test(text),
  );
  return isProperty || measureForms(question).some((form) => text.endsWith(form));
}

/** 最高20元 is what 最多多少钱 asks for, and 每小时3元 is not. */
const EXTREMES = [
  {
    asked: /最[多高大长久]|封顶|上限/,
    told: /(?:最[多高大长久]|封顶|上限|至多|不超过|不得超过)[^,，;；。]{0,4}$/,
  },
  { asked: /最[少低小短]|下限/, told: /(?:最[少低小短]|下限|至少|不少于|不低于)[^,，;；。]{0,4}$/ },
] as const;
/** Weight of a figure that is the most or the least where that is asked. */
const EXTREME = 1;

/** What a property is called where a question asks for it by its adjective alone: 有多重, 重量. */
const PROPERTIES = [
  { asked: /多重/, told: /重量|体重|净重|毛重|[自总]重/ },
  { asked: /多高|[车楼层身]高|高度/, told: /^高(?= |$)|高度|身高|[总层]高|海拔/ },
  { asked: /多长(?!时间)|[车全身]长|长度/, told: /^长(?= |$)|长度|[全总体]长|身长/ },
  { asked: /多宽|车宽|宽度/, told: /^宽(?= |$)|宽度|[全总]宽/ },
  { asked: /多[深厚]/, told: /深度|[水厚]深|厚度/ },
] as const;

/** A question for a property by its adjective: how thick. */
const BY_ADJECTIVE = /多[重高长宽深厚]/u;

/** 打算募多少 is told by 拟募资3亿元 rather than by what came of it. */
const ASKS_PLAN = /打算|计划|拟|原定|预计|准备/;
const PLANNED = 1;
/** 下了多少雨 is told by what fell rather than by what is forecast. */
const CAME_ABOUT = /(?<![为除])了(?:多少|几)/;
const FORECAST = 2;

/** Weight of a figure that is of the measure asked for, and of no part of it. */
const WHOLE = 1.5;

/**
 * 营业收入 is what 营收 asks for, and 境外收入 a part of it; 正线全长 is what 线路全长 asks for, and the
 * length of rails laid is not.
 */
function isWholeMeasure(question: Question, { measure }: Figure): boolean {
  const { text } = normalize(measure);
  const extent = EXTENT_ASKED.exec(question.normalized)?.[0];
  return measureForms(question).includes(text) || (extent !== undefined && text.endsWith(extent));
}

/** What is measured of anything, by words of its own. */
const EXTENT_ASKED = /全长|总长|全程|总面积|总重|总高|总里程|总投资/u;

/** Weight against a figure of a part of what the sentence before gives whole: 其中，境外游客145万人次. */
const PART = 0.7;
const OF_PART = /^\s*其中/;

/**
 * Whether a question names what a figure measures whole: 渔业产值, and not 农林牧渔业总产值. Before it stands
 * only whose it is and when.
 */
export function isMeasureNamed(question: Question, figure: Figure): boolean {
  return measureIn(question, figure) !== undefined;
}

/** Where in a normalised question the measure of a figure stands, named whole. */
function measureIn(
  { normalized, content, names }: Question,
  figure: Figure,
): { readonly start: number; readonly end: number } | undefined {
  const [measure = ''] = normalize(figure.measure).text.split(' ');
  const name = namesOf(measure).find((one) => normalized.includes(one));
  // A20 names whose price a table gives, and no measure
  if (name === undefined || name.length < SHORTEST_MEASURE || /[0-9]/.test(name)) return undefined;
  const start = normalized.indexOf(name);
  const actor = normalize(figure.actor ?? '').text;
  const isWhose = ({ text, end }: Token) =>
    end <= start &&
    (isDemand(text) || KIND_WORDS.has(text) || names.includes(text) || actor.includes(text));
  const isLed = content.filter((token) => token.start < start).every(isWhose);
  return isLed ? { start, end: start + name.length } : undefined;
}

/** Whether a question says nothing but what a figure measures, whose it is and when: 青江2023年生产总值. */
export function isMeasureAlone(question: Question, figure: Figure): boolean {
  const named = measureIn(question, figure);
  const isOver = ({ text, start }: Token) =>
    named !== undefined && (start < named.end || KIND_WORDS.has(text));
  return named !== undefined && question.content.every(isOver);
}

/** 产值 and 游客 are parts of many measures. */
const SHORTEST_MEASURE = 3;

/** What the last word of a question that may name a measure is written as; a word of two characters is too common. */
function measureForms(question: Question): readonly string[] {
  const forms = measuredBy(question).words.at(-1)?.forms ?? [];
  return forms.flatMap(namesOf).filter(({ length }) => length > 2);
}

const PRODUCT: readonly string[] = ['国内生产总值', '地区生产总值', '生产总值'];

/** 国内游戏市场收入规模 is what 中国游戏市场收入 asks for. */
const OF_COUNTRY = /^(?:国内|全国|我国|中国)(?=..)/u;
const EXTENT = /(?<=..)(?:总?规模|总额|金额|总值)$/u;

/**
 * The names of a measure: 生产总值 is one, whether that of a country or of a place in it, and so is each
 * without what only says that it is the country's or how large it is.
 */
function namesOf(measure: string): readonly string[] {
  if (PRODUCT.includes(measure)) return PRODUCT;
  const bare = measure.replace(OF_COUNTRY, '').replace(EXTENT, '');
  return bare === measure ? [measure] : [measure, bare];
}

/** Weight of a figure that is of the very place asked for, as the check of its actor has it. */
const OF_PLACE = 0.3;

/** Places and periods are demands, not measures. */
function isDemand(word: string): boolean {
  if (PRODUCT.includes(word)) return false;
  return findActors(word).length > 0 || /^\d{4}$|年$|季度$|月$/.test(word);
}

function directionFit({ change, flows }: Demand, { direction }: Figure): number {
  if (direction === undefined) return change === undefined ? 0 : -0.5;
  if (flows.has(direction)) return 1;
  // a level is asked, and this is what came on top
  if (FLOWS.includes(direction)) return -0.3;
  return change === undefined ? -0.5 : 0;
}

/** Weights of a figure of the very period asked for, and of one of a part of it. */
const PERIOD_FIT = { same: 0.3, part: -0.7 } as const;

/** 6月份 lies within 上半年, and is no figure of it where there is one. */
function periodFit({ periods }: Demand, { period }: Figure): number {
  if (period === undefined || periods.length === 0) return 0;
  if (periods.includes(period)) return PERIOD_FIT.same;
  return periods.some((asked) => asked.includes('/') && periodsCompatible(asked, period))
    ? PERIOD_FIT.part
    : 0;
}

/** Weight against a figure of a year before the one that its article reports on, where no time is asked. */
const OF_YEAR_BEFORE = 0.7;

function isOfYearBefore({ period }: Figure, article: Article): boolean {
  const [of, held] = [reportPeriod(article), period].map((one) => /^\d{4}/.exec(one ?? '')?.[0]);
  return of !== undefined && held !== undefined && held < of;
}

function moneyFit(question: Question, { change }: Demand, { unit }: Figure): number {
  const asks = change === undefined && question.focus.some(({ text }) => MONEY_MEASURE.test(text));
  return asks && dimensionOf(unit) === 'money' ? 0.5 : 0;
}

/** Normalised text before and behind a figure, within its sentence. */
function besideOf({ start, end }: Figure, text: string): readonly [string, string] {
  const before =
    text
      .slice(Math.max(0, start - WINDOW), start)
      .split(/[。！？!?\n]/)
      .at(-1) ?? '';
  const behind = text.slice(end, end + WINDOW).split(/[。！？!?\n]/, 1)[0] ?? '';
  return [withoutExceeded(normalize(before).text), normalize(behind).text];
}

/** vivo超越小米，出货量640万部: whom another exceeds is not whose number it is; as long as the text was. */
function withoutExceeded(text: string): string {
  return text.replace(EXCEEDED, (whole) => ' '.repeat(whole.length));
}

export const EXCEEDED = /(?:超越|赶超|反超|不及|不如)了?\p{Script=Han}{2,6}(?=[,;])/gu;

function nearest([before, behind]: readonly [string, string], forms: readonly string[]): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const form of forms) {
    const back = before.lastIndexOf(form);
    const ahead = behind.indexOf(form);
    if (back >= 0) distance = Math.min(distance, distanceOver(before.slice(back + form.length)));
    if (ahead >= 0) distance = Math.min(distance, distanceOver(behind.slice(0, ahead)));
  }
  return 2 ** (-distance / HALF_DISTANCE);
}

/** 46位院长被查，另有数十家药店被罚: what another clause tells is further off than its characters say. */
function distanceOver(between: string): number {
  return between.length + (/[,，;；]/.test(between) ? HALF_DISTANCE : 0);
}

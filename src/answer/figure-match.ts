import type { Article } from '../article/types.ts';
import { actorsCompatible, findActors } from '../figures/actors.ts';
import { DOWN, FLOWS, UP } from '../figures/data/directions.ts';
import { isOrganisation } from '../figures/organisations.ts';
import { parsePeriods, periodsCompatible } from '../figures/periods.ts';
import type { Figure } from '../figures/types.ts';
import { type Dimension, dimensionOf } from '../figures/units.ts';
import { normalize } from '../language/normalize.ts';
import { NUMERAL_SOURCE } from '../language/numerals.ts';
import {
  LIKE_COUNTERS,
  MEASURE_DIMENSIONS,
  MONEY_MEASURE,
  WRITTEN_UNITS,
} from './data/quantities.ts';
import type { Question } from './question.ts';

/** What a question demands of the figure that answers it. */
export interface Demand {
  readonly counter?: string;
  readonly dimension?: Dimension;
  /** ISO 8601, resolved against the article's date. */
  readonly periods: readonly string[];
  /** Canonical names of whom the question is about, not of whom it mentions as a counterpart. */
  readonly actors: readonly string[];
  /** Organisations the question names. */
  readonly organisations: readonly string[];
  /** Which way: 输出, 吸纳. */
  readonly flows: ReadonlySet<string>;
  readonly change?: 'up' | 'down';
  /** 第几 is asked: a place in an order, and no amount. */
  readonly ordinal: boolean;
}

/** Why a figure does not answer. */
export type Mismatch = 'unit' | 'period' | 'actor' | 'direction' | 'subject' | 'date';

/** Who asks how many of these asks for a number of people, whatever the counter. */
const COUNTS_PEOPLE =
  /(?:有?多少|几)(?:位|名|个)?[^,?]{0,8}?(?:员工|职工|人员|人口|学员|学生|教师|老师|居民|观众|游客|用户|患者|志愿者|人)(?:$|[?,参报就])|(?:人口|人数)(?:总数|总量|规模)?(?:是|有|为|达)?多少/;

/** What stands around a figure. */
export interface Surroundings {
  /** Text in which whoever a figure without an actor is about would be named. */
  readonly subjects: string;
  /** Periods named before it in its paragraph, or in the title and heading above. */
  readonly periods: readonly string[];
}

/** A place behind one of these is a counterpart: 向浙江输出. */
const COUNTERPART = /[向对从与跟和给往至到由比较]$/;

export function demandOf(question: Question, article: Article): Demand {
  const text = question.normalized;
  const words = new Set<string>();
  for (const { text: word } of question.content) {
    words.add(word);
    for (const other of question.alternatives.get(word) ?? []) words.add(other);
  }
  const counter = question.counter ?? (COUNTS_PEOPLE.test(text) ? '人' : undefined);
  const dimension =
    question.type === 'money'
      ? 'money'
      : MEASURE_DIMENSIONS.find(([pattern]) => pattern.test(text))?.[1];
  const change = UP.some((word) => CHANGE_WORD.test(word) && text.includes(word))
    ? 'up'
    : DOWN.some((word) => CHANGE_WORD.test(word) && text.includes(word))
      ? 'down'
      : undefined;
  return {
    ...(counter === undefined ? {} : { counter }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(change === undefined ? {} : { change }),
    ordinal: question.type === 'ordinal',
    organisations: question.names.filter(isOrganisation),
    periods: firstNamed(question.said, (said) =>
      parsePeriods(said, article.date)
        .filter(({ role }) => role === 'time')
        .map(({ period }) => period),
    ),
    actors: firstNamed(question.said, (said) =>
      findActors(said)
        .filter(({ start }) => !COUNTERPART.test(said.slice(0, start)))
        .map(({ names }) => names.join('、')),
    ),
    flows: new Set(
      firstNamed(
        [
          words,
          ...question.said.map((said) => new Set(FLOWS.filter((flow) => said.includes(flow)))),
        ],
        (said) => FLOWS.filter((flow) => said.has(flow)),
      ),
    ),
  };
}

/** Single characters stand inside too many words to tell a change: 最高, 多少. */
const CHANGE_WORD = /^..+$/;

/**
 * The first demand that a figure does not meet; undefined where it meets all. `around` is what a
 * figure that says no period or actor of its own may take over.
 */
export function mismatch(
  demand: Demand,
  figure: Figure,
  around: Surroundings,
): Mismatch | undefined {
  if (!unitFits(demand, figure.unit) || figure.text.startsWith('第') !== demand.ordinal)
    return 'unit';
  if (demand.periods.length > 0) {
    const held = figure.period === undefined ? around.periods : [figure.period];
    const meet = (asked: string) => held.some((period) => periodsCompatible(asked, period));
    if (!demand.periods.some(meet)) return 'period';
  }
  if (!actorFits(demand, figure, around)) return 'actor';
  if (figure.direction !== undefined && FLOWS.includes(figure.direction)) {
    if (demand.flows.size > 0 && !demand.flows.has(figure.direction)) return 'direction';
  }
  return undefined;
}

function unitFits({ counter, dimension }: Demand, unit: string): boolean {
  const held = dimensionOf(unit);
  if (dimension !== undefined) return held === dimension;
  if (counter === undefined || counter === unit) return true;
  if (dimensionOf(counter) !== 'count') return dimensionOf(counter) === held;
  if (counter === '个') return held === 'count';
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter));
  return alike?.has(unit) === true || (unit === '个' && !alike?.has('人'));
}

/** A place contradicts a place and an organisation an organisation; the one says nothing of the other. */
function actorFits(
  { actors, organisations }: Demand,
  { actor }: Figure,
  { subjects }: Surroundings,
): boolean {
  if (actor !== undefined && isOrganisation(actor)) {
    return organisations.length === 0 || organisations.some((name) => isSameName(name, actor));
  }
  if (actors.length === 0) return true;
  if (actor === undefined)
    return actors.some((place) => place === '全国' || subjects.includes(place));
  return actors.some((place) => actorsCompatible(place, actor));
}

/** One name within the other: 紫光 and 紫光集团. */
function isSameName(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** How well a figure's measure and surroundings fit the question; compares figures of one question. */
export function fitness(question: Question, demand: Demand, figure: Figure): number {
  const at = figure.sentence.indexOf(figure.text);
  const measure = normalize(figure.measure).text;
  const text = normalize(figure.sentence).text;
  let score = 0;
  for (const { text: word } of question.content) {
    // places and periods are demands, not measures
    if (findActors(word).length > 0 || /^\d{4}$|年$|半年$|季度$|月$/.test(word)) continue;
    const factor = question.words.get(word) ?? 0;
    const forms = formsOf(question, word);
    if (forms.some((form) => measure.includes(form))) score += factor;
    else
      score +=
        factor *
        0.8 *
        Math.max(...forms.map((form) => nearness(text, form, at, at + figure.text.length)));
  }
  // what is counted, named right behind the question word: 多少国家
  if (
    question.focus.some((token) =>
      formsOf(question, token.text).some((form) => measure.includes(form)),
    )
  )
    score += 1;
  if (figure.direction !== undefined && demand.flows.has(figure.direction)) score += 1;
  const changes = figure.direction !== undefined && !FLOWS.includes(figure.direction);
  if (changes !== (demand.change !== undefined)) score -= 0.5;
  // a level is asked, and this is what came on top
  const flows = figure.direction !== undefined && FLOWS.includes(figure.direction);
  if (flows && !demand.flows.has(figure.direction ?? '')) score -= 0.3;
  const asksMoney =
    demand.change === undefined &&
    question.focus.some(({ text: word }) => MONEY_MEASURE.test(word));
  if (asksMoney && dimensionOf(figure.unit) === 'money') score += 0.5;
  return score;
}

/** A word and what the corpus may call it. */
function formsOf({ alternatives }: Question, word: string): readonly string[] {
  return [word, ...(alternatives.get(word) ?? [])];
}

/** Distance in characters at which a word counts half for the figure it stands beside. */
const HALF_DISTANCE = 12;

function nearness(sentence: string, word: string, start: number, end: number): number {
  const before = sentence.lastIndexOf(word, start);
  const after = sentence.indexOf(word, end);
  const distances = [
    before < 0 ? Number.POSITIVE_INFINITY : Math.max(0, start - before - word.length),
    after < 0 ? Number.POSITIVE_INFINITY : after - end,
  ];
  return 2 ** (-Math.min(...distances) / HALF_DISTANCE);
}

/**
 * Whether normalised text writes a number that could meet the demanded unit though it is no whole
 * figure: the counter asked for, or one like it, behind a numeral.
 */
export function writesQuantity({ counter, dimension }: Demand, text: string): boolean {
  if (dimension !== undefined) {
    return ANY_NUMERAL.test(text) && (WRITTEN_UNITS[dimension]?.test(text) ?? false);
  }
  if (counter === undefined) return ANY_NUMERAL.test(text);
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter));
  const counters = [...(alike ?? [counter]), '个'].join('|');
  return new RegExp(`(?:${NUMERAL_SOURCE})[多余几来]?\\s?(?:${counters})`, 'u').test(text);
}

/** 一 alone is rarely a number: 一般, 过去一年. */
const ANY_NUMERAL =
  /\p{Nd}|[一二两三四五六七八九十百千万亿]{2}|[两三四五六七八九十半]\p{Script=Han}/u;

/** What the first turn that names any names. */
function firstNamed<T>(
  turns: readonly T[],
  read: (turn: T) => readonly string[],
): readonly string[] {
  for (const turn of turns) {
    const named = read(turn);
    if (named.length > 0) return named;
  }
  return [];
}

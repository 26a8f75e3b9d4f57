import type { Article } from '../article/article.ts';
import { DOWN, FLOWS, UP } from '../figures/data/directions.ts';
import type { Dimension } from '../figures/data/units.ts';
import { hasOrganisationEnding } from '../figures/parts/organisations.ts';
import { parsePeriods } from '../figures/parts/periods.ts';
import { findActors } from '../figures/parts/places.ts';
import { once } from '../util/memo-by-object.ts';
import { MEASURE_DIMENSIONS } from './data/quantities.ts';
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
  /** By how much something rose or fell is asked. */
  readonly change?: 'up' | 'down';
  /** The question itself, normalised. */
  readonly wording: string;
  /** An amount per head is asked: 人均收入. */
  readonly perHead: boolean;
  /** 第几 is asked: a place in an order, and no amount. */
  readonly ordinal: boolean;
}

/** Who asks how many of these asks for a number of people, whatever the counter. */
const COUNTS_PEOPLE =
  /(?:有?多少|几)(?:位|名|个)?[^,?]{0,8}?(?:员工|职工|人员|人口|学员|学生|教师|老师|居民|观众|游客|用户|患者|志愿者|人)(?:$|[?,参报就])|(?:人口|人数)(?:总数|总量|规模)?(?:是|有|为|达)?多少/;
/** A place behind one of these is a counterpart: 向浙江输出. */
const COUNTERPART = /[向对从与跟和给往至到由比较]$/;
/** Characters between a word of change and the question word: 增长了多少, 增长百分之几. */
const CHANGE_REACH = 3;

/** Who asks what people earn means each of them. */
const ASKS_PER_HEAD =
  /人均|每人|一个人|per capita|(?:居民|村民|农民|渔民|牧民|职工|员工|工人|教师|城镇|农村)[^,?总]{0,8}(?:收入(?!总)|工资(?!总)|年薪|月薪|挣|赚)/;

/** What makes an amount one per head. */
export const PER_HEAD = /人均|每人|per capita/;

export function demandOf(question: Question, { date }: Article): Demand {
  const held = demands(question);
  let demand = held.get(date);
  if (demand === undefined) {
    demand = readDemand(question, date);
    held.set(date, demand);
  }
  return demand;
}

/** By the date of the article: all else the question alone tells. */
const demands = once((_: Question) => new Map<Article['date'], Demand>());

function readDemand(question: Question, date: Article['date']): Demand {
  const text = question.normalized;
  const counter = question.counter ?? (COUNTS_PEOPLE.test(text) ? '人' : undefined);
  const dimension =
    question.type === 'money'
      ? 'money'
      : MEASURE_DIMENSIONS.find(([pattern]) => pattern.test(text))?.[1];
  const change = changeOf(question);
  return {
    ...(counter === undefined ? {} : { counter }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(change === undefined ? {} : { change }),
    wording: text,
    perHead: ASKS_PER_HEAD.test(text),
    ordinal: question.type === 'ordinal',
    organisations: question.names.filter(hasOrganisationEnding),
    periods: firstNamed(question.said, (said) =>
      parsePeriods(said, date)
        .filter(({ role }) => role === 'time')
        .map(({ period }) => period),
    ),
    actors: firstNamed(question.said, (said) =>
      findActors(said)
        .filter(({ start }) => !COUNTERPART.test(said.slice(0, start)))
        .map(({ names }) => names.join('、')),
    ),
    flows: new Set(flowsOf(question)),
  };
}

/** 增长了多少, 下降多少: the word of change stands right before the question word. */
function changeOf({ content, asksAt, said }: Question): Demand['change'] {
  for (const { text, end } of content) {
    if (text.length < 2 || end > asksAt || asksAt - end > CHANGE_REACH) continue;
    // 新增了多少 asks for what came on top, which is no rise of something
    if (FLOWS.includes(text)) continue;
    // 提高到多少 asks for the level reached
    if (/^[到至]/.test((said[0] ?? '').slice(end, asksAt))) continue;
    if (UP.includes(text)) return 'up';
    if (DOWN.includes(text)) return 'down';
  }
  return undefined;
}

/** The directions that the question names in its own or the corpus's words, else an earlier turn's. */
function flowsOf(question: Question): readonly string[] {
  const words = new Set<string>();
  for (const { text: word } of question.content) {
    words.add(word);
    for (const other of question.alternatives.get(word) ?? []) words.add(other);
  }
  const own = FLOWS.filter((flow) => words.has(flow));
  return own.length > 0
    ? own
    : firstNamed(question.said, (said) => FLOWS.filter((flow) => said.includes(flow)));
}

/** What the first turn that names any names. */
function firstNamed(
  turns: readonly string[],
  read: (turn: string) => readonly string[],
): readonly string[] {
  for (const turn of turns) {
    const named = read(turn);
    if (named.length > 0) return named;
  }
  return [];
}

import type { Article } from '../article/article.ts';
import { DOWN, FLOWS, UP } from '../figures/data/directions.ts';
import type { Dimension } from '../figures/data/units.ts';
import { isOrganisation } from '../figures/parts/organisations.ts';
import { parsePeriods } from '../figures/parts/periods.ts';
import { findActors } from '../figures/parts/places.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { MEASURE_DIMENSIONS } from './data/quantities.ts';
import type { Question } from './question.ts';

/** What a question demands of the figure that answers it. */
export interface Demand {
  /** The counter that the figure must have: 项. */
  readonly counter?: string;
  readonly dimension?: Dimension;
  /** ISO 8601, resolved against the article's date. */
  readonly periods: readonly string[];
  /** Canonical names of the places that the question is about, without those that it names as a counterpart. */
  readonly actors: readonly string[];
  /** Organisations the question names. */
  readonly organisations: readonly string[];
  /** Directions of what is counted: 输出, 吸纳. */
  readonly flows: ReadonlySet<string>;
  /** Set where the question asks by how much something rose or fell. */
  readonly change?: 'up' | 'down';
  /** The question itself, normalised. */
  readonly wording: string;
  /** Whether an amount per head is asked: 人均收入. */
  readonly perHead: boolean;
  /** Whether a place in an order is asked, and no amount: 第几. */
  readonly ordinal: boolean;
}

/** Questions for a number of people, whatever their counter. */
const COUNTS_PEOPLE =
  /(?:有?多少|几)(?:位|名|个)?[^,?]{0,8}?(?:员工|职工|人员|人口|学员|学生|教师|老师|居民|观众|游客|用户|患者|志愿者|人)(?:$|[?,参报就])|(?:人口|人数)(?:总数|总量|规模)?(?:是|有|为|达)?多少/;
/** Words before a place that is a counterpart: 向浙江输出. */
const COUNTERPART = /[向对从与跟和给往至到由比较]$/;
/** Characters at most between a word of change and the question word: 增长了多少, 增长百分之几. */
const CHANGE_REACH = 3;

/** Questions for an amount per head; a question for what people earn is one. */
const ASKS_PER_HEAD =
  /人均|每人|一个人|per capita|(?:居民|村民|农民|渔民|牧民|职工|员工|工人|教师|城镇|农村)[^,?总]{0,8}(?:收入(?!总)|工资(?!总)|年薪|月薪|挣|赚)/;

/** Words that make an amount one per head. */
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

/** Demands of a question by the date of the article, the only thing in the article that changes them. */
const demands = memoByObject((_: Question) => new Map<Article['date'], Demand>());

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
    organisations: question.names.filter(isOrganisation),
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

/** The direction of the change asked for: its word stands right before the question word, as in 增长了多少. */
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

/** The directions that the question names, by synonyms too; where it names none, those of an earlier turn. */
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

/** What `read` finds in the latest turn in which it finds anything. */
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

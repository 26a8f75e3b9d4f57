import type { Article } from '../article/article.ts';
import { CHANGES, DOWN, FLOWS, UP } from '../figures/data/directions.ts';
import type { Dimension } from '../figures/data/units.ts';
import { reportPeriod } from '../figures/parts/inherited-context.ts';
import {
  findOrganisations,
  firmsIn,
  hasOrganisationEnding,
  organisationsOf,
} from '../figures/parts/organisations.ts';
import { parsePeriods } from '../figures/parts/periods.ts';
import { findActors } from '../figures/parts/places.ts';
import { clausesOf } from '../figures/parts/sentence-context.ts';
import { simplifiedArticle } from '../figures/parts/simplified-article.ts';
import { isLikePlace, mentionsOf, unlistedPlaces } from '../figures/parts/unlisted-places.ts';
import { writtenOn } from '../figures/parts/written-on.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { MEASURE_KINDS } from './data/measures.ts';
import { COUNTS_PEOPLE, EXTENTS, MEASURE_DIMENSIONS, MONEY_MEASURE } from './data/quantities.ts';
import type { Question } from './question.ts';

/** What a question demands of the figure that answers it. */
export interface Demand {
  /** The counter that the figure must have: 项. */
  readonly counter?: string;
  readonly dimension?: Dimension;
  /** ISO 8601, resolved against the article's date. */
  readonly periods: readonly string[];
  /** Whether all of a year is asked about, of which no part answers: 全年. */
  readonly wholeYear: boolean;
  /** Canonical names of the places that the question is about, without those that it names as a counterpart. */
  readonly actors: readonly string[];
  /** Organisations the question names. */
  readonly organisations: readonly string[];
  /** Directions of what is counted: 输出, 吸纳. */
  readonly flows: ReadonlySet<string>;
  /** Set where the question asks by how much something rose or fell. */
  readonly change?: 'up' | 'down';
  /** By how much a rate of change itself changed is asked: 涨幅扩大了多少. */
  readonly changeOfRate: boolean;
  /** Kinds of the measures that the question names; [] where it names none that is like no other. */
  readonly kinds: readonly string[];
  /** What came about is asked, and no plan. */
  readonly actual: boolean;
  /** The question itself, normalised. */
  readonly wording: string;
  /** Whether an amount per head is asked: 人均收入. */
  readonly perHead: boolean;
  /** Whether a place in an order is asked, and no amount: 第几. */
  readonly ordinal: boolean;
}

/** Words before a place that is a counterpart: 向浙江输出, 去浙江; 占全国的几分之几 asks of a part. */
const COUNTERPART = /[向对从与跟和给往至到由比较占赴]$|(?<!过)去$/;
/** What follows a place of whose whole a share is asked: 全国总数的几分之几. */
const WHOLE_OF_SHARE = /^的?(?:总[数量额值和])?的?(?:几分之几|百分之几|百分之多少|几成)/;
/** Characters at most between a word of change and the question word: 增长了多少, 增长百分之几. */
const CHANGE_REACH = 3;

/** Questions for an amount per head; a question for what people earn is one. */
export const ASKS_PER_HEAD =
  /人均|每人|一个人|per capita|(?:居民|村民|农民|渔民|牧民|职工|员工|工人|教师|城镇|农村)[^,?总]{0,8}(?:收入(?!总)|工资(?!总)|年薪|月薪|挣|赚)/;

/** Words that make an amount one per head. */
export const PER_HEAD = /人均|每人|per capita/;

export function demandOf(question: Question, article: Article): Demand {
  const held = demands(question);
  let demand = held.get(article);
  if (demand === undefined) {
    demand = readDemand(question, article);
    held.set(article, demand);
  }
  return demand;
}

/** Types that ask for no figure, unless the question compares: 谁高, 哪家多. */
const NO_FIGURE: ReadonlySet<Question['type']> = new Set([
  ...(['person', 'organisation', 'place', 'date', 'reason'] as const),
  ...(['method', 'definition', 'list', 'yesno'] as const),
]);
const COMPARES = /[多少高低大小快慢强差倍]/;

function asksOfFigures({ type, normalized }: Question): boolean {
  return !NO_FIGURE.has(type) || COMPARES.test(normalized);
}

/** By the article, whose date and names the question is read with. */
const demands = memoByObject((_: Question) => new Map<Article, Demand>());

function readDemand(question: Question, article: Article): Demand {
  const text = question.normalized;
  // 几块 asks for money: 块 counts it as 元 does, and nothing else then
  const counted = question.type === 'money' && question.counter === '块' ? '元' : question.counter;
  // 多少个成员 counts people, whatever counter the text has for them
  const people = (counted ?? '个') === '个' && COUNTS_PEOPLE.test(text);
  const counter = people ? '人' : counted;
  const change = changeOf(question);
  const isMoney =
    question.type === 'money' ||
    (question.bare && NAMES_MONEY.test(text)) ||
    (change === undefined && ASKS_AMOUNT.test(text));
  const told = isMoney ? 'money' : firstSaid(asking(question), dimensionIn);
  const measured = told ?? (question.type === 'duration' ? 'time' : undefined);
  // by how much an area grew is told in percent as well
  const dimension = change !== undefined && EXTENTS.has(measured) ? undefined : measured;
  // reading the names of an article costs time, and only figures are held against them
  const ofFigures = asksOfFigures(question);
  const organisations = ofFigures
    ? organisationsAsked(question, article)
    : question.names.filter(hasOrganisationEnding);
  const [written, reported] = [writtenOn(article), reportPeriod(article)];
  // a report for a year may tell of the year before: 2021年政府工作报告
  const report = /^\d{4}$/.test(reported ?? '') ? undefined : reported;
  return {
    ...(counter === undefined ? {} : { counter }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(change === undefined ? {} : { change }),
    changeOfRate: CHANGE_OF_RATE.test(text),
    kinds: kindsAsked(question),
    actual: ACTUAL.test(text),
    wording: text,
    perHead: ASKS_PER_HEAD.test(text),
    ordinal: question.type === 'ordinal',
    organisations,
    periods: firstNamed(question.said, (said) =>
      parsePeriods(said, written, { report })
        .filter(({ role }) => role === 'time')
        .map(({ period }) => period),
    ),
    wholeYear: WHOLE_YEAR.test(text),
    actors: firstNamed(question.said, (said) => [
      ...(ofFigures ? unlistedActors(said, article) : []),
      ...findActors(LETTER_FIRST.exec(said)?.[0] ?? '').flatMap(({ names }) => names),
      ...findActors(said)
        .filter(({ start, end }) => {
          const inName = organisations.some((name) => {
            const at = said.lastIndexOf(name, start);
            return at >= 0 && at + name.length >= end;
          });
          return (
            !inName &&
            // gdp is read as 国内生产总值, of whatever place
            !said.startsWith('国内生产总值', start) &&
            !COUNTERPART.test(said.slice(0, start)) &&
            !WHOLE_OF_SHARE.test(said.slice(end))
          );
        })
        .map(({ names }) => names.join('、')),
    ]),
    flows: new Set(flowsOf(question)),
  };
}

/** 苏2021年的产值: a province by one letter, which before a year is no other word. */
const LETTER_FIRST = /^\p{Script=Han}(?=[12][0-9]{3}年)/u;

/** 云岭县的补贴: a place that the article shows to be one, or that begins the question and stands nowhere in it. */
function unlistedActors(said: string, article: Article): string[] {
  const [first] = PLACE_FIRST.exec(said)?.slice(1) ?? [];
  const held = mentionsOf(unlistedPlaces(article), said).map(({ text }) => text);
  const unknown =
    first !== undefined &&
    isLikePlace(first) &&
    findActors(first).length === 0 &&
    !normalizedText(article).includes(first);
  return unknown ? [...held, first] : held;
}

const PLACE_FIRST =
  /^(?:[0-9]{4}年)?((?![哪各每多几全本该这那我大小新老某])[一-鿿]{2,3}?[市县区镇乡])(?![村镇]|(?<=市)[占值场盈净销])/;

const normalizedText = (article: Article) => simplifiedArticle(article).text;

const CHANGE_OF_RATE =
  /(?:[涨降跌增]幅|增速|增长率|降速)[^,?]{0,6}(?:扩大|收窄|回落|回升|提高|加快|放缓|缩小|上升|下降)/;
/** Who asks so wants what came about: 实际交付量, 最终完成了多少, 已经卖了多少. */
const ACTUAL = /实际|最终|已经|目前为止|至今/;

/** 门票总收入: a bare noun phrase that ends in an amount of money. */
const NAMES_MONEY = new RegExp(`(?<![名限员差])${MONEY_MEASURE.source}`);

/** gdp是多少, 营收有多少: the amount, and neither its growth nor its share. */
const ASKS_AMOUNT = new RegExp(
  `(?<![名限员差率占比的])${MONEY_MEASURE.source.slice(0, -1)}(?:大?约|总?共|是|为|有|达到?|了)*多少(?=$|[?呢啊呀钱元万亿])`,
);

const WHOLE_YEAR = /全年(?!无休|开放|营业(?![收额利成总]))|整年|年度(?!报|计划)/;

/** This turn's text, and that of the turn before where this one does not say what it asks. */
function asking({ said, typed }: Question): readonly string[] {
  return typed ? said.slice(0, 1) : said;
}

function firstSaid<T>(turns: readonly string[], read: (turn: string) => T | undefined) {
  for (const turn of turns) {
    const found = read(turn);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What each industry adds makes up the 生产总值, and is called 增加值: GDP → 那第三产业呢. */
function kindsAsked({ said }: Question): readonly string[] {
  const [own = ''] = said;
  const kinds = firstNamed(said, kindsIn);
  return kinds.includes('product') && kindsIn(own).length === 0 && INDUSTRY.test(own)
    ? [...kinds, 'added']
    : kinds;
}

/** An industry, of which a product is what it adds. */
export const INDUSTRY = /产业|[一-鿿]业(?![务绩])/;

function dimensionIn(text: string): Dimension | undefined {
  return MEASURE_DIMENSIONS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Kinds of the measures that normalised text names. */
export function kindsIn(text: string): string[] {
  return MEASURE_KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}

/**
 * The organisations that the question names, else the last turn that names any: those of the article,
 * and names of which the question says what is only said of a firm.
 */
function organisationsAsked(question: Question, article: Article): readonly string[] {
  const known = organisationsOf(article);
  const written = writtenOn(article);
  const named = firstNamed([question.rest.text, ...question.said.slice(1)], (said) => {
    const held = [...known].filter((name) => said.includes(name));
    const longest = held.filter((name) => !held.some((o) => o !== name && o.includes(name)));
    const subjects = findOrganisations(
      said,
      clausesOf(said),
      parsePeriods(said, written),
      known,
    ).flatMap(({ names }) => names);
    return [...longest, ...subjects, ...firmsIn(said)];
  });
  return [...new Set([...question.names.filter(hasOrganisationEnding), ...named])];
}

/** 增长了多少, 下降多少: the word of change stands right before the question word. */
function changeOf({ content, asksAt, said, typed }: Question): Demand['change'] {
  const [text = ''] = said;
  for (const { text: word, end } of content) {
    if (word.length < 2 || end > asksAt || asksAt - end > CHANGE_REACH) continue;
    // 新增了多少 asks for what came on top, which is no rise of something
    if (FLOWS.includes(word)) continue;
    // 提高到多少 asks for the level reached
    if (/^[到至]/.test(text.slice(end, asksAt))) continue;
    // 对增长的贡献有多大 asks for what brought the rise about
    if (/^的?(?:贡献|影响|作用|意义|目标|空间|潜力)/.test(text.slice(end, asksAt))) continue;
    if (UP.includes(word)) return 'up';
    if (DOWN.includes(word)) return 'down';
  }
  const [, verb, raised] = SHORT_CHANGE.exec(text.slice(0, asksAt)) ?? [];
  const short = raised === undefined ? CHANGES[verb ?? ''] : '增加';
  return sideOf(short) ?? (typed ? undefined : firstSaid(said.slice(1), changeAsked));
}

function sideOf(word: string | undefined): Demand['change'] {
  if (word === undefined) return undefined;
  return UP.includes(word) ? 'up' : DOWN.includes(word) ? 'down' : undefined;
}

/** The change that an earlier turn asked for: 增长多少 → 那第三产业呢. */
function changeAsked(said: string): Demand['change'] {
  const [, word = ''] = /([一-鿿]{2})了?(?:多少|几|百分之几)/.exec(said) ?? [];
  return FLOWS.includes(word) ? undefined : (sideOf(word) ?? sideOf(CHANGES[word.slice(-1)]));
}

/** 涨了多少, 降多少: a verb of one character. */
const SHORT_CHANGE = /(?:(?<![上下新净倍剧回])([涨跌降升增减])|(?<=[价费薪租税])(加))了?$/;

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

import type { Article } from '../../../article/article.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { isOrganisation } from '../../../figures/parts/organisations.ts';
import { parsePeriods, periodsCompatible } from '../../../figures/parts/periods.ts';
import { actorsCompatible, findActors } from '../../../figures/parts/places.ts';
import { simplifiedArticle } from '../../../figures/parts/simplified-article.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Token } from '../../../language/tokenizer.ts';
import type { Demand } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { isSameName } from './figure-check.ts';
import { EXCEEDED } from './figure-fit.ts';

/** How a question calls a side of a comparison: by a normalised term, or an ISO 8601 period. */
export type SideName =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'period'; readonly period: string };

/** One of the things compared: how the question calls it, and which figures are of it. */
export interface Side {
  readonly name: SideName;
  is(figure: Figure): boolean;
  /** Which of those say its whole name: 净利润 of 净利润 and 利润总额. */
  readonly isWhole?: (figure: Figure) => boolean;
  /** Which are, where none says so itself: by what stands around them. */
  readonly isNear?: (figure: Figure) => boolean;
}

export interface Sides {
  readonly across: 'period' | 'actor' | 'measure';
  readonly sides: readonly Side[];
}

/** What the question sets side by side: directions, places, periods, else two words joined by 和. */
export function sidesOf(question: Question, demand: Demand, article: Article): Sides | undefined {
  const text = question.normalized;
  const flows = [...demand.flows].sort((a, b) => text.indexOf(a) - text.indexOf(b));
  if (flows.length > 1) return { across: 'measure', sides: flows.map(flowSide) };

  const periods = distinct(parsePeriods(text, writtenOn(article)).map(({ period }) => period));
  if (periods.length > 1) {
    const sides = periods.map((period) => ({
      name: { kind: 'period', period } as const,
      is: (figure: Figure) => periodsCompatible(period, figure.period),
    }));
    return { across: 'period', sides };
  }

  const places = distinct(
    demand.actors.length > 1
      ? demand.actors
      : findActors(text).map(({ names }) => names.join('、')),
  );
  if (places.length > 1) {
    const sides = places.map((place) => ({
      name: termName(place),
      is: ({ actor }: Figure) =>
        actor !== undefined && !isOrganisation(actor) && actorsCompatible(place, actor),
    }));
    return { across: 'actor', sides };
  }

  const firms = demand.organisations;
  if (firms.length > 1) {
    const sides = firms.map((firm) => ({
      name: termName(firm),
      is: ({ actor }: Figure) => actor !== undefined && isSameName(firm, normalize(actor).text),
    }));
    return { across: 'actor', sides };
  }

  const names = joinedNames(question);
  if (names === undefined) return undefined;
  const first = names[0];
  const second = whole(names[1], question.normalized, article);
  const sides = [wordSide(first, second, article), wordSide(second, first, article)];
  return { across: 'measure', sides };
}

/** Two runs of words joined: 城镇和农村, 出口比进口. */
const JOINED = /([\p{L}\p{N}]{1,12}?)(?:和|与|跟|同|比|及|、|还是|是)([\p{L}\p{N}]{1,12})/u;

/**
 * The names that a question joins. What is measured may stand behind either: 城镇和乡村零售额, 第三产业增加值
 * 比第二产业; so the runs of words that are as long as each other are the two, the longest first.
 */
function joinedNames(question: Question): readonly [string, string] | undefined {
  const match = JOINED.exec(question.normalized);
  const [whole = '', left = '', right = ''] = match ?? [];
  if (match === null) return undefined;
  const joint = match.index + left.length;
  const behind = match.index + whole.length - right.length;
  const periods = parsePeriods(question.normalized, ANY_DAY);
  // jieba cuts 去年长者 into 去 and 年长者
  const tokens = question.content.flatMap((token) => {
    const from = Math.max(
      token.start,
      ...periods.filter(({ start }) => start < token.end).map(({ end }) => end),
    );
    const text = token.text.slice(from - token.start);
    return text === '' ? [] : [{ ...token, text, start: from }];
  });
  const before = tokens.filter(({ start, end }) => start >= match.index && end <= joint);
  const after = tokens.filter(({ start }) => start >= behind);
  const rights = runsFrom(after.filter((_, place) => contiguous(after, place, behind)));
  const lefts = [...runsFrom(before), ...before.map((_, place) => textOf(before.slice(place)))];
  const fit = (one: string, other: string) =>
    (one.length === other.length ? 10 + one.length : 0) + (one.at(-1) === other.at(-1) ? 3 : 0);
  const pairs = lefts
    .flatMap((one) => rights.map((other) => [one, other] as const))
    .filter(([one, other]) => one !== other)
    .map((pair) => ({ pair, fit: fit(...pair) }))
    .sort((x, y) => y.fit - x.fit || y.pair[0].length - x.pair[0].length);
  return pairs[0]?.pair;
}

/** 长照机构 of 学校和长照机构的群聚: the second name up to 的, where the article never writes it shorter. */
function whole(name: string, asked: string, article: Article): string {
  const at = asked.lastIndexOf(name);
  const [longer = name] = /^\p{Script=Han}{1,8}?(?=的)/u.exec(asked.slice(at)) ?? [];
  const text = simplifiedArticle(article).text;
  const isShorter = text.replaceAll(longer, '').includes(name);
  return longer.startsWith(name) && text.includes(longer) && !isShorter ? longer : name;
}

/** 去年 is a period whenever it is said. */
const ANY_DAY = '2000-01-01';

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

function runsFrom(tokens: readonly Token[]): string[] {
  return tokens.map((_, place) => textOf(tokens.slice(0, place + 1)));
}

/** Whether nothing stands between the tokens from `from` up to that at `place`. */
function contiguous(tokens: readonly Token[], place: number, from: number): boolean {
  return tokens
    .slice(0, place + 1)
    .every(({ start }, nth) => start === (tokens[nth - 1]?.end ?? from));
}

function termName(term: string): SideName {
  return { kind: 'term', term };
}

function flowSide(flow: string): Side {
  return {
    name: termName(flow),
    // 进出口 is what both ways come to
    is: ({ direction, measure }) =>
      direction === flow || measure.replace(/进出口|進出口/g, '').includes(flow),
  };
}

/** The figures of one of two things named: by the measure, the direction or the actor, else by what stands around. */
function wordSide(word: string, other: string, article: Article): Side {
  return {
    name: termName(word),
    is: (figure) => {
      const { direction, actor } = figure;
      const measure = normalize(figure.measure).text;
      // half of 渔业产值 is in 牧业产值
      if (mostlyIn(word, other) && measure.includes(other) && !measure.includes(word)) return false;
      if (direction === word || mostlyIn(word, measure)) return true;
      return actor !== undefined && normalize(actor).text.includes(word);
    },
    isWhole: ({ measure }) => normalize(measure).text.includes(word),
    isNear: (figure) =>
      !mostlyIn(other, normalize(figure.measure).text) && isNamedNear(word, other, figure, article),
  };
}

/** Characters before and behind a figure in which the one of two things is named. */
const NEAR = 60;

/** 城镇实现零售额487亿元; 19例为本地病例: the one that stands behind in the clause, else the last one before. */
function isNamedNear(word: string, other: string, { start, end }: Figure, article: Article) {
  const before = lastOf(article.text.slice(Math.max(0, start - NEAR), start), /[。！？!?\n]/);
  const clause = lastOf(before, /[，,；;]/);
  const behind = normalize(
    article.text.slice(end, end + NEAR).split(/[，,；;。！？!?\n]/, 1)[0] ?? '',
  ).text;
  const said = normalize(before).text.replace(EXCEEDED, '');
  const inClause = normalize(clause).text;
  if (!inClause.includes(word) && !inClause.includes(other)) {
    if (behind.includes(word) !== behind.includes(other)) return behind.includes(word);
  }
  return said.lastIndexOf(word) > said.lastIndexOf(other);
}

function lastOf(text: string, mark: RegExp): string {
  return text.split(mark).at(-1) ?? '';
}

/** 农村居民 is in 农村常住居民人均可支配收入: half of its pairs of characters are. */
function mostlyIn(word: string, measure: string): boolean {
  if (word.length < 3) return measure.includes(word);
  const pairs = [...word].slice(1).map((character, place) => `${word[place]}${character}`);
  return pairs.filter((pair) => measure.includes(pair)).length * 2 >= pairs.length;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

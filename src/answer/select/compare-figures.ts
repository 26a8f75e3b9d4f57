import type { Article } from '../../article/article.ts';
import { type Operation, type Reckoning, reckon } from '../../figures/arithmetic.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { isOrganisation } from '../../figures/parts/organisations.ts';
import { parsePeriods, periodsCompatible } from '../../figures/parts/periods.ts';
import { actorsCompatible, findActors } from '../../figures/parts/places.ts';
import { dimensionOf } from '../../figures/parts/units.ts';
import { writtenOn } from '../../figures/parts/written-on.ts';
import { normalize } from '../../language/normalize.ts';
import type { Token } from '../../language/tokenizer.ts';
import { type Demand, demandOf } from '../../question/demand.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { COMPARISONS, LESSER } from './data/comparisons.ts';
import { figureCheck, isSameName } from './figure-check.ts';
import { figureFit } from './figure-fit.ts';

/** Two or more figures that a question compares, and the result of the arithmetic. */
export interface Comparison {
  /** In the order of the question. */
  readonly figures: readonly Figure[];
  readonly reckoning: Reckoning;
  /** Which side is the greater or lesser; undefined where the question takes it for known. */
  readonly verdict?: Verdict;
}

/** How the sides of a comparison stand to each other. */
type Verdict =
  | { readonly kind: 'equal' }
  | { readonly kind: 'higher' | 'lower'; readonly side: SideName };

/** How a question calls a side of a comparison: by a normalised term, or an ISO 8601 period. */
export type SideName =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'period'; readonly period: string };

/** A side of a comparison that the article holds no figure for. */
export interface MissingSide {
  readonly missing: SideName;
}

/** One of the things compared: how the question calls it, and which figures are of it. */
interface Side {
  readonly name: SideName;
  is(figure: Figure): boolean;
  /** Which are, where none says so itself: by what stands around them. */
  readonly isNear?: (figure: Figure) => boolean;
}

interface Sides {
  readonly across: 'period' | 'actor' | 'measure';
  readonly sides: readonly Side[];
}

/** Paragraphs, best first, that both sides are looked for in. */
const PARAGRAPHS = 3;

/**
 * Reads a question as a comparison of figures (哪个更高, 相差多少, 是几倍, 合计) and reckons with the
 * best figure of each side. Undefined where the question compares nothing.
 */
export function compareFigures(
  question: Question,
  ranked: readonly Ranked[],
  figuresOf: (article: Article) => readonly Figure[],
): Comparison | MissingSide | undefined {
  const operation = operationOf(question.normalized);
  const article = ranked[0]?.found.article;
  if (operation === undefined || article === undefined) return undefined;
  const demand = demandOf(question, article);
  const sides = sidesOf(question, demand, article);
  if (sides === undefined) return undefined;

  const paragraphs = [...new Set(ranked.map(({ found }) => found.paragraph))].slice(0, PARAGRAPHS);
  const numbers = new Set(paragraphs.map(({ number }) => number));
  // 几倍 is reckoned from what is so many times the other, and not from a number of times
  const figures = figuresOf(article).filter(
    ({ paragraph, unit }) =>
      numbers.has(paragraph) && !(operation === 'ratio' && dimensionOf(unit) === 'ratio'),
  );
  const wanted = without(demand, sides.across, operation);
  const found = sides.sides.map((side) => fittingOf(side, figures, question, wanted, article));
  const empty = found.findIndex((fitting) => fitting.length === 0);
  const missing = sides.sides[empty]?.name;
  if (missing !== undefined) {
    if (sides.across !== 'measure') return { missing };
    // what says both in one breath may say the difference itself: 出口比进口多20亿元
    const neither = found.every((fitting) => fitting.length === 0);
    const together = ranked.some(({ found: { article: one, paragraph } }) => {
      const said = normalize(slice(one.text, paragraph.span)).text;
      return sides.sides.every(({ name }) => name.kind === 'term' && said.includes(name.term));
    });
    return neither || together || operation === 'sum' ? undefined : { missing };
  }
  const chosen = bestTogether(found);
  if (new Set(chosen).size < chosen.length) return undefined;
  const named = sides.sides.every(
    ({ name }, place) => name.kind === 'term' && chosen[place]?.actor?.includes(name.term),
  );
  const across = sides.across !== 'measure' ? [sides.across] : named ? (['actor'] as const) : [];
  const reckoning = reckon(operation, chosen, { across });
  // two words that are measured in different units were never set side by side
  const isOfOneUnit = reckoning.kind !== 'refused' || reckoning.refusal.reason !== 'unit';
  if (sides.across === 'measure' && !isOfOneUnit) return undefined;
  const verdict = verdictOf(reckoning, chosen, sides.sides, question);
  return { figures: chosen, reckoning, ...(verdict !== undefined && { verdict }) };
}

function operationOf(text: string): Operation | undefined {
  return COMPARISONS.find(({ pattern }) => pattern.test(text))?.operation;
}

/** What the question sets side by side: directions, places, periods, else two words joined by 和. */
function sidesOf(question: Question, demand: Demand, article: Article): Sides | undefined {
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
  const [first, second] = names;
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
    is: ({ direction, measure }) => direction === flow || measure.includes(flow),
  };
}

/** The figures of one of two things named: by the measure, the direction or the actor, else by what stands around. */
function wordSide(word: string, other: string, article: Article): Side {
  return {
    name: termName(word),
    is: (figure) => {
      const { direction, actor } = figure;
      const measure = normalize(figure.measure).text;
      if (direction === word || mostlyIn(word, measure)) return true;
      return actor !== undefined && normalize(actor).text.includes(word);
    },
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
  const said = normalize(before).text;
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

/** The demand without the constraints in which the sides differ. */
function without(demand: Demand, across: Sides['across'], operation: Operation): Demand {
  const { counter, dimension, ...rest } = demand;
  return {
    // 几倍 asks for no unit of the figures themselves, and 多多少 for no change of either
    ...(operation === 'ratio' ? rest : demand),
    flows: across === 'measure' ? new Set() : demand.flows,
    periods: across === 'period' ? [] : demand.periods,
    actors: across === 'actor' ? [] : demand.actors,
    organisations: across === 'actor' ? [] : demand.organisations,
  };
}

/** No surroundings: a figure that is compared must have its actor and period of itself. */
const NOTHING_AROUND = { subjects: () => '', periods: () => [], mayHold: () => false };

interface Fitting {
  readonly figure: Figure;
  readonly fit: number;
}

/** The figures of a side that meet the demand, best first. */
function fittingOf(
  side: Side,
  figures: readonly Figure[],
  question: Question,
  demand: Demand,
  article: Article,
): Fitting[] {
  const meet = (is: (figure: Figure) => boolean) =>
    figures
      .filter((figure) => is(figure) && figureCheck(demand, figure, NOTHING_AROUND) === undefined)
      .map((figure) => ({ figure, fit: figureFit(question, demand, figure, article) }))
      .sort((a, b) => b.fit - a.fit);
  const own = meet((figure) => side.is(figure));
  return own.length > 0 || side.isNear === undefined ? own : meet(side.isNear);
}

/** One figure of each side: of the unit in which they fit best together, or each side's best. */
function bestTogether(found: readonly (readonly Fitting[])[]): Figure[] {
  const units = new Set(found.flat().map(({ figure }) => figure.unit));
  const rows = [...units]
    .map((unit) => found.flatMap((side) => side.find(({ figure }) => figure.unit === unit) ?? []))
    .filter((row) => row.length === found.length)
    .sort((a, b) => totalFit(b) - totalFit(a));
  const row = rows[0] ?? found.flatMap((side) => side[0] ?? []);
  return row.map(({ figure }) => figure);
}

function totalFit(row: readonly Fitting[]): number {
  return row.reduce((sum, { fit }) => sum + fit, 0);
}

/** Questions that take their first side for the greater. */
const PREMISE = /比.*[多高大]/;

function verdictOf(
  reckoning: Reckoning,
  figures: readonly Figure[],
  sides: readonly Side[],
  question: Question,
): Verdict | undefined {
  if (reckoning.kind === 'refused') return undefined;
  const { operation, greatest } = reckoning;
  const stands = (kind: 'higher' | 'lower', figure: Figure): Verdict | undefined => {
    const side = sides[figures.indexOf(figure)]?.name;
    return side && { kind, side };
  };
  if (operation === 'greater') {
    if (new Set(figures.map(({ value }) => value)).size === 1) return { kind: 'equal' };
    const lesser = figures.find((figure) => figure !== greatest);
    return LESSER.test(question.normalized) && lesser !== undefined
      ? stands('lower', lesser)
      : stands('higher', greatest);
  }
  // 甲比乙高多少, where 乙 is the higher
  const isDenied = PREMISE.test(question.normalized) && figures[0] !== greatest;
  return operation === 'difference' && isDenied ? stands('higher', greatest) : undefined;
}

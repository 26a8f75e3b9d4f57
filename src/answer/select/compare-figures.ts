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
import { asTyped } from '../../question/original-wording.ts';
import type { Question } from '../../question/question.ts';
import { messagesFor } from '../../reply/messages.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { COMPARISONS, LESSER } from './data/comparisons.ts';
import { isSameName, mismatch } from './figure-check.ts';
import { fitness } from './figure-fit.ts';

/** Two or more figures that a question sets beside each other, and what comes of it. */
export interface Comparison {
  /** In the order of the question. */
  readonly figures: readonly Figure[];
  readonly reckoning: Reckoning;
  /** What to say of it, in our own words. */
  readonly notice: string;
}

/** A side of a comparison that the article holds no figure for. */
export interface MissingSide {
  readonly missing: string;
}

/** One of the things compared: how the question calls it, and which figures are of it. */
interface Side {
  readonly name: string;
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
  if (empty >= 0) {
    const name = sides.sides[empty]?.name ?? '';
    if (sides.across !== 'measure') return { missing: name };
    // what says both in one breath may say the difference itself: 出口比进口多20亿元
    const neither = found.every((fitting) => fitting.length === 0);
    const together = ranked.some(({ found: { article: one, paragraph } }) => {
      const said = normalize(slice(one.text, paragraph.span)).text;
      return sides.sides.every((side) => said.includes(side.name));
    });
    return neither || together || operation === 'sum' ? undefined : { missing: name };
  }
  const chosen = bestTogether(found);
  if (new Set(chosen).size < chosen.length) return undefined;
  const named = sides.sides.every(({ name }, place) => chosen[place]?.actor?.includes(name));
  const across = sides.across !== 'measure' ? [sides.across] : named ? (['actor'] as const) : [];
  const reckoning = reckon(operation, chosen, { across });
  // two words that are measured in different units were never set side by side
  if (sides.across === 'measure' && reckoning.kind === 'refused' && reckoning.reason === 'unit') {
    return undefined;
  }
  return { figures: chosen, reckoning, notice: noticeOf(reckoning, chosen, sides.sides, question) };
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
      name: messagesFor(question.source).period(period),
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
      name: place,
      is: ({ actor }: Figure) =>
        actor !== undefined && !isOrganisation(actor) && actorsCompatible(place, actor),
    }));
    return { across: 'actor', sides };
  }

  const firms = demand.organisations;
  if (firms.length > 1) {
    const sides = firms.map((firm) => ({
      name: firm,
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

function flowSide(flow: string): Side {
  return {
    name: flow,
    is: ({ direction, measure }) => direction === flow || measure.includes(flow),
  };
}

/** The figures of one of two things named: by the measure, the direction or the actor, else by what stands around. */
function wordSide(word: string, other: string, article: Article): Side {
  return {
    name: word,
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

/** The demand less what the sides differ in. */
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

/** A side of a comparison must say itself what it is of. */
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
      .filter((figure) => is(figure) && mismatch(demand, figure, NOTHING_AROUND) === undefined)
      .map((figure) => ({ figure, fit: fitness(question, demand, figure, article) }))
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

/** Who asks so takes the first for the greater. */
const PREMISE = /比.*[多高大]/;

function noticeOf(
  reckoning: Reckoning,
  figures: readonly Figure[],
  sides: readonly Side[],
  question: Question,
): string {
  const say = messagesFor(question.source);
  if (reckoning.kind === 'refused') return say.refusal(reckoning.reason, reckoning.notice);
  const { operation, greatest, statement, caution } = reckoning;
  const parts = [statement, say.caution(caution)];
  const nameOf = (figure: Figure) => asTyped(question, sides[figures.indexOf(figure)]?.name ?? '');
  if (operation === 'greater') {
    const lesser = LESSER.test(question.normalized);
    const wanted = lesser ? figures.find((figure) => figure !== greatest) : greatest;
    const name = nameOf(wanted ?? figures[0] ?? greatest);
    const equal = new Set(figures.map(({ value }) => value)).size === 1;
    parts.unshift(equal ? say.equal : lesser ? say.lower(name) : say.higher(name));
  }
  // 甲比乙高多少, where 乙 is the higher
  if (operation === 'difference' && PREMISE.test(question.normalized) && figures[0] !== greatest) {
    parts.unshift(say.higher(nameOf(greatest)));
  }
  return say.sentence(parts.filter((part) => part !== ''));
}

import type { Article } from '../../../article/article.ts';
import { type Operation, type Reckoning, reckon } from '../../../figures/arithmetic.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { bareTerm, bigramsOf } from '../../../language/terms.ts';
import { type Demand, demandOf } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { slice } from '../../../util/span.ts';
import type { Ranked } from '../../rank/rank.ts';
import { COMPARISONS, LESSER } from '../data/comparisons.ts';
import { tellsMatter } from './compared-matter.ts';
import { type Side, type SideName, type Sides, sidesOf } from './comparison-sides.ts';
import { figureCheck } from './figure-check.ts';
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

/** A side of a comparison that the article holds no figure for. */
export interface MissingSide {
  readonly missing: SideName;
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
  const measured =
    operation === 'greater' ? figures.filter(tellsMatter(question, sides.sides)) : figures;
  const found = sides.sides.map((side) =>
    fittingOf(side, sides.sides, measured, question, wanted, article),
  );
  const empty = found.findIndex((fitting) => fitting.length === 0);
  const missing = sides.sides[empty]?.name;
  if (missing !== undefined) {
    // something is told of it, but not what the sides are compared by, which is told of the other
    const isOther = (side: Side) =>
      measured.length < figures.length &&
      found.some((fitting) => fitting.length > 0) &&
      fittingOf(side, sides.sides, figures, question, wanted, article).length > 0;
    if (sides.sides.slice(empty, empty + 1).some(isOther)) return { missing };
    if (sides.across !== 'measure') return { missing };
    // what says both in one breath may say the difference itself: 出口比进口多20亿元
    const neither = found.every((fitting) => fitting.length === 0);
    const together = ranked.some(({ found: { article: one, paragraph } }) => {
      const said = normalize(slice(one.text, paragraph.span)).text;
      return sides.sides.every(({ name }) => name.kind === 'term' && said.includes(name.term));
    });
    return neither || together || operation === 'sum' ? undefined : { missing };
  }
  const chosen = bestTogether(found, RATE_ASKED.test(question.normalized));
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
const NOTHING_AROUND = {
  subjects: () => '',
  periods: () => [],
  lead: ({ sentence, text }: Figure) => normalize(sentence.slice(0, sentence.indexOf(text))).text,
  mayHold: () => false,
};

interface Fitting {
  readonly figure: Figure;
  readonly fit: number;
}

/** The figures of a side that meet the demand, best first. */
function fittingOf(
  side: Side,
  sides: readonly Side[],
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
  const { isNear, isWhole } = side;
  const whole = isWhole === undefined ? [] : meet((figure) => side.is(figure) && isWhole(figure));
  const own = whole.length > 0 ? whole : meet((figure) => side.is(figure));
  if (isNear === undefined) return own;
  if (own.length === 0) return meet(isNear);
  // 半山茶馆堂食单价28元；外送单价36元: whose it is may be said once, and what it measures each time
  const matter = bigramsOf(matterBehind(question, sides)).map(bareTerm);
  const told = ({ figure }: Fitting) => {
    const clause = NOTHING_AROUND.lead(figure).split(/[,;:]/u).at(-1) ?? '';
    return matter.filter((pair) => clause.includes(pair)).length;
  };
  const most = Math.max(...own.map(told));
  const closer = meet(isNear).filter((one) => told(one) > most);
  return closer.length > 0 ? closer : own;
}

/** 外送单价 of 半山茶馆和临水茶馆的外送单价哪个高: what is asked of all sides, behind the last of them. */
function matterBehind({ normalized, asksAt }: Question, sides: readonly Side[]): string {
  const ends = sides.map(({ name }) =>
    name.kind === 'term' ? normalized.lastIndexOf(name.term) + name.term.length : asksAt,
  );
  return normalized.slice(Math.max(...ends), asksAt);
}

/** One figure of each side: of the unit in which they fit best together, or each side's best. */
function bestTogether(found: readonly (readonly Fitting[])[], asksRate: boolean): Figure[] {
  const totalFit = (row: readonly Fitting[]) =>
    row.reduce((sum, { fit, figure }) => sum + fit - (isShare(figure) && !asksRate ? SHARE : 0), 0);
  const units = new Set(found.flat().map(({ figure }) => figure.unit));
  const rows = [...units]
    .map((unit) => found.flatMap((side) => side.find(({ figure }) => figure.unit === unit) ?? []))
    .filter((row) => row.length === found.length)
    .sort((a, b) => totalFit(b) - totalFit(a));
  const row = rows[0] ?? found.flatMap((side) => side[0] ?? []);
  return row.map(({ figure }) => figure);
}

/** Weight against a share or a rate where no such thing is asked: 哪个人口多 is told by people. */
const SHARE = 0.25;
const RATE_ASKED = /率|[增降]速|[涨跌增降]幅|占|比[重例]|百分|份额|增长|下降|[增升涨降跌]/;

function isShare({ unit }: Figure): boolean {
  return dimensionOf(unit) === 'percent';
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

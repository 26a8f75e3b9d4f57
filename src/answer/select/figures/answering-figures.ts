import type { Figure } from '../../../figures/parts/figure.ts';
import { periodsCompatible } from '../../../figures/parts/periods.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { LIKE_COUNTERS } from '../../../question/data/quantities.ts';
import type { Demand } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { doingsIn } from '../data/doings.ts';
import { otherOfKind } from '../demands/other-of-kind.ts';
import { type Cell, cellOf, isBehind, isReached, placeOf } from './figure-cells.ts';
import { type FiguredSentence, holds, type Told, toldOf, toldOfFigure } from './figure-told.ts';
import { type Asked, askedBy } from './figures-asked.ts';
import { numbersGiven, numeralsBeside } from './other-numbers.ts';

/** A figure that contradicts nothing of the question, and how well its measure fits. */
interface FittingFigure {
  readonly figure: Figure;
  readonly fit: number;
}

/** The sentence that was chosen, with what was read of it. */
export interface ChosenSentence extends FiguredSentence {
  /** Those that may answer, the best fitting first. */
  readonly fitting: readonly FittingFigure[];
}

/** Weights beside what is told of a figure, where a word of the question in its own cell is 1. */
const WEIGHTS = {
  /** The word that follows the question word follows the figure: 多少名平民, 5172名平民. */
  behind: 1,
  /** It stands right before it: 平民5172名. */
  ahead: 0.7,
  /** Against a figure that counts the whole of which another is a part: 50个国家中只有28个. */
  whole: 1,
  /** Against a part of what was counted before: 其中1人. */
  part: 0.3,
  /** The very counter that is asked for. */
  counter: 1,
  /** One that counts the same: 名 for 人. */
  likeCounter: 0.8,
  /** A point of fit. */
  fit: 0.3,
  /** A name of the question stands in the number's own cell. */
  whose: 0.5,
  /** What the question says was done stands in the number's own cell, or something else does. */
  done: 0.5,
  /** A number that the question gives stands right before it: 1000毫米以上的有3个. */
  given: 1,
  /** The question names the measure whole, by each of its characters, and at most. */
  character: 0.35,
  named: 1.2,
  /** Against a number of an earlier time that is set beside the one of now: 上届…，去年同期…. */
  earlier: 1,
} as const;
/** Characters behind and before a figure in which the word that stands beside it is looked for. */
const BEHIND = 8;
const BEFORE = 5;
const WHOLE = /^[^,;]{0,12}中(?:有|的|,|只|仅|$)/u;
const PART = /^其中/u;
const EARLIER =
  /^(?:[上前]一?(?:届|年度?|月|季度?|周|期|次|轮|赛季|学期|学年)|去年|前年)(?!起|以来|底|末)/u;
const SAYS_EARLIER = /[上前去]一?(?:届|年|月|季|周|期|次|轮|赛|学)/u;
/** By how much another number must be told more of, that the figure is shown no more. */
const OUTDONE = 0.5;
/** Shares of the best figure's weight and fit from which on another one answers too, where several are asked for. */
const ALSO = { told: 0.6, fit: 0.5 } as const;
/** A score is two numbers, and neither of them a figure. */
const SCORE_ASKED = /比分|几比几/u;
/** Share of the best fit from which on a figure of which the sentence says the same may be meant as well. */
const NO_WORSE = 0.75;
/** Fit that a number loses where another has taken its place. */
const LEFT_BEHIND = 0.9;
/** Weight by which two figures must differ to be told apart. */
const NO_WEIGHT = 0.4;

/**
 * The figures of a sentence that answer the question, the best first: one, unless it asks for several
 * or tells them not apart. None where the sentence gives what is asked in no figure: a sentence is
 * quoted whole and may speak of more than was asked.
 */
export function answeringFigures(
  question: Question,
  demand: Demand,
  { text, start, figures, fitting }: ChosenSentence,
): readonly Figure[] {
  const asked = askedBy(question);
  if (asked.date || SCORE_ASKED.test(question.normalized)) return [];
  const places = figures.map((figure) => placeOf(figure, start));
  const given = numbersGiven(question.normalized);
  const isOther = otherOfKind(question.normalized);
  const candidates = ofPeriodAsked(demand, fitting)
    .filter(({ figure }) => !given(figure) && isOfKind(asked, demand, figure))
    .map((one) => ({ ...one, place: placeOf(one.figure, start) }))
    .map((one) => ({ ...one, cell: cellOf(text, one.place, places) }))
    .filter(({ cell }) => isOther?.(wordingOf(cell)) !== true)
    .map(({ figure, fit, place, cell }): Candidate => {
      const told = toldOfFigure(asked, cell, figure);
      const weight =
        told.weight +
        WEIGHTS.fit * fit +
        besideWeight(asked.next, cell) +
        counterWeight(demand, figure) +
        (told.isNamed ? WEIGHTS.whose : 0) +
        doneWeight(asked, cell) +
        namedWeight(asked, figure, cell) +
        (figures.some((one) => given(one) && isBehind(place, placeOf(one, start)))
          ? WEIGHTS.given
          : 0) -
        (EARLIER.test(cell.left) &&
        demand.periods.length === 0 &&
        !SAYS_EARLIER.test(demand.wording)
          ? WEIGHTS.earlier
          : 0) -
        (WHOLE.test(cell.right) ? WEIGHTS.whole : 0);
      return { figure, fit, told, cell, weight, isLevel: isReached(text, place) };
    });
  const [best, ...others] = atLevel(asked, demand, candidates)
    .filter(
      (one) =>
        isAskedFor(asked, demand, one) && !isOfLike(asked, text, one) && !countsAnother(asked, one),
    )
    .sort((a, b) => b.weight - a.weight);
  if (best === undefined) return [];
  const isOutdone = numeralsBeside(text, places).some((place) => {
    const { own, weight } = toldOf(asked, cellOf(text, place, places), '');
    return own > best.told.own && weight > best.told.weight + OUTDONE;
  });
  if (isOutdone) return [];
  const also = asked.several ? answersToo : isNotApart;
  const shown = [best, ...others.filter((one) => also(best, one))].map(({ figure }) => figure);
  // 研发费用和管理费用分别是多少: in the order in which they are told
  return asked.several ? shown.sort((a, b) => a.start - b.start) : shown;
}

/** Those that are said to be of the period asked for, where any is: of another, nothing says when it holds. */
function ofPeriodAsked({ periods }: Demand, fitting: readonly FittingFigure[]) {
  const dated = fitting.filter(({ figure: { period } }) =>
    periods.some((asked) => periodsCompatible(asked, period)),
  );
  return dated.length > 0 ? dated : fitting;
}

interface Candidate extends FittingFigure {
  readonly told: Told;
  readonly cell: Cell;
  readonly weight: number;
  readonly isLevel: boolean;
}

/** What a sentence says of a number and of no other, and what it means still. */
function wordingOf({ shared, left, right }: Cell): string {
  return [shared, left, right].join('\n');
}

function besideWeight(word: readonly string[] | undefined, { left, right }: Cell): number {
  if (word === undefined) return 0;
  if (holds(right.slice(0, BEHIND), word)) return WEIGHTS.behind;
  return holds(rightBefore(left), word) ? WEIGHTS.ahead : 0;
}

/** What stands right before a number, and behind the item of a list before it: nothing of 镇 in 9个镇、4个街道. */
function rightBefore(left: string): string {
  return (
    left
      .slice(-BEFORE)
      .split(/[、和及]/u)
      .at(-1) ?? ''
  );
}

/** 关闭188家 of 关了几家店; 新开312家 of 有多少家店 is only some of them. */
function doneWeight({ doings }: Asked, { left, right }: Cell): number {
  const told = doingsIn(`${left}\n${right}`);
  if (told.length === 0) return 0;
  return told.some((doing) => doings.includes(doing)) ? WEIGHTS.done : -WEIGHTS.done;
}

/** The question word asks for what the figure measures: 射正 of 海港队射正几次, however it is cut into words. */
function namedWeight(asked: Asked, { measure }: Figure, { left }: Cell): number {
  const name = normalize(measure).text;
  if (name.length > 1 && asked.names(name)) {
    return Math.min(WEIGHTS.named, name.length * WEIGHTS.character);
  }
  return PART.test(left) ? -WEIGHTS.part : 0;
}

function counterWeight({ counter }: Demand, { unit }: Figure): number {
  if (counter === undefined) return 0;
  if (counter === unit) return WEIGHTS.counter;
  return isOfUnit(counter, unit) ? WEIGHTS.likeCounter : 0;
}

const TIMES: ReadonlySet<string | undefined> = new Set(['time', 'age', 'temperature']);

/** A number of something is asked: neither how long it took nor how old or warm it is. */
function isOfKind({ time }: Asked, { counter, dimension }: Demand, { unit }: Figure): boolean {
  return time || counter !== undefined || dimension !== undefined || !TIMES.has(dimensionOf(unit));
}

/** The level is no answer to a change, nor the change to a level, where the sentence gives both. */
function atLevel(
  { level }: Asked,
  { change }: Demand,
  candidates: readonly Candidate[],
): Candidate[] {
  if (level) {
    const reached = candidates.filter(({ isLevel }) => isLevel);
    return reached.length > 0 ? reached : [...candidates];
  }
  return candidates.filter(({ isLevel }) => change === undefined || !isLevel);
}

/**
 * Whether what the question asks for is told of the figure. A question without a word for a number
 * asks for none, unless its last word is what the figure measures; whether something is so never does.
 */
function isAskedFor(
  asked: Asked,
  { counter, dimension }: Demand,
  { told, figure }: Candidate,
): boolean {
  if (asked.yesno && !asked.number) return false;
  if (dimension !== undefined || counter !== undefined) return true;
  const isTold = (word: readonly string[] | undefined) =>
    word === undefined || holds(told.text, word) || holds(figure.unit, [word[0]?.at(-1) ?? '']);
  if (asked.number) return isTold(asked.attribute);
  if (asked.change) return figure.direction !== undefined;
  return isTold(asked.last);
}

/** What is counted stands behind a figure, and is nothing like what is asked for: 55个通信基站停机 of 多少国道受损. */
function countsAnother(
  { counted, several }: Asked,
  { cell: { left, right }, told, figure }: Candidate,
) {
  const isCount = dimensionOf(figure.unit) === 'count' && NAMED_BEHIND.test(right);
  if (counted === undefined || several || !isCount) return false;
  const [noun = '', ...others] = counted;
  const said = `${rightBefore(left)}${right}${normalize(figure.measure).text}`;
  return (
    !holds(told.text, counted) &&
    ![...noun].some((character) => said.includes(character)) &&
    !others.some((form) => said.includes(form))
  );
}

/** What a number counts, and no more on how many. */
const NAMED_BEHIND = /^(?!以[上下内外]|左右|不等|之|的|是|为|在|和|与)\p{Script=Han}{2}/u;

/**
 * Whether a figure is of one of several alike, and the sentence speaks of the one asked for elsewhere:
 * 成人票15元，凭学生证半价 of 学生票.
 */
function isOfLike({ kinds }: Asked, text: string, { told, figure }: Candidate): boolean {
  const [said, measured] = [text, figure.measure].map((one) => normalize(one).text);
  const isTold = (kind: string) =>
    kinds.some((one) => one.kind === kind && told.text.includes(one.stem));
  return kinds.some(
    ({ stem, kind }) =>
      measured?.includes(kind) === true && !isTold(kind) && said?.includes(stem) === true,
  );
}

/** Whether a further figure answers a question for several. */
function answersToo(best: Candidate, { figure, fit, told }: Candidate): boolean {
  return (
    isOfUnit(figure.unit, best.figure.unit) &&
    fit >= ALSO.fit * best.fit &&
    told.weight >= ALSO.told * best.told.weight
  );
}

/** 1名 and 2人 are counted alike. */
function isOfUnit(one: string, other: string): boolean {
  return one === other || LIKE_COUNTERS.some((units) => units.has(one) && units.has(other));
}

/** Whether the question's words tell a figure not apart from the best: 票价 of 成人票价60元，学生票价30元. */
function isNotApart(best: Candidate, other: Candidate): boolean {
  const { figure, fit, told, weight, isLevel } = other;
  const { unit, value, measure } = best.figure;
  return (
    // 床位8438张，其中医院床位4929张: a part is told apart from the whole
    (figure.measure !== measure || PART.test(best.cell.left) === PART.test(other.cell.left)) &&
    figure.unit === unit &&
    figure.value !== value &&
    measure !== '' &&
    figure.measure.slice(-2) === measure.slice(-2) &&
    // 从5200人减至3000人 says which is which
    isLevel === best.isLevel &&
    fit >= NO_WORSE * best.fit &&
    best.fit - fit < LEFT_BEHIND &&
    Math.abs(weight - best.weight) < NO_WEIGHT &&
    told.weight === best.told.weight &&
    told.where.every((place, index) => place === best.told.where[index])
  );
}

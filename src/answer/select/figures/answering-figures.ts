import type { Figure } from '../../../figures/parts/figure.ts';
import { findActors } from '../../../figures/parts/places.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Token } from '../../../language/tokenizer.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Demand } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';
import { type Cell, cellsOf, type Place } from './figure-cells.ts';
import { numbersGiven, numeralsBeside } from './other-numbers.ts';

/** A figure that contradicts nothing of the question, and how well its measure fits. */
export interface FittingFigure {
  readonly figure: Figure;
  readonly fit: number;
}

/** The sentence that was chosen, with what was read of it. */
export interface FiguredSentence {
  readonly text: string;
  /** Where it begins in its article. */
  readonly start: number;
  /** All of its figures. */
  readonly figures: readonly Figure[];
  /** Those that may answer, the best fitting first. */
  readonly fitting: readonly FittingFigure[];
}

/** Weights beside that of a word of the question in the figure's own cell, which is 1. */
const WEIGHTS = {
  /** A word that the sentence said before, and means still. */
  saidBefore: 0.9,
  /** A word that it said of an earlier number. */
  saidOfAnother: 0.7,
  /** The word that follows the question word follows the figure: 多少名平民, 5172名平民. */
  followed: 1,
  /** The very counter that is asked for. */
  counter: 0.5,
  /** A point of fit. */
  fit: 0.3,
} as const;
/** Characters behind a figure in which the word that follows it is looked for. */
const FOLLOWS = 8;
/** By how much another number must be told more of, that the figure is shown no more. */
const OUTDONE = 0.5;
/** Shares of the best figure's weight and fit from which on another one answers too, where several are asked for. */
const ALSO = { told: 0.6, fit: 0.5 } as const;
/** Share of the best fit from which on a figure of which the sentence says the same may be meant as well. */
const NO_WORSE = 0.75;

/**
 * The figures of a sentence that answer the question, the best first: one, unless it asks for several
 * or tells them not apart. None where the sentence gives what is asked in no figure: a sentence is
 * quoted whole and may speak of more than was asked.
 */
export function answeringFigures(
  question: Question,
  demand: Demand,
  { text, start, figures, fitting }: FiguredSentence,
): readonly Figure[] {
  const asked = askedBy(question);
  if (asked.date) return [];
  const placeOf = (figure: Figure) => ({ start: figure.start - start, end: figure.end - start });
  const places = figures.map(placeOf);
  const numbers = [...places, ...numeralsBeside(text, places)].sort((a, b) => a.start - b.start);
  const cells = cellsOf(text, numbers);
  const tell = (place: Place, label: string) => {
    const cell = cells[numbers.findIndex((one) => one.start === place.start)];
    return cell === undefined ? NOTHING_TOLD : toldOf(asked, cell, label);
  };
  const given = numbersGiven(question.normalized);
  const candidates = fitting
    .filter(({ figure }) => !given(figure) && isOfKind(asked, demand, figure))
    .map(({ figure, fit }): Candidate => {
      const place = placeOf(figure);
      const { measure, actor = '', direction = '' } = figure;
      const told = tell(place, normalize(`${measure}\n${actor}\n${direction}`).text);
      const isCounter = demand.counter !== undefined && figure.unit === demand.counter;
      const weight =
        told.weight +
        WEIGHTS.fit * fit +
        (told.followed ? WEIGHTS.followed : 0) +
        (isCounter ? WEIGHTS.counter : 0);
      return { figure, fit, told, weight, isLevel: isReached(text, place) };
    });
  const [best, ...others] = atLevel(asked, demand, candidates).sort((a, b) => b.weight - a.weight);
  if (best === undefined) return [];
  const outdone = numbers.some((place) => {
    if (places.some((one) => one.start === place.start)) return false;
    const rival = tell(place, '');
    return rival.own > 0 && rival.weight > best.told.weight + OUTDONE;
  });
  if (outdone || !isAskedFor(asked, demand, best)) return [];
  const also = asked.several ? answersToo : isNotApart;
  return [best, ...others.filter((one) => also(best, one))].map(({ figure }) => figure);
}

/** What a question's wording says of the figures it asks for. */
interface Asked {
  /** Its words that tell one thing from another, each in the forms that the corpus may write. */
  readonly words: readonly (readonly string[])[];
  /** The first of them behind the question word; undefined where none is. */
  readonly next: readonly string[] | undefined;
  /** The last of them before a question word with which the question ends: 比分 in 最终比分是多少. */
  readonly attribute: readonly string[] | undefined;
  /** The last of them. */
  readonly last: readonly string[] | undefined;
  readonly several: boolean;
  /** A day or a year is asked for, with a word for a number: 几月几日. */
  readonly date: boolean;
  /** The level that something reached is asked for: 降至多少. */
  readonly level: boolean;
  /** It has a word that asks for a number. */
  readonly number: boolean;
  /** How long or how old is asked, or may be. */
  readonly time: boolean;
  readonly yesno: boolean;
}

const ASKS_NUMBER = /多少|几(?!乎)|多[大高长重远久宽深厚]/gu;
const SEVERAL = /分别|各自|各(?=有|是|为|多|占|达|增|减)|伤亡|死伤|都有|哪[些几]/u;
const ASKS_DATE = /几[月日号点时]|哪[年月日天]/u;
const TIME = /时间|年|月|天|日|岁|多[大久长]/u;
const YES_OR_NO = /[吗吧么]\??$|是不是|是否|要不要|能不能|可不可以|会不会|有没有|用不用|需不需要/u;

const askedBy = memoByObject((question: Question): Asked => {
  const { normalized, asksAt, typed, content, alternatives } = question;
  const formsOf = ({ text }: Token) => [text, ...(alternatives.get(text) ?? [])];
  const telling = content.filter(
    ({ text, kind }) =>
      kind !== 'number' && (text.length > 1 || kind === 'latin') && findActors(text).length === 0,
  );
  const next = telling.find(({ start }) => start >= asksAt);
  const before = telling.findLast(({ end }) => end <= asksAt);
  const asksLast = next === undefined && /[是为有]$/u.test(normalized.slice(0, asksAt));
  const isKind = before === undefined || KIND_WORDS.has(before.text);
  const last = telling.at(-1);
  return {
    words: telling.map(formsOf),
    next: next && formsOf(next),
    attribute: asksLast && !isKind ? formsOf(before) : undefined,
    last: last && formsOf(last),
    several: (normalized.match(ASKS_NUMBER)?.length ?? 0) > 1 || SEVERAL.test(normalized),
    date: ASKS_DATE.test(normalized),
    level: /[至到]$/u.test(normalized.slice(0, asksAt)),
    number: typed || /几|多少/u.test(normalized),
    time: TIME.test(normalized),
    yesno: YES_OR_NO.test(normalized),
  };
});

/** What of the question's words a sentence tells of one of its numbers. */
interface Told {
  readonly weight: number;
  /** Words in the number's own cell. */
  readonly own: number;
  /** Where each of the question's words stands. */
  readonly where: readonly ('own' | 'before' | 'other' | '')[];
  readonly followed: boolean;
  /** All that is told of it. */
  readonly text: string;
}

const NOTHING_TOLD: Told = { weight: 0, own: 0, where: [], followed: false, text: '' };

interface Candidate extends FittingFigure {
  readonly told: Told;
  readonly weight: number;
  readonly isLevel: boolean;
}

const holds = (text: string, forms: readonly string[]) => forms.some((form) => text.includes(form));

/** `label` is what a figure's own measure, actor and direction say, which may stand further off. */
function toldOf(
  { words, next }: Asked,
  { left, right, before, counted }: Cell,
  label: string,
): Told {
  const [own, earlier] = [`${left}\n${right}`, `${before}\n${label}`];
  const where = words.map((forms) => {
    if (holds(own, forms)) return 'own';
    if (!holds(earlier, forms)) return '';
    return holds(counted, forms) ? 'other' : 'before';
  });
  const count = (place: string) => where.filter((one) => one === place).length;
  return {
    weight:
      count('own') + WEIGHTS.saidBefore * count('before') + WEIGHTS.saidOfAnother * count('other'),
    own: count('own'),
    where,
    followed: next !== undefined && holds(right.slice(0, FOLLOWS), next),
    text: `${own}\n${earlier}`,
  };
}

const TIMES: ReadonlySet<string | undefined> = new Set(['time', 'age', 'temperature']);

/** A number of something is asked: neither how long it took nor how old or warm it is. */
function isOfKind({ time }: Asked, { counter, dimension }: Demand, { unit }: Figure): boolean {
  return time || counter !== undefined || dimension !== undefined || !TIMES.has(dimensionOf(unit));
}

/** Whether a figure is the level that something reached: 增至540人, 达到3万. */
function isReached(text: string, { start, end }: Place): boolean {
  return (
    /[至到]\s?$/u.test(text.slice(0, start)) ||
    /^(?:达到|[升增降减]至)/u.test(text.slice(start, end))
  );
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
 * asks for none, unless its last word is what the figure measures.
 */
function isAskedFor(asked: Asked, { counter, dimension }: Demand, { told }: Candidate): boolean {
  if (dimension !== undefined || counter !== undefined) return true;
  if (asked.number) return asked.attribute === undefined || holds(told.text, asked.attribute);
  return !asked.yesno && (asked.last === undefined || holds(told.text, asked.last));
}

/** Whether a further figure answers a question for several. */
function answersToo(best: Candidate, { figure, fit, told }: Candidate): boolean {
  return (
    figure.unit === best.figure.unit &&
    fit >= ALSO.fit * best.fit &&
    told.weight >= ALSO.told * best.told.weight
  );
}

/** Whether the question's words tell a figure not apart from the best: 票价 of 成人票价60元，学生票价30元. */
function isNotApart(best: Candidate, { figure, fit, told }: Candidate): boolean {
  const { unit, value, measure } = best.figure;
  return (
    figure.unit === unit &&
    figure.value !== value &&
    measure !== '' &&
    figure.measure.slice(-2) === measure.slice(-2) &&
    fit >= NO_WORSE * best.fit &&
    told.followed === best.told.followed &&
    told.where.every((place, index) => place === best.told.where[index])
  );
}

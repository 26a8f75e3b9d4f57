import { simplify } from '../language/simplify.ts';
import { lazy } from '../util/lazy.ts';
import { ASKED_DIMENSIONS } from './data/asked.ts';
import { DOWN, FLOWS, UP } from './data/directions.ts';
import type { Dimension } from './data/units.ts';
import type { Figure } from './parts/figure.ts';
import { hasOrganisationEnding } from './parts/organisations.ts';
import { parsePeriods, periodsCompatible } from './parts/periods.ts';
import { compatibleWith, findActors } from './parts/places.ts';
import { dimensionOf, isCounter } from './parts/units.ts';

export interface FigureQuery {
  /** Words of the measure, the actor, the direction or a question: 技术合同, 成交额, 多少钱, 几家. */
  readonly words?: readonly string[];
  /** `2022`, or any ISO 8601 period. */
  readonly year?: string;
  readonly actor?: string;
  readonly direction?: string;
  /** A unit (`亿元`, `家`) or what it measures (`money`). */
  readonly unit?: string;
  /** The day that 去年 is read against (ISO 8601): the article's date. */
  readonly reference?: string;
}

/** What a query may ask of a figure; the texts that name these stand in `reply/messages`. */
export type Constraint = 'words' | 'unit' | 'direction' | 'period' | 'actor';

export type FigureMatches =
  | {
      readonly kind: 'found';
      readonly figures: readonly Figure[];
      /** That there are more, which were not compared. */
      readonly isCut?: true;
    }
  | {
      readonly kind: 'none';
      /** The constraint that no figure meets beside those before it. */
      readonly failed: Constraint;
      /** What is asked for, and what the corpus holds instead: years, actors, directions, units or measures. */
      readonly asked: string;
      readonly held: readonly string[];
      /** The figures that meet all but that. */
      readonly nearest: readonly Figure[];
    };

export interface Wanted {
  readonly words: readonly string[];
  readonly units: readonly Unit[];
  readonly directions: readonly string[];
  readonly periods: readonly string[];
  readonly actors: readonly string[];
}

type Unit = { readonly dimension: Dimension } | { readonly counter: string };

/**
 * The figures that a query asks for, best first; or which of its constraints none of them meets. A word
 * that no measure holds and that begins with whom a figure is about asks for both: 南京财政收入.
 */
export function lookupFigures(figures: readonly Figure[], query: FigureQuery): FigureMatches {
  const { words, ...others } = wantedOf(query);
  const names = lazy(() => namesIn(figures));
  const parted = words.map((word) => partedBy(word, names));
  const actors = parted.flatMap(({ actor }) => actor ?? []);
  const whole = () => lookup(figures, { ...others, words });
  if (actors.length === 0) return whole();
  const found = lookup(figures, {
    ...others,
    words: parted.map(({ word }) => word),
    actors: [...others.actors, ...actors],
  });
  return found.kind === 'none' && found.failed === 'words' ? whole() : found;
}

/** Endings that a firm is called without. */
const FIRM_ENDING = /(?:股份有限公司|有限责任公司|有限公司|公司|集团|股份)$/;
/** UTF-16 units of the shortest name and the shortest measure. */
const LEAST = 2;

/** What figures are called by. */
export interface FigureNames {
  /** Whether some measure, simplified, holds a word. */
  isInMeasure(word: string): boolean;
  /** All that they are about, each once. */
  readonly actors: Iterable<string>;
}

function namesIn(figures: readonly Figure[]): FigureNames {
  return {
    isInMeasure: (word) => figures.some(({ measure }) => simplify(measure).includes(word)),
    actors: new Set(figures.flatMap(({ actor }) => actor ?? [])),
  };
}

/** The word without the place or organisation that it begins with, where no measure holds all of it. */
export function partedBy(
  word: string,
  names: () => FigureNames,
): { readonly word: string; readonly actor?: string } {
  if (word.length < 2 * LEAST || names().isInMeasure(word)) return { word };
  for (const actor of [...names().actors].sort((a, b) => b.length - a.length))
    for (const name of [actor, actor.replace(FIRM_ENDING, '')])
      if (name.length >= LEAST && word.startsWith(name) && word.length - name.length >= LEAST)
        return { word: word.slice(name.length).replace(/^的/, ''), actor };
  const place = findActors(word).find(({ start }) => start === 0);
  if (place === undefined || word.length - place.end < LEAST) return { word };
  return { word: word.slice(place.end).replace(/^的/, ''), actor: place.names.join('、') };
}

/** Tells which actors one that is asked for may be: of 北京 no firm, and of a firm no place. */
export function actorAsked(asked: string): (held: string | undefined) => boolean {
  const isCompatible = compatibleWith(asked);
  const isEnded = hasOrganisationEnding(asked);
  return (held) => isCompatible(held) && isEnded === hasOrganisationEnding(held ?? '');
}

function lookup(figures: readonly Figure[], wanted: Wanted): FigureMatches {
  let left = byWords(figures, wanted.words);
  if (left.length === 0) {
    return noneByWords(
      wanted.words,
      held(figures, ({ measure }) => measure),
    );
  }
  const isActor = wanted.actors.map(actorAsked);
  const steps: readonly [
    Constraint,
    readonly unknown[],
    (figure: Figure) => boolean,
    (figure: Figure) => string | undefined,
  ][] = [
    [
      'unit',
      wanted.units,
      (figure) => wanted.units.some((unit) => unitFits(unit, figure)),
      ({ unit }) => unit,
    ],
    [
      'direction',
      wanted.directions,
      ({ direction }) => wanted.directions.some((asked) => directionFits(asked, direction)),
      ({ direction }) => direction,
    ],
    [
      'period',
      wanted.periods,
      ({ period }) => wanted.periods.some((asked) => periodsCompatible(asked, period)),
      ({ period }) => period,
    ],
    [
      'actor',
      wanted.actors,
      ({ actor }) => isActor.some((isAsked) => isAsked(actor)),
      ({ actor }) => actor,
    ],
  ];
  for (const [constraint, asked, fits, value] of steps) {
    if (asked.length === 0) continue;
    const fitting = left.filter(fits);
    if (fitting.length === 0) return none(constraint, said(asked), held(left, value), left);
    left = fitting;
  }
  return { kind: 'found', figures: left };
}

/** A word that is only a year: nobody who looks figures up types 年 behind it. */
const BARE_YEAR = /^(?:19|20)\d{2}$/;

/** Takes out of the words what names a period, an actor, a direction or a unit. */
export function wantedOf({
  words = [],
  year,
  actor,
  direction,
  unit,
  reference,
}: FigureQuery): Wanted {
  const [rest, units, directions, periods, actors]: [
    string[],
    Unit[],
    string[],
    string[],
    string[],
  ] = [[], [], [], [], []];
  for (const word of words.map((text) => simplify(text.trim())).filter(Boolean)) {
    const spoken = BARE_YEAR.test(word) ? `${word}年` : word;
    const period = parsePeriods(spoken, reference).find(
      ({ start, end }) => start === 0 && end === spoken.length,
    );
    const place = findActors(word).find(({ start, end }) => start === 0 && end === word.length);
    const asked = ASKED_DIMENSIONS[word];
    const counter = /^[几多少]{1,2}(.+)$/.exec(word)?.[1];
    if (period) periods.push(period.period);
    else if (place) actors.push(place.names.join('、'));
    else if (asked) units.push({ dimension: asked });
    else if (counter && (isCounter(counter) || dimensionOf(counter) !== 'count'))
      units.push(unitOf(counter));
    else if (FLOWS.includes(word) || UP.includes(word) || DOWN.includes(word))
      directions.push(word);
    else rest.push(word);
  }
  if (year)
    periods.push(
      parsePeriods(/^\d{4}$/.test(year) ? `${year}年` : year, reference)[0]?.period ?? year,
    );
  if (actor) actors.push(findActors(actor)[0]?.names.join('、') ?? actor);
  if (direction) directions.push(direction);
  if (unit)
    units.push(ASKED_DIMENSIONS[unit] ? { dimension: ASKED_DIMENSIONS[unit] } : unitOf(unit));
  return { words: rest, units, directions, periods, actors };
}

/** 亿元 is 元; 家 counts. */
function unitOf(unit: string): Unit {
  const plain = unit.replace(/^[十百千万亿]+(?=.)/, '');
  const dimension = dimensionOf(plain);
  return dimension === 'count' ? { counter: plain } : { dimension };
}

function unitFits(asked: Unit, { unit, value }: Figure): boolean {
  if ('counter' in asked)
    return unit === asked.counter || (asked.counter === '个' && dimensionOf(unit) === 'count');
  // without a unit only a share is a percent: 1386万 is a count
  if (unit === '') return asked.dimension === (Math.abs(value) <= 1 ? 'percent' : 'count');
  return dimensionOf(unit) === asked.dimension;
}

function directionFits(asked: string, heldDirection: string | undefined): boolean {
  if (heldDirection === undefined) return false;
  if (asked === heldDirection) return true;
  return [UP, DOWN].some((side) => side.includes(asked) && side.includes(heldDirection));
}

/** All figures that every word fits, by where it fits: the measure before the rest of the sentence. */
function byWords(figures: readonly Figure[], words: readonly string[]): readonly Figure[] {
  const wanted = words.map(simplify);
  const scored = figures
    .filter((figure) => isMeant(wanted, figure))
    .map((figure) => ({ figure, scores: wanted.map((word) => fit(word, figure)) }))
    .filter(({ scores }) => scores.every((score) => score > 0));
  // figures that are named by all words make those that only stand in the same sentence needless
  const named = scored.filter(({ scores }) => scores.every((score) => score > 1));
  const sum = (scores: readonly number[]) => scores.reduce((all, score) => all + score, 0);
  return (named.length > 0 ? named : scored)
    .sort((a, b) => sum(b.scores) - sum(a.scores))
    .map(({ figure }) => figure);
}

/**
 * Whether simplified words may mean a figure. Which one of several (第23届, 第9分钟) is no statistic, as a
 * rank is (第三位), and is meant only where a word stands in its own characters, or where there are none.
 */
function isMeant(words: readonly string[], { text, unit }: Figure): boolean {
  if (words.length === 0 || !text.startsWith('第') || unit === '位' || unit === '名') return true;
  const own = simplify(text);
  return words.some((word) => own.includes(word));
}

/** Whether every word, simplified, stands in what names a figure, and not only in its sentence. */
export function isNamedBy(words: readonly string[], figure: Figure): boolean {
  return isMeant(words, figure) && words.every((word) => fit(word, figure) > 1);
}

/** That no figure fits the words; `measures` are some of those there are, sorted. */
export function noneByWords(words: readonly string[], measures: readonly string[]): FigureMatches {
  return none('words', words.join(' '), measures, []);
}

function fit(word: string, figure: Figure): number {
  const { direction, actor, unit } = figure;
  const measure = simplify(figure.measure);
  if (measure === word) return 5;
  if (measure.includes(word)) return 4;
  if (direction === word || actor === word) return 3;
  if (simplify(figure.text).includes(word) || unit === word || (actor?.includes(word) ?? false))
    return 2;
  return simplify(figure.sentence).includes(word) ? 1 : 0;
}

function held(figures: readonly Figure[], value: (figure: Figure) => string | undefined): string[] {
  return [
    ...new Set(figures.map(value).filter((text) => text !== undefined && text !== '')),
  ].sort() as string[];
}

function said(asked: readonly unknown[]): string {
  return asked
    .map((item) => (typeof item === 'string' ? item : Object.values(item as Unit).join('')))
    .join('、');
}

function none(
  failed: Constraint,
  asked: string,
  values: readonly string[],
  nearest: readonly Figure[],
): FigureMatches {
  return { kind: 'none', failed, asked, held: values, nearest };
}

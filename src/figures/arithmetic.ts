import {
  add,
  compare,
  type Decimal,
  divide,
  fromNumber,
  multiply,
  negate,
  print,
  scale,
  toNumber,
} from '../language/decimal.ts';
import { simplify } from '../language/simplify.ts';
import { AFTER, BEFORE, INSIDE } from './data/qualifiers.ts';
import type { Figure } from './parts/figure.ts';
import { dimensionOf } from './parts/units.ts';

export type Operation = 'difference' | 'ratio' | 'sum' | 'greater';

/** A number as the articles write it: `{ digits: '830', scale: '亿', unit: '元' }`. */
export interface Amount {
  /** In decimals, without grouping. */
  readonly digits: string;
  readonly scale: Scale;
  readonly unit: string;
}

type Scale = '' | '万' | '亿' | '万亿';

/** Why figures are not reckoned with each other, with the values in which they differ. */
export type NotReckoned =
  | { readonly reason: 'count'; readonly operation: Operation }
  | { readonly reason: 'unit'; readonly units: readonly string[] }
  | { readonly reason: 'period'; readonly periods: readonly (string | undefined)[] }
  | { readonly reason: 'actor'; readonly actors: readonly (string | undefined)[] }
  | { readonly reason: 'percent' | 'range' | 'ordinal' | 'zero' };

/**
 * Why a result is not exact: by the qualifiers of the figures, in the article's own characters and in
 * the order of the figures.
 */
export type Caution =
  /** All figures have the same qualifier. */
  | { readonly code: 'alike'; readonly qualifier: string; readonly figures: number }
  /** Of two figures; '' for the one that is exact. */
  | { readonly code: 'pair'; readonly qualifiers: readonly [string, string] }
  /** Of more than two, the exact ones left out. */
  | { readonly code: 'several'; readonly qualifiers: readonly string[] };

export interface Computed {
  readonly kind: 'computed';
  readonly operation: Operation;
  /** In the base scale of `unit`; for a ratio the bare number, to two decimals. */
  readonly value: number;
  readonly unit: string;
  /** In the order of the operation: the minuend and the dividend come first. */
  readonly operands: readonly Amount[];
  /** As the article would write it: 523亿元, 2.7倍. */
  readonly result: Amount;
  /** False for a quotient cut off after two decimals. */
  readonly isWhole: boolean;
  /** Undefined where all figures are exact. */
  readonly caution?: Caution;
  /** The largest figure. */
  readonly greatest: Figure;
}

export type Reckoning = Computed | { readonly kind: 'refused'; readonly refusal: NotReckoned };

interface Options {
  /** What the question itself asks to compare across, e.g. `['period']` for 2022年比2021年多多少. */
  readonly across?: readonly ('period' | 'actor')[];
  /** What has no unit counts something, as the cells of a table do: it is no ratio. */
  readonly areCounts?: boolean;
}

const POWERS: ReadonlyMap<Scale, number> = new Map([
  ['万亿', 12],
  ['亿', 8],
  ['万', 4],
]);
const SCALE = /(万亿|亿|万)(?![一-鿿]*[0-9])/;
const QUALIFIER_WORDS = [
  ...Object.keys(BEFORE),
  ...Object.keys(AFTER),
  ...Object.keys(INSIDE),
].sort((a, b) => b.length - a.length);

/**
 * The result of an operation on two figures, or more for a sum, in exact decimals and in the scale
 * that the article writes. Refused where the figures do not belong together.
 */
export function reckon(
  operation: Operation,
  figures: readonly Figure[],
  { across = [], areCounts = false }: Options = {},
): Reckoning {
  const [first, second, ...rest] = figures;
  if (!first || !second || (rest.length > 0 && operation !== 'sum')) {
    return refuse({ reason: 'count', operation });
  }
  const refusal = clash(operation, figures, across, areCounts);
  if (refusal) return refuse(refusal);
  const [a, b] = [fromNumber(first.value), fromNumber(second.value)];
  const greatest = figures.reduce((most, figure) => (figure.value > most.value ? figure : most));
  const scaleOf = scaleIn(greatest);
  const show = (value: Decimal, unit = first.unit) => write(value, scaleOf, unit);
  const caution = cautionOf(figures);
  const common = {
    kind: 'computed',
    operation,
    unit: first.unit,
    greatest,
    isWhole: true,
    ...(caution !== undefined && { caution }),
  } as const;
  if (operation === 'ratio') {
    const quotient = divide(a, b, 2);
    if (!quotient) return refuse({ reason: 'zero' });
    return {
      ...common,
      unit: '倍',
      value: toNumber(quotient),
      operands: [show(a), show(b)],
      result: { digits: print(quotient), scale: '', unit: '倍' },
      isWhole: compare(a, multiply(quotient, b)) === 0,
    };
  }
  if (operation === 'sum') {
    const total = figures.map(({ value }) => fromNumber(value)).reduce(add);
    return {
      ...common,
      value: toNumber(total),
      operands: figures.map(({ value }) => show(fromNumber(value))),
      result: show(total),
    };
  }
  const [more, less] = compare(a, b) < 0 ? [b, a] : [a, b];
  const difference = add(more, negate(less));
  // the difference of two percentages is in percentage points
  const isPercent = first.unit === '%';
  return {
    ...common,
    unit: isPercent ? '百分点' : first.unit,
    value: toNumber(difference),
    operands: [show(more), show(less)],
    result: show(difference, isPercent ? '个百分点' : first.unit),
  };
}

/** The first reason for which the figures do not belong together; undefined where they do. */
function clash(
  operation: Operation,
  figures: readonly Figure[],
  across: readonly string[],
  areCounts: boolean,
): NotReckoned | undefined {
  const distinct = <T>(read: (figure: Figure) => T) => [...new Set(figures.map(read))];
  const units = distinct(({ unit }) => unit);
  if (units.length > 1) return { reason: 'unit', units };
  const isCount = areCounts && units[0] === '';
  if (operation === 'sum' && !isCount && dimensionOf(units[0] ?? '') === 'percent') {
    return { reason: 'percent' };
  }
  if (figures.some(({ text }) => text.startsWith('第'))) return { reason: 'ordinal' };
  if (figures.some(({ text }) => /[0-9%％一-鿿][-－—–~～∶:：][0-9]/.test(text))) {
    return { reason: 'range' };
  }
  const periods = distinct(({ period }) => period);
  if (periods.length > 1 && !across.includes('period')) return { reason: 'period', periods };
  const actors = distinct(({ actor }) => actor);
  if (actors.length > 1 && !across.includes('actor')) return { reason: 'actor', actors };
  return undefined;
}

function refuse(refusal: NotReckoned): Reckoning {
  return { kind: 'refused', refusal };
}

/** How nearly the result is known, by the article's own qualifiers. */
function cautionOf(figures: readonly Figure[]): Caution | undefined {
  const words = figures.map(qualifierWord);
  if (words.every((word) => word === '')) return undefined;
  const [first = '', second = ''] = words;
  if (words.every((word) => word === first)) {
    return { code: 'alike', qualifier: first, figures: words.length };
  }
  if (words.length > 2) return { code: 'several', qualifiers: words.filter(Boolean) };
  return { code: 'pair', qualifiers: [first, second] };
}

/** 超 of 超307亿元; '' where the article gives the number as exact. */
function qualifierWord({ text, qualifier }: Figure): string {
  if (qualifier === 'exact' || qualifier === 'reaches') return '';
  const simple = simplify(text);
  const word = QUALIFIER_WORDS.find((one) => simple.includes(one));
  if (word === undefined) return '约';
  // a simplified text is as long as its source
  const at = simple.indexOf(word);
  return text.slice(at, at + word.length);
}

/** The scale that a figure is written in: 亿 for 830亿元. */
function scaleIn(figure: Figure): Scale {
  const { unit } = figure;
  const text = simplify(figure.text);
  // a cell of a table, whose scale stands in its header: 48.9 of 收入（亿元）
  const plain = PLAIN.test(text) ? Number(text.replace(/[,，]/g, '')) : 0;
  const inHeader = [...POWERS].find(
    ([, power]) => plain !== 0 && isNear(plain * 10 ** power, figure.value),
  );
  if (inHeader !== undefined) return inHeader[0];
  const number = unit && text.includes(unit) ? text.slice(0, text.lastIndexOf(unit)) : text;
  const written = SCALE.exec(number)?.[1];
  return [...POWERS.keys()].find((name) => name === written) ?? '';
}

const PLAIN = /^-?[0-9][0-9,，]*(?:\.[0-9]+)?$/;

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

function write(value: Decimal, scaleOf: Scale, unit: string): Amount {
  return { digits: print(scale(value, -(POWERS.get(scaleOf) ?? 0))), scale: scaleOf, unit };
}

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

/** Why two figures are not reckoned with each other. */
export type Refusal = 'count' | 'unit' | 'period' | 'actor' | 'range' | 'ordinal' | 'zero';

export type Reckoning =
  | {
      readonly kind: 'computed';
      readonly operation: Operation;
      /** In the base scale of `unit`; for a ratio the bare number, to two decimals. */
      readonly value: number;
      readonly unit: string;
      /** As the article would write it: `523亿元`, `2.7倍`. */
      readonly text: string;
      /** `830亿元 − 307亿元 = 523亿元` */
      readonly statement: string;
      /** What keeps the result honest: `两者都是“超”，差额约523亿元`; '' where both are exact. */
      readonly caution: string;
      /** The largest figure. */
      readonly greatest: Figure;
    }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly notice: string };

interface Options {
  /** What the question itself asks to compare across, e.g. `['period']` for 2022年比2021年多多少. */
  readonly across?: readonly ('period' | 'actor')[];
}

const RESULT: Readonly<Record<Operation, string>> = {
  difference: '差额',
  ratio: '倍数',
  sum: '合计',
  greater: '差额',
};
const POWERS: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 万: 4 };
const SCALE = /(万亿|亿|万)(?![一-鿿]*[0-9])/;
const QUALIFIER_WORDS = [
  ...Object.keys(BEFORE),
  ...Object.keys(AFTER),
  ...Object.keys(INSIDE),
].sort((a, b) => b.length - a.length);

/**
 * Reckons with two figures (or more, for a sum) in exact decimals and in the scale the article
 * writes. Refuses what does not belong together rather than guess.
 */
export function reckon(
  operation: Operation,
  figures: readonly Figure[],
  { across = [] }: Options = {},
): Reckoning {
  const [first, second, ...rest] = figures;
  if (!first || !second || (rest.length > 0 && operation !== 'sum')) {
    return refuse(
      'count',
      operation === 'sum' ? '至少要有两个数字才能合计。' : '要有两个数字才能比较。',
    );
  }
  const refusal = clash(operation, figures, across);
  if (refusal) return refusal;
  const [a, b] = [fromNumber(first.value), fromNumber(second.value)];
  const greatest = figures.reduce((most, figure) => (figure.value > most.value ? figure : most));
  const done = { kind: 'computed', operation, unit: first.unit, greatest } as const;
  const power = powerOf(greatest);
  const show = (value: Decimal, unit = first.unit) => write(value, power, unit);
  if (operation === 'ratio') {
    const quotient = divide(a, b, 2);
    if (!quotient) return refuse('zero', '除数是零，不能算倍数。');
    const sign = compare(a, multiply(quotient, b)) === 0 ? '=' : '≈';
    const text = `${print(quotient)}倍`;
    const statement = `${show(a)} ÷ ${show(b)} ${sign} ${print(quotient)}`;
    return {
      ...done,
      unit: '倍',
      value: toNumber(quotient),
      text,
      statement,
      caution: caution(operation, figures, text),
    };
  }
  if (operation === 'sum') {
    const total = figures.map(({ value }) => fromNumber(value)).reduce(add);
    const text = show(total);
    const statement = `${figures.map(({ value }) => show(fromNumber(value))).join(' + ')} = ${text}`;
    return {
      ...done,
      value: toNumber(total),
      text,
      statement,
      caution: caution(operation, figures, text),
    };
  }
  const [more, less] = compare(a, b) < 0 ? [b, a] : [a, b];
  const difference = add(more, negate(less));
  // the difference of two percentages is in percentage points
  const unit = first.unit === '%' ? '个百分点' : first.unit;
  const text = show(difference, unit);
  const statement = `${show(more)} − ${show(less)} = ${text}`;
  return {
    ...done,
    unit: unit.replace(/^个百分点$/, '百分点'),
    value: toNumber(difference),
    text,
    statement,
    caution: caution(operation, figures, text),
  };
}

/** Why the figures do not belong together; undefined where they do. */
function clash(
  operation: Operation,
  figures: readonly Figure[],
  across: readonly string[],
): Reckoning | undefined {
  const distinct = (read: (figure: Figure) => string | undefined) => [
    ...new Set(figures.map(read)),
  ];
  const units = distinct(({ unit }) => unit);
  if (units.length > 1) return refuse('unit', `单位不同（${listed(units)}），不能放在一起算。`);
  if (operation === 'sum' && dimensionOf(units[0] ?? '') === 'percent') {
    return refuse('unit', '百分比不能直接相加。');
  }
  if (figures.some(({ text }) => text.startsWith('第'))) return refuse('ordinal', '序数不能计算。');
  if (figures.some(({ text }) => /[0-9%％一-鿿][-－—–~～∶:：][0-9]/.test(text))) {
    return refuse('range', '原文给的是一个范围，不能得出一个确数。');
  }
  const periods = distinct(({ period }) => period);
  if (periods.length > 1 && !across.includes('period')) {
    return refuse('period', `时期不同（${listed(periods)}），不能放在一起算。`);
  }
  const actors = distinct(({ actor }) => actor);
  if (actors.length > 1 && !across.includes('actor')) {
    return refuse('actor', `主体不同（${listed(actors)}），不能放在一起算。`);
  }
  return undefined;
}

function refuse(reason: Refusal, notice: string): Reckoning {
  return { kind: 'refused', reason, notice };
}

function listed(values: readonly (string | undefined)[]): string {
  return values.map((value) => value || '未写明').join('、');
}

/** How nearly the result is known, said in the article's own qualifiers. */
function caution(operation: Operation, figures: readonly Figure[], text: string): string {
  const words = figures.map(qualifierWord);
  if (words.every((word) => word === '')) return '';
  const about = `${RESULT[operation]}约${text}`;
  const [first = '', second = ''] = words;
  if (words.every((word) => word === first)) {
    return `${words.length === 2 ? '两者' : '各项'}都是“${first}”，${about}`;
  }
  if (words.length > 2) return `其中有的是“${words.filter(Boolean).join('”“')}”，${about}`;
  const said = (word: string) => (word ? `是“${word}”` : '是确数');
  return `前者${said(first)}，后者${said(second)}，${about}`;
}

/** 超 of 超307亿元; '' where the article gives the number as exact. */
function qualifierWord({ text, qualifier }: Figure): string {
  if (qualifier === 'exact' || qualifier === 'reaches') return '';
  const simple = simplify(text);
  return QUALIFIER_WORDS.find((word) => simple.includes(word)) ?? '约';
}

/** 8 for 830亿元: the power of ten that the article's own 亿 stands for. */
function powerOf(figure: Figure): number {
  const { unit } = figure;
  const text = simplify(figure.text);
  // a cell of a table, whose scale stands in its header: 48.9 of 收入（亿元）
  const plain = PLAIN.test(text) ? Number(text.replace(/[,，]/g, '')) : 0;
  const power = Object.values(POWERS).find(
    (nth) => plain !== 0 && isNear(plain * 10 ** nth, figure.value),
  );
  if (power !== undefined) return power;
  const number = unit && text.includes(unit) ? text.slice(0, text.lastIndexOf(unit)) : text;
  return POWERS[SCALE.exec(number)?.[1] ?? ''] ?? 0;
}

const PLAIN = /^-?[0-9][0-9,，]*(?:\.[0-9]+)?$/;

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

function write(value: Decimal, power: number, unit: string): string {
  const word = Object.keys(POWERS).find((name) => POWERS[name] === power) ?? '';
  return `${print(scale(value, -power))}${word}${unit}`;
}

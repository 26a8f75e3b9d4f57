import type { Figure } from '../../../src/figures/parts/figure.ts';

/** A figure of an invented article. */
export function figureOf(value: number, about: Partial<Figure> = {}): Figure {
  const text = about.text ?? `${value}亿元`;
  return {
    text,
    value,
    unit: '元',
    base: { value, unit: '元' },
    qualifier: 'exact',
    measure: '成交额',
    article: 'years',
    paragraph: 1,
    start: 0,
    end: text.length,
    sentence: text,
    ...about,
  };
}

/** One figure a year from a year on; none where the value is undefined. */
export function yearly(from: number, values: readonly (number | undefined)[]): Figure[] {
  return values.flatMap((value, i) =>
    value === undefined ? [] : [figureOf(value, { period: String(from + i), actor: '青江市' })],
  );
}

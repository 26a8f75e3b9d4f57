import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanced,
  labelledOf,
  labelPlaces,
  linesOf,
} from '../../../src/chat/charts/chart-labels.ts';
import { figureOf, yearly } from './figures.ts';

const VALUES = fc.array(fc.option(fc.integer({ min: -999, max: 999 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 70,
});
const marksOf = (values: readonly (number | undefined)[]) =>
  values.map((value) => (value === undefined ? undefined : figureOf(value)));

describe('the labels of a line', () => {
  it('stand outside of each turn, and where they are asked to without one', () => {
    const turns = labelPlaces(marksOf([3, 5, 1, 4]), 'free').map((place) => place?.position);
    expect(turns.slice(1, 3)).toEqual(['top', 'bottom']);
    fc.assert(
      fc.property(VALUES, fc.constantFrom('above', 'below'), (values, side) => {
        for (const place of labelPlaces(marksOf(values), side))
          expect(place?.position ?? (side === 'above' ? 'top' : 'bottom')).toBe(
            side === 'above' ? 'top' : 'bottom',
          );
      }),
    );
  });

  it('lie on the side of a rising or falling line that it leaves free', () => {
    const rising = labelPlaces(marksOf([1, 2, 3, 4, 5]), 'both').slice(1, 4);
    for (const place of rising)
      expect(place).toMatchObject(
        place?.position === 'top' ? { align: 'right' } : { align: 'left' },
      );
    const falling = labelPlaces(marksOf([5, 4, 3, 2, 1]), 'both').slice(1, 4);
    for (const place of falling)
      expect(place).toMatchObject(
        place?.position === 'top' ? { align: 'left' } : { align: 'right' },
      );
    expect(new Set(rising.map((place) => place?.position)).size).toBe(2);
  });

  it('are of every mark that has room, or of the highest, lowest and last, apart', () => {
    fc.assert(
      fc.property(VALUES, fc.integer({ min: 0, max: 70 }), (values, most) => {
        const marks = marksOf(values);
        const figures = marks.filter((mark) => mark !== undefined);
        const labelled = [...labelledOf(marks, most)];
        expect(figures).toEqual(expect.arrayContaining(labelled));
        if (marks.length <= most) expect(labelled).toEqual(figures);
        else if (figures.length > 0) {
          const highest = Math.max(...figures.map(({ value }) => value));
          expect(labelled.some(({ value }) => value === highest)).toBe(true);
          expect(labelled.length).toBeLessThanOrEqual(4);
        }
      }),
    );
    const years = yearly(
      1964,
      Array.from({ length: 60 }, (_, i) => 20 + i * 3),
    );
    expect([...labelledOf(years, 5)].map(({ period }) => period)).toEqual(['2023', '1964']);
  });
});

it('a long name is broken into lines of much the same length, and loses nothing', () => {
  expect(
    balanced('长江三角洲国际产学研合作与跨国技术转移有限责任公司', 14, 112).split('\n'),
  ).toEqual(['长江三角洲国际', '产学研合作与跨', '国技术转移有限', '责任公司']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const lines = balanced(name, 14, 112);
      expect(lines.replaceAll('\n', '')).toBe(name.replaceAll('\n', ''));
      if (!name.includes(' ') && !name.includes('\n'))
        expect(lines.split('\n').length).toBeLessThanOrEqual(linesOf(name, 14, 112));
    }),
  );
});

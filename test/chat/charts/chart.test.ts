import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chart, type ChartChoice, chartOf, GAP } from '../../../src/chat/charts/chart.ts';
import { marksOf } from '../../../src/chat/charts/chart-of-figures.ts';
import { type ChartWords, drawChart } from '../../../src/chat/charts/draw-chart.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import { figureOf, yearly } from './figures.ts';

const WORDS: ChartWords = {
  title: '成交额',
  about: '单位：元',
  sources: ['《青江市技术合同年报》第1段'],
  language: 'zh-Hans',
  category: (name) => name,
};

function chartFrom(figures: readonly Figure[], choice?: ChartChoice): Chart {
  const result = chartOf(figures, choice);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.chart;
}

const refusalOf = (figures: readonly Figure[]) => {
  const result = chartOf(figures);
  return result.kind === 'refused' ? result.reason : result.kind;
};

/** The attributes of each element of an SVG that stands for a mark. */
function drawnMarks(
  svg: string,
): { readonly series: number; readonly at: number; readonly path: string }[] {
  return [
    ...svg.matchAll(/<path [^>]*ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"[^>]*>/g),
  ].map(([element, at]) => ({
    series: Number(/ecmeta_series_index="(\d+)"/.exec(element)?.[1]),
    at: Number(at),
    path: / d="([^"]*)"/.exec(element)?.[1] ?? '',
  }));
}

/** The x of the left and the right side of a bar. */
function sides(path: string): readonly [number, number] {
  const xs = [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
  return [Math.min(...xs), Math.max(...xs)];
}

const YEAR = fc.integer({ min: 1990, max: 2030 }).map(String);
const VALUE = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -6, max: 10 }))
  .map(([digits, power]) => digits * 10 ** power);
const FIGURE: fc.Arbitrary<Figure> = fc
  .record({
    value: VALUE,
    period: fc.option(
      fc.oneof(
        YEAR,
        YEAR.map((year) => `${year}-06`),
      ),
      { nil: undefined },
    ),
    actor: fc.option(fc.constantFrom('江苏', '浙江', '上海'), { nil: undefined }),
    unit: fc.constantFrom('元', '元', '元', '项'),
    qualifier: fc.constantFrom('exact', 'over', 'about'),
  })
  .map(({ value, period, actor, unit, qualifier }) => {
    const figure = figureOf(value, { unit, qualifier });
    return { ...figure, ...(period && { period }), ...(actor && { actor }) };
  });

describe('what is drawn', () => {
  it('is the figures that were given, each once, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(FIGURE, { maxLength: 12 }),
        fc.constantFrom('line', 'bars', undefined),
        (figures, form) => {
          const result = chartOf(figures, form && { form });
          if (result.kind === 'refused') return;
          const { chart } = result;
          const marks = marksOf(chart);
          for (const { figure, place, series } of marks) {
            expect(figures).toContain(figure);
            expect(place).toBe(chart.axis === 'period' ? figure.period : figure.actor);
            if (series !== '') expect(series).toBe(figure.actor);
          }
          // every place of the axis has a figure, but for gaps
          const places = new Set(marks.map(({ place }) => place));
          expect(chart.categories.filter((one) => one !== GAP)).toEqual(
            chart.categories.filter((one) => typeof one === 'string' && places.has(one)),
          );
          const drawn = drawnMarks(drawChart(chart, WORDS));
          expect(drawn.map(({ series, at }) => `${series}-${at}`).sort()).toEqual(
            marks.map(({ at }) => at).sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has bars whose lengths are to one another as the values are, from zero on', () => {
    const values = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(values, (all) => {
        const chart = chartFrom(yearly(2000, all), { form: 'bars' });
        const bars = drawnMarks(drawChart(chart, WORDS)).map(({ at, path }) => ({
          value: all[at] ?? 0,
          sides: sides(path),
        }));
        const longest = bars.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
        const scale = (longest.sides[1] - longest.sides[0]) / Math.abs(longest.value);
        for (const {
          value,
          sides: [left, right],
        } of bars)
          expect(Math.abs(right - left - Math.abs(value) * scale)).toBeLessThan(1.5);
        const zeros = bars.map(({ value, sides: [left, right] }) => (value < 0 ? right : left));
        expect(Math.max(...zeros) - Math.min(...zeros)).toBeLessThan(1.5);
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 2, 5, 60])('is as many marks as there are points: %i', (count) => {
    const chart = chartFrom(
      yearly(
        1960,
        Array.from({ length: count }, (_, i) => 100 + i),
      ),
    );
    expect(chart.form).toBe(count < 4 ? 'bars' : 'line');
    const svg = drawChart(chart, WORDS);
    expect(drawnMarks(svg).length).toBe(count);
    expect(svg).toContain('《青江市技术合同年报》第1段');
    expect(svg).not.toMatch(/<style| style=/);
  });

  it('has no line over a gap', () => {
    const chart = chartFrom(yearly(2015, [1, 2, undefined, 4, 5, undefined, 7]));
    expect(chart.categories).toEqual(['2015', '2016', GAP, '2018', '2019', GAP, '2021']);
    const svg = drawChart(chart, WORDS);
    // of the seven places two pairs are joined, the last stands alone
    const lines = [...svg.matchAll(/<path d="([^"]+)" fill="none"[^>]*stroke="#0072b2"/g)].map(
      ([, path = '']) => path.match(/[ML]/g)?.length,
    );
    expect(lines.reduce<number>((all, moves) => all + (moves ?? 0), 0)).toBe(4 + 1);
  });

  it('labels each mark with the words of the article', () => {
    const figures = [
      figureOf(307e8, { period: '2022', text: '超307亿元', qualifier: 'over' }),
      figureOf(280e8, { period: '2021', text: '约280亿元', qualifier: 'about' }),
    ];
    const svg = drawChart(chartFrom(figures), WORDS);
    expect(svg).toContain('>超307亿元<');
    expect(svg).toContain('>约280亿元<');
  });

  it('takes no words of an article for its own', () => {
    const figures = [figureOf(1, { actor: '<script>alert(1)</script>', text: '"><b>1元' })];
    const svg = drawChart(chartFrom(figures), { ...WORDS, title: '</text><script>' });
    expect(svg).not.toMatch(/<script|<b>/);
  });

  it('has no element that the words of an article would make', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onload='alert(1)",
        ']]><svg onload=alert(1)>',
        '{a|b}\n&lt;i&gt;',
        '__proto__',
        'constructor\n__proto__ toString',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (measure, actor, text, title) => {
        const figures = [
          figureOf(1, { period: '2021', actor, measure, text }),
          figureOf(2, { period: '2022', actor, measure, text }),
          figureOf(3, { period: '2022', actor: `${actor}2`, measure, text }),
        ];
        const words = { ...WORDS, title, about: measure, sources: [text], category: () => actor };
        for (const form of ['line', 'bars'] as const) {
          const svg = drawChart(chartFrom(figures, { form }), words);
          const elements = new Set([...svg.matchAll(/<\/?([^\s/>]+)/g)].map(([, name]) => name));
          for (const name of elements)
            expect(['svg', 'g', 'path', 'text', 'rect', 'defs', 'clipPath', 'tspan']).toContain(
              name,
            );
          expect(svg.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '')).not.toMatch(/\bon\w+=/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '__proto__',
    'constructor',
    'a __proto__ b',
  ])('writes %s as the article does', (name) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const figures = [
      figureOf(1, { period: '2021', actor: name, measure: name, text: name }),
      figureOf(2, { period: '2022', actor: name, measure: name, text: name }),
      figureOf(3, { period: '2022', actor: `${name}2`, measure: name, text: name }),
    ];
    for (const form of ['line', 'bars'] as const) {
      const svg = drawChart(chartFrom(figures, { form }), { ...WORDS, title: name, about: name });
      expect(svg.split(`>${name}<`).length).toBeGreaterThan(3);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('stacks the lines of a long name', () => {
    const name = '长江三角洲国际产学研合作与跨国技术转移有限责任公司';
    const svg = drawChart(
      chartFrom([figureOf(1, { actor: name }), figureOf(2, { actor: '安徽' })]),
      WORDS,
    );
    const lines = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text = '']) => text);
    expect(lines.filter((line) => line.length > 2 && name.includes(line)).join('')).toBe(name);
  });
});

describe('what is not drawn', () => {
  it('is mixed units, which are offered one by one', () => {
    const [money, count] = [
      figureOf(1, { period: '2022' }),
      figureOf(2, { period: '2022', unit: '项' }),
    ];
    const result = chartOf([money, count]);
    if (result.kind !== 'refused' || result.reason !== 'mixed') throw new Error('it is drawn');
    expect(result.groups.map(({ unit, figures }) => [unit, figures])).toEqual([
      ['元', [money]],
      ['项', [count]],
    ]);
    const { series } = chartFrom([money, count], { group: result.groups[1]?.key ?? '' });
    expect(series.map(({ marks }) => marks)).toEqual([[count]]);
  });

  it('is a year beside a month', () => {
    expect(refusalOf([figureOf(1, { period: '2022' }), figureOf(2, { period: '2022-06' })])).toBe(
      'mixed',
    );
  });

  it('is a plan beside what came about, a range, and a time of no year', () => {
    const figure = figureOf(1, { period: '2022' });
    expect(refusalOf([figure, figureOf(2, { period: '2023', planned: true })])).toBe('mixed');
    const others = [
      figureOf(2, { period: '2023', high: 3 }),
      figureOf(2, { period: '--09' }),
      figureOf(2, { period: '2020-05/..' }),
    ];
    const { leftOut, series } = chartFrom([figure, ...others]);
    expect([leftOut, series[0]?.marks]).toEqual([3, [figure]]);
  });

  it('is a quarter beside half a year', () => {
    const periods = ['2022-01/2022-03', '2022-01/2022-06'];
    expect(refusalOf(periods.map((period) => figureOf(1, { period })))).toBe('mixed');
  });

  it('is what articles do not agree on', () => {
    const [a, b] = [figureOf(1, { period: '2022' }), figureOf(2, { period: '2022' })];
    expect(refusalOf([a, b])).toBe('differing');
    expect(chartFrom([a, { ...a, article: 'other' }]).series).toEqual([{ name: '', marks: [a] }]);
  });

  it('is what says neither when nor of whom, and what nobody could read', () => {
    expect(refusalOf([figureOf(1)])).toBe('nothing');
    expect(refusalOf([])).toBe('nothing');
    expect(
      refusalOf(
        yearly(
          1000,
          Array.from({ length: 101 }, (_, i) => i),
        ),
      ),
    ).toBe('tooMany');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresCsv, findFigures, SORT_KEYS } from '../../../src/chat/pages/figures-page.ts';
import { extractFigures } from '../../../src/figures/extract.ts';
import { figuresAtHand } from '../../../src/figures/figure-lookup.ts';
import { articleOf } from '../../helpers/article.ts';
import { BULLETIN } from '../../helpers/chat.ts';
import { figureOf } from '../charts/figures.ts';

const articles = [
  articleOf('bulletin', BULLETIN),
  articleOf('other', '江北气象公报\n\n2023-01-01\n\n2022年江苏降雨量1200毫米，平均气温16度。\n'),
];
const bot = {
  articles,
  figures: figuresAtHand(() => articles.flatMap(extractFigures)),
  figuresOf: extractFigures,
};
const find = (query: Parameters<typeof findFigures>[1]) => findFigures(bot, query);

describe('figures of a page', () => {
  it.each(SORT_KEYS)('are sorted by %s both ways, those without it last', (sort) => {
    const of = (descending: boolean) => {
      const found = find({ sort, descending });
      return found.kind === 'found' ? found.figures.map((figure) => figure[sort] ?? '') : [];
    };
    const [up, down] = [of(false), of(true)];
    const given = (values: readonly (string | number)[]) => values.filter((value) => value !== '');
    expect(given(up).length).toBeGreaterThan(0);
    expect(up.slice(0, given(up).length)).not.toContain('');
    expect(down.slice(0, given(down).length)).not.toContain('');
    expect(given(down)).toEqual(given(up).reverse());
  });

  it('are those of one article where one is named', () => {
    const found = find({ article: 'other' });
    expect(found.kind === 'found' && found.figures.map(({ text }) => text)).toEqual([
      '1200毫米',
      '16度',
    ]);
  });
});

describe('CSV', () => {
  /** What a reader of RFC 4180 makes of a text. */
  function read(csv: string): string[][] {
    const rows: string[][] = [];
    const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
    let row: string[] = [];
    for (let found = cell.exec(csv); found !== null; found = cell.exec(csv)) {
      const [, text = '', end] = found;
      row.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
      if (end === '\r\n') rows.push(row);
      if (end === '\r\n') row = [];
    }
    return rows;
  }

  it('keeps every character, and begins no cell as a formula', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@,"\r\n\t1.5万元a('), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (actor, sentence) => {
        const rows = read(figuresCsv([figureOf(-1.5, { text: '-1.5亿元', actor, sentence })]));
        expect(rows.length).toBe(2);
        const [names = [], values = []] = rows;
        const of = (name: string) => values[names.indexOf(name)] ?? '';
        expect(of('text')).toBe('-1.5亿元');
        expect(of('value')).toBe('-1.5');
        expect(of('actor').replace(/^'/, '')).toBe(actor.replace(/^'/, ''));
        for (const value of [of('actor'), of('sentence')])
          expect(value).not.toMatch(/^[=@\t\r]|^[+-](?![\d.,]+[%％‰℃\p{Script=Han}]*$)/u);
      }),
    );
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { figuresAtHand } from '../../src/figures/figure-lookup.ts';
import { type FigureTable, openFigureTable } from '../../src/store/figure-table.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN } from '../helpers/chat.ts';

const [seed] = (await loadCorpus('corpus')).articles as [Article];
const weather = articleOf(
  'weather',
  '江北气象公报\n\n2023-01-01\n\n2022年江苏降雨量1200毫米，平均气温16度。GDP增长5%，100_％ 的县达标。\n',
);
const articles = [seed, articleOf('bulletin', BULLETIN), weather];
const read = (some: readonly Article[]) => figuresAtHand(() => some.flatMap(extractFigures));

let table: FigureTable;
beforeAll(() => {
  table = openFigureTable(join(mkdtempSync(join(tmpdir(), 'yuanwen-figures-')), 'table.sqlite'));
  for (const article of articles) table.put(article, extractFigures(article));
  table.write();
});

describe('a table of figures', () => {
  it.each([
    [{ words: ['成交额'] }],
    [{ words: ['技术合同', '成交额'], year: '2022' }],
    [{ words: ['技術合同'] }],
    [{ words: ['合同'], actor: '江苏' }],
    [{ words: ['输出'] }],
    [{ words: ['毫米'] }],
    [{ words: ['1200'] }],
    // stands in a sentence alone
    [{ words: ['达标'] }],
    [{ words: ['gdp'] }],
    [{ words: ['_'] }],
    [{ words: ['"'] }],
    [{ words: ['成交额'], year: '1949' }],
    [{ words: ['成交额'], actor: '火星' }],
    [{ words: ['多少钱', '成交额'] }],
    // begins with whom it is about
    [{ words: ['江苏降雨量'] }],
    [{ words: ['火星降雨量'] }],
    [{ year: '2022' }],
    [{ actor: '江苏' }],
    [{ unit: '亿元' }],
    [{}],
  ])('finds for %j what is found among all figures', (query) => {
    expect(table.of(articles).find(query)).toEqual(read(articles).find(query));
  });

  it('names some measures where no figure fits the words', () => {
    const found = table.of(articles).find({ words: ['量子纠缠'] });
    expect(found).toEqual(read(articles).find({ words: ['量子纠缠'] }));
  });

  it.each([
    '',
    '技术',
    '合同',
    '合额',
    'jsht',
    'JSHT',
    'ht',
    '%',
    '降雨量',
    'zzzz',
    'GDP',
  ])('completes “%s” by the measures that all figures would', async (typed) => {
    const [own, wanted] = await Promise.all([
      table.of(articles).measures(typed, 5),
      read(articles).measures(typed, 5),
    ]);
    // measures of one rank, length and number of figures may stand in any order
    const all = articles.flatMap(extractFigures).map(({ measure }) => measure);
    const key = (one: string) => [one.length, all.filter((each) => each === one).length];
    expect(own.map(key)).toEqual(wanted.map(key));
  });

  it('compares no more figures than asked, those of the latest periods', () => {
    const found = table.of(articles).find({}, 3);
    expect(found).toMatchObject({ kind: 'found', isCut: true });
    const periods = found.kind === 'found' ? found.figures.map(({ period }) => period ?? '') : [];
    const latest = [...articles.flatMap(extractFigures)]
      .map(({ period = '' }) => period)
      .sort((a, b) => ((a.split('/').at(-1) ?? '') < (b.split('/').at(-1) ?? '') ? 1 : -1));
    expect(periods.sort()).toEqual(latest.slice(0, 3).sort());
  });

  it('looks for a place among the figures of places, however many later ones firms have', () => {
    const firm = articleOf(
      'firm',
      '海川集团2024年报\n\n2024年海川集团营收12亿元，海川集团净利润2亿元，海川集团员工800人。\n',
    );
    const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-figures-')), 'table.sqlite');
    const some = openFigureTable(file);
    for (const article of [weather, firm]) some.put(article, extractFigures(article));
    const found = some.of([weather, firm]).find({ actor: '江苏' }, 1);
    expect(found).toMatchObject({ kind: 'found', figures: [{ actor: '江苏' }] });
    some.close();
  });

  it('keeps to the articles in service, and forgets those that have gone', () => {
    const changed = articleOf('weather', '江北气象公报\n\n2022年降雨量900毫米。\n');
    expect(table.holds(weather)).toBe(true);
    expect(table.holds(changed)).toBe(false);
    const now = table.of([seed, changed]);
    expect(now.find({ words: ['降雨量'] })).toMatchObject({ kind: 'none', failed: 'words' });
    table.put(changed, extractFigures(changed));
    expect(now.find({ words: ['降雨量'] })).toEqual(read([changed]).find({ words: ['降雨量'] }));
    table.retain([seed]);
    table.write();
    expect(table.of([seed, changed]).unread).toBe(1);
    expect(table.of([seed]).find({})).toEqual(read([seed]).find({}));
  });
});

import { describe, expect, it } from 'vitest';
import { suggestMeasures } from '../../src/figures/complete-measure.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { type FigureQuery, lookupFigures } from '../../src/figures/lookup.ts';
import { articleOf } from './helpers/article.ts';
import { page } from './helpers/score.ts';

const figures = extractFigures(page('yangtze-delta-2023').article);
const found = (query: FigureQuery) => {
  const result = lookupFigures(figures, query);
  return result.kind === 'found' ? result.figures.map(({ text }) => text) : result.failed;
};

describe('lookupFigures', () => {
  it('finds by words of the measure', () => {
    expect(found({ words: ['技术合同', '成交额'] })).toEqual(['超307亿元', '超830亿元']);
    expect(found({ words: ['技术合同', '成交额', '输出'] })).toEqual(['超307亿元']);
    expect(found({ words: ['国家重点研发计划项目'] })).toEqual(['42项']);
  });

  it('takes period, actor and direction out of the words', () => {
    expect(found({ words: ['技术合同', '2022年', '江苏', '吸纳'] })).toEqual(
      ['超830亿元', '超8700项'].reverse(),
    );
    expect(found({ words: ['去年', '总投入'], reference: '2023-06-01' })).toEqual(['达1.8亿元']);
  });

  it('follows units and counters', () => {
    expect(found({ words: ['兑付', '多少钱'] })).toEqual(['超800万元']);
    expect(found({ words: ['企业', '几家'] })).toContain('超550家');
    expect(found({ words: ['技术合同'], unit: '亿元' })).toEqual(['超307亿元', '超830亿元']);
    expect(found({ unit: 'money' })).toHaveLength(4);
  });

  it('takes which one of several for no statistic, unless it is asked for', () => {
    const text = '本市第3次投入水利项目，项目投资5亿元，投资额居全省第二位。';
    const held = extractFigures(articleOf(text));
    const texts = (words: readonly string[]) => {
      const result = lookupFigures(held, { words });
      return result.kind === 'found' ? result.figures.map((figure) => figure.text) : [];
    };
    expect(texts(['项目'])).not.toContain('第3次');
    expect(texts(['第3次'])).toEqual(['第3次']);
    expect(texts(['投资额'])).toContain('第二位');
  });

  it('falls back to the sentence', () => {
    expect(found({ words: ['创新券', '入驻'] })).toContain('148家');
  });

  it('says which constraint fails and what there is instead', () => {
    expect(lookupFigures(figures, { words: ['技术合同', '吸纳'], year: '2021' })).toMatchObject({
      kind: 'none',
      failed: 'period',
      asked: '2021',
      held: ['2022'],
    });
    expect(
      lookupFigures(figures, { words: ['技术合同'], year: '2022', actor: '浙江省' }),
    ).toMatchObject({
      failed: 'actor',
      asked: '浙江',
      held: ['江苏'],
    });
    expect(found({ words: ['技术合同'], direction: '出口' })).toBe('direction');
    expect(found({ words: ['技术合同'], unit: '公里' })).toBe('unit');
    expect(found({ words: ['月球基地'] })).toBe('words');
  });

  it('finds traditional words by simplified ones and the other way round', () => {
    const traditional = extractFigures(articleOf('全縣水庫58個，技術合同成交額3億元。'));
    const texts = (word: string) => {
      const result = lookupFigures(traditional, { words: [word] });
      return result.kind === 'found' ? result.figures.map(({ text }) => text) : result.failed;
    };
    expect(texts('水库')).toEqual(['58個']);
    expect(texts('成交额')).toEqual(['3億元']);
    expect(found({ words: ['國家重點研發計劃項目'] })).toEqual(['42项']);
  });

  it('keeps the figures of an organisation apart from those of a place', () => {
    const both = extractFigures(
      articleOf('合肥市产车30万辆。同城的凌海汽车去年产车7万辆。', { date: '2024-08-30' }),
    );
    const texts = (actor: string) => {
      const result = lookupFigures(both, { words: ['产车'], actor });
      return result.kind === 'found' ? result.figures.map(({ text }) => text) : result.failed;
    };
    expect(texts('合肥')).toEqual(['30万辆']);
    expect(texts('凌海汽车')).toEqual(['7万辆']);
    expect(texts('远洲汽车')).toBe('actor');
  });

  it('gives all figures in article order where nothing is asked', () => {
    expect(found({})).toEqual(figures.map(({ text }) => text));
  });
});

describe('suggestMeasures', () => {
  it.each([
    ['技术合', '技术合同'],
    ['成交额', '技术合同成交额'],
    ['合同额', '技术合同成交额'],
    ['jsht', '技术合同'],
    ['cje', '技术合同成交额'],
    ['DFJE', '兑付金额'],
  ])('%s → %s', async (typed, measure) => {
    expect((await suggestMeasures(figures, typed, 3))[0]).toBe(measure);
  });

  it('keeps to the limit and gives nothing for what no measure holds', async () => {
    expect(await suggestMeasures(figures, '', 4)).toHaveLength(4);
    expect(await suggestMeasures(figures, 'zzzz', 4)).toEqual([]);
    expect(await suggestMeasures(figures, '量子纠缠', 4)).toEqual([]);
  });
});

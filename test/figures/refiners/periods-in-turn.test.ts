import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';

const read = (text: string) =>
  extractFigures(articleOf(text, { date: '2023-10-20' })).map(({ text: figure, period }) => [
    figure,
    period,
  ]);

describe('periods named short', () => {
  it('are the years of a span, one after the other, in each part of the sentence', () => {
    expect(
      read(
        '2020年至2022年，公司营业收入分别为5.1亿元、6.2亿元和7.3亿元；净利润分别为0.5亿元、0.6亿元和0.4亿元。',
      ),
    ).toEqual([
      ['5.1亿元', '2020'],
      ['6.2亿元', '2021'],
      ['7.3亿元', '2022'],
      ['0.5亿元', '2020'],
      ['0.6亿元', '2021'],
      ['0.4亿元', '2022'],
    ]);
  });

  it('are quarters', () => {
    expect(read('今年一、二季度，全市用电量分别为31亿千瓦时和33亿千瓦时。')).toEqual([
      ['31亿千瓦时', '2023-01/2023-03'],
      ['33亿千瓦时', '2023-04/2023-06'],
    ]);
  });

  it('stay one span where there are not as many figures', () => {
    expect(read('2020年至2022年，甲、乙两厂产量分别为3万吨和4万吨。')[0]?.[1]).toBe('2020/2022');
  });
});

import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';

const measures = (text: string) =>
  extractFigures(articleOf(text)).map(({ text: figure, measure }) => [figure, measure]);

describe('a formula', () => {
  it('names its result, and nothing that it reckons with', () => {
    expect(measures('城区租房补贴900元/人×0.8×3个月+300元=2460元。')).toEqual([
      ['900元/人', ''],
      ['3个月', ''],
      ['300元', ''],
      ['2460元', '城区租房补贴'],
    ]);
  });

  it('takes 6月 in it for no month of a year', () => {
    const figures = extractFigures(
      articleOf('高温津贴200元/人×6月=1200元/人。', { date: '2023-08-01' }),
    );
    expect(figures.map(({ period }) => period)).toEqual([undefined, undefined]);
    expect(figures.at(-1)).toMatchObject({ text: '1200元/人', measure: '高温津贴' });
  });

  it('leaves figures alone that no operator joins', () => {
    expect(measures('门票为60元，注：儿童=半价，年票为200元。').map(([figure]) => figure)).toEqual([
      '60元',
      '200元',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';

const planned = (text: string) =>
  extractFigures(articleOf(text, { date: '2024-03-01' })).map(({ text: figure, planned: is }) => [
    figure,
    is === true,
  ]);

describe('planned', () => {
  it.each([
    ['该厂计划今年生产水泵8万台。', '8万台'],
    ['全县力争粮食产量突破40万吨。', '突破40万吨'],
    ['预计今年客流达5200万人次。', '达5200万人次'],
    ['今年将新建充电桩600个。', '600个'],
    ['锚定全年5.5%的增长目标。', '5.5%'],
  ])('%s', (text, figure) => {
    expect(planned(text)).toContainEqual([figure, true]);
  });

  it.each([
    ['该厂去年生产水泵7.6万台。', '7.6万台'],
    ['计划外支出3万元。', '3万元'],
  ])('not: %s', (text, figure) => {
    expect(planned(text)).toContainEqual([figure, false]);
  });

  it('ends where the sentence comes to what came about', () => {
    expect(planned('计划投放单车900辆，实际投放750辆。')).toEqual([
      ['900辆', true],
      ['750辆', false],
    ]);
  });
});

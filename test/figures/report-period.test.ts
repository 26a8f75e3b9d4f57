import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract.ts';
import { reportPeriod } from '../../src/figures/parts/inherited-context.ts';
import { articleOf } from './helpers/article.ts';

describe('the period that an article reports on', () => {
  it.each([
    ['柳河乳业2024年半年度报告摘要', '2024-08-20', '公司产奶9万吨。', '2024-01/2024-06'],
    ['东陵市2024年一季度经济运行情况', '2024-04-20', '全市用电12亿千瓦时。', '2024-01/2024-03'],
    ['北屿港5月生产简报', '2024-06-04', '完成吞吐量31万吨。', '2024-05'],
    ['宁川县经济稳步回升', '2024-07-20', '上半年，全县用电8亿千瓦时。', '2024-01/2024-06'],
    ['宁川县2023年统计公报', '2024-03-20', '年末户籍人口41万人。', '2023'],
    ['宁川县举办灯会', '2024-03-20', '灯会接待游客3万人次，上半年还有两场。', undefined],
    ['宁川县办起夜校', '2024-07-20', '上半年，夜校的课表贴了出来。', undefined],
    ['宁川县8月1日起调整水价', '2024-07-20', '居民用水每吨2.8元。', undefined],
  ])('%s', (title, date, text, period) => {
    expect(reportPeriod(articleOf(text, { title, date }))).toBe(period);
  });
});

const periodsOf = (text: string, head: { title?: string; date?: string }) =>
  extractFigures(articleOf(text, head)).map(({ text: figure, period }) => [figure, period]);

describe('figures of a report', () => {
  it('are of its half year, and not of the year', () => {
    const text =
      '报告期内，公司产奶9.2万吨，营业收入6.1亿元。\n\n截至6月底，牧场存栏1.4万头，报告期内新增0.2万头。';
    const head = { title: '柳河乳业2024年半年度报告摘要', date: '2024-08-20' };
    const half = '2024-01/2024-06';
    expect(periodsOf(text, head)).toEqual([
      ['9.2万吨', half],
      ['6.1亿元', half],
      ['1.4万头', '2024-06'],
      ['0.2万头', half],
    ]);
  });

  it('keep their own month beside the half year of the lead', () => {
    const text = '上半年，全县用电8亿千瓦时。\n\n外贸出口3亿元。\n\n6月份，用电1.6亿千瓦时。';
    expect(periodsOf(text, { title: '宁川县经济稳步回升', date: '2024-07-20' })).toEqual([
      ['8亿千瓦时', '2024-01/2024-06'],
      ['3亿元', '2024-01/2024-06'],
      ['1.6亿千瓦时', '2024-06'],
    ]);
  });

  it('are of the month before and of the same month a year ago where they are set beside it', () => {
    const text = '5月份，全港装卸货物31万吨，上月为28万吨，去年同期为26万吨。本月到船140艘。';
    expect(periodsOf(text, { title: '北屿港5月生产简报', date: '2024-07-04' })).toEqual([
      ['31万吨', '2024-05'],
      ['28万吨', '2024-04'],
      ['26万吨', '2023-05'],
      ['140艘', '2024-05'],
    ]);
  });

  it('are of the year in which a record was set', () => {
    const text = '今年全省发生山火31起，过火面积超4.5万公顷，超过2016年创下的3.9万公顷纪录。';
    expect(periodsOf(text, { date: '2023-10-27' })).toEqual([
      ['31起', '2023'],
      ['超4.5万公顷', '2023'],
      ['3.9万公顷', '2016'],
    ]);
  });
});

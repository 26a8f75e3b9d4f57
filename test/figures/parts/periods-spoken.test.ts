import { describe, expect, it } from 'vitest';
import { parsePeriods, type Spoken } from '../../../src/figures/parts/periods.ts';

const periods = (text: string, day?: string, spoken?: Spoken) =>
  parsePeriods(text, day, spoken).map(({ period }) => period);

describe('times read against what the text speaks of', () => {
  it.each([
    ['上月为395万吨', { said: '2024-08' }, '2024-07'],
    ['本月为18万箱', { said: '2024-08' }, '2024-08'],
    ['上月为395万吨', { said: '2024-01' }, '2023-12'],
    ['当月增长3%', { report: '2024-01/2024-08' }, '2024-08'],
    ['上季度为2亿元', { said: '2024-04/2024-06' }, '2024-01/2024-03'],
    ['上季度为2亿元', { said: '2024-01/2024-03' }, '2023-10/2023-12'],
    ['报告期内新开96家', { report: '2024-01/2024-06' }, '2024-01/2024-06'],
    ['全年预计完成5亿元', { report: '2024-01/2024-06' }, '2024'],
  ])('%s', (text, spoken, period) => {
    expect(periods(text, '2024-09-05', spoken)).toEqual([period]);
  });

  it('takes the month named in the sentence itself for the one spoken of', () => {
    expect(periods('8月为412万吨，上月为395万吨，本月末', '2024-10-05')).toEqual([
      '2024-08',
      '2024-07',
      '2024-08',
    ]);
  });

  it('leaves out what it cannot read', () => {
    expect(periods('报告期内新开96家，全年无休')).toEqual([]);
  });
});

describe('reports', () => {
  it.each([
    ['2024年半年度报告', '2024-01/2024-06'],
    ['2023年半年报', '2023-01/2023-06'],
    ['2023Q2营收1.5亿', '2023-04/2023-06'],
    ['Q3净利润', '2024-07/2024-09'],
    ['2022年度报告', '2022'],
  ])('%s', (text, period) => expect(periods(text, '2024-08-28')).toEqual([period]));
});

describe('a part of a year without the year', () => {
  it.each([
    ['四季度净利润为0.4亿元', '2024-01-25', '2023-10/2023-12'],
    ['12月销售3万台', '2024-01-08', '2023-12'],
    ['二季度净利润为0.4亿元', '2024-04-25', '2024-04/2024-06'],
    ['将于12月开工', '2024-01-08', '2024-12'],
    ['12月底前建成', '2024-01-08', '2024-12'],
  ])('%s, written on %s', (text, day, period) => expect(periods(text, day)).toEqual([period]));

  it('is of the year that the report is about', () => {
    expect(periods('上半年售出21万台', '2024-02-20', { report: '2023' })).toEqual([
      '2023-01/2023-06',
    ]);
  });
});

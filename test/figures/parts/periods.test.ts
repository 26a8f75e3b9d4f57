import { describe, expect, it } from 'vitest';
import { parsePeriods, periodsCompatible } from '../../../src/figures/parts/periods.ts';

const periods = (text: string) => parsePeriods(text, '2023-06-01').map(({ period }) => period);

describe('parsePeriods', () => {
  it.each([
    ['2022年，我省', '2022'],
    ['自2021年初开展', '2021'],
    ['今年年初成立', '2023'],
    ['去年', '2022'],
    ['近5年来', '2018/2023'],
    ['过去五年', '2018/2022'],
    ['2023年6月1日', '2023-06-01'],
    ['2023-06-01', '2023-06-01'],
    ['截至3月末', '2023-03'],
    ['“十四五”期间', '2021/2025'],
    ['十三五', '2016/2020'],
    ['2022年第三季度', '2022-07/2022-09'],
    ['今年上半年', '2023-01/2023-06'],
    ['2021上半年', '2021-01/2021-06'],
    ['2021前三季度', '2021-01/2021-09'],
    ['前三季度', '2023-01/2023-09'],
    ['2022年1—5月', '2022-01/2022-05'],
    ['2016年至2020年', '2016/2020'],
    ['二零二一年十一月至二零二二年一月', '2021-11/2022-01'],
    ['二〇三五年远景目标', '2035'],
    ['20世纪90年代', '1990/1999'],
    ['去年第四季度', '2022-10/2022-12'],
    ['1338-39年', '1338/1339'],
  ])('%s → %s', (text, period) => expect(periods(text)).toEqual([period]));

  it.each([
    '三个月',
    '13.5年',
    '40周年',
    '近年来',
    '十五年',
    '5G',
    '第八届',
  ])('names none in %s', (text) => expect(periods(text)).toEqual([]));

  it('tells what something is compared with from when it was', () => {
    expect(parsePeriods('2022年比上年增长', '2023-06-01')).toMatchObject([
      { period: '2022', role: 'time' },
      { period: '2022', role: 'comparison' },
    ]);
  });

  it('leaves 去年 out without a date, and a bare month takes the year before it', () => {
    expect(parsePeriods('去年')).toEqual([]);
    expect(parsePeriods('2021年投产，5月扩建').map(({ period }) => period)).toEqual([
      '2021',
      '2021-05',
    ]);
  });
});

describe('periodsCompatible', () => {
  it.each([
    ['2022', '2022', true],
    ['2022', '2022-03', true],
    ['2022', '2022-07/2022-09', true],
    ['2018/2023', '2022', true],
    ['2021', '2022', false],
    ['2022-03', '2022', false],
    ['2022-01/2022-06', '2022', false],
    ['2022', '2021/2025', false],
    ['2022', undefined, false],
  ])('%s asked, %s held: %s', (asked, held, fits) =>
    expect(periodsCompatible(asked, held)).toBe(fits));
});

describe('第3季', () => {
  it.each([
    ['第3季营收增长', ['2023-07/2023-09']],
    ['第二季毛利率为59.5%，与第1季相较', ['2023-04/2023-06', '2023-01/2023-03']],
    ['前三季每股盈余', ['2023-01/2023-09']],
    ['《云港往事》第三季开播', []],
  ])('%s', (text, wanted) => expect(periods(text)).toEqual(wanted));
});

it('takes a share of another time for no time of its own', () => {
  const text = '今年上半年兑现奖励4159万元，达到去年全年奖励总额的85.4%，惠及921家';
  expect(parsePeriods(text, '2023-08-10').map(({ role }) => role)).toEqual(['time', 'comparison']);
});

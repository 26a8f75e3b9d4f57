import { describe, expect, it } from 'vitest';
import { translateNumbers } from '../../../src/question/english/english-numbers.ts';

const written = (text: string) => translateNumbers(text).replace(/\s+/g, ' ').trim();

describe('periods in English', () => {
  it.each([
    ['contracts in 2022', 'contracts 2022年'],
    ['in the first half of 2022', '2022年上半年'],
    ['profit in h2 2023', 'profit 2023年下半年'],
    ['the third quarter of 2021', '2021年第三季度'],
    ['in q1 2021', '2021年第一季度'],
    ['in may 2023', '2023年5月'],
    ['on may 3rd, 2023', '2023年5月3日'],
    ['on 6 august 1997', '1997年8月6日'],
    ['from 2018 to 2021', '2018年至2021年'],
    ['since 2018', '2018年以来'],
    ['in the 1980s', '20世纪80年代'],
    ['during the 14th five-year plan', '十四五'],
    ['in the past five years', '近5年'],
    ['output last year', 'output 去年'],
    ['the 2012 census', 'the 2012年 census'],
  ])('writes %s as Chinese does', (english, chinese) => {
    expect(written(english)).toBe(chinese);
  });

  it('takes no month for a verb', () => {
    expect(written('what may be done')).toBe('what may be done');
  });
});

describe('amounts in English', () => {
  it.each([
    ['30.7 billion yuan', '307亿 yuan'],
    ['1.2 million people', '120万 people'],
    ['2.76 trillion yuan', '27600亿 yuan'],
    ['250 thousand', '25万'],
    ['1.5 thousand', '1500'],
    ['9,300 contracts', '9,300 contracts'],
    ['8.6 percent', '8.6%'],
  ])('writes %s by 万 and 亿', (english, chinese) => {
    expect(written(english)).toBe(chinese);
  });

  it('numbers sessions', () => {
    expect(written('the 8th international forum')).toBe('the 第8届 international forum');
    expect(written('the third conference')).toBe('the 第3届 conference');
  });
});

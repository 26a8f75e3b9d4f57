import { expect, test } from 'vitest';
import { findDate, readDate, readReportYear } from '../../../src/article/text/dates.ts';

test.each([
  ['2023-06-01', '2023-06-01'],
  ['2023-6-1 17:08', '2023-06-01'],
  ['2023-06-01T17:08:01+08:00', '2023-06-01'],
  ['2023/06/01', '2023-06-01'],
  ['2023.6.1', '2023-06-01'],
  ['2023年6月1日', '2023-06-01'],
  ['2023年06月01日 08:15', '2023-06-01'],
  ['二〇二三年十二月三十一日', '2023-12-31'],
  ['二○二三年六月十日', '2023-06-10'],
  ['民國112年6月1日', '2023-06-01'],
  ['2024-02-29', '2024-02-29'],
  ['２０２３年６月１日', '2023-06-01'],
  ['２０２３－０６－０１　１７：０８', '2023-06-01'],
])('%s is %s', (text, iso) => {
  expect(readDate(text)).toBe(iso);
});

test.each([
  '2023-13-45',
  '2023-02-29',
  '2023年6月31日',
  '昨天',
  '2023',
  '2023-06',
  '123-4-5',
  '',
])('%s names no day', (text) => {
  expect(readDate(text)).toBeUndefined();
});

test('a date stands where it stands', () => {
  const text = '发布时间：2023年6月1日 来源';
  const date = findDate(text);
  expect(text.slice(date?.start, date?.end)).toBe('2023年6月1日');
});

test('an impossible date is found without a day', () => {
  expect(findDate('于 2023-13-45 发布')).toEqual({ start: 2, end: 12, iso: undefined });
});

test.each([
  ['2019年青川省人民政府工作报告', '2019'],
  ['青川市政府工作报告（2022年）', '2022'],
  // Told of the year before, or of no year.
  ['2022年国民经济和社会发展统计公报', undefined],
  ['2022年度政府工作报告', undefined],
  ['政府工作报告', undefined],
])('the report %s was given in %s', (title, year) => {
  expect(readReportYear(title)).toBe(year);
});

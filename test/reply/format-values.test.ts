import { describe, expect, it } from 'vitest';
import { chinesePeriod } from '../../src/reply/format-values.ts';

describe('a period in Chinese', () => {
  it.each([
    ['2021-04/2021-06', '2021年第二季度'],
    ['2021-01/2021-06', '2021年上半年'],
    ['2021-01/2021-09', '2021年前三季度'],
    ['2021-02/2021-06', '2021年2月至2021年6月'],
    ['2021-10/2022-12', '2021年10月至2022年12月'],
  ])('calls parts of a year as people do: %s', (period, words) => {
    expect(chinesePeriod(period)).toBe(words);
  });
});

import { describe, expect, it } from 'vitest';
import { parsePeriods, periodsCompatible } from '../../../src/figures/parts/periods.ts';
import { chinesePeriod } from '../../../src/reply/format-values.ts';

const periods = (text: string, day?: string) => parsePeriods(text, day).map(({ period }) => period);

describe('periods of a year that is not known', () => {
  it.each([
    ['9月份', '--09'],
    ['上半年', '--01/--06'],
    ['下半年', '--07/--12'],
    ['一季度', '--01/--03'],
    ['9月3日', '--09-03'],
    ['10月5日', '--10-05'],
    ['一季报', '--01/--03'],
  ])('%s → %s', (text, period) => expect(periods(text)).toEqual([period]));

  it.each([
    ['2021-09', '--09', true],
    ['--09', '2021-09', true],
    ['--08', '--09', false],
    ['2021', '--09', true],
    ['--09', '2021', false],
    ['--07/--12', '--09', true],
    ['--01/--06', '--09', false],
  ])('%s asked, %s held: %s', (asked, held, meets) => {
    expect(periodsCompatible(asked, held)).toBe(meets);
  });

  it('is said without a year', () => {
    expect(chinesePeriod('--09')).toBe('9月');
    expect(chinesePeriod('--01/--06')).toBe('1月至6月');
  });
});

describe('periods that go on', () => {
  it.each([
    ['自2020年5月1日起施行', '2020-05-01/..'],
    ['从2020年9月起', '2020-09/..'],
  ])('%s → %s', (text, period) => expect(periods(text)).toEqual([period]));

  it('do not begin where something starts up', () => {
    expect(periods('2020年5月1日起飞')).toEqual(['2020-05-01']);
  });

  it.each([
    ['2023', true],
    ['2020', true],
    ['2019', false],
    ['2020-04', false],
  ])('hold in %s: %s', (asked, holds) => {
    expect(periodsCompatible(asked, '2020-05-01/..')).toBe(holds);
  });

  it('are said to begin', () => {
    expect(chinesePeriod('2020-05-01/..')).toBe('2020年5月1日起');
  });
});

it.each([
  ['去(2023)年', '2023'],
  ['今（2024）年上半年', '2024-01/2024-06'],
])('%s says its year itself', (text, period) => {
  expect(periods(text)).toEqual([period]);
});

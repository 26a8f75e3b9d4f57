import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHINESE_SOURCE,
  MIXED_SOURCE,
  NUMERAL_SOURCE,
  parseNumeral,
} from '../../src/language/numerals.ts';

const DIGITS = '零一二三四五六七八九';
const FORMAL: Record<string, string> = {
  ...{ 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖' },
  ...{ 十: '拾', 百: '佰', 千: '仟', 万: '萬', 亿: '億' },
};

/** 0 … 9999 */
function section(value: number): string {
  const places = ['千', '百', '十', ''];
  const digits = String(value).padStart(4, '0');
  const written = [...digits].map((d, i) => (d === '0' ? '零' : DIGITS[Number(d)]! + places[i]!));
  return written
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

/** Any whole number to 10^16, as it is read aloud. */
function chinese(value: bigint): string {
  if (value === 0n) return '零';
  for (const [power, char] of [
    [100000000n, '亿'],
    [10000n, '万'],
  ] as const) {
    if (value < power) continue;
    const [left, right] = [value / power, value % power];
    const gap = right > 0n && right < power / 10n ? '零' : '';
    return chinese(left) + char + gap + (right > 0n ? chinese(right) : '');
  }
  return section(Number(value));
}

const thousands = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
const fullWidth = (text: string) =>
  text.replace(/[0-9.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const formal = (text: string) => [...text].map((char) => FORMAL[char] ?? char).join('');
/** 12345 as 1.2345万: the point moved, nothing rounded. */
function mixed(digits: string, power: number, scale: string): string {
  const padded = digits.padStart(power + 1, '0');
  const fraction = padded.slice(-power).replace(/0+$/, '');
  return `${padded.slice(0, -power)}${fraction && `.${fraction}`}${scale}`;
}

const upTo16 = fc
  .tuple(fc.integer({ min: 0, max: 16 }), fc.bigInt({ min: 0n, max: 10n ** 16n }))
  .map(([digits, value]) => (digits === 16 ? value : value % 10n ** BigInt(digits + 1)));

describe('thousands set apart by spaces', () => {
  it.each([
    ['3 766 000', 3766000],
    ['52\u00a0100', 52100],
    ['3 76', undefined],
  ])('%s', (text, value) => expect(parseNumeral(text)).toBe(value));
});

describe('parseNumeral', () => {
  it.each([
    ['四十二', 42],
    ['一千三百', 1300],
    ['两百', 200],
    ['三百五', 350],
    ['三万五', 35_000],
    ['一百一十', 110],
    ['廿一', 21],
    ['二〇二二', 2022],
    ['壹贰叁', 123],
    ['叁仟伍佰', 3500],
    ['1.8亿', 180_000_000],
    ['1.37万亿', 1_370_000_000_000],
    ['１，２３４．５', 1234.5],
    ['9,300', 9300],
    ['3千', 3000],
    ['3百万', 3_000_000],
    ['1亿2000万', 120_000_000],
    ['三百二十万', 3_200_000],
    ['一点八', 1.8],
    ['一点八亿', 180_000_000],
    ['百万', 1_000_000],
    ['半', 0.5],
    ['-3.2', -3.2],
    ['负三点二', -3.2],
  ])('reads %s', (text, value) => expect(parseNumeral(text)).toBe(value));

  it.each([
    '',
    '三四',
    '七八',
    '十百',
    '一一十',
    '1,23',
    '1.2.3',
    '万元',
    '亿点',
    '9'.repeat(41),
  ])('does not read %s as a number', (text) => expect(parseNumeral(text)).toBeUndefined());

  it('reads back what was written, in every writing, from 0 to 10^16', () => {
    fc.assert(
      fc.property(upTo16, (value) => {
        const digits = String(value);
        for (const text of [
          digits,
          thousands(digits),
          fullWidth(digits),
          fullWidth(thousands(digits)),
          chinese(value),
          formal(chinese(value)),
          mixed(digits, 4, '万'),
          mixed(digits, 8, '亿'),
          mixed(digits, 12, '万亿'),
          fullWidth(mixed(digits, 8, '亿')),
        ]) {
          expect(parseNumeral(text), text).toBe(Number(value));
        }
      }),
    );
  });

  it('answers for any text, and never with what is not a finite number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = parseNumeral(text);
        return value === undefined || Number.isFinite(value);
      }),
    );
  });
});

describe('NUMERAL_SOURCE', () => {
  const whole = (text: string, source = NUMERAL_SOURCE) =>
    [...text.matchAll(new RegExp(source, 'g'))].map((match) => match[0]);

  it('finds numerals whole', () => {
    expect(whole('2022年，技术合同超9300项，成交1,234.5万元，另有四十二家、1亿2000万人')).toEqual([
      '2022',
      '9300',
      '1,234.5万',
      '四十二',
      '1亿2000万',
    ]);
  });

  it('leaves 千 and 百 to the units that begin with them', () => {
    expect(whole('50千米，3千克，5百分点，3千人', MIXED_SOURCE)).toEqual(['50', '3', '5', '3千']);
  });

  it('finds every Chinese writing whole', () => {
    fc.assert(
      fc.property(upTo16, (value) => {
        const written = chinese(value);
        expect(`共${written}个`.match(new RegExp(CHINESE_SOURCE))?.[0]).toBe(written);
      }),
    );
  });

  it.each([
    '9',
    '９',
    '万',
    '一',
    '千',
    '、',
    '第',
    ' ',
    '1,',
    '1.',
    '1万',
    '一点',
    '1,111,',
  ])('ends on 100,000 times %j', (unit) => {
    const text = unit.repeat(100_000);
    for (const match of text.matchAll(new RegExp(NUMERAL_SOURCE, 'g'))) parseNumeral(match[0]);
  });
});

import { add, type Decimal, decimal, multiply, negate, scale, toNumber } from './decimal.ts';

const ARABIC_DIGIT = '[0-9０-９]';
const CHINESE_DIGIT = '[零〇○一二两三四五六七八九壹贰貳叁肆伍陆陸柒捌玖]';
const CHINESE_NUMBER = '[零〇○一二两三四五六七八九十百千万亿廿卅壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬億]';

/**
 * 万, 亿 and their like after an arabic number. 千 and 百 are left alone where they begin a unit
 * (千克, 千米, 千瓦时, 百分点, 百帕).
 */
export const SCALE_SOURCE = '(?:[万亿萬億]|百(?![分帕])|千(?![克米瓦卡帕伏赫焦兆字比吨]))';

/** Spaces between thousands, as offices of Hong Kong and international bodies write them: 3 766 000. */
const SPACE = '[ \\u00a0\\u2009\\u202f]';
const THOUSANDS = ['[,，]', SPACE].map((mark) => `(?:${mark}${ARABIC_DIGIT}{3}){1,6}`).join('|');

/** Digits with their thousands separators and decimals: `1,234.5`, `１２，３４５`, `3 766 000`. */
const ARABIC_SOURCE =
  `(?:${ARABIC_DIGIT}{1,3}(?:${THOUSANDS})(?!${ARABIC_DIGIT})|${ARABIC_DIGIT}+)` +
  `(?:[.．]${ARABIC_DIGIT}+)?`;

/** Arabic digits with scales: `9300`, `1.8亿`, `1亿2000万`, `3百万`. */
export const MIXED_SOURCE = `${ARABIC_SOURCE}(?:${SCALE_SOURCE}{1,4}${ARABIC_SOURCE}){0,3}${SCALE_SOURCE}{0,4}`;

/** A number in Chinese characters: `四十二`, `一点八亿`, `十五．一`, `二〇二二`. Also runs that are none: try `parseNumeral`. */
export const CHINESE_SOURCE = `${CHINESE_NUMBER}{1,40}(?:[点．]${CHINESE_DIGIT}{1,20}[百千万亿]{0,4})?`;

/** Asserts that no run of `CHINESE_SOURCE` has begun before; without it each place of a long run would be tried. */
export const CHINESE_BEGINS = `(?=${CHINESE_NUMBER})(?<!${CHINESE_NUMBER})`;

/**
 * Any numeral. Each source reads a text in linear time: no character can be matched in two ways,
 * and all that repeats has a bound.
 */
export const NUMERAL_SOURCE = `(?:${MIXED_SOURCE}|${CHINESE_SOURCE})`;

/** Characters of a numeral at most: a longer run is an identifier, as no article counts to 10^40. */
const LONGEST_NUMERAL = 40;

const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)])),
  ...{
    壹: '一',
    贰: '二',
    貳: '二',
    叁: '三',
    肆: '四',
    伍: '五',
    陆: '六',
    陸: '六',
    柒: '七',
    捌: '八',
    玖: '九',
  },
  ...{ 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿', 〇: '零', '○': '零', 两: '二' },
  ...{
    廿: '二十',
    卅: '三十',
    '．': '.',
    '，': ',',
    ' ': ',',
    '\u00a0': ',',
    '\u2009': ',',
    '\u202f': ',',
    '－': '-',
    '−': '-',
    负: '-',
  },
};

const DIGIT_VALUE = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
const POWER_OF_TEN = new Map([...'个十百千'].map((place, power) => [place, power]));

/** The number that the whole of a text writes; undefined where it writes none. */
export function parseNumeral(text: string): number | undefined {
  const value = parseDecimal(text);
  return value && toNumber(value);
}

/** The same number as `parseNumeral` gives, before it is rounded to a double. */
function parseDecimal(text: string): Decimal | undefined {
  if (text.length === 0 || text.length > LONGEST_NUMERAL) return undefined;
  let plain = '';
  for (const char of text) plain += PLAIN[char] ?? char;
  const unsigned = plain.replace(/^[-+]/, '');
  const value = unsigned === '半' ? decimal('0.5') : parseScaled(unsigned);
  return value && plain.startsWith('-') ? negate(value) : value;
}

/** Splits at the last 亿, then at the last 万: left × scale + right. */
function parseScaled(text: string): Decimal | undefined {
  for (const [char, power] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const at = text.lastIndexOf(char);
    if (at < 0) continue;
    const left = at === 0 ? decimal('1') : parseScaled(text.slice(0, at));
    const right = parseRest(text.slice(at + 1), power);
    return left && right && add(scale(left, power), right);
  }
  return parseSection(text);
}

/** The number behind a scale: none, a smaller number, or one digit of the next place (三万五 is 35 000). */
function parseRest(text: string, power: number): Decimal | undefined {
  if (text === '') return decimal('0');
  const digit = DIGIT_VALUE.get(text);
  if (digit) return scale({ digits: BigInt(digit), exponent: 0 }, power - 1);
  const value = parseScaled(text);
  return value && toNumber(value) < 10 ** power ? value : undefined;
}

/** 点, or as papers of Taiwan have it a full stop behind a Chinese digit: 十五．一. */
const POINT = /点|(?<=[零一二三四五六七八九十])\./;

/** A number without 万 and 亿. */
function parseSection(text: string): Decimal | undefined {
  const [whole = '', fraction] = text.split(POINT);
  if (fraction !== undefined) return parseSpokenDecimal(whole, fraction);
  const arabic = /^([\d,.]+)([百千]*)$/.exec(text);
  if (arabic) return parseArabic(arabic[1] ?? '', arabic[2] ?? '');
  return [...text].every((char) => DIGIT_VALUE.has(char)) ? parseDigits(text) : parsePlaces(text);
}

function parseArabic(digits: string, places: string): Decimal | undefined {
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return undefined;
  const value = decimal(digits.replaceAll(',', ''));
  const power = [...places].reduce((sum, place) => sum + (POWER_OF_TEN.get(place) ?? 0), 0);
  return value && scale(value, power);
}

/** 一点八, 一点八百: the fraction digit by digit. */
function parseSpokenDecimal(whole: string, fraction: string): Decimal | undefined {
  const [, digits = '', places = ''] = /^(.*?)([百千]*)$/.exec(fraction) ?? [];
  const left = parseSection(whole);
  const right = [...digits].map((char) => DIGIT_VALUE.get(char));
  if (!left || left.exponent < 0 || right.length === 0 || right.includes(undefined))
    return undefined;
  const value = add(left, { digits: BigInt(right.join('')), exponent: -right.length });
  const power = [...places].reduce((sum, place) => sum + (POWER_OF_TEN.get(place) ?? 0), 0);
  return multiply(value, { digits: 1n, exponent: power });
}

/** 二〇二二 digit by digit. Two neighbours (三四, 七八) are a guess in the article, not a number. */
function parseDigits(text: string): Decimal | undefined {
  const values = [...text].map((char) => DIGIT_VALUE.get(char) ?? 0);
  const [first = 0, second = 0] = values;
  if (values.length === 0 || (values.length === 2 && first > 0 && second === first + 1)) {
    return undefined;
  }
  return decimal(values.join(''));
}

/** 一千三百零五: digits with falling places; a digit left over stands one place below (三百五 is 350). */
function parsePlaces(text: string): Decimal | undefined {
  let total = 0;
  let pending: number | undefined;
  let zero = false;
  let lowest = 4;
  for (const char of text) {
    const power = POWER_OF_TEN.get(char);
    const digit = DIGIT_VALUE.get(char);
    if (digit === 0 && pending === undefined) {
      zero = true;
    } else if (digit !== undefined && pending === undefined) {
      pending = digit;
    } else if (power !== undefined && power > 0 && power < lowest) {
      if (pending === undefined && lowest < 4 && !(power === 1 && zero)) return undefined;
      total += (pending ?? 1) * 10 ** power;
      [pending, zero, lowest] = [undefined, false, power];
    } else {
      return undefined;
    }
  }
  if (pending !== undefined) total += zero || lowest === 4 ? pending : pending * 10 ** (lowest - 1);
  return decimal(String(total));
}

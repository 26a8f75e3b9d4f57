import type { Figure } from '../../../figures/parts/figure.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { NUMERAL_SOURCE, parseNumeral } from '../../../language/numerals.ts';
import { LIKE_COUNTERS } from '../../../question/data/quantities.ts';
import type { Place } from './figure-cells.ts';

const NUMERAL = new RegExp(NUMERAL_SOURCE, 'gu');
/** What makes a numeral part of a date, a clock time or a range. */
const DATED =
  /^\s?(?:年|月|日|号|點|点|时(?!间)|時(?!間)|分(?!钟|鐘)|世纪|世紀|位数|位數|[-—–~至到][\d一二三四五六七八九十百])/u;
/** A numeral within a name or behind an ordinal's 第. */
const NAMED = /[第A-Za-z\d年月-]$/u;
/** One Chinese character is a number before a counter alone: 一架, but not 一样. */
const ALONE =
  /^[一二两三四五六七八九十百千万亿兩萬億](?![个個名位人家项項种種次架艘台辆輛条條座所])/u;
/** 一架 is a number behind few words, and else an article. */
const ARTICLE = /(?<![有仅僅只共另])一$/u;

/** The numbers that a sentence writes beside its figures, of which no figure was made: 一架, 17,786,419. */
export function numeralsBeside(text: string, figures: readonly Place[]): readonly Place[] {
  return [...text.matchAll(NUMERAL)]
    .map(({ index, 0: numeral }) => ({ start: index, end: index + numeral.length }))
    .filter(
      ({ start, end }) =>
        !figures.some((figure) => start < figure.end && figure.start < end) &&
        !DATED.test(text.slice(end)) &&
        !NAMED.test(text.slice(0, start)) &&
        !ALONE.test(text.slice(start)) &&
        !ARTICLE.test(text.slice(0, end)),
    );
}

/** Tells whether the question itself gives a figure, which then is none that it asks for: 四颗 of 木星的4颗卫星. */
export function numbersGiven(question: string): (figure: Figure) => boolean {
  const said = [...question.matchAll(NUMERAL)].map(({ index, 0: numeral }) => ({
    value: parseNumeral(numeral),
    rest: question.slice(index + numeral.length),
  }));
  return ({ value, unit: written }) => {
    const unit = normalize(written).text;
    const like = LIKE_COUNTERS.find((counters) => counters.has(unit)) ?? new Set([unit]);
    const units = dimensionOf(written) === 'count' ? [...like, '个'] : [unit];
    return said.some(
      (one) => one.value === value && units.some((counter) => one.rest.startsWith(counter)),
    );
  };
}

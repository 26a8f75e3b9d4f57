import type { Figure } from '../../../figures/parts/figure.ts';
import { normalize } from '../../../language/normalize.ts';
import { NUMERAL_SOURCE, parseNumeral } from '../../../language/numerals.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';
import { type CaseLimit, casesAsked, holdsCase, limitsIn } from './case-limits.ts';

/** What tells one case of a rule from the next by a number: 第一年, 首套, 5年以上. */
interface Numbered {
  readonly value: number;
  readonly unit: string;
  /** 'first' of an order, or how many. */
  readonly isOrdinal: boolean;
  /** 以上, 以下; '' where there is none. */
  readonly bound: string;
}

/** Counted in an order with and without 第: 二套, 三孩, 2号线. */
const IN_ORDER = '套|孩|胎|档|级|号线|期|楼|层|线';
const NUMBERED = new RegExp(
  `(?:(?<order>第)?(?<number>${NUMERAL_SOURCE})|(?<first>首))个?(?<unit>年|季|月|周|天|次|轮|批|名|位|场|局|节|针|剂|小时|公里|人|件|周?岁|${IN_ORDER})(?<bound>及?以上|及?以下|以内|以外)?`,
  'gu',
);
const ORDERED = new RegExp(`^(?:${IN_ORDER})$`, 'u');
const LIMITED = /^(?:年|月|周|天|小时|公里|周?岁)$/u;
/** A year of the calendar is a period, and no case. */
const YEAR = 1000;

/**
 * The figures whose own clause speaks of the case that the question names by a number: of
 * 管理费第一年每只300元，从第二年起每年100元 the first, where 第一年 is asked. A clause that names no
 * such case may be of any. `text` is the sentence, which begins at `start` of its article.
 */
export function figuresOfCase(
  question: Question,
  figures: readonly Figure[],
  text: string,
  start: number,
): readonly Figure[] {
  const { numbered, limits } = casesIn(question);
  if (numbered.length + limits.length === 0 || figures.length < 2) return figures;
  const left = figures.filter((figure) => {
    const [from, to] = [figure.start - start, figure.end - start];
    const told = numberedIn(clauseAround(text, from, to));
    if (numbered.some((one) => excludes(told, one))) return false;
    const governing = limits.length === 0 ? [] : limitsOf(text, from, to);
    return !limits.some((one) => holdsCase(governing, one) === false);
  });
  return left.length > 0 ? left : figures;
}

const casesIn = memoByObject(({ normalized }: Question) => ({
  numbered: numberedIn(normalized),
  limits: casesAsked(normalized),
}));

/** The limits that a figure's own clause writes, or else the last one written before it: 前一日取消者，扣除80%. */
function limitsOf(text: string, start: number, end: number): readonly CaseLimit[] {
  const own = limitsIn(normalize(clauseAround(text, start, end)).text);
  return own.length > 0 ? own : limitsIn(normalize(text.slice(0, start)).text).slice(-1);
}

function numberedIn(text: string): Numbered[] {
  return [...normalize(text).text.matchAll(NUMBERED)].flatMap(({ groups = {} }) => {
    const { order, number, first, unit = '', bound = '' } = groups;
    const value = first === undefined ? parseNumeral(number ?? '') : 1;
    if (value === undefined || (unit === '年' && value >= YEAR)) return [];
    const isOrdinal = order !== undefined || first !== undefined || ORDERED.test(unit);
    // 5年以上 is told from other cases by its limits
    if (!isOrdinal && LIMITED.test(unit)) return [];
    return [{ value, unit, isOrdinal, bound: bound.replace('及', '') }];
  });
}

/** Whether what is told of is another case of the same order or measure than the one asked for. */
function excludes(told: readonly Numbered[], asked: Numbered): boolean {
  const alike = told.filter(
    ({ unit, isOrdinal }) => unit === asked.unit && isOrdinal === asked.isOrdinal,
  );
  // how long something took is no case of anything: only an order and a limit are
  const cases = alike.filter(({ bound, isOrdinal }) => isOrdinal || bound !== '');
  // 五年以下（含五年）: the limit tells the cases apart, and a question without one is met by any
  const meet = asked.bound === '' ? alike : cases.filter(({ bound }) => bound === asked.bound);
  return cases.length > 0 && !meet.some(({ value }) => value === asked.value);
}

/** The clause around a figure, without the figure itself. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE).at(-1) ?? '';
  const behind = text.slice(end).split(CLAUSE, 1)[0] ?? '';
  return `${before}\n${behind}`;
}

const CLAUSE = /[，；。：、！？]|,(?![0-9])|;/u;

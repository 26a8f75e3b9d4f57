import { parseNumeral } from '../../language/numerals.ts';
import type { PeriodMention } from '../parts/periods.ts';
import { type SentenceContext, within } from '../parts/sentence-context.ts';

const SMALL = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})';
/** 7、8、9三个月; 7月、8月和9月 are periods each by themselves. */
const MONTHS = new RegExp(
  `(?<![0-9])(?<list>${SMALL}(?:[、和及与]${SMALL}){1,10}?)(?:月份?|[两二三四五六七八九十]个月)`,
);
/** 一、二、三季度. */
const QUARTERS = /第?(?<list>[一二三四1-4](?:[、和及与]第?[一二三四1-4]){1,3})季度/;
const BETWEEN = /[、和及与]第?/;

/**
 * As many periods as there are figures, where a clause names them short: 7、8、9三个月, 一、二季度,
 * 2020年至2022年. Undefined where it does not.
 */
export function periodsInTurn(
  clause: string,
  at: number,
  count: number,
  context: SentenceContext,
): readonly string[] | undefined {
  const named = within(context.periods, at, at + clause.length);
  const found = monthsIn(clause, named, context) ?? yearsIn(named);
  return found?.length === count ? found : undefined;
}

function monthsIn(clause: string, named: readonly PeriodMention[], context: SentenceContext) {
  const quarters = QUARTERS.exec(clause)?.groups?.['list'];
  const list = quarters ?? MONTHS.exec(clause)?.groups?.['list'];
  if (list === undefined) return undefined;
  const { carried, fallback } = context;
  const spoken = [...named.map(({ period }) => period), carried.period, fallback.period];
  const year = spoken.map((period) => /^\d{4}/.exec(period ?? '')?.[0]).find(Boolean) ?? '-';
  return list.split(BETWEEN).map((one) => {
    const value = parseNumeral(one) ?? 0;
    return quarters === undefined
      ? `${year}-${two(value)}`
      : `${year}-${two(value * 3 - 2)}/${year}-${two(value * 3)}`;
  });
}

/** 2020年至2022年: each of its years. */
function yearsIn(named: readonly PeriodMention[]): readonly string[] | undefined {
  const [, from, to] = /^(\d{4})\/(\d{4})$/.exec(named.at(-1)?.period ?? '') ?? [];
  if (from === undefined || to === undefined) return undefined;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => String(Number(from) + n));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

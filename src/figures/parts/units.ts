import { COUNTERS } from '../data/counters.ts';
import { CURRENCIES, type Dimension, UNITS } from '../data/units.ts';

const COUNTER_UNITS = new Set(COUNTERS.map((counter) => counter.unit));

/**
 * The dimension of a figure's unit. '' is left to shares (三分之一, 一半) and to ratios and indices
 * (9.1∶36.2∶54.7, 收入比2.11), which a question for a percentage may mean; a count whose unit the
 * article leaves out (总人口1386万) is given its counter.
 */
export function dimensionOf(unit: string): Dimension {
  if (unit === '') return 'percent';
  const row = UNITS.get(unit) ?? CURRENCIES.get(unit);
  if (row) return row.dimension;
  // 元/平方米, 人/平方公里: a rate, and no other rate is like it
  if (unit.includes('/')) return 'rate';
  return 'count';
}

/** Units of measured things and currencies, as they are written. */
export const MEASURED_UNITS: readonly string[] = [...UNITS.keys(), ...CURRENCIES.keys()];

export function isCounter(unit: string): boolean {
  return COUNTER_UNITS.has(unit);
}

/** The factor to the SI or accepted base unit; `[unit, 1]` where nothing is folded in. */
export function baseOf(unit: string): readonly [unit: string, factor: number] {
  return UNITS.get(unit)?.base ?? CURRENCIES.get(unit)?.base ?? [unit, 1];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const byLength = (a: string, b: string) => b.length - a.length;

function alternatives(names: Iterable<string>): string {
  return [...names].sort(byLength).map(escaped).join('|');
}

const counters = (arabic: boolean) =>
  COUNTERS.filter((counter) => arabic || !counter.arabicOnly)
    .sort((a, b) => byLength(a.unit, b.unit))
    .map(({ unit, not }) => (not ? `${escaped(unit)}(?![${not}])` : escaped(unit)));

/** Read by recognisers of their own: years and ages as durations, percents, multiples. */
const ELSEWHERE = /^(?:[年载番倍岁周]|周岁|(?:个月|周|天)大)$|百分点|基点|^[%％‰]|^个点$/;
/** One character that is more often part of a name behind a Chinese numeral: 三角, 四方, 一分, 三度. */
const NAMELIKE = /^[角方升克瓦桶磅帕秒岁]$/;
const measured = [...UNITS.keys(), ...CURRENCIES.keys()].filter((unit) => !ELSEWHERE.test(unit));
/** Latin units must end where the Latin word ends (5G is not 5 grams of anything), others may stand before one: 15亿元C轮. */
const whole = (names: readonly string[]) => {
  const latin = names.filter((name) => /[A-Za-z]$/.test(name));
  const han = names.filter((name) => !latin.includes(name));
  return `(?:${alternatives(latin)})(?![A-Za-z])|(?:${alternatives(han)})(?![素旦宵首]|(?<=个月)[台球饼亮])`;
};

/** A unit behind an arabic numeral, longest first; regex source. */
export const UNIT_SOURCE = `(?:${whole(measured)}|${counters(true).join('|')})`;
/** A unit behind a numeral in Chinese characters. */
export const CHINESE_UNIT_SOURCE = `(?:${whole(measured.filter((unit) => !NAMELIKE.test(unit)))}|${counters(false).join('|')})`;

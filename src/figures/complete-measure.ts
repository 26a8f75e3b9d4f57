import { createRequire } from 'node:module';
import { simplify } from '../language/simplify.ts';
import { lazy } from '../util/lazy.ts';
import type { Figure } from './parts/figure.ts';

const LATIN = /^[a-z]+$/;

/**
 * Measures of the figures that what somebody has typed so far may mean, best first: by prefix, by
 * characters inside, by characters in order (合同额), by pinyin initials (jsht).
 */
export async function suggestMeasures(
  figures: readonly Figure[],
  typed: string,
  limit: number,
): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { measure } of figures)
    if (measure) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  return rankMeasures(counts, typed, limit);
}

/** The same of measures with the number of their figures. */
export function rankMeasures(
  counts: ReadonlyMap<string, number>,
  typed: string,
  limit: number,
): string[] {
  const wanted = written(typed.trim());
  const shortestFirst = byLength(counts);
  return [...counts.keys()]
    .map((measure) => ({ measure, rank: rank(measure, wanted) }))
    .filter(({ rank: found }) => found > 0)
    .sort((a, b) => b.rank - a.rank || shortestFirst(a.measure, b.measure))
    .slice(0, limit)
    .map(({ measure }) => measure);
}

/** Compares measures that fit equally well: the shorter first, of one length that with more figures. */
export function byLength(counts: ReadonlyMap<string, number>): (a: string, b: string) => number {
  return (a, b) => a.length - b.length || (counts.get(b) ?? 0) - (counts.get(a) ?? 0);
}

/** As texts are compared: 國內 is 国内, and gdp is GDP. */
function written(text: string): string {
  return simplify(text).toLowerCase();
}

function rank(measure: string, typed: string): number {
  const text = written(measure);
  if (text.startsWith(typed)) return 5;
  if (text.includes(typed)) return 4;
  if (!LATIN.test(typed)) return inOrder(text, typed) ? 1 : 0;
  const spelled = measureInitials(measure);
  return spelled.startsWith(typed) ? 3 : spelled.includes(typed) ? 2 : 0;
}

function inOrder(text: string, typed: string): boolean {
  let from = 0;
  for (const char of typed) {
    const at = text.indexOf(char, from);
    if (at < 0) return false;
    from = at + char.length;
  }
  return true;
}

const pinyin = lazy(
  () => (createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro')).pinyin,
);

/**
 * The pinyin initials of a measure: `jsht` for 技术合同. Loads the tables of pinyin at the first call;
 * nothing else here needs them.
 */
export function measureInitials(measure: string): string {
  return pinyin()(measure, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase();
}

import { createRequire } from 'node:module';
import { simplify } from '../language/simplify.ts';
import { lazy } from '../util/lazy.ts';
import type { Figure } from './parts/figure.ts';

const LATIN = /^[a-zA-Z]+$/;

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
  const wanted = simplify(typed.trim());
  const isLatin = LATIN.test(wanted);
  return [...counts.keys()]
    .map((measure) => ({
      measure,
      rank: rank(measure, wanted, isLatin ? measureInitials(measure) : undefined),
    }))
    .filter(({ rank: found }) => found > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        a.measure.length - b.measure.length ||
        (counts.get(b.measure) ?? 0) - (counts.get(a.measure) ?? 0),
    )
    .slice(0, limit)
    .map(({ measure }) => measure);
}

function rank(written: string, typed: string, spelled: string | undefined): number {
  const measure = simplify(written);
  if (typed === '' || measure.startsWith(typed)) return 5;
  if (measure.includes(typed)) return 4;
  if (LATIN.test(typed) && spelled !== undefined) {
    const lower = typed.toLowerCase();
    return spelled.startsWith(lower) ? 3 : spelled.includes(lower) ? 2 : 0;
  }
  return inOrder(measure, typed) ? 1 : 0;
}

function inOrder(measure: string, typed: string): boolean {
  let from = 0;
  for (const char of typed) {
    const at = measure.indexOf(char, from);
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

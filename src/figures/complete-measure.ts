import { simplify } from '../language/simplify.ts';
import { lazy } from '../util/lazy.ts';
import { memoByObject } from '../util/memo-by-object.ts';
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
  const wanted = simplify(typed.trim());
  const initialsOf = LATIN.test(wanted) ? await initialsReader() : undefined;
  const counts = new Map<string, number>();
  const firsts = new Map<string, Figure>();
  for (const figure of figures) {
    const { measure } = figure;
    if (!measure) continue;
    counts.set(measure, (counts.get(measure) ?? 0) + 1);
    if (!firsts.has(measure)) firsts.set(measure, figure);
  }
  return [...firsts]
    .map(([measure, figure]) => ({ measure, rank: rank(measure, wanted, initialsOf?.(figure)) }))
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

/**
 * Reads the pinyin initials of a figure's measure: `jsht` for 技术合同. Loads the tables of pinyin at the
 * first Latin letter typed; nothing else here needs them.
 */
const initialsReader = lazy(async () => {
  const { pinyin } = await import('pinyin-pro');
  return memoByObject(({ measure = '' }: Figure) =>
    pinyin(measure, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase(),
  );
});

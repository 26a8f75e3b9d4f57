import { simplify } from '../language/simplify.ts';
import type { Figure } from './parts/figure.ts';

/** `jsht` for 技术合同; made once a measure. */
const initials = new Map<string, string>();
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
  const counts = new Map<string, number>();
  for (const { measure } of figures)
    if (measure) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  const measures = [...counts.keys()];
  if (LATIN.test(wanted)) await spell(measures);
  return measures
    .map((measure) => ({ measure, rank: rank(measure, wanted) }))
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

function rank(written: string, typed: string): number {
  const measure = simplify(written);
  if (typed === '' || measure.startsWith(typed)) return 5;
  if (measure.includes(typed)) return 4;
  const spelled = initials.get(written);
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

/** Loads the pinyin tables on the first Latin letter typed; nothing else needs them. */
async function spell(measures: readonly string[]): Promise<void> {
  const missing = measures.filter((measure) => !initials.has(measure));
  if (missing.length === 0) return;
  const { pinyin } = await import('pinyin-pro');
  for (const measure of missing) {
    const letters = pinyin(measure, { pattern: 'first', toneType: 'none', type: 'array' });
    initials.set(measure, letters.join('').toLowerCase());
  }
}

/**
 * The terms that decide, rarest first, until they have `budget` postings together: common ones cost
 * the most time and move the fewest documents. The rarest is always among them, and what no document
 * holds never is.
 */
export function rarestTerms(
  terms: Iterable<string>,
  frequency: (term: string) => number,
  budget: number,
): string[] {
  const held = [...new Set(terms)]
    .map((term) => ({ term, count: frequency(term) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const taken: string[] = [];
  let postings = 0;
  for (const { term, count } of held) {
    postings += count;
    if (taken.length > 0 && postings > budget) break;
    taken.push(term);
  }
  return taken;
}

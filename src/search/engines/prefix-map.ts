/**
 * A set of terms that finds those that begin alike: by their first UTF-16 unit, then by their second.
 * MiniSearch's own SearchableMap goes through the thousands of characters that may come first.
 */
export class Beginnings {
  private readonly terms = new Map<string, Map<string, Set<string>>>();

  add(term: string): void {
    const [first, second] = [term.charAt(0), term.charAt(1)];
    const behind = this.terms.get(first) ?? new Map<string, Set<string>>();
    const alike = behind.get(second) ?? new Set();
    this.terms.set(first, behind.set(second, alike.add(term)));
  }

  delete(term: string): void {
    const behind = this.terms.get(term.charAt(0));
    const alike = behind?.get(term.charAt(1));
    alike?.delete(term);
    if (alike?.size === 0) behind?.delete(term.charAt(1));
    if (behind?.size === 0) this.terms.delete(term.charAt(0));
  }

  /** Sorted, so that it does not tell when each was added. */
  startingWith(prefix: string): string[] {
    const [first, second] = [prefix.charAt(0), prefix.charAt(1)];
    return under(this.terms, first)
      .flatMap((behind) => under(behind, second))
      .flatMap((alike) => [...alike].filter((term) => term.startsWith(prefix)))
      .sort();
  }
}

/** What stands under a key; under '', where a prefix ends, all of it. */
function under<T>(map: ReadonlyMap<string, T>, key: string): T[] {
  if (key === '') return [...map.values()];
  const value = map.get(key);
  return value === undefined ? [] : [value];
}

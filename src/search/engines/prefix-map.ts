/**
 * A set of terms that finds those that begin alike: by their first UTF-16 unit, then by their second.
 * MiniSearch's own SearchableMap goes through the thousands of characters that may come first.
 */
export class PrefixMap {
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

  /** The terms that begin with the prefix, sorted, whatever order they were added in. */
  startingWith(prefix: string): string[] {
    const [first, second] = [prefix.charAt(0), prefix.charAt(1)];
    return under(this.terms, first)
      .flatMap((behind) => under(behind, second))
      .flatMap((alike) => [...alike].filter((term) => term.startsWith(prefix)))
      .sort();
  }
}

/** The value of a key in a list, empty where there is none; all values for '', where a prefix ends. */
function under<T>(map: ReadonlyMap<string, T>, key: string): T[] {
  if (key === '') return [...map.values()];
  const value = map.get(key);
  return value === undefined ? [] : [value];
}

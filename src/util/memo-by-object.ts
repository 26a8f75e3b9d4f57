import { LRUCache } from 'lru-cache';

/** A function of an object that computes each value once, and keeps it as long as the object lives. */
export function memoByObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const values = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let entry = values.get(of);
    if (entry === undefined) {
      entry = { value: compute(of) };
      values.set(of, entry);
    }
    return entry.value;
  };
}

/** Objects whose values are kept by `memoOfLast`. */
const LAST = 256;

/**
 * The same of the objects that were asked about last: for articles, which live as long as their corpus,
 * so that what was computed of each would be held for good once all have been asked about.
 */
export function memoOfLast<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const values = new LRUCache<K, { readonly value: T }>({ max: LAST });
  return (of) => {
    let entry = values.get(of);
    if (entry === undefined) {
      entry = { value: compute(of) };
      values.set(of, entry);
    }
    return entry.value;
  };
}

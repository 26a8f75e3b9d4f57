import { LRUCache } from 'lru-cache';

/** A function of an object that computes each value once, and keeps it as long as the object lives. */
export function memoByObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  return memoIn(new WeakMap<K, Computed<T>>(), compute);
}

/** Objects whose values are kept by `memoOfLast` where nothing else is said. */
const LAST = 256;

/**
 * The same of the objects that were asked about last: for articles, which live as long as their corpus,
 * so that what was computed of each would be held for good once all have been asked about.
 */
export function memoOfLast<K extends object, T>(compute: (of: K) => T, last = LAST): (of: K) => T {
  return memoIn(new LRUCache<K, Computed<T>>({ max: last }), compute);
}

/** A value in a box, as it may be undefined itself. */
interface Computed<T> {
  readonly value: T;
}

interface Values<K, T> {
  get(of: K): Computed<T> | undefined;
  set(of: K, computed: Computed<T>): unknown;
}

function memoIn<K, T>(values: Values<K, T>, compute: (of: K) => T): (of: K) => T {
  return (of) => {
    let computed = values.get(of);
    if (computed === undefined) {
      computed = { value: compute(of) };
      values.set(of, computed);
    }
    return computed.value;
  };
}

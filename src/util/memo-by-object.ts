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

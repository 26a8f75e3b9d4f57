/** A constant that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

/**
 * A constant table with an entry for each UTF-16 unit, each computed when it is first asked for: a
 * number from 1 to 65,535. Takes 128 KB.
 */
export function lazyUnitTable(compute: (unit: number) => number): (unit: number) => number {
  // 0 where not computed yet
  const entries = new Uint16Array(0x10000);
  return (unit) => {
    const entry = entries[unit];
    if (entry !== undefined && entry !== 0) return entry;
    const computed = compute(unit);
    entries[unit] = computed;
    return computed;
  };
}

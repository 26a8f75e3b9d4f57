import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.ts';
import type { CheckedValues } from '../sqlite/checked-values.ts';
import type { DerivedValues, ValueName } from './derived-values.ts';

/** Values that wait in memory before they are written in one transaction. */
export const BATCH = 400;

/** Entries of a table that are kept with their values; each search asks for some tens. */
const ENTRIES = 5_000;

/** What values of a corpus as a whole are stored by. */
export interface CorpusKeys {
  /** The name and tag of a kind of value. */
  keyOf(name: ValueName): string;
  /** A hash of all that the values of these articles are computed from. */
  hashOf(articles: readonly Article[]): string;
}

/**
 * The values of a corpus as a whole, stored under the kind's name with the hash of the articles that
 * they were computed from; the entries of a table each under a key of its own.
 * @param isWritable whether a value put is found again
 */
export function corpusValues(
  values: CheckedValues,
  isWritable: () => boolean,
  { keyOf, hashOf }: CorpusKeys,
): Required<Pick<DerivedValues, 'ofCorpus' | 'ofCorpusByKey'>> {
  const stored = (key: string) =>
    values.get(key) as { readonly of: string; readonly value?: unknown } | undefined;
  return {
    ofCorpus: (name, compute) => (articles) => {
      const of = hashOf(articles);
      const key = `all ${keyOf(name)}`;
      const known = stored(key);
      if (known?.of === of) return known.value as ReturnType<typeof compute>;
      const value = compute(articles);
      values.put(key, { of, value });
      return value;
    },
    ofCorpusByKey: (name, compute) => (articles) => {
      type Value = ReturnType<typeof compute>[number][1];
      const of = hashOf(articles);
      const key = `all ${keyOf(name)}`;
      if (stored(key)?.of !== of) {
        const entries = compute(articles);
        if (!isWritable()) {
          const table = new Map(entries);
          return (one) => table.get(one);
        }
        values.drop((one) => one !== key && !one.startsWith(`${key} `));
        for (const [one, value] of entries) {
          values.put(`${key} ${one}`, value);
          if (values.waiting >= BATCH) values.write();
        }
        // last, so that a table half written counts as none
        values.put(key, { of });
      }
      const known = new LRUCache<string, { readonly value: Value | undefined }>({ max: ENTRIES });
      return (one) => {
        let entry = known.get(one);
        if (entry === undefined) {
          entry = { value: values.get(`${key} ${one}`) as Value | undefined };
          known.set(one, entry);
        }
        return entry.value;
      };
    },
  };
}

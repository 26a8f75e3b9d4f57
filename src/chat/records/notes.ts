import { LRUCache } from 'lru-cache';

/** Small things of one kind that are remembered by a key for a while. */
export interface Notes {
  get(key: string): Promise<string | undefined>;
  /** Remembers it from now on, in place of what there was by that key. */
  put(key: string, value: string): Promise<void>;
  /** Deletes those whose keys fit. */
  forget(fits: (key: string) => boolean): Promise<void>;
}

/** Notes that a process remembers at most, by each kind. */
const REMEMBERED = 10_000;

/** Notes in memory. @param lifetime milliseconds after which one is forgotten */
export function createNotes(lifetime: number): Notes {
  const notes = new LRUCache<string, string>({ max: REMEMBERED, ttl: lifetime });
  return {
    get: async (key) => notes.get(key),
    async put(key, value) {
      notes.set(key, value);
    },
    async forget(fits) {
      for (const key of [...notes.keys()]) if (fits(key)) notes.delete(key);
    },
  };
}

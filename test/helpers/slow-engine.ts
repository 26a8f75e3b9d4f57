import type { SearchEngine } from '../../src/search/engine.ts';
import { createMiniSearch } from '../../src/search/engines/minisearch.ts';

/** An engine whose next search can be held up, as those of an engine far away are. */
export function slowEngine() {
  const engine = createMiniSearch();
  let held: Promise<void> | undefined;
  const slow: SearchEngine = Object.assign(Object.create(engine), {
    async search(terms: readonly string[], limit: number) {
      const wait = held;
      held = undefined;
      const hits = await engine.search(terms, limit);
      await wait;
      return hits;
    },
  });
  return {
    engine: slow,
    /** Holds up the next search, until what it returns is called. */
    holdNext() {
      let release: () => void = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    isHolding: () => held === undefined,
  };
}

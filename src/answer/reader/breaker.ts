/** Milliseconds that a reader is left alone after it failed. */
const REST = 30_000;
/** Milliseconds that a reader may have itself left alone. */
const REST_LIMIT = 60 * 60 * 1000;
/** Failures one behind the other from which on it is left alone. */
const FAILURES = 2;
/** Milliseconds between two lines that say why. */
const TELL = 60_000;

/** Stops asking what does not answer, and says so now and then. */
export interface Breaker {
  /** Whether it may be asked. */
  isClosed(): boolean;
  succeeded(): void;
  /** @param wait milliseconds that it asks to be left alone, at once and for so long */
  failed(why: string, wait?: number): void;
  /** Says what is amiss with one that does answer. */
  tell(why: string): void;
}

/** @param now milliseconds of a clock */
export function createBreaker(warn: (line: string) => void, now: () => number): Breaker {
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  function tell(why: string): void {
    if (now() - toldAt < TELL) return;
    toldAt = now();
    warn(`the reader is of no use, and the built-in choice is given: ${why}`);
  }
  return {
    isClosed: () => now() >= restsUntil,
    succeeded() {
      failures = 0;
    },
    failed(why, wait) {
      tell(why);
      failures += 1;
      if (wait !== undefined) restsUntil = now() + Math.min(wait, REST_LIMIT);
      else if (failures >= FAILURES) restsUntil = now() + REST;
    },
    tell,
  };
}

import { setImmediate } from 'node:timers/promises';

/**
 * Lets through one a turn of the event loop, in the order of asking, however many ask at once: an
 * answer takes some milliseconds, and what else waits has its turn in between.
 */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}

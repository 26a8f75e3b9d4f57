import { setImmediate } from 'node:timers/promises';

/**
 * Makes a queue for the turns of the event loop: each call gives a promise, and one promise is fulfilled
 * a turn, in the order of the calls. An answer takes some milliseconds, and what else the process has
 * to do comes in between.
 */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}

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

/** The steps of long works, between which the event loop turns. */
export interface Steps {
  /** Waits for a turn of its own: for a work that begins. */
  begin(): Promise<void>;
  /** Waits for another turn where the present one has lasted long. */
  next(): Promise<void>;
}

/** @param longest milliseconds from which on a turn has lasted long */
export function createSteps(longest: number): Steps {
  const turn = createTurns();
  let began = 0;
  const begin = async () => {
    await turn();
    began = performance.now();
  };
  return {
    begin,
    async next() {
      if (performance.now() - began >= longest) await begin();
    },
  };
}

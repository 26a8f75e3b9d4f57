/** Milliseconds a wait lasts unless told otherwise: long, so that a busy machine fails no test. */
const PATIENCE = 10_000;

/** Milliseconds after which a waiter looks again by itself, for what happens outside of the double. */
const LOOK_AGAIN = 20;

/** Tells waiters that something happened; they look for themselves whether it is what they want. */
export class Signal {
  readonly #waiters = new Set<() => void>();
  readonly #seen: () => string;

  /** @param seen What was seen so far, for the message of a wait that failed. */
  constructor(seen: () => string) {
    this.#seen = seen;
  }

  changed(): void {
    for (const check of [...this.#waiters]) check();
  }

  /**
   * Resolves with the first value of `find` that is neither undefined nor false.
   * Rejects after `timeout` milliseconds, naming `what` and telling what was seen instead.
   */
  waitFor<T>(what: string, find: () => T | undefined | false, timeout = PATIENCE): Promise<T> {
    // made here, so that the stack shows the test that waits
    const failure = new Error(`Waited ${timeout} ms for ${what}`);
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        clearInterval(again);
        this.#waiters.delete(check);
      };
      const check = () => {
        try {
          const found = find();
          if (found === undefined || found === false) return;
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        end();
        failure.message += `. Seen:\n${this.#seen()}`;
        reject(failure);
      }, timeout);
      const again = setInterval(check, LOOK_AGAIN);
      this.#waiters.add(check);
      check();
    });
  }
}

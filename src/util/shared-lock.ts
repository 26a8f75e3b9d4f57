/**
 * A lock over something that many may use at once and one may change alone. Whoever asks is let in in
 * the order of asking: a change waits for the uses before it, and the uses behind it wait for the
 * change, so that neither is put off for ever. A free lock is entered without waiting.
 */
export class SharedLock {
  /** Uses and changes that are not over, those that still wait included. */
  readonly #open = new Set<Promise<unknown>>();
  /** The change asked for last, until it is over. */
  #change: Promise<unknown> | undefined;

  /** Runs a task beside others, and rejects as it does. */
  shared<T>(task: () => Promise<T>): Promise<T> {
    return this.#track(this.#change === undefined ? task() : settled(this.#change).then(task));
  }

  /** Runs a task with no other beside it, and rejects as it does. */
  exclusive<T>(task: () => Promise<T>): Promise<T> {
    const change = this.#track(Promise.allSettled(this.#open).then(task));
    this.#change = change;
    const end = () => {
      if (this.#change === change) this.#change = undefined;
    };
    change.then(end, end);
    return change;
  }

  #track<T>(run: Promise<T>): Promise<T> {
    this.#open.add(run);
    const end = () => this.#open.delete(run);
    run.then(end, end);
    return run;
  }
}

/** Resolves when a promise is over, however it ends. */
function settled(run: Promise<unknown>): Promise<void> {
  const end = () => {};
  return run.then(end, end);
}

/** Milliseconds that a test waits where it names no time of its own. */
const PATIENCE = 5000;

/** Promises on what is to come: each change asks every waiting one again. */
export class Watch {
  readonly #waiting = new Set<() => void>();
  readonly #describe: () => string;

  /** @param describe what came so far, for the error of a promise that was not kept */
  constructor(describe: () => string) {
    this.#describe = describe;
  }

  changed(): void {
    for (const ask of [...this.#waiting]) ask();
  }

  /**
   * Resolves with what `find` returns as soon as that is neither undefined nor false.
   * @param what names it in the error: "answer to message 5"
   * @param ms milliseconds after which it rejects
   */
  until<T>(what: string, find: () => T | undefined | false, ms = PATIENCE): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(ask);
      };
      const ask = (): void => {
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
        reject(new Error(`no ${what} within ${ms} ms; instead came:\n${this.#describe()}`));
      }, ms);
      this.#waiting.add(ask);
      ask();
    });
  }
}

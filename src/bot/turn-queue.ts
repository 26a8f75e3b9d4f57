/**
 * Turns of one conversation run one after the other, in the order of asking, for each leans on the
 * one before it; conversations do not wait for one another. Nothing is held of a conversation once
 * its last turn is over.
 */
export class TurnQueue {
  /** The turn of each conversation that was asked for last. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Number of conversations with a turn that is not over. */
  get size(): number {
    return this.#last.size;
  }

  /** Runs a turn when those before it are over, however they ended; at once where there are none. */
  run<T>(conversation: string, turn: () => Promise<T>): Promise<T> {
    const before = this.#last.get(conversation);
    const own = before === undefined ? turn() : before.then(turn, turn);
    this.#last.set(conversation, own);
    const end = () => {
      if (this.#last.get(conversation) === own) this.#last.delete(conversation);
    };
    own.then(end, end);
    return own;
  }
}

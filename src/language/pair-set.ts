import { hashOf } from './unit-pair.ts';

const BITS = 18;

/**
 * A set of pairs of characters, by their numbers, for a look-up at each character of a text: nearly all
 * pairs that are not in it are told by one byte, without a look at the set itself.
 */
export class PairSet {
  readonly #pairs: Set<number>;
  /** How many pairs of the set have each hash; where 255 do or more, that is no longer counted down. */
  readonly #counts = new Uint8Array(1 << BITS);

  constructor(pairs: Iterable<number>) {
    this.#pairs = new Set(pairs);
    for (const pair of this.#pairs) {
      const at = placeOf(pair);
      this.#counts[at] = Math.min((this.#counts[at] as number) + 1, MOST);
    }
  }

  /** Takes a pair out; @returns whether it was there */
  delete(pair: number): boolean {
    const at = placeOf(pair);
    const count = this.#counts[at] as number;
    if (count === 0 || !this.#pairs.delete(pair)) return false;
    if (count < MOST) this.#counts[at] = count - 1;
    return true;
  }
}

const MOST = 255;

function placeOf(pair: number): number {
  return hashOf(pair) >>> (32 - BITS);
}

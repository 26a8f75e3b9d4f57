/** The range of UTF-16 units in which nearly all Chinese characters stand. */
const FROM = 0x3400;
const TO = 0xa000;
/** Above every number of a pair in that range. */
const OTHERS = 2 ** 32;

/**
 * A number for two UTF-16 units, another one for any other two. For two Chinese characters it is below
 * 2³¹, which a map finds several times as fast as a greater one.
 */
export function pairOf(first: number, second: number): number {
  const isChinese = first >= FROM && first < TO && second >= FROM && second < TO;
  return isChinese
    ? (first - FROM) * (TO - FROM) + (second - FROM)
    : OTHERS + first * 0x10000 + second;
}

/** A number of 32 bits for that of a pair, whose upper bits are spread evenly. */
export function hashOf(pair: number): number {
  return Math.imul(pair | 0, SPREAD) >>> 0;
}

/** 2³² divided by the golden ratio: neighbouring numbers fall far apart. */
const SPREAD = 0x9e3779b1;

/** Bits of the hashes by which a set is looked at first: a quarter of a megabyte. */
const HASH_BITS = 18;
/** The most of one hash that is counted. */
const MOST = 255;

/**
 * A set of pairs of characters, by their numbers, for a look-up at each character of a text: nearly all
 * pairs that are not in it are told by one byte, without a look at the set itself.
 */
export class PairSet {
  readonly #pairs: Set<number>;
  /** How many pairs of the set have each hash; where 255 do or more, that is no longer counted down. */
  readonly #counts = new Uint8Array(1 << HASH_BITS);

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

function placeOf(pair: number): number {
  return hashOf(pair) >>> (32 - HASH_BITS);
}

import { bigramTerm } from '../../language/terms.ts';

/**
 * Numbers terms from 0 on in the order in which they come. Most terms that a text holds are two
 * characters, words as well as bigram terms, and those are found by these as one number: as strings,
 * each would have to be made, hashed and compared for every place where it stands.
 */
export class TermNumbers {
  #size = 0;
  readonly #words = new PairNumbers();
  readonly #bigrams = new PairNumbers();
  readonly #others = new Map<string, number>();

  get size(): number {
    return this.#size;
  }

  /** The number of the term that stands at a place of a text; a new one has `size` as it was before. */
  ofTerm(text: string, start: number, end: number): number {
    const first = text.charCodeAt(start);
    if (first !== 0) {
      if (end - start === 2) return this.#ofPair(this.#words, first, text.charCodeAt(start + 1));
      if (end - start === 1) return this.#ofPair(this.#words, 0, first);
      if (end - start === 3 && first === MARK && text.charCodeAt(start + 1) !== 0)
        return this.#ofPair(this.#bigrams, text.charCodeAt(start + 1), text.charCodeAt(start + 2));
    }
    return this.#ofOther(text.slice(start, end));
  }

  /** The number of the bigram term of two characters by their code points. */
  ofBigram(first: number, second: number): number {
    if (first > LAST_UNIT || second > LAST_UNIT)
      return this.#ofOther(bigramTerm(String.fromCodePoint(first), String.fromCodePoint(second)));
    return this.#ofPair(this.#bigrams, first, second);
  }

  /** The terms by their numbers. */
  terms(): string[] {
    const terms: string[] = new Array(this.#size);
    for (const [first, second, number] of this.#words.entries())
      terms[number] =
        first === 0 ? String.fromCharCode(second) : String.fromCharCode(first, second);
    for (const [first, second, number] of this.#bigrams.entries())
      terms[number] = BIGRAM + String.fromCharCode(first, second);
    for (const [term, number] of this.#others) terms[number] = term;
    return terms;
  }

  clear(): void {
    this.#size = 0;
    this.#words.clear();
    this.#bigrams.clear();
    this.#others.clear();
  }

  #ofPair(pairs: PairNumbers, first: number, second: number): number {
    const number = pairs.numberOf(first, second, this.#size);
    if (number === this.#size) this.#size += 1;
    return number;
  }

  #ofOther(term: string): number {
    let number = this.#others.get(term);
    if (number === undefined) {
      number = this.#size;
      this.#size += 1;
      this.#others.set(term, number);
    }
    return number;
  }
}

const BIGRAM = bigramTerm('', '');
const MARK = BIGRAM.charCodeAt(0);
const LAST_UNIT = 0xffff;

/** Slots of a table before it grows, a power of two. */
const SLOTS = 1 << 12;

/** Numbers by two UTF-16 units of which one is not 0: a table with open addressing. */
class PairNumbers {
  /** Of each slot the pair, 0 where it is free, and its number. */
  #slots = new Int32Array(2 * SLOTS);
  #used = 0;

  /** @param next the number of a pair that has none */
  numberOf(first: number, second: number, next: number): number {
    const pair = (first << 16) | second;
    const slots = this.#slots;
    const at = slotOf(slots, pair);
    if (slots[at] === pair) return slots[at + 1] as number;
    slots[at] = pair;
    slots[at + 1] = next;
    this.#used += 1;
    // never more than two thirds full, so that a free slot is near
    if (this.#used * 3 > slots.length) this.#grow();
    return next;
  }

  *entries(): Generator<[first: number, second: number, number: number]> {
    const slots = this.#slots;
    for (let at = 0; at < slots.length; at += 2) {
      const pair = slots[at] as number;
      if (pair !== 0) yield [pair >>> 16, pair & 0xffff, slots[at + 1] as number];
    }
  }

  clear(): void {
    this.#slots.fill(0);
    this.#used = 0;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const pair = before[at] as number;
      if (pair === 0) continue;
      const to = slotOf(slots, pair);
      slots[to] = pair;
      slots[to + 1] = before[at + 1] as number;
    }
    this.#slots = slots;
  }
}

/** Where a pair stands, or would. */
function slotOf(slots: Int32Array, pair: number): number {
  const last = slots.length / 2 - 1;
  // Fibonacci hashing (Knuth 1973): neighbouring characters are spread over all slots
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 7) & last;
  while (slots[2 * slot] !== pair && slots[2 * slot] !== 0) slot = (slot + 1) & last;
  return 2 * slot;
}

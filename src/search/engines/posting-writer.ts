import { type PackedTerms, readTerms, type TermReader } from '../../language/packed-terms.ts';
import { TermNumbers } from './term-numbers.ts';

/** The postings of one term among some new documents. */
export interface TermPostings {
  readonly term: string;
  /** Number of documents that hold the term. */
  readonly documents: number;
  /** The last of them. */
  readonly last: number;
  readonly bytes: Uint8Array;
}

/** Bytes of a term's first block; each further one has twice as many, up to `BLOCK_LIMIT`. */
const BLOCK = 8;
const BLOCK_LIMIT = 4096;
/** Bytes of a block's beginning, which say where the next one is. */
const LINK = 4;
/** Bytes and terms held before they must be taken: some 150 MB with what is known of the terms. */
const BYTES_HELD = 64 * 2 ** 20;
const TERMS_HELD = 1_500_000;

/** Numbers known of a term, at `id * FIELDS`. */
const FIELDS = 8;
/** Its first block. */
const FIRST = 0;
/** Where its next byte goes, where that block ends, and how long that block is. */
const NEXT = 1;
const END = 2;
const SIZE = 3;
/** The last document that holds it, 0 of a new term, and how often that one does. */
const LAST = 4;
const COUNT = 5;
/** Number of documents that hold it. */
const DOCUMENTS = 6;

/**
 * Collects the postings of new documents by term. They grow in blocks of one array, linked by their
 * places in it: an array a term would take many times the room.
 */
export class PostingWriter implements TermReader {
  readonly #numbers = new TermNumbers();
  #bytes = new Uint8Array(2 ** 16);
  #view = new DataView(this.#bytes.buffer);
  #used = 0;
  /** What is known of each term, side by side: what one posting touches is in one line of the cache. */
  #terms = new Int32Array(1024 * FIELDS);

  #document = 0;
  /** Of the document, where its terms stand, each once, with the gaps before it. */
  #size = 0;
  /** The numbers of the terms read last. */
  #read = new Int32Array(1024);
  #reads = 0;
  /** What stood above the last document, which stands above several, and the numbers of its terms. */
  #above: PackedTerms | undefined;
  #termsAbove = new Int32Array();
  #held = new Int32Array(1024);
  #gaps = new Int32Array(1024);

  /** Whether so much is held that it should be taken. */
  get isFull(): boolean {
    return this.#used > BYTES_HELD || this.#numbers.size > TERMS_HELD;
  }

  /**
   * Adds a document: its number is above those of all before it.
   * @returns the number of its terms, with repetitions
   */
  add(document: number, [above, own]: readonly [PackedTerms, PackedTerms]): number {
    this.#document = document;
    this.#size = 0;
    if (above !== this.#above) {
      this.#termsAbove = this.#numbersOf(above).slice();
      this.#above = above;
    }
    for (const number of this.#termsAbove) this.#count(number);
    const ofOwn = this.#numbersOf(own);
    for (const number of ofOwn) this.#count(number);
    const known = this.#terms;
    for (let at = 0; at < this.#size; at += 1) {
      const term = this.#held[at] as number;
      const gap = (this.#gaps[at] as number) * 2;
      const count = known[term + COUNT] as number;
      known[term + DOCUMENTS] = (known[term + DOCUMENTS] as number) + 1;
      if (count === 1) this.#put(term, gap + 1);
      else {
        this.#put(term, gap);
        this.#put(term, count);
      }
    }
    return this.#termsAbove.length + ofOwn.length;
  }

  /** Takes down the number of a term. */
  word(text: string, start: number, end: number): void {
    this.#takeDown(this.#numbers.ofTerm(text, start, end));
  }

  /** Takes down the number of a bigram term. */
  bigram(first: number, second: number): void {
    this.#takeDown(this.#numbers.ofBigram(first, second));
  }

  /**
   * Gives what was collected and begins anew; terms that begin with the same two units come together,
   * so that a tree of terms is filled from one end to the other.
   */
  *take(): Generator<TermPostings> {
    const terms = this.#numbers.terms();
    this.#numbers.clear();
    this.#above = undefined;
    this.#used = 0;
    for (const place of byBeginning(terms)) {
      const at = place * FIELDS;
      const documents = this.#terms[at + DOCUMENTS] as number;
      const last = this.#terms[at + LAST] as number;
      yield { term: terms[place] as string, documents, last, bytes: this.#bytesOf(at) };
    }
    this.#terms.fill(0);
  }

  /** The numbers of some terms, in order, with repetitions; they stay until others are read. */
  #numbersOf(packed: PackedTerms): Int32Array {
    this.#reads = 0;
    readTerms(packed, this);
    return this.#read.subarray(0, this.#reads);
  }

  #takeDown(number: number): void {
    if (this.#reads === this.#read.length) this.#read = grown(this.#read);
    this.#read[this.#reads] = number;
    this.#reads += 1;
  }

  /** Counts a term of the document. */
  #count(number: number): void {
    const term = number * FIELDS;
    if (term >= this.#terms.length) this.#terms = grown(this.#terms);
    const known = this.#terms;
    const last = known[term + LAST] as number;
    if (last === this.#document) {
      known[term + COUNT] = (known[term + COUNT] as number) + 1;
      return;
    }
    if (last === 0) this.#begin(term);
    if (this.#size === this.#held.length) {
      this.#held = grown(this.#held);
      this.#gaps = grown(this.#gaps);
    }
    this.#held[this.#size] = term;
    this.#gaps[this.#size] = this.#document - last;
    this.#size += 1;
    known[term + LAST] = this.#document;
    known[term + COUNT] = 1;
  }

  /** Gives a new term its first block. */
  #begin(term: number): void {
    const block = this.#block(BLOCK);
    const known = this.#terms;
    known[term + FIRST] = block;
    known[term + NEXT] = block + LINK;
    known[term + END] = block + BLOCK;
    known[term + SIZE] = BLOCK;
  }

  /** The place of a new block. */
  #block(size: number): number {
    const block = this.#used;
    this.#used += size;
    if (this.#used > this.#bytes.length) {
      const bytes = new Uint8Array(this.#bytes.length * 2);
      bytes.set(this.#bytes);
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer);
    }
    return block;
  }

  #put(term: number, number: number): void {
    let left = number;
    for (; left > 0x7f; left >>>= 7) this.#putByte(term, (left & 0x7f) | 0x80);
    this.#putByte(term, left);
  }

  #putByte(term: number, byte: number): void {
    const known = this.#terms;
    let at = known[term + NEXT] as number;
    if (at === known[term + END]) {
      const before = known[term + SIZE] as number;
      const size = Math.min(2 * before, BLOCK_LIMIT);
      const block = this.#block(size);
      // the block before begins where its size says
      this.#view.setInt32(at - before, block);
      known[term + SIZE] = size;
      known[term + END] = block + size;
      at = block + LINK;
    }
    this.#bytes[at] = byte;
    known[term + NEXT] = at + 1;
  }

  #bytesOf(term: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let block = this.#terms[term + FIRST] as number;
    let size = BLOCK;
    const next = this.#terms[term + NEXT] as number;
    while (block + size !== this.#terms[term + END]) {
      parts.push(this.#bytes.subarray(block + LINK, block + size));
      block = this.#view.getInt32(block);
      size = Math.min(2 * size, BLOCK_LIMIT);
    }
    const last = this.#bytes.subarray(block + LINK, next);
    // most terms stand in few documents; what is given is written before more comes
    return parts.length === 0 ? last : Buffer.concat([...parts, last]);
  }
}

/** Numbers of 32 bits times this, and a place below it, are exact. */
const PLACES = 2 ** 21;

/**
 * The places of the terms, in the order of their first two units. Sorting them whole takes as long as
 * collecting their postings, and numbers sort ten times as fast.
 */
function* byBeginning(terms: readonly string[]): Generator<number> {
  // none of the articles that are read today brings so many at once
  if (terms.length > PLACES) return yield* terms.keys();
  const keys = Float64Array.from(terms, (term, place) => {
    const units = term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0);
    return units * PLACES + place;
  });
  for (const key of keys.sort()) yield key % PLACES;
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}

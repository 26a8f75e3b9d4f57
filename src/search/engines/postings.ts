/**
 * The postings of a term, as bytes: for each document that holds it, in order, the gap to the document
 * before (from 0 for the first), doubled, with 1 added where the term stands in it once; else the
 * number of times follows. Numbers are little-endian base 128.
 */

/** Reads postings; `take` is told each document and how often it holds the term. */
export function readPostings(
  bytes: Uint8Array,
  take: (document: number, count: number) => void,
): void {
  let document = 0;
  let at = 0;
  const number = () => {
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  };
  while (at < bytes.length) {
    const gap = number();
    document += gap >>> 1;
    take(document, (gap & 1) === 1 ? 1 : number());
  }
}

/** Postings of these documents, in order, each with how often it holds the term. */
export function packPostings(
  held: Iterable<readonly [document: number, count: number]>,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let last = 0;
  for (const [document, count] of held) {
    const gap = 2 * (document - last);
    parts.push(numberBytes(count === 1 ? gap + 1 : gap));
    if (count !== 1) parts.push(numberBytes(count));
    last = document;
  }
  return Buffer.concat(parts);
}

/** Postings that begin behind a document, from such that begin at 0. */
export function postingsBehind(document: number, bytes: Uint8Array): Uint8Array {
  let behind = 0;
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[behind++] as number;
    value |= (byte & 0x7f) << shift;
    if (byte <= 0x7f) break;
  }
  const first = numberBytes(value - 2 * document);
  return Buffer.concat([first, bytes.subarray(behind)]);
}

function numberBytes(number: number): Uint8Array {
  const bytes: number[] = [];
  let left = number;
  for (; left > 0x7f; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
  bytes.push(left);
  return Uint8Array.from(bytes);
}

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
/** Bytes and terms held before they must be taken: some 150 MB with the terms. */
const BYTES_HELD = 48 * 2 ** 20;
const TERMS_HELD = 800_000;

/** Numbers known of a term, at `id * FIELDS`. */
const FIELDS = 8;
/** Its first block. */
const FIRST = 0;
/** Where its next byte goes, where that block ends, and how long that block is. */
const NEXT = 1;
const END = 2;
const SIZE = 3;
/** The last document that holds it, and how often that one does. */
const LAST = 4;
const COUNT = 5;
/** Number of documents that hold it. */
const DOCUMENTS = 6;

/**
 * Collects the postings of new documents by term. They grow in blocks of one array, linked by their
 * places in it: an array a term would take many times the room.
 */
export class PostingWriter {
  readonly #ids = new Map<string, number>();
  #bytes = new Uint8Array(2 ** 16);
  #view = new DataView(this.#bytes.buffer);
  #used = 0;
  /** What is known of each term, side by side: what one posting touches is in one line of the cache. */
  #terms = new Int32Array(1024 * FIELDS);

  /** Of one document: the ids of its terms, each once, and the gaps before it. */
  #held = new Int32Array(1024);
  #gaps = new Int32Array(1024);

  /** Whether so much is held that it should be taken. */
  get isFull(): boolean {
    return this.#used > BYTES_HELD || this.#ids.size > TERMS_HELD;
  }

  /** Adds a document: its number is above those of all before it. */
  add(document: number, terms: readonly string[]): void {
    while (this.#held.length < terms.length) {
      this.#held = grown(this.#held);
      this.#gaps = grown(this.#gaps);
    }
    const [held, gaps] = [this.#held, this.#gaps];
    let size = 0;
    for (const text of terms) {
      const term = this.#ids.get(text) ?? this.#create(text);
      const known = this.#terms;
      const last = known[term + LAST] as number;
      if (last === document) {
        known[term + COUNT] = (known[term + COUNT] as number) + 1;
        continue;
      }
      held[size] = term;
      gaps[size] = document - last;
      size += 1;
      known[term + LAST] = document;
      known[term + COUNT] = 1;
    }
    const known = this.#terms;
    for (let at = 0; at < size; at += 1) {
      const term = held[at] as number;
      const gap = (gaps[at] as number) * 2;
      const count = known[term + COUNT] as number;
      known[term + DOCUMENTS] = (known[term + DOCUMENTS] as number) + 1;
      if (count === 1) this.#put(term, gap + 1);
      else {
        this.#put(term, gap);
        this.#put(term, count);
      }
    }
  }

  /**
   * Gives what was collected and begins anew; terms that begin with the same two units come together,
   * so that a tree of terms is filled from one end to the other.
   */
  *take(): Generator<TermPostings> {
    const terms = [...this.#ids.keys()];
    for (const place of byBeginning(terms)) {
      const at = place * FIELDS;
      const documents = this.#terms[at + DOCUMENTS] as number;
      const last = this.#terms[at + LAST] as number;
      yield { term: terms[place] as string, documents, last, bytes: this.#read(at) };
    }
    this.#ids.clear();
    this.#used = 0;
  }

  /** Where what is known of a new term stands. */
  #create(text: string): number {
    const term = this.#ids.size * FIELDS;
    this.#ids.set(text, term);
    if (term >= this.#terms.length) this.#terms = grown(this.#terms);
    const block = this.#block(BLOCK);
    const known = this.#terms;
    known[term + FIRST] = block;
    known[term + NEXT] = block + LINK;
    known[term + END] = block + BLOCK;
    known[term + SIZE] = BLOCK;
    known[term + LAST] = 0;
    known[term + DOCUMENTS] = 0;
    return term;
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

  #read(term: number): Uint8Array {
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

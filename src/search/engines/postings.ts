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
/** Bytes and terms held before they must be taken: some 200 MB with the terms. */
const BYTES_HELD = 64 * 2 ** 20;
const TERMS_HELD = 1_500_000;

/**
 * Collects the postings of new documents by term. They grow in blocks of one array, linked by their
 * places in it: an array a term would take many times the room.
 */
export class PostingWriter {
  readonly #ids = new Map<string, number>();
  #bytes = new Uint8Array(2 ** 16);
  #view = new DataView(this.#bytes.buffer);
  #used = 0;
  /** By the id of a term: its first block, where its next byte goes, and where that block ends. */
  #first = new Int32Array(1024);
  #next = new Int32Array(1024);
  #end = new Int32Array(1024);
  #size = new Int32Array(1024);
  /** The last document that holds it, how often that one does, and how many do. */
  #last = new Int32Array(1024);
  #count = new Int32Array(1024);
  #documents = new Int32Array(1024);

  /** Whether so much is held that it should be taken. */
  get isFull(): boolean {
    return this.#used > BYTES_HELD || this.#ids.size > TERMS_HELD;
  }

  /** Adds a document: its number is above those of all before it. */
  add(document: number, terms: readonly string[]): void {
    const held: number[] = [];
    const gaps: number[] = [];
    for (const term of terms) {
      const id = this.#ids.get(term) ?? this.#create(term);
      const last = this.#last[id] as number;
      if (last === document) {
        this.#count[id] = (this.#count[id] as number) + 1;
        continue;
      }
      held.push(id);
      gaps.push(document - last);
      this.#last[id] = document;
      this.#count[id] = 1;
    }
    for (const [at, id] of held.entries()) {
      const gap = (gaps[at] as number) * 2;
      const count = this.#count[id] as number;
      this.#documents[id] = (this.#documents[id] as number) + 1;
      if (count === 1) this.#put(id, gap + 1);
      else {
        this.#put(id, gap);
        this.#put(id, count);
      }
    }
  }

  /** Gives what was collected, sorted by term, and begins anew. */
  *take(): Generator<TermPostings> {
    for (const term of [...this.#ids.keys()].sort()) {
      const id = this.#ids.get(term) as number;
      const [documents, last] = [this.#documents[id] as number, this.#last[id] as number];
      yield { term, documents, last, bytes: this.#read(id) };
    }
    this.#ids.clear();
    this.#used = 0;
  }

  #create(term: string): number {
    const id = this.#ids.size;
    this.#ids.set(term, id);
    if (id >= this.#first.length) {
      this.#first = grown(this.#first);
      this.#next = grown(this.#next);
      this.#end = grown(this.#end);
      this.#size = grown(this.#size);
      this.#last = grown(this.#last);
      this.#count = grown(this.#count);
      this.#documents = grown(this.#documents);
    }
    const block = this.#block(BLOCK);
    this.#first[id] = block;
    this.#next[id] = block + LINK;
    this.#end[id] = block + BLOCK;
    this.#size[id] = BLOCK;
    this.#last[id] = 0;
    this.#documents[id] = 0;
    return id;
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

  #put(id: number, number: number): void {
    let left = number;
    for (; left > 0x7f; left >>>= 7) this.#putByte(id, (left & 0x7f) | 0x80);
    this.#putByte(id, left);
  }

  #putByte(id: number, byte: number): void {
    let at = this.#next[id] as number;
    if (at === this.#end[id]) {
      const size = Math.min(2 * (this.#size[id] as number), BLOCK_LIMIT);
      const block = this.#block(size);
      // the block before begins where its size says
      this.#view.setInt32(at - (this.#size[id] as number), block);
      this.#size[id] = size;
      this.#end[id] = block + size;
      at = block + LINK;
    }
    this.#bytes[at] = byte;
    this.#next[id] = at + 1;
  }

  #read(id: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let block = this.#first[id] as number;
    let size = BLOCK;
    const next = this.#next[id] as number;
    while (block + size !== this.#end[id]) {
      parts.push(this.#bytes.subarray(block + LINK, block + size));
      block = this.#view.getInt32(block);
      size = Math.min(2 * size, BLOCK_LIMIT);
    }
    parts.push(this.#bytes.subarray(block + LINK, next));
    return Buffer.concat(parts);
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}

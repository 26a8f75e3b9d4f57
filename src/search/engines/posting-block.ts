/** Documents whose postings of a term stand in one row: their numbers divided by it give the block. */
export const BLOCK = 8192;

/** The postings of one term in one block of documents. */
export interface PostingBlock {
  readonly term: string;
  readonly block: number;
  /** Packed: of each document, the step from the one before, and how often it holds the term. */
  readonly documents: Buffer;
  /** Packed: of each document, the steps from one place of the term to the next. */
  readonly positions: Buffer;
}

/** The documents that hold a term, in order, as they are searched. */
export interface Postings {
  readonly documents: Uint32Array;
  /** How often each of them holds the term. */
  readonly counts: Uint32Array;
}

/** Numbers from 0 on, each in as few bytes as it needs: seven bits a byte, the lowest first. */
class Packer {
  private bytes: number[] = [];

  add(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.bytes.push(rest);
  }

  take(): Buffer {
    const taken = Buffer.from(this.bytes);
    this.bytes = [];
    return taken;
  }
}

/** Reads what a Packer wrote. */
class Unpacker {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

/** One place of a term in a document; the documents and the places in each count from 0. */
export type Occurrence = readonly [term: string, document: number, place: number];

/** Packs occurrences, sorted by term, document and place, into blocks in the same order. */
export function* packPostings(occurrences: Iterable<Occurrence>): Generator<PostingBlock> {
  const documents = new Packer();
  const positions = new Packer();
  let term: string | undefined;
  let block = 0;
  let last = 0;
  let document = -1;
  let places: number[] = [];

  function endDocument(): void {
    if (places.length === 0) return;
    documents.add(document - last);
    documents.add(places.length);
    let before = 0;
    for (const place of places) {
      positions.add(place - before);
      before = place;
    }
    last = document;
    places = [];
  }

  for (const [one, number, place] of occurrences) {
    const own = Math.floor(number / BLOCK);
    if (one !== term || own !== block) {
      endDocument();
      if (term !== undefined)
        yield { term, block, documents: documents.take(), positions: positions.take() };
      term = one;
      block = own;
      last = own * BLOCK;
    } else if (number !== document) endDocument();
    document = number;
    places.push(place);
  }
  endDocument();
  if (term !== undefined)
    yield { term, block, documents: documents.take(), positions: positions.take() };
}

/** The postings of one term; its blocks in order. */
export function unpackPostings(
  blocks: readonly Pick<PostingBlock, 'block' | 'documents'>[],
): Postings {
  const documents: number[] = [];
  const counts: number[] = [];
  for (const { block, documents: packed } of blocks) {
    const reader = new Unpacker(packed);
    let document = block * BLOCK;
    while (!reader.done) {
      document += reader.next();
      documents.push(document);
      counts.push(reader.next());
    }
  }
  return { documents: Uint32Array.from(documents), counts: Uint32Array.from(counts) };
}

/** The places of a term in each document of one block. */
export function unpackPlaces({
  block,
  documents,
  positions,
}: Omit<PostingBlock, 'term'>): ReadonlyMap<number, readonly number[]> {
  const held = new Map<number, readonly number[]>();
  const [reader, steps] = [new Unpacker(documents), new Unpacker(positions)];
  let document = block * BLOCK;
  while (!reader.done) {
    document += reader.next();
    const places: number[] = [];
    let place = 0;
    for (let left = reader.next(); left > 0; left -= 1) {
      place += steps.next();
      places.push(place);
    }
    held.set(document, places);
  }
  return held;
}

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

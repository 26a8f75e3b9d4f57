import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What was indexed of an article. */
export interface Content {
  /** The terms of each document, in order, joined by spaces: no term holds white space. */
  readonly documents: readonly string[];
  /** Each character with the number of documents that hold it. */
  readonly characters: readonly (readonly [character: string, documents: number])[];
}

export function packContent(content: Content): Buffer {
  return deflateRawSync(JSON.stringify(content), { level: 1 });
}

export function unpackContent(packed: Uint8Array): Content {
  return JSON.parse(inflateRawSync(packed).toString());
}

/** The terms of a document. */
export function termsOf(document: string): string[] {
  return document === '' ? [] : document.split(' ');
}

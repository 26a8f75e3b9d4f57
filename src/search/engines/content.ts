import { type PackedTerms, unpackTerms } from '../../language/packed-terms.ts';
import type { CharactersByCount } from './character-counts.ts';

/** What was indexed of an article. */
export interface Content {
  readonly documents: readonly DocumentContent[];
  readonly characters: CharactersByCount;
}

/** A document's packed terms: those of what stands above it, and its own. */
export type DocumentContent = readonly [above: PackedTerms, own: PackedTerms];

/** As it is written: what stands above several documents is written once. */
type PackedContent = readonly [
  aboves: readonly PackedTerms[],
  documents: readonly (readonly [above: number, own: PackedTerms])[],
  characters: CharactersByCount,
];

export function packContent({ documents, characters }: Content): string {
  const aboves: PackedTerms[] = [];
  const packed = documents.map(([above, own]) => {
    if (aboves.at(-1) !== above) aboves.push(above);
    return [aboves.length - 1, own] as const;
  });
  return JSON.stringify([aboves, packed, characters] satisfies PackedContent);
}

export function unpackContent(text: string): Content {
  const [aboves, documents, characters] = JSON.parse(text) as PackedContent;
  return {
    documents: documents.map(([above, own]) => [aboves[above] ?? '', own]),
    characters,
  };
}

/** The terms of a document. */
export function termsOf([above, own]: DocumentContent): string[] {
  return [...unpackTerms(above), ...unpackTerms(own)];
}

import type { AnalysedText } from '../../language/analysed-text.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { isStop, type Piece, piecesOf, type WordClass } from './phrases.ts';

/** The properties of a sentence by which its phrases are measured, whatever the question. */
export interface SentenceShape {
  readonly pieces: readonly Piece[];
  /** Place behind the last piece that is no stop. */
  readonly bodyEnd: number;
  readonly length: Sums;
  readonly verbs: Sums;
  readonly adjuncts: Sums;
  readonly stops: Sums;
  readonly enumerating: Sums;
  readonly opened: Sums;
  readonly closed: Sums;
}

/** At each place the sum over the pieces before it, and at last over all of them. */
export type Sums = readonly number[];

const ADJUNCT: ReadonlySet<WordClass> = new Set(['Preposition', 'Adverb', 'Pronoun']);

/** The shape of a sentence, computed for the first question and held as long as the sentence is. */
export const shapeOf = memoByObject((sentence: AnalysedText): SentenceShape => {
  const pieces = piecesOf(sentence);
  const counting = (pattern: RegExp) =>
    sums(pieces, ({ text }) => text.match(pattern)?.length ?? 0);
  return {
    pieces,
    bodyEnd: pieces.findLastIndex((piece) => !isStop(piece)) + 1,
    length: sums(pieces, (piece) => (piece.class === 'Mark' ? 0 : piece.text.length)),
    verbs: sums(pieces, (piece) => (piece.class === 'Verb' ? 1 : 0)),
    adjuncts: sums(pieces, (piece) => (ADJUNCT.has(piece.class) ? 1 : 0)),
    stops: counting(/[,;:!?]/g),
    enumerating: counting(/、/g),
    opened: counting(/[《“(「『‘]/g),
    closed: counting(/[》”)」』’]/g),
  };
});

export function sums(
  pieces: readonly Piece[],
  value: (piece: Piece, place: number) => number,
): Sums {
  const upTo = [0];
  for (const [place, piece] of pieces.entries())
    upTo.push((upTo[place] as number) + value(piece, place));
  return upTo;
}

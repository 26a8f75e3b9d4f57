import type { Question } from '../../question/question.ts';
import { memoByPlace } from './memo-by-place.ts';
import type { Piece } from './phrases.ts';

/** Distance in characters at which the weight of a word of the question is halved. */
const NEARNESS = 8;
/** The same of the words beside the question word. */
const ALIGNMENT = 6;

/**
 * Measures how near the question's words stand to a phrase that begins, or ends, at a piece. `said`
 * tells which pieces are words of the question.
 */
export function nearnessReader(
  question: Question,
  text: string,
  pieces: readonly Piece[],
  said: readonly boolean[],
) {
  const left = question.content.findLast(({ end }) => end <= question.asksAt)?.text;
  const right = question.content.find(({ start }) => start >= question.asksAt)?.text;
  const places = pieces.flatMap((piece, place) => (said[place] ? [{ piece, place }] : []));
  const weight = (piece: Piece) => (question.words.get(piece.text) ?? 0.5) / 4;
  const nearLeft = memoByPlace((first) => {
    const { start } = pieces[first] as Piece;
    let sum = 0;
    for (const { piece, place } of places)
      if (place < first) sum += weight(piece) * 2 ** (-(start - piece.end) / NEARNESS);
    return sum;
  });
  const nearRight = memoByPlace((last) => {
    const { end } = pieces[last] as Piece;
    let sum = 0;
    for (const { piece, place } of places)
      if (place > last) sum += weight(piece) * 2 ** (-(piece.start - end) / NEARNESS);
    return sum;
  });

  const alignedLeft = memoByPlace((first) => {
    const { start } = pieces[first] as Piece;
    if (left === undefined || start < left.length) return 0;
    const at = text.lastIndexOf(left, start - left.length);
    return at < 0 ? 0 : 2 ** (-(start - at - left.length) / ALIGNMENT);
  });
  const alignedRight = memoByPlace((last) => {
    const { end } = pieces[last] as Piece;
    const at = right === undefined ? -1 : text.indexOf(right, end);
    return at < 0 ? 0 : 2 ** (-(at - end) / ALIGNMENT);
  });

  return { nearLeft, nearRight, alignedLeft, alignedRight };
}

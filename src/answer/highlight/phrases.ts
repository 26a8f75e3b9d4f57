import type { AnalysedText } from '../../language/analysed-text.ts';
import type { Token } from '../../language/tokenizer.ts';

/** A word or a mark of a normalised text, in UTF-16 units, half-open. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly class: WordClass;
}

/** Coarse parts of speech, from jieba's tag set; `mark` is what is no word. */
export const WORD_CLASSES = [
  'Person',
  'Place',
  'Organisation',
  'Noun',
  'Verb',
  'Adjective',
  'Adverb',
  'Numeral',
  'Counter',
  'Time',
  'Pronoun',
  'Locative',
  'Preposition',
  'Conjunction',
  'Particle',
  'Latin',
  'Other',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number] | 'Mark';

/** Jieba's tags by the first that fits; names of people are `nr…`, other names `nz`, made-up words `x`. */
const CLASS_OF_TAG: readonly (readonly [RegExp, WordClass])[] = [
  [/^nr/, 'Person'],
  [/^ns/, 'Place'],
  [/^nt$/, 'Organisation'],
  [/^n/, 'Noun'],
  [/^v/, 'Verb'],
  [/^ad$|^d/, 'Adverb'],
  [/^a/, 'Adjective'],
  [/^m/, 'Numeral'],
  [/^q/, 'Counter'],
  [/^t/, 'Time'],
  [/^r/, 'Pronoun'],
  [/^f/, 'Locative'],
  [/^p/, 'Preposition'],
  [/^c/, 'Conjunction'],
  [/^u/, 'Particle'],
  [/^eng/, 'Latin'],
];

/** A run of pieces that may be the answer itself. */
export interface Phrase {
  /** Places of its first and last piece. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** Words of a phrase at most; a longer one is whole clauses. */
const LONGEST = 18;
/** Pieces of a text that are looked at: each one begins up to LONGEST phrases. */
const PIECE_LIMIT = 250;
const OPENING = '《“"(「『‘';
const CLOSING = '》”")」』’';
const STOP = /^[,;:。!?]$/;

/** The words and marks of a text in order, white space left out. */
export function piecesOf({ normalized: { text }, tokens, tag }: AnalysedText): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const marksUpTo = (end: number) => {
    for (; at < end; at += 1) {
      const mark = text.charAt(at);
      if (mark.trim() !== '') pieces.push({ text: mark, start: at, end: at + 1, class: 'Mark' });
    }
  };
  for (const token of tokens.slice(0, PIECE_LIMIT)) {
    marksUpTo(token.start);
    pieces.push({ ...token, class: classOf(token, tag) });
    at = token.end;
  }
  marksUpTo(tokens.length > PIECE_LIMIT ? at : text.length);
  return pieces;
}

function classOf({ text, kind }: Token, tag: AnalysedText['tag']): WordClass {
  if (kind === 'number') return 'Numeral';
  if (kind === 'latin') return 'Latin';
  const pos = tag(text)[0]?.tag ?? '';
  return CLASS_OF_TAG.find(([pattern]) => pattern.test(pos))?.[1] ?? 'Other';
}

/** All phrases: up to some words within a sentence, and runs of whole clauses. */
export function phrasesOf(pieces: readonly Piece[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [first, piece] of pieces.entries()) {
    if (piece.class === 'Mark' && !OPENING.includes(piece.text)) continue;
    for (let last = first; last < pieces.length; last += 1) {
      const end = pieces[last] as Piece;
      if (end.text === '。') break;
      if (end.class === 'Mark' && !CLOSING.includes(end.text)) continue;
      if (last - first >= LONGEST && !isWholeClauses(pieces, first, last)) continue;
      phrases.push({ first, last, start: piece.start, end: end.end });
    }
  }
  return phrases;
}

export function isWholeClauses(pieces: readonly Piece[], first: number, last: number): boolean {
  return isStop(pieces[first - 1]) && isStop(pieces[last + 1]);
}

/** Whether a clause ends here; before the first piece and behind the last one does. */
export function isStop(piece: Piece | undefined): boolean {
  return piece === undefined || (piece.class === 'Mark' && STOP.test(piece.text));
}

export function isOpening({ text }: Piece): boolean {
  return OPENING.includes(text);
}

export function isClosing({ text }: Piece): boolean {
  return CLOSING.includes(text);
}

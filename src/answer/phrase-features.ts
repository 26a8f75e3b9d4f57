import type { AnalysedText } from '../search/paragraph-index.ts';
import { typedSpans } from './cues.ts';
import type { AnswerType } from './data/question-words.ts';
import { findIntroduction } from './introduction.ts';
import {
  isClosing,
  isOpening,
  isStop,
  isWholeClauses,
  type Phrase,
  type Piece,
  phrasesOf,
  piecesOf,
  WORD_CLASSES,
  type WordClass,
} from './phrases.ts';
import type { Question } from './question.ts';
import type { AnswerSpan } from './spans.ts';

/** Kinds of answers that look alike. */
const KINDS = ['Quantity', 'Date', 'Name', 'Clause', 'List', 'Definition', 'Thing'] as const;
type Kind = (typeof KINDS)[number];

const KIND_OF_TYPE: Readonly<Record<AnswerType, Kind>> = {
  number: 'Quantity',
  money: 'Quantity',
  ordinal: 'Quantity',
  duration: 'Quantity',
  date: 'Date',
  person: 'Name',
  organisation: 'Name',
  place: 'Name',
  reason: 'Clause',
  method: 'Clause',
  list: 'List',
  definition: 'Definition',
  yesno: 'Thing',
  thing: 'Thing',
};

/**
 * What is measured of a phrase; 0 or 1 unless said otherwise. Those of TYPED and `length` come once for
 * each kind of answer, those of EDGES once for each class of word.
 */
const TYPED = [
  /** It is what a pattern of the type asked for takes, to the character. */
  'exact',
  /** It holds such a thing and more. */
  'holds',
  /** How many, up to four, over four. */
  'several',
  /** It is a part of one. */
  'inside',
  /** There is one elsewhere in the text. */
  'lacks',
  /** Natural logarithm of one more than its UTF-16 units, marks left out. */
  'length',
] as const;
/** The class of its first and last word and of its neighbours. */
const EDGES = ['first', 'last', 'before', 'after'] as const;
const PLAIN = [
  /** Share of its characters that the question says; those of no common word count half. */
  'said',
  /** Its first word, its last, the one before and the one behind is the question's own. */
  'saidFirst',
  'saidLast',
  'saidBefore',
  'saidAfter',
  /** The question's words to its left, and to its right: each halved every eight characters, over four. */
  'nearLeft',
  'nearRight',
  /** How near the word before the question word stands before it, the word behind behind it: 1 halved every six characters. */
  'alignedLeft',
  'alignedRight',
  /** Commas and other stops within. */
  'stops',
  /** It enumerates. */
  'enumerates',
  /** Its verbs, and its prepositions and words for how and when, none of which a name has. */
  'verbs',
  'adjuncts',
  /** It is one or more whole clauses. */
  'clauses',
  /** A bracket or quotation mark within lacks its other half. */
  'unbalanced',
  /** It is a title or quotation from mark to mark. */
  'quoted',
  /** It ends with the noun asked for, is no more than that, or ends with its last character. */
  'endsWithHead',
  'isHead',
  'endsLikeHead',
  /** The first character of the noun asked for stands right behind. */
  'headBehind',
  /** It opens the text, ends it; place of its start, from 0 to 1. */
  'opens',
  'closes',
  'position',
] as const;

export type PhraseFeature =
  | `${(typeof TYPED)[number]}${Kind}`
  | `${(typeof EDGES)[number]}${(typeof WORD_CLASSES)[number]}`
  | (typeof PLAIN)[number];

export const PHRASE_FEATURES: readonly PhraseFeature[] = [
  ...TYPED.flatMap((name) => KINDS.map((kind) => `${name}${kind}` as const)),
  ...EDGES.flatMap((name) => WORD_CLASSES.map((one) => `${name}${one}` as const)),
  ...PLAIN,
];

export type PhraseWeights = Readonly<Partial<Record<PhraseFeature, number>>>;

/** Told each feature of a phrase that is not 0. */
export type Measure = (feature: PhraseFeature, value: number) => void;

/** A text's phrases with what is measured of each. */
export interface PhraseReader {
  readonly phrases: readonly Phrase[];
  measure(phrase: Phrase, tell: Measure): void;
}

/** Kinds that patterns know well: where the text holds one, nothing else is an answer. */
const STRICT: ReadonlySet<Kind> = new Set(['Quantity', 'Date', 'Name']);
const ADJUNCT: ReadonlySet<WordClass> = new Set(['Preposition', 'Adverb', 'Pronoun']);
const NEARNESS = 8;
const ALIGNMENT = 6;

/** Reads the phrases of a sentence as answers to a question. */
export function readPhrases(question: Question, sentence: AnalysedText): PhraseReader {
  const { text } = sentence.normalized;
  const pieces = piecesOf(sentence);
  const kind = KIND_OF_TYPE[question.type];
  const typed = wanted(question, text);
  const said = pieces.map((piece) => isSaid(question, piece));
  const saidUpTo = sums(pieces, (piece, place) =>
    said[place] ? piece.text.length : sharedCharacters(question, piece) / 2,
  );
  const lengthUpTo = sums(pieces, ({ text }) => text.length);
  const verbsUpTo = sums(pieces, (piece) => (piece.class === 'Verb' ? 1 : 0));
  const adjunctsUpTo = sums(pieces, (piece) => (ADJUNCT.has(piece.class) ? 1 : 0));
  const left = question.content.findLast(({ end }) => end <= question.asksAt)?.text;
  const right = question.content.find(({ start }) => start >= question.asksAt)?.text;
  const head = question.head?.text;

  function measure({ first, last, start, end }: Phrase, tell: Measure): void {
    const [opening, closing] = [pieces[first] as Piece, pieces[last] as Piece];
    const [before, behind] = [pieces[first - 1], pieces[last + 1]];
    const between = (upTo: readonly number[]) =>
      (upTo[last + 1] as number) - (upTo[first] as number);
    const length = between(lengthUpTo);
    const tellIf = (feature: PhraseFeature, holds: boolean | undefined) => {
      if (holds === true) tell(feature, 1);
    };

    measureType({ start, end }, typed, kind, tell);
    tell(`length${kind}`, Math.log(1 + length));
    if (length > 0) tell('said', between(saidUpTo) / length);
    tellIf('saidFirst', said[first]);
    tellIf('saidLast', said[last]);
    tellIf('saidBefore', said[first - 1]);
    tellIf('saidAfter', said[last + 1]);
    const [nearLeft, nearRight] = nearness(first, last);
    tell('nearLeft', nearLeft);
    tell('nearRight', nearRight);
    tell('alignedLeft', alignedLeft(start));
    tell('alignedRight', alignedRight(end));
    const inside = text.slice(start, end);
    tell('stops', inside.match(/[,;:!?]/g)?.length ?? 0);
    tellIf('enumerates', inside.includes('、'));
    tell('verbs', between(verbsUpTo));
    tell('adjuncts', between(adjunctsUpTo));
    tellIf('clauses', isWholeClauses(pieces, first, last));
    const [opened, closed] = [count(inside, /[《“(「『‘]/g), count(inside, /[》”)」』’]/g)];
    tellIf('unbalanced', opened !== closed);
    tellIf('quoted', opened === 1 && closed === 1 && isOpening(opening) && isClosing(closing));
    if (head !== undefined) {
      tellIf('endsWithHead', inside.endsWith(head));
      tellIf('isHead', inside === head);
      tellIf('endsLikeHead', inside.endsWith(head.slice(-1)));
      tellIf('headBehind', behind?.text.startsWith(head.charAt(0)));
    }
    tellIf('opens', first === 0);
    tellIf('closes', pieces.slice(last + 1).every(isStop));
    tell('position', start / text.length);
    measureEdge('first', isOpening(opening) ? pieces[first + 1] : opening, tell);
    measureEdge('last', isClosing(closing) ? pieces[last - 1] : closing, tell);
    measureEdge('before', before, tell);
    measureEdge('after', behind, tell);
  }

  const places = pieces.flatMap((piece, place) => (said[place] ? [{ piece, place }] : []));
  function nearness(first: number, last: number): [number, number] {
    let [toLeft, toRight] = [0, 0];
    const [start, end] = [(pieces[first] as Piece).start, (pieces[last] as Piece).end];
    for (const { piece, place } of places) {
      const weight = (question.words.get(piece.text) ?? 0.5) / 4;
      if (place < first) toLeft += weight * 2 ** (-(start - piece.end) / NEARNESS);
      else if (place > last) toRight += weight * 2 ** (-(piece.start - end) / NEARNESS);
    }
    return [toLeft, toRight];
  }

  function alignedLeft(start: number): number {
    if (left === undefined || start < left.length) return 0;
    const at = text.lastIndexOf(left, start - left.length);
    return at < 0 ? 0 : 2 ** (-(start - at - left.length) / ALIGNMENT);
  }

  function alignedRight(end: number): number {
    const at = right === undefined ? -1 : text.indexOf(right, end);
    return at < 0 ? 0 : 2 ** (-(at - end) / ALIGNMENT);
  }

  const phrases = phrasesOf(pieces);
  if (!STRICT.has(kind) || typed.length === 0) return { phrases, measure };
  const touches = ({ start, end }: Phrase) =>
    typed.some((span) => span.start < end && start < span.end);
  return { phrases: phrases.filter(touches), measure };
}

/** Spans of the type asked for that the question does not say itself. */
function wanted(question: Question, text: string): readonly AnswerSpan[] {
  const introduction =
    question.type === 'definition' ? findIntroduction(question, text) : undefined;
  const { fresh } = typedSpans(question, text);
  return introduction === undefined ? fresh : [introduction, ...fresh];
}

function measureType(
  { start, end }: AnswerSpan,
  typed: readonly AnswerSpan[],
  kind: Kind,
  tell: Measure,
): void {
  if (typed.length === 0) return;
  const exact = typed.some((span) => span.start === start && span.end === end);
  const held = typed.filter((span) => span.start >= start && span.end <= end).length;
  const inside = typed.some((span) => span.start <= start && span.end >= end);
  if (exact) tell(`exact${kind}`, 1);
  else if (held > 0) tell(`holds${kind}`, 1);
  else tell(inside ? `inside${kind}` : `lacks${kind}`, 1);
  const more = held - (exact ? 1 : 0);
  if (more > 0) tell(`several${kind}`, Math.min(4, more) / 4);
}

function measureEdge(name: (typeof EDGES)[number], piece: Piece | undefined, tell: Measure): void {
  if (piece !== undefined && piece.class !== 'Mark') tell(`${name}${piece.class}`, 1);
}

/** Whether the question says a word itself or by another word for the same. */
function isSaid({ words, alternatives, normalized }: Question, piece: Piece): boolean {
  if (piece.class === 'Mark') return false;
  const { text } = piece;
  if (words.has(text) || (text.length > 1 && normalized.includes(text))) return true;
  return [...alternatives.values()].some((others) => others.includes(text));
}

function sharedCharacters({ normalized }: Question, { text, class: own }: Piece): number {
  return own !== 'Mark' && [...text].every((one) => normalized.includes(one)) ? text.length : 0;
}

/** Running sums over the words, from 0. */
function sums(
  pieces: readonly Piece[],
  value: (piece: Piece, place: number) => number,
): readonly number[] {
  const upTo = [0];
  for (const [place, piece] of pieces.entries()) {
    upTo.push((upTo.at(-1) as number) + (piece.class === 'Mark' ? 0 : value(piece, place)));
  }
  return upTo;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

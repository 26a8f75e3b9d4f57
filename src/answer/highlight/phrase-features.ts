import type { AnalysedText } from '../../language/analysed-text.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import { type AnswerSpan, spansOf } from '../spans/typed-spans.ts';
import { type EdgeFeature, edgeReader } from './edge-features.ts';
import { JOINS, type Join, joinReader } from './joins.ts';
import { memoByPlace } from './memo-by-place.ts';
import { wantedSpans } from './narrower-kind.ts';
import { nearnessReader } from './nearness.ts';
import {
  isClosing,
  isOpening,
  isWholeClauses,
  type Phrase,
  type Piece,
  phrasesOf,
} from './phrases.ts';
import { type Sums, shapeOf, sums } from './sentence-shape.ts';

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
 * The features of a phrase; 0 or 1 unless said otherwise. Those of TYPED come once for each kind of
 * answer, and so do those of SIZES and some of its edges.
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
  /** Its verbs, and its prepositions and words for how and when, none of which a name has. */
  'verbs',
  'adjuncts',
  /** Commas and other stops within. */
  'stops',
] as const;
/** Its UTF-16 units by their logarithm to the base of √2, rounded down: a name is neither a letter nor a clause. */
const SIZES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The number of its words and marks; the last one is so many and more. */
const WORDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
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
  /** It enumerates. */
  'enumerates',
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
  | `size${(typeof SIZES)[number]}${Kind}`
  | `words${(typeof WORDS)[number]}`
  | EdgeFeature<Kind>
  | Join
  | (typeof PLAIN)[number];

/** The names of the features, put together once rather than for each phrase. */
const TYPED_FEATURES = eachOf(TYPED, KINDS);
const SIZE_FEATURES = SIZES.map((size) => eachOf([`size${size}` as const], KINDS)[`size${size}`]);
const WORDS_FEATURES = WORDS.map((words) => `words${words}` as const);
const EDGES = edgeReader(KINDS);

export const PHRASE_FEATURES: readonly PhraseFeature[] = [
  ...TYPED.flatMap((name) => Object.values(TYPED_FEATURES[name])),
  ...SIZE_FEATURES.flatMap((bySize) => Object.values(bySize)),
  ...WORDS_FEATURES,
  ...EDGES.features,
  ...JOINS,
  ...PLAIN,
];

type EachOf<N extends string, S extends string> = {
  readonly [Name in N]: { readonly [Suffix in S]: `${Name}${Suffix}` };
};

function eachOf<N extends string, S extends string>(names: readonly N[], suffixes: readonly S[]) {
  const of = (name: N) => Object.fromEntries(suffixes.map((suffix) => [suffix, name + suffix]));
  return Object.fromEntries(names.map((name) => [name, of(name)])) as EachOf<N, S>;
}

export type PhraseWeights = Readonly<Partial<Record<PhraseFeature, number>>>;

/** Receives each feature of a phrase whose value is not 0. */
type Measure = (feature: PhraseFeature, value: number) => void;

/** A feature with its value. */
export type Measured = readonly [feature: PhraseFeature, value: number];

/** The phrases of a text, and what measures the features of each. */
export interface PhraseReader {
  readonly phrases: readonly Phrase[];
  measure(phrase: Phrase, tell: Measure): void;
  /** The same without what only depends on the piece where a phrase begins or ends. */
  measureInside(phrase: Phrase, tell: Measure): void;
  /** What all phrases that begin, or end, at a piece have alike. */
  beginning(first: number): readonly Measured[];
  ending(last: number): readonly Measured[];
}

/** Kinds whose patterns are reliable: where the text holds a span of one, nothing else is an answer. */
const STRICT: ReadonlySet<Kind> = new Set(['Quantity', 'Date', 'Name']);

/** Reads the phrases of a sentence as answers to a question. */
export function readPhrases(question: Question, sentence: AnalysedText): PhraseReader {
  const { text } = sentence.normalized;
  const shape = shapeOf(sentence);
  const { pieces } = shape;
  const kind = KIND_OF_TYPE[question.type];
  const typed = wantedSpans(question, sentence);
  const otherWords = new Set([...question.alternatives.values()].flat());
  const said = pieces.map((piece) => isSaid(question, otherWords, piece));
  const saidUpTo = sums(pieces, (piece, place) =>
    said[place] ? piece.text.length : sharedCharacters(question, piece) / 2,
  );
  const near = nearnessReader(question, text, pieces, said);
  const head = question.head?.text;

  function measureInside({ first, last, start, end }: Phrase, tell: Measure): void {
    const [opening, closing] = [pieces[first] as Piece, pieces[last] as Piece];
    const behind = pieces[last + 1];
    const between = (upTo: Sums) => (upTo[last + 1] as number) - (upTo[first] as number);
    const length = between(shape.length);
    const tellIf = (feature: PhraseFeature | undefined, holds: boolean | undefined) => {
      if (holds === true && feature !== undefined) tell(feature, 1);
    };

    measureType({ start, end }, typed, kind, tell);
    tell(TYPED_FEATURES.length[kind], Math.log(1 + length));
    if (length > 0) tell('said', between(saidUpTo) / length);
    tellIf('saidFirst', said[first]);
    tellIf('saidLast', said[last]);
    tellIf('saidBefore', said[first - 1]);
    tellIf('saidAfter', said[last + 1]);
    tell('nearLeft', near.nearLeft(first));
    tell('nearRight', near.nearRight(last));
    tell('alignedLeft', near.alignedLeft(first));
    tell('alignedRight', near.alignedRight(last));
    tell(TYPED_FEATURES.stops[kind], between(shape.stops));
    tellIf('enumerates', between(shape.enumerating) > 0);
    tell(TYPED_FEATURES.verbs[kind], between(shape.verbs));
    tell(TYPED_FEATURES.adjuncts[kind], between(shape.adjuncts));
    tellIf('clauses', isWholeClauses(pieces, first, last));
    const [opened, closed] = [between(shape.opened), between(shape.closed)];
    tellIf('unbalanced', opened !== closed);
    tellIf('quoted', opened === 1 && closed === 1 && isOpening(opening) && isClosing(closing));
    if (head !== undefined) {
      const inside = text.slice(start, end);
      tellIf('endsWithHead', inside.endsWith(head));
      tellIf('isHead', inside === head);
      tellIf('endsLikeHead', inside.endsWith(head.slice(-1)));
      tellIf('headBehind', behind?.text.startsWith(head.charAt(0)));
    }
    tellIf('opens', first === 0);
    tellIf('closes', last + 1 >= shape.bodyEnd);
    tell('position', start / text.length);
    tellIf(WORDS_FEATURES[Math.min(WORDS.length, last - first + 1) - 1], true);
    tellIf(SIZE_FEATURES[sizeOf(end - start)]?.[kind], true);
  }

  // jieba cuts many a name and takes its parts for nouns and adjectives: 周 and 明远
  const people = question.type === 'person' ? spansOf('person', sentence) : [];
  const named = (piece: Piece | undefined): Piece | undefined =>
    piece !== undefined && people.some((one) => one.start <= piece.start && piece.end <= one.end)
      ? { ...piece, class: 'Person' }
      : piece;

  const joins = joinReader(question, text);
  const beginning = memoByPlace((first): readonly Measured[] => {
    const opening = pieces[first] as Piece;
    const inner = isOpening(opening) ? pieces[first + 1] : opening;
    return [
      ...EDGES.featuresOf('first', named(inner), kind).map((feature) => [feature, 1] as const),
      ...EDGES.featuresOf('before', pieces[first - 1], kind).map(
        (feature) => [feature, 1] as const,
      ),
      ...joins.onLeft(opening.start),
    ];
  });
  const ending = memoByPlace((last): readonly Measured[] => {
    const closing = pieces[last] as Piece;
    const inner = isClosing(closing) ? pieces[last - 1] : closing;
    return [
      ...EDGES.featuresOf('last', named(inner), kind).map((feature) => [feature, 1] as const),
      ...EDGES.featuresOf('after', pieces[last + 1], kind).map((feature) => [feature, 1] as const),
      ...joins.onRight(closing.end),
    ];
  });

  function measure(phrase: Phrase, tell: Measure): void {
    measureInside(phrase, tell);
    for (const [feature, value] of beginning(phrase.first)) tell(feature, value);
    for (const [feature, value] of ending(phrase.last)) tell(feature, value);
  }

  const phrases = phrasesOf(pieces);
  const reader = { measure, measureInside, beginning, ending };
  if (!STRICT.has(kind) || typed.length === 0) return { phrases, ...reader };
  const touches = ({ start, end }: Phrase) =>
    typed.some((span) => span.start < end && start < span.end);
  return { phrases: phrases.filter(touches), ...reader };
}

function measureType(
  { start, end }: AnswerSpan,
  typed: readonly AnswerSpan[],
  kind: Kind,
  tell: Measure,
): void {
  if (typed.length === 0) return;
  let [exact, inside, held] = [false, false, 0];
  for (const span of typed) {
    const holds = span.start >= start && span.end <= end;
    const within = span.start <= start && span.end >= end;
    if (holds) held += 1;
    inside ||= within;
    exact ||= holds && within;
  }
  if (exact) tell(TYPED_FEATURES.exact[kind], 1);
  else if (held > 0) tell(TYPED_FEATURES.holds[kind], 1);
  else tell(TYPED_FEATURES[inside ? 'inside' : 'lacks'][kind], 1);
  const more = held - (exact ? 1 : 0);
  if (more > 0) tell(TYPED_FEATURES.several[kind], Math.min(4, more) / 4);
}

function sizeOf(length: number): number {
  return Math.min(SIZES.length - 1, Math.floor(2 * Math.log2(length + 1)));
}

/** Whether the question says a word itself or by another word for the same. */
function isSaid(
  { words, normalized }: Question,
  otherWords: ReadonlySet<string>,
  piece: Piece,
): boolean {
  if (piece.class === 'Mark') return false;
  const { text } = piece;
  if (words.has(text) || (text.length > 1 && normalized.includes(text))) return true;
  return otherWords.has(text);
}

function sharedCharacters({ normalized }: Question, { text, class: own }: Piece): number {
  return own !== 'Mark' && [...text].every((one) => normalized.includes(one)) ? text.length : 0;
}

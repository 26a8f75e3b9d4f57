import type { Sentence } from '../article/types.ts';
import type { AnalysedText, ParagraphIndex, RankedParagraph } from '../search/paragraph-index.ts';
import type { AnswerType } from './data/question-words.ts';
import { findIntroduction } from './introduction.ts';
import { proximity } from './proximity.ts';
import type { Question } from './question.ts';
import { type AnswerSpan, findSpans } from './spans.ts';

/** A sentence that might answer. */
export interface Candidate {
  readonly found: RankedParagraph;
  /** Place of the sentence in its paragraph, from 0. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly features: Features;
}

/**
 * What is measured of (question, sentence, context); each between 0 and about 1, where more speaks
 * for the sentence unless said otherwise. "Weighed" means by idf over the question's total idf.
 */
export interface Features {
  /** BM25 of the sentence with its title and heading, over words and bigrams, weighed. */
  readonly bm25: number;
  /** Share of the question's words that the sentence holds, weighed. */
  readonly words: number;
  /** Share of the question's bigrams that the sentence holds, weighed. */
  readonly bigrams: number;
  /** The paragraph's search score over the best paragraph's. */
  readonly paragraph: number;
  /** Share of the question's terms that the whole paragraph holds, weighed. */
  readonly inParagraph: number;
  /** Share that only the title or the heading holds, weighed. */
  readonly inContext: number;
  /** Share that only the sentence before holds, weighed. */
  readonly inPrevious: number;
  /** Share that only the sentence after holds, weighed. */
  readonly inNext: number;
  /** Of each kind of answer: 1 asked for and there, −1 asked for and missing, 0 not asked for. */
  readonly hasDate: number;
  readonly hasNumber: number;
  readonly hasPerson: number;
  readonly hasPlace: number;
  readonly hasOrganisation: number;
  readonly hasReason: number;
  readonly hasList: number;
  /** Best share of the question's terms close around something of the type asked for, weighed. */
  readonly nearTyped: number;
  /** Natural logarithm of the sentence's length over 40 characters. */
  readonly length: number;
  /** The paragraph's first sentence: it introduces. */
  readonly first: number;
  /** A definition is asked, and the sentence says what its subject is: X 是…, 总监X, X（…）, 一款X…. */
  readonly defines: number;
}

/** Paragraphs whose sentences are compared: the right one is among the first five 96 times in 100. */
export const PARAGRAPHS_COMPARED = 6;

const K1 = 0.6;
const B = 0.5;
/** Mean length of a sentence in terms, on the public sets. */
const MEAN_LENGTH = 70;

export const FEATURE_NAMES = [
  'bm25',
  'words',
  'bigrams',
  'paragraph',
  'inParagraph',
  'inContext',
  'inPrevious',
  'inNext',
  'hasDate',
  'hasNumber',
  'hasPerson',
  'hasPlace',
  'hasOrganisation',
  'hasReason',
  'hasList',
  'nearTyped',
  'length',
  'first',
  'defines',
] as const satisfies readonly (keyof Features)[];

export function candidatesOf(
  question: Question,
  paragraphs: readonly RankedParagraph[],
  index: ParagraphIndex,
): Candidate[] {
  const weights = weigh(question, index);
  const bestScore = paragraphs[0]?.score ?? 1;
  return paragraphs.flatMap((found) => {
    const { article, paragraph } = found;
    const analysed = paragraph.sentences.map((sentence) => index.sentence(article, sentence));
    const termSets = analysed.map((one) => new Set(one.terms));
    const context = index.context(found);
    const all = new Set([...context, ...termSets.flatMap((set) => [...set])]);
    const inParagraph = share(weights.all, all);
    return paragraph.sentences.map((sentence, place) => {
      const text = analysed[place] as AnalysedText;
      const own = termSets[place] as ReadonlySet<string>;
      const before = termSets[place - 1];
      const after = termSets[place + 1];
      const spans = findSpans(question.type, text.normalized.text);
      return {
        found,
        index: place,
        sentence,
        features: {
          bm25: sentenceBm25(text.terms, context, weights.all),
          words: share(weights.words, own),
          bigrams: share(weights.bigrams, own),
          paragraph: found.score / bestScore,
          inParagraph,
          inContext: share(weights.all, context, own),
          inPrevious: before === undefined ? 0 : share(weights.all, before, own),
          inNext: after === undefined ? 0 : share(weights.all, after, own),
          ...kinds(question.type, spans.length > 0),
          nearTyped: spans.length === 0 ? 0 : nearest(spans, text, weights),
          length: Math.log(Math.max(4, text.normalized.text.length) / 40),
          first: place === 0 ? 1 : 0,
          defines:
            question.type === 'definition' &&
            findIntroduction(question, text.normalized.text) !== undefined
              ? 1
              : 0,
        },
      };
    });
  });
}

const KIND_OF: Partial<Record<AnswerType, keyof Features>> = {
  date: 'hasDate',
  number: 'hasNumber',
  money: 'hasNumber',
  ordinal: 'hasNumber',
  duration: 'hasNumber',
  person: 'hasPerson',
  place: 'hasPlace',
  organisation: 'hasOrganisation',
  reason: 'hasReason',
  list: 'hasList',
};

function kinds(asked: AnswerType, there: boolean) {
  const none = {
    hasDate: 0,
    hasNumber: 0,
    hasPerson: 0,
    hasPlace: 0,
    hasOrganisation: 0,
    hasReason: 0,
    hasList: 0,
  };
  const kind = KIND_OF[asked];
  return kind === undefined ? none : { ...none, [kind]: there ? 1 : -1 };
}

/** Terms of a question with their idf, and what else may stand for each. */
interface Weights {
  readonly of: ReadonlyMap<string, number>;
  readonly alternatives: ReadonlyMap<string, readonly string[]>;
  readonly total: number;
}

interface QuestionWeights {
  readonly words: Weights;
  readonly bigrams: Weights;
  readonly all: Weights;
}

/** What an alternative counts beside the term itself. */
const ALTERNATIVE = 0.75;

function weigh(question: Question, index: ParagraphIndex): QuestionWeights {
  const { alternatives } = question;
  const weight = (term: string, factor: number): [string, number] => {
    const others = alternatives.get(term);
    if (others === undefined || index.documentFrequency(term) > 0)
      return [term, factor * index.idf(term)];
    // a term that the corpus says otherwise is as rare as what it says
    return [term, factor * Math.max(...others.map((other) => index.idf(other)))];
  };
  const weighted = (terms: ReadonlyMap<string, number>): Weights => {
    const of = new Map([...terms].map(([term, factor]) => weight(term, factor)));
    let total = 0;
    for (const one of of.values()) total += one;
    return { of, alternatives, total };
  };
  return {
    words: weighted(question.words),
    bigrams: weighted(question.bigrams),
    all: weighted(new Map([...question.words, ...question.bigrams])),
  };
}

/** 1 where the set holds the term, less where it holds an alternative, 0 where neither. */
function credit(
  { alternatives }: Weights,
  term: string,
  set: { has(term: string): boolean },
): number {
  if (set.has(term)) return 1;
  return alternatives.get(term)?.some((other) => set.has(other)) ? ALTERNATIVE : 0;
}

/** Share of the weights that `inside` holds and `outside` does not. */
function share(
  weights: Weights,
  inside: ReadonlySet<string>,
  outside?: ReadonlySet<string>,
): number {
  if (weights.total === 0) return 0;
  let held = 0;
  for (const [term, weight] of weights.of) {
    const part = credit(weights, term, inside);
    held +=
      weight * (outside === undefined ? part : Math.max(0, part - credit(weights, term, outside)));
  }
  return held / weights.total;
}

/** Robertson and Zaragoza's BM25, of the sentence with its context as one document; length norm floored at ½. */
function sentenceBm25(
  terms: readonly string[],
  context: ReadonlySet<string>,
  weights: Weights,
): number {
  if (weights.total === 0) return 0;
  const frequency = new Map<string, number>();
  for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  for (const term of context) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const norm = Math.max(0.5, 1 - B + (B * terms.length) / MEAN_LENGTH);
  let score = 0;
  for (const [term, weight] of weights.of) {
    let count = frequency.get(term) ?? 0;
    if (count === 0) {
      for (const other of weights.alternatives.get(term) ?? []) count += frequency.get(other) ?? 0;
      if (count > 0) count = ALTERNATIVE;
    }
    score += (weight * count * (K1 + 1)) / (count + K1 * norm);
  }
  return score / weights.total;
}

function nearest(
  spans: readonly AnswerSpan[],
  text: AnalysedText,
  { words }: QuestionWeights,
): number {
  if (words.total === 0) return 0;
  return Math.max(0, ...spans.map((span) => proximity(span, text, words))) / words.total;
}

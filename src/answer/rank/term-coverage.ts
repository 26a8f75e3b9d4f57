import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';

/** A term of a question with its alternatives: synonyms and full names. */
export interface Term {
  readonly text: string;
  readonly others: readonly string[];
}

/** The weight of each term of a question, in the order of the terms. */
export interface Weights {
  readonly of: readonly number[];
  readonly total: number;
}

export interface QuestionWeights {
  /** The words, then the bigrams. */
  readonly terms: readonly Term[];
  /** Of the words alone: shorter than `terms`. */
  readonly words: Weights;
  readonly byWord: ReadonlyMap<string, number>;
  readonly all: Weights;
}

/** A text's credit for each term, from 0 to 1, in the order of the terms: looked up once, compared often. */
export type Credits = readonly number[];

/** A collection of terms: a set, a map by term, or several texts taken together. */
interface Holder {
  has(term: string): boolean;
}

/** Credit for an alternative, where the term itself is 1. */
const ALTERNATIVE = 0.75;

const K1 = 0.6;
const B = 0.5;
/** Mean length of a sentence in terms, on the public sets. */
const MEAN_LENGTH = 70;

export function termOf({ alternatives }: Question, text: string): Term {
  return { text, others: alternatives.get(text) ?? [] };
}

/** The question's terms, each weighed by its idf and by what the question makes of it. */
export function weigh(question: Question, index: ParagraphIndex): QuestionWeights {
  const { words, bigrams } = question;
  const terms = [...new Set([...words.keys(), ...bigrams.keys()])].map((term) =>
    termOf(question, term),
  );
  const all: number[] = [];
  const byWord = new Map<string, number>();
  for (const { text, others } of terms) {
    const idf = index.idf(text);
    const otherwise = others.length > 0 && index.documentFrequency(text) === 0;
    // a term that the corpus says otherwise is as rare as what it says
    const rarity = otherwise ? Math.max(...others.map((other) => index.idf(other))) : idf;
    const word = words.get(text);
    if (word !== undefined) byWord.set(text, word * rarity);
    all.push((bigrams.get(text) ?? word ?? 0) * rarity);
  }
  return { terms, words: withTotal([...byWord.values()]), byWord, all: withTotal(all) };
}

function withTotal(of: readonly number[]): Weights {
  let total = 0;
  for (const one of of) total += one;
  return { of, total };
}

/** 1 where the set holds the term, less where it holds an alternative, 0 where neither. */
export function credit({ text, others }: Term, set: Holder): number {
  if (set.has(text)) return 1;
  for (const other of others) if (set.has(other)) return ALTERNATIVE;
  return 0;
}

/** The number of times that a text holds each term of a question and each alternative, of those that it holds. */
export function countsAmong(
  asked: ReadonlySet<string>,
  terms: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

export function creditsOf(terms: readonly Term[], set: Holder): Credits {
  return terms.map((term) => credit(term, set));
}

/** The highest credit of any of the texts for the term at a place. */
function most(texts: readonly Credits[], place: number): number {
  let held = 0;
  for (const credits of texts) held = Math.max(held, credits[place] as number);
  return held;
}

/** Share of the weights that one of `inside` holds and none of `outside` does. */
export function share(
  { of, total }: Weights,
  inside: readonly Credits[],
  outside: readonly Credits[] = [],
): number {
  if (total === 0) return 0;
  let held = 0;
  for (let place = 0; place < of.length; place += 1) {
    const part = most(inside, place);
    if (part > 0) held += (of[place] as number) * Math.max(0, part - most(outside, place));
  }
  return held / total;
}

/** The weights less the share of each that a text is credited with. */
export function beyond({ of }: Weights, known: Credits): Weights {
  return withTotal(of.map((weight, place) => weight * (1 - (known[place] as number))));
}

/** Weighs each term by how few of the texts hold it, by BM25's idf, rather than by the corpus. */
export function weighedAmong(
  { words, bigrams }: Question,
  terms: readonly Term[],
  texts: readonly Credits[],
): Weights {
  const weights = terms.map(({ text }, place) => {
    let holding = 0;
    for (const credits of texts) if ((credits[place] as number) > 0) holding += 1;
    const factor = words.get(text) ?? bigrams.get(text) ?? 1;
    return factor * Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
  });
  return withTotal(weights);
}

/** Robertson and Zaragoza's BM25, of the sentence with its context as one document; length norm floored at ½. */
export function sentenceBm25(
  terms: readonly Term[],
  { of, total }: Weights,
  sentence: { readonly length: number; readonly counts: ReadonlyMap<string, number> },
  held: Credits,
  context: Credits,
): number {
  if (total === 0) return 0;
  const norm = Math.max(0.5, 1 - B + (B * sentence.length) / MEAN_LENGTH);
  let score = 0;
  for (let place = 0; place < of.length; place += 1) {
    const [inSentence, inContext] = [held[place] as number, context[place] as number];
    const most = Math.max(inSentence, inContext);
    if (most === 0) continue;
    let count = most;
    if (most === 1) {
      const { text } = terms[place] as Term;
      count = (sentence.counts.get(text) ?? 0) + (inContext === 1 ? 1 : 0);
    }
    score += ((of[place] as number) * count * (K1 + 1)) / (count + K1 * norm);
  }
  return score / total;
}

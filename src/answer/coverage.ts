import type { Token } from '../language/segment.ts';
import type { AnalysedText, ParagraphIndex } from '../search/paragraph-index.ts';
import { KIND_WORDS } from './data/stop-words.ts';
import type { Question } from './question.ts';

/** Terms of a question with what each weighs, and what else may stand for each. */
export interface Weights {
  readonly of: ReadonlyMap<string, number>;
  readonly alternatives: ReadonlyMap<string, readonly string[]>;
  readonly total: number;
}

export interface QuestionWeights {
  readonly words: Weights;
  /** Words and bigrams. */
  readonly all: Weights;
}

/** Whatever tells whether it holds a term. */
export interface Holder {
  has(term: string): boolean;
}

/** What an alternative counts beside the term itself. */
const ALTERNATIVE = 0.75;

const K1 = 0.6;
const B = 0.5;
/** Mean length of a sentence in terms, on the public sets. */
const MEAN_LENGTH = 70;

/** The question's terms, each weighed by its idf and by what the question makes of it. */
export function weigh(question: Question, index: ParagraphIndex): QuestionWeights {
  const { alternatives } = question;
  const weight = (term: string, factor: number): [string, number] => {
    const others = alternatives.get(term);
    if (others === undefined || index.documentFrequency(term) > 0)
      return [term, factor * index.idf(term)];
    // a term that the corpus says otherwise is as rare as what it says
    return [term, factor * Math.max(...others.map((other) => index.idf(other)))];
  };
  const weighted = (terms: ReadonlyMap<string, number>): Weights =>
    reweighed({ of: terms, alternatives, total: 0 }, weight);
  return {
    words: weighted(question.words),
    all: weighted(new Map([...question.words, ...question.bigrams])),
  };
}

/** The same terms with other weights. */
function reweighed(
  { of, alternatives }: Weights,
  weight: (term: string, before: number) => [string, number],
): Weights {
  const weights = new Map([...of].map(([term, before]) => weight(term, before)));
  let total = 0;
  for (const one of weights.values()) total += one;
  return { of: weights, alternatives, total };
}

/** 1 where the set holds the term, less where it holds an alternative, 0 where neither. */
export function credit({ alternatives }: Weights, term: string, set: Holder): number {
  if (set.has(term)) return 1;
  return alternatives.get(term)?.some((other) => set.has(other)) ? ALTERNATIVE : 0;
}

/** Share of the weights that `inside` holds and none of `outside` does. */
export function share(weights: Weights, inside: Holder, ...outside: readonly Holder[]): number {
  if (weights.total === 0) return 0;
  let held = 0;
  for (const [term, weight] of weights.of) {
    const part = credit(weights, term, inside);
    if (part === 0) continue;
    const known = outside.reduce((most, set) => Math.max(most, credit(weights, term, set)), 0);
    held += weight * Math.max(0, part - known);
  }
  return held / weights.total;
}

/** Share of the weights that at least one of the sets holds. */
export function shareOfAny(weights: Weights, sets: readonly Holder[]): number {
  if (weights.total === 0) return 0;
  let held = 0;
  for (const [term, weight] of weights.of) {
    held += weight * sets.reduce((most, set) => Math.max(most, credit(weights, term, set)), 0);
  }
  return held / weights.total;
}

/** What of the weights a set does not account for. */
export function beyond(weights: Weights, known: Holder): Weights {
  return reweighed(weights, (term, weight) => [term, weight * (1 - credit(weights, term, known))]);
}

/** Weighs each term by how few of the sets hold it, by BM25's idf, rather than by the corpus. */
export function weighedAmong(
  question: Question,
  weights: Weights,
  sets: readonly Holder[],
): Weights {
  return reweighed(weights, (term) => {
    const holding = sets.filter((set) => credit(weights, term, set) > 0).length;
    const factor = question.words.get(term) ?? question.bigrams.get(term) ?? 1;
    return [term, factor * Math.log(1 + (sets.length - holding + 0.5) / (holding + 0.5))];
  });
}

/** Robertson and Zaragoza's BM25, of the sentence with its context as one document; length norm floored at ½. */
export function sentenceBm25(
  { terms, counts }: Pick<AnalysedText, 'terms' | 'counts'>,
  context: ReadonlySet<string>,
  weights: Weights,
): number {
  if (weights.total === 0) return 0;
  const frequency = (term: string) => (counts.get(term) ?? 0) + (context.has(term) ? 1 : 0);
  const norm = Math.max(0.5, 1 - B + (B * terms.length) / MEAN_LENGTH);
  let score = 0;
  for (const [term, weight] of weights.of) {
    let count = frequency(term);
    if (count === 0) {
      for (const other of weights.alternatives.get(term) ?? []) count += frequency(other);
      if (count > 0) count = ALTERNATIVE;
    }
    score += (weight * count * (K1 + 1)) / (count + K1 * norm);
  }
  return score / weights.total;
}

/** Share of the weights of the question's words that stand in the sentence in the question's order. */
export function shareInOrder(
  { content }: Question,
  weights: Weights,
  said: readonly { readonly text: string }[],
): number {
  if (weights.total === 0) return 0;
  const asked = content.filter(({ text }) => weights.of.has(text));
  // the longest common subsequence (Wagner and Fischer 1974), by weight
  let row = new Array<number>(asked.length + 1).fill(0);
  // a word that the question does not say changes nothing
  const telling = new Set(
    asked.flatMap(({ text }) => [text, ...(weights.alternatives.get(text) ?? [])]),
  );
  for (const { text } of said) {
    if (!telling.has(text)) continue;
    const next = [0];
    for (const [place, { text: word }] of asked.entries()) {
      const same = word === text || weights.alternatives.get(word)?.includes(text) === true;
      const taken = same ? (row[place] ?? 0) + (weights.of.get(word) ?? 0) : 0;
      next.push(Math.max(next[place] ?? 0, row[place + 1] ?? 0, taken));
    }
    row = next;
  }
  return Math.min(1, (row.at(-1) ?? 0) / weights.total);
}

/**
 * Share of the question's words that the sentence lacks and of which it holds a relative: another
 * word that begins or ends with the same character (总公司, 总部; 逝世, 去世).
 */
export function shareOfKin(
  { content }: Question,
  weights: Weights,
  said: readonly Pick<Token, 'text' | 'kind'>[],
): number {
  const words = content.filter(({ text, kind }) => kind === 'han' && text.length > 1);
  const { held, edges } = wordsOf(said);
  let total = 0;
  let related = 0;
  for (const { text } of words) {
    const weight = weights.of.get(text) ?? 0;
    total += weight;
    if (credit(weights, text, held) > 0 || KIND_WORDS.has(text)) continue;
    if (edges.has(`^${text[0]}`) || edges.has(`$${text.at(-1)}`)) related += weight;
  }
  return total === 0 ? 0 : related / total;
}

interface Words {
  readonly held: ReadonlySet<string>;
  /** First and last characters of those of two and more. */
  readonly edges: ReadonlySet<string>;
}

/** A sentence is compared with many questions, and its words stay. */
const known = new WeakMap<readonly Pick<Token, 'text' | 'kind'>[], Words>();

function wordsOf(said: readonly Pick<Token, 'text' | 'kind'>[]): Words {
  const before = known.get(said);
  if (before !== undefined) return before;
  const words = said.filter(({ text, kind }) => kind === 'han' && text.length > 1);
  const found = {
    held: new Set(said.map(({ text }) => text)),
    edges: new Set(words.flatMap(({ text }) => [`^${text[0]}`, `$${text.at(-1)}`])),
  };
  known.set(said, found);
  return found;
}

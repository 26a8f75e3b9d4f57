import { LEARNED } from './data/weights.ts';
import { FEATURE_NAMES, type Features } from './features.ts';

/** Weights set by hand: `npm run train` keeps them as they are and fits the others around them. */
export const PRIORS: Readonly<Partial<Features>> = {
  // who a named person is gets asked of a corpus too seldom in public sets to be learned from them
  defines: 1.5,
};

/**
 * Weights of the ranker: a softmax over the candidates of a question, fitted to the sentences that
 * hold the labelled answer. A feature's unit is one over its own range, so weights compare; one that
 * is not learned yet weighs nothing.
 */
export const RANKER: Features = weightsOf({ ...LEARNED.ranker, ...PRIORS });

/** What the judge reads of the best candidate, beside its share of the ranker's probability. */
export const JUDGED = [
  'bm25',
  'words',
  'bigrams',
  'inParagraph',
  'inContext',
  'nearTyped',
  'paragraph',
] as const satisfies readonly (keyof Features)[];

/**
 * Weights of the judge: a logistic regression of "the corpus answers" on the best candidate, fitted
 * to the same questions asked of the whole sets and of pieces of about twenty paragraphs, as they
 * are, without the paragraphs that answer, and of another piece.
 */
export const JUDGE = {
  ...LEARNED.judge,
  /** Below this probability the reply is `unanswered`. Chosen by hand, for few false refusals. */
  threshold: 0.25,
} as const;

function weightsOf(known: Readonly<Record<string, number>>): Features {
  const entries = FEATURE_NAMES.map((name) => [name, known[name] ?? 0]);
  return Object.fromEntries(entries) as Features;
}

import type { Features } from './features.ts';

/**
 * Weights of the ranker: a softmax over the candidates of a question, fitted to sentences that hold
 * the labelled answer (1,150 questions of XQuAD, DRCD, CMRC 2018 and SQuAD-zh; cross-validated by
 * article: see DESIGN.md). A feature's unit is one over its own range, so weights compare.
 */
export const RANKER: Readonly<Record<keyof Features, number>> = {
  bm25: 2.9,
  words: 4.1,
  bigrams: 2.5,
  paragraph: 4.5,
  inParagraph: 4.4,
  inContext: 4.0,
  inPrevious: 3.0,
  inNext: 1.9,
  longestRun: 0,
  hasDate: 1.8,
  hasNumber: 1.6,
  hasPerson: 0.7,
  hasPlace: 0.7,
  hasOrganisation: 1.2,
  hasReason: 0.3,
  hasList: 0.4,
  focus: 0,
  nearTyped: 1.6,
  length: 0.1,
  first: 0.15,
  defines: 1.5,
};

/**
 * Weights of the judge: a logistic regression of "the corpus answers" on the best candidate, fitted
 * to the same questions asked of the whole sets and of pieces of about twenty paragraphs, as they
 * are, without the paragraphs that answer, and of another piece.
 */
export const JUDGE = {
  bias: -4.7,
  weights: {
    bm25: 1.0,
    words: 3.6,
    bigrams: -0.4,
    inParagraph: 5.3,
    inContext: 3.6,
    nearTyped: -0.8,
    paragraph: 0.8,
  } satisfies Partial<Record<keyof Features, number>>,
  /** Weight of the best candidate's share of the ranker's probability. */
  share: 1.5,
  /** Below this probability the reply is `unanswered`. */
  threshold: 0.25,
} as const;

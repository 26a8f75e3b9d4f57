import type { PhraseWeights } from '../highlight/phrase-features.ts';
import { FEATURE_NAMES, type Features } from '../rank/features.ts';
import { CERTAINTY_SIGNS, type CertaintyModel } from './certainty-signs.ts';
import { LEARNED_CERTAINTY } from './data/certainty.ts';
import { LEARNED_HIGHLIGHTER } from './data/highlighter.ts';
import { LEARNED } from './data/weights.ts';

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
const RANKER: Features = weightsOf({ ...LEARNED.ranker, ...PRIORS });

/**
 * Features that may speak against a sentence: what they measure is no evidence by itself. All others
 * are kept at 0 or above in fitting. So the weights can be read, and on articles of another kind than
 * those learned from they do no worse (see docs/decisions/0025-weights-that-can-be-read.md).
 */
export const SIGNED: ReadonlySet<keyof Features> = new Set([
  'bm25Behind',
  'beyondContext',
  'contextCharacters',
  'novelty',
  'position',
  'paragraphSize',
] as const);

/** Features of the best candidate by which the judge tells whether the corpus answers at all. */
export const JUDGED = [
  'distinctive',
  'inOrder',
  'relatedWord',
  'characters',
  'beyondContext',
  'introduces',
  'inParagraph',
  'numbersHeld',
  'novelty',
  'paragraphSize',
] as const satisfies readonly (keyof Features)[];

/** A logistic regression of "the corpus answers" on features of the best candidate. */
export interface Judge {
  readonly bias: number;
  readonly weights: Readonly<Record<(typeof JUDGED)[number], number>>;
}

/** All weights that are learned from labelled questions. */
export interface Model {
  readonly ranker: Features;
  readonly judge: Judge;
  /** A softmax over the phrases of a lead, fitted to the labelled answers. */
  readonly highlighter: PhraseWeights;
  /** Fitted to the replies of the whole bot, by weights that have not seen the article. */
  readonly certainty: CertaintyModel;
}

/**
 * The weights in use. The judge's are fitted to the ranker's questions, asked of the whole sets and of
 * pieces of about twenty paragraphs: of the piece that answers, of the same piece without the
 * paragraphs that answer, and of another piece. The highlighter's are fitted to more sets: it has
 * many features, each of which few answers tell something about.
 */
export const MODEL: Model = {
  ranker: RANKER,
  judge: LEARNED.judge,
  highlighter: LEARNED_HIGHLIGHTER.weights,
  certainty: {
    bias: LEARNED_CERTAINTY.bias,
    weights: allOf(CERTAINTY_SIGNS, LEARNED_CERTAINTY.weights),
  },
};

/**
 * Below this probability the reply is `unanswered`. At 0.35 the public sets, news of 2023 and near misses
 * get 7 right answers more and 13 to questions that have none, of which one costs more than three refusals.
 */
export const THRESHOLD = 0.4;

/**
 * From this probability that the lead holds the answer on, an answer is sure. Chosen by hand: less
 * than two answers in five are unsure, and few that are sure are wrong (see docs/results.md).
 */
export const SURE = 0.78;

/**
 * The same where the article does not write all that the question says, in no form that is known: of news
 * every third of the wrong answers that were sure is unsure by it, of right ones every sixteenth.
 */
export const SURE_IN_OTHER_WORDS = 0.9;

function weightsOf(known: Readonly<Record<string, number>>): Features {
  return allOf(FEATURE_NAMES, known);
}

/** The weights of all names; one that is not learned yet weighs nothing. */
function allOf<Name extends string>(
  names: readonly Name[],
  known: Readonly<Record<string, number>>,
): Readonly<Record<Name, number>> {
  const entries = names.map((name) => [name, known[name] ?? 0]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

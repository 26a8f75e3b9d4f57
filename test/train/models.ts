import { PHRASE_FEATURES, type PhraseWeights } from '../../src/answer/highlight/phrase-features.ts';
import { JUDGED, type Judge, PRIORS, SIGNED } from '../../src/answer/model/model.ts';
import { FEATURE_NAMES, type Features } from '../../src/answer/rank/features.ts';
import { rank } from '../../src/answer/rank/rank.ts';
import { type Example, FOLDS, type Mode } from './examples.ts';
import { dot, fitChoices, fitVerdicts, type Line, rowsOf, sigmoid } from './optimise.ts';

/** A question for the judge: what it reads of the best candidate. */
export interface Judged {
  readonly set: string;
  readonly fold: number;
  readonly mode: Mode;
  readonly whole: boolean;
  /** The features named in JUDGED, of the best candidate. */
  readonly row: readonly number[];
}

/** A judged question with a judge's probability for it that the articles answer. */
export interface Opinion extends Judged {
  readonly probability: number;
  /** What the question counts in fitting and in calibration; 0 where it is only reported. */
  readonly weight: number;
}

const FOLD_NUMBERS = Array.from({ length: FOLDS }, (_, fold) => fold);

/** Learns from answerable questions asked of whole sets. */
export function fitRanker(examples: readonly Example[]): Features {
  const kept = new Map<number, number>();
  for (const [column, name] of FEATURE_NAMES.entries()) {
    const weight = PRIORS[name];
    if (weight !== undefined) kept.set(column, weight);
  }
  const choices = examples
    .filter(({ mode, whole }) => whole && mode === 'answerable')
    .map(({ candidates, right }) => ({
      rows: rowsOf(candidates.map(({ features }) => FEATURE_NAMES.map((name) => features[name]))),
      right,
    }));
  const weights = fitChoices(choices, kept, positiveOf(FEATURE_NAMES));
  return Object.fromEntries(
    FEATURE_NAMES.map((name, column) => [name, weights[column] ?? 0]),
  ) as unknown as Features;
}

/** Learns from the sentences that hold the answers to the same questions. */
export function fitHighlighter(examples: readonly Example[]): PhraseWeights {
  const choices = examples.flatMap(({ phrases }) => (phrases === undefined ? [] : [phrases]));
  const weights = fitChoices(choices);
  return Object.fromEntries(PHRASE_FEATURES.map((name, column) => [name, weights[column] ?? 0]));
}

/** The columns of features that may only speak for a sentence. */
function positiveOf(names: readonly (keyof Features)[]): ReadonlySet<number> {
  return new Set(names.flatMap((name, column) => (SIGNED.has(name) ? [] : [column])));
}

/** For each fold the ranker that has seen none of its articles. */
export function fitRankers(examples: readonly Example[]): readonly Features[] {
  return FOLD_NUMBERS.map((out) => fitRanker(examples.filter(({ fold }) => fold !== out)));
}

/** Place of the first right candidate in the ranking, from 0; −1 where there is none. */
export function firstRight({ candidates, right }: Example, ranker: Features): number {
  const answers = new Set(
    candidates.filter((_, place) => right[place]).map(({ sentence }) => sentence),
  );
  return rank(candidates, ranker).findIndex(({ sentence }) => answers.has(sentence));
}

/** What the judge reads of each question that finds anything, ranked by the ranker of its fold. */
export function judgedOf(
  examples: readonly Example[],
  rankerOf: (fold: number) => Features,
): readonly Judged[] {
  return examples.flatMap(({ set, fold, mode, whole, candidates }): Judged[] => {
    const [best] = rank(candidates, rankerOf(fold));
    if (best === undefined) return [];
    const row = JUDGED.map((name) => best.features[name]);
    return [{ set, fold, mode, whole, row }];
  });
}

/** Two negatives are made of every question. */
const NEGATIVE = 0.5;

/**
 * What each question counts. Impossible ones nothing, for they are as near to the text as answerable
 * ones; nor the withheld ones of their set.
 */
function weigher(judged: readonly Judged[]): (one: Judged) => number {
  const sets = new Set(judged.filter(({ mode }) => mode === 'impossible').map(({ set }) => set));
  return ({ mode, set }) => {
    if (mode === 'answerable') return 1;
    return mode === 'impossible' || (mode === 'withheld' && sets.has(set)) ? 0 : NEGATIVE;
  };
}

export function fitJudge(judged: readonly Judged[]): Line {
  const weightOf = weigher(judged);
  const verdicts = judged.map((one) => ({
    row: one.row,
    right: one.mode === 'answerable',
    weight: weightOf(one),
  }));
  return fitVerdicts(
    verdicts.filter(({ weight }) => weight > 0),
    positiveOf(JUDGED),
  );
}

export function judgeOf({ weights, bias }: Line): Judge {
  const named = Object.fromEntries(JUDGED.map((name, column) => [name, weights[column] ?? 0]));
  return { bias, weights: named as Judge['weights'] };
}

/** Each question's probability, by a judge that has seen none of its article. */
export function opinionsOf(judged: readonly Judged[]): readonly Opinion[] {
  const weightOf = weigher(judged);
  return FOLD_NUMBERS.flatMap((out) => {
    const { weights, bias } = fitJudge(judged.filter(({ fold }) => fold !== out));
    return judged
      .filter(({ fold }) => fold === out)
      .map((one) => ({
        ...one,
        probability: sigmoid(dot(one.row, weights) + bias),
        weight: weightOf(one),
      }));
  });
}

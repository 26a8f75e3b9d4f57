import { PHRASE_FEATURES, type PhraseWeights } from '../../src/answer/highlight/phrase-features.ts';
import { JUDGED, PRIORS } from '../../src/answer/model/model.ts';
import { FEATURE_NAMES, type Features } from '../../src/answer/rank/features.ts';
import type { TrainingSet } from './examples.ts';
import type { Line } from './optimise.ts';
import type { JudgeScore, RankerScore } from './report.ts';

/** What a training run has to tell. */
export interface Outcome {
  /** ISO 8601 day. */
  readonly date: string;
  readonly sets: readonly TrainingSet[];
  readonly ranker: Features;
  readonly judge: Line;
  readonly scores: readonly RankerScore[];
  readonly refusals: readonly JudgeScore[];
  readonly calibrationError: number;
}

/** The module that src/answer/model/model.ts reads: weights to two digits, with where they come from. */
export function renderWeights(outcome: Outcome): string {
  const { date, sets, ranker, judge, scores, refusals, calibrationError } = outcome;
  const fitted = FEATURE_NAMES.filter((name) => PRIORS[name] === undefined);
  return [
    '// Written by `npm run train`; not to be edited. PRIORS in ../model.ts holds what is set by hand.',
    '',
    '/** Weights, and what they were fitted to. Scores are cross-validated by article, in percent. */',
    'export const LEARNED = {',
    `  date: '${date}',`,
    '  sets: [',
    ...sets.map(({ name, articles, questions }) => {
      const own = scores.find(({ set }) => set === name);
      const [first, firstThree] = [own?.first, own?.firstThree].map((score) => digits(score, 1));
      return `    { name: '${name}', articles: ${articles}, questions: ${questions}, first: ${first}, firstThree: ${firstThree} },`;
    }),
    '  ],',
    '  /** Of questions asked of whole sets, at the threshold. */',
    '  refused: [',
    ...refusals
      .filter(({ whole }) => whole)
      .map(
        ({ set, refused }) =>
          `    { name: '${set}', answerable: ${digits(refused.answerable, 1)}, withheld: ${digits(refused.withheld, 1)} },`,
      ),
    '  ],',
    `  calibrationError: ${digits(calibrationError, 3)},`,
    '  ranker: {',
    ...fitted.map((name) => `    ${name}: ${digits(ranker[name], 2)},`),
    '  },',
    '  judge: {',
    `    bias: ${digits(judge.bias, 2)},`,
    '    weights: {',
    ...JUDGED.map((name, i) => `      ${name}: ${digits(judge.weights[i], 2)},`),
    '    },',
    '  },',
    '} as const;',
    '',
  ].join('\n');
}

/** The module of the highlighter's weights, with where they come from; what weighs nothing is left out. */
export function renderHighlighter(
  date: string,
  sets: readonly TrainingSet[],
  highlighter: PhraseWeights,
): string {
  return [
    '// Written by `npm run train -- --highlighter`; not to be edited.',
    '',
    '/** Weights of the phrases of a sentence, and the labelled answers that they were fitted to. */',
    'export const LEARNED_HIGHLIGHTER = {',
    `  date: '${date}',`,
    '  sets: [',
    ...sets.map(({ name, examples }) => {
      const answers = examples.filter(({ phrases }) => phrases !== undefined).length;
      return `    { name: '${name}', answers: ${answers} },`;
    }),
    '  ],',
    '  weights: {',
    ...PHRASE_FEATURES.filter((name) => digits(highlighter[name], 2) !== '0').map(
      (name) => `    ${name}: ${digits(highlighter[name], 2)},`,
    ),
    '  },',
    '} as const;',
    '',
  ].join('\n');
}

/** As short as formatters want numbers: 0.5, not 0.50; never −0. */
function digits(value: number | undefined, places: number): string {
  return String(Number((value ?? Number.NaN).toFixed(places)) + 0);
}

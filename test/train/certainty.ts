import { CERTAINTY_SIGNS, type CertaintySigns } from '../../src/answer/model/certainty-signs.ts';
import { markdownTable } from '../../src/evaluation/results-page.ts';
import { FOLDS } from './examples.ts';
import { dot, fitVerdicts, type Line, sigmoid } from './optimise.ts';

/** An answer that the bot gave to a labelled question. */
export interface AnswerSeen {
  readonly set: string;
  readonly fold: number;
  readonly signs: CertaintySigns;
  /** Whether the articles answer the question. */
  readonly answerable: boolean;
  /** Whether the lead holds the answer. */
  readonly right: boolean;
}

/** An answer with the probability that it is right, by weights that have not seen its article. */
export interface Foreseen extends AnswerSeen {
  readonly probability: number;
}

/**
 * Learns from answerable questions alone: how many of the questions asked have no answer differs from
 * one place to the next, and whether there is one is the judge's to tell.
 */
export function fitCertainty(seen: readonly AnswerSeen[]): Line {
  return fitVerdicts(
    seen
      .filter(({ answerable }) => answerable)
      .map((one) => ({ row: rowOf(one), right: one.right, weight: 1 })),
  );
}

export function foreseen(seen: readonly AnswerSeen[]): readonly Foreseen[] {
  return Array.from({ length: FOLDS }, (_, out) => out).flatMap((out) => {
    const { weights, bias } = fitCertainty(seen.filter(({ fold }) => fold !== out));
    return seen
      .filter(({ fold }) => fold === out)
      .map((one) => ({ ...one, probability: sigmoid(dot(rowOf(one), weights) + bias) }));
  });
}

/** A tenth of the scale of probabilities. */
interface Bin {
  readonly from: number;
  readonly answers: number;
  /** Mean probability, and the share that is right; 0 in an empty bin. */
  readonly said: number;
  readonly was: number;
}

const BINS = 10;

function reliability(
  answers: readonly Pick<Foreseen, 'probability' | 'right'>[],
): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = answers.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const count = inside.length;
    return {
      from: bin / BINS,
      answers: count,
      said: inside.reduce((sum, { probability }) => sum + probability, 0) / (count || 1),
      was: inside.filter(({ right }) => right).length / (count || 1),
    };
  });
}

/** Expected calibration error (Naeini et al. 2015): the bins' mean distance from what was, by answers. */
function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { answers }) => sum + answers, 0);
  const off = bins.reduce((sum, { answers, said, was }) => sum + answers * Math.abs(said - was), 0);
  return off / (total || 1);
}

/** All of it as Markdown. */
export function reportOf(all: readonly Foreseen[], sure: number): string {
  const answerable = all.filter((one) => one.answerable);
  const bins = reliability(answerable);
  const sets = [...new Set(all.map(({ set }) => set))];
  const percent = (some: readonly unknown[], of: readonly unknown[]) =>
    of.length === 0 ? '–' : ((100 * some.length) / of.length).toFixed(1);
  return [
    `Each answer's probability of being right by weights that have seen nothing of its article, against whether it was; answerable questions. Expected calibration error ${(100 * calibrationError(bins)).toFixed(1)} %.`,
    markdownTable([
      ['probability', 'answers', 'mean said', 'right'],
      ...bins.map(({ from, answers, said, was }) => [
        `${from.toFixed(1)} – ${(from + 1 / BINS).toFixed(1)}`,
        String(answers),
        said.toFixed(2),
        was.toFixed(2),
      ]),
    ]),
    `By set, in percent, where an answer is sure from ${sure} on. *Impossible, sure*: of the answers given to questions that have none, how many are sure of it.`,
    markdownTable([
      ['set', 'answers', 'right', 'unsure', 'sure but wrong', 'error', 'impossible, sure'],
      ...sets.map((set) => {
        const own = answerable.filter((one) => one.set === set);
        const sureOnes = own.filter(({ probability }) => probability >= sure);
        const impossible = all.filter((one) => one.set === set && !one.answerable);
        return [
          set,
          String(own.length),
          percent(
            own.filter(({ right }) => right),
            own,
          ),
          percent(
            own.filter(({ probability }) => probability < sure),
            own,
          ),
          percent(
            sureOnes.filter(({ right }) => !right),
            sureOnes,
          ),
          (100 * calibrationError(reliability(own))).toFixed(1),
          percent(
            impossible.filter(({ probability }) => probability >= sure),
            impossible,
          ),
        ];
      }),
    ]),
  ].join('\n\n');
}

/** The module that src/answer/model/model.ts reads. */
export function renderCertainty(
  date: string,
  seen: readonly AnswerSeen[],
  { weights, bias }: Line,
): string {
  const digits = (value: number | undefined) =>
    String(Number((value ?? Number.NaN).toFixed(3)) + 0);
  return [
    '// Written by `npm run calibrate`; not to be edited.',
    '',
    '/** Weights of the signs of certainty, and what they were fitted to. */',
    'export const LEARNED_CERTAINTY = {',
    `  date: '${date}',`,
    `  answers: ${seen.filter(({ answerable }) => answerable).length},`,
    `  bias: ${digits(bias)},`,
    '  weights: {',
    ...CERTAINTY_SIGNS.map((name, place) => `    ${name}: ${digits(weights[place])},`),
    '  },',
    '} as const;',
    '',
  ].join('\n');
}

function rowOf({ signs }: AnswerSeen): readonly number[] {
  return CERTAINTY_SIGNS.map((name) => signs[name]);
}

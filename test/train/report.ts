import type { Features } from '../../src/answer/rank/features.ts';
import type { Example, Mode } from './examples.ts';
import { firstRight, type Opinion } from './models.ts';

/** How a ranker does on one set, in percent of its answerable questions. */
export interface RankerScore {
  readonly set: string;
  readonly asked: number;
  /** The first sentence holds the answer; one of the first three does. */
  readonly first: number;
  readonly firstThree: number;
}

export function scoreRanker(
  examples: readonly Example[],
  rankerOf: (fold: number) => Features,
): readonly RankerScore[] {
  return setsOf(examples).map((set) => {
    const places = examples
      .filter((one) => one.set === set && one.whole && one.mode === 'answerable')
      .map((one) => firstRight(one, rankerOf(one.fold)));
    return {
      set,
      asked: places.length,
      first: percent(places, (place) => place === 0),
      firstThree: percent(places, (place) => place >= 0 && place < 3),
    };
  });
}

/** How often a judge refuses, in percent: wrongly of `answerable`, rightly of the rest; NaN where none was asked. */
export interface JudgeScore {
  readonly set: string;
  readonly whole: boolean;
  readonly refused: Readonly<Record<Mode, number>>;
}

export function scoreJudge(opinions: readonly Opinion[], threshold: number): readonly JudgeScore[] {
  return [true, false].flatMap((whole) =>
    setsOf(opinions).map((set) => {
      const refused = (mode: Mode) =>
        percent(
          opinions.filter((one) => one.set === set && one.whole === whole && one.mode === mode),
          ({ probability }) => probability < threshold,
        );
      return {
        set,
        whole,
        refused: {
          answerable: refused('answerable'),
          withheld: refused('withheld'),
          foreign: refused('foreign'),
          impossible: refused('impossible'),
        },
      };
    }),
  );
}

/** One tenth of the scale of probabilities. */
export interface Bin {
  readonly from: number;
  /** The weights of its questions in all: a negative counts half. */
  readonly weight: number;
  /** Mean probability, and the share that is answerable; 0 in an empty bin. */
  readonly said: number;
  readonly was: number;
}

const BINS = 10;

export function reliability(opinions: readonly Opinion[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = opinions.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const sum = (value: (one: Opinion) => number) =>
      inside.reduce((total, one) => total + one.weight * value(one), 0);
    const weight = sum(() => 1);
    return {
      from: bin / BINS,
      weight,
      said: sum(({ probability }) => probability) / (weight || 1),
      was: sum(({ mode }) => (mode === 'answerable' ? 1 : 0)) / (weight || 1),
    };
  });
}

/** Expected calibration error (Naeini et al. 2015): the bins' mean distance from what was, by weight. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { weight }) => sum + weight, 0);
  return (
    bins.reduce((sum, { weight, said, was }) => sum + weight * Math.abs(said - was), 0) / total
  );
}

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

/** All of it as Markdown. */
export function report(scores: readonly RankerScore[], opinions: readonly Opinion[]): string {
  const bins = reliability(opinions);
  const one = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return [
    'Ranker, %',
    table(
      ['set', 'questions', 'S@1', 'S@3'],
      [
        ...scores.map(({ set, asked, first, firstThree }) => [
          set,
          String(asked),
          one(first),
          one(firstThree),
        ]),
        [
          'mean',
          '',
          mean(scores.map(({ first }) => first)).toFixed(2),
          mean(scores.map(({ firstThree }) => firstThree)).toFixed(2),
        ],
      ],
    ),
    'Judge, % refused: answerable (wrongly) / withheld / foreign / impossible',
    table(
      ['asked of', 'set', ...THRESHOLDS.map((threshold) => `below ${threshold}`)],
      scoreJudge(opinions, 0).map(({ set, whole }) => [
        whole ? 'whole' : 'pieces',
        set,
        ...THRESHOLDS.map((threshold) => {
          const row = scoreJudge(opinions, threshold).find(
            (other) => other.set === set && other.whole === whole,
          );
          return row === undefined ? '' : Object.values(row.refused).map(one).join(' / ');
        }),
      ]),
    ),
    `Probability against truth, over what the judge learns from, each as it counts there; expected calibration error ${calibrationError(bins).toFixed(3)}`,
    table(
      ['probability', 'weight', 'mean said', 'answerable'],
      bins.map(({ from, weight, said, was }) => [
        `${from.toFixed(1)} – ${(from + 1 / BINS).toFixed(1)}`,
        weight.toFixed(1),
        said.toFixed(2),
        was.toFixed(2),
      ]),
    ),
  ].join('\n\n');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function setsOf(examples: readonly { readonly set: string }[]): string[] {
  return [...new Set(examples.map(({ set }) => set))];
}

/** NaN of none. */
function percent<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return (100 * all.filter(holds).length) / all.length;
}

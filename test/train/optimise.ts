/** What both models are fitted with: plain gradients on standardised columns, without randomness. */

/**
 * Weight of the squared weights beside the mean loss; columns are standardised, so it hits all alike.
 * The ranker's thirty columns say much the same: it wants more, by cross-validation, than the judge.
 */
const CHOICE_RIDGE = 1e-2;
const VERDICT_RIDGE = 1e-3;
const STEPS = 400;
const RATE = 0.1;

/** One question: its candidates' columns, and which of them hold the answer. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/** One verdict: columns, what is right, and how much it counts. */
export interface Verdict {
  readonly row: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

export interface Line {
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * Weights of a softmax over each question's rows that make its right ones together likeliest.
 * Questions without a right row say nothing. `kept` holds columns at given weights; `positive` are the
 * columns that may not weigh less than nothing.
 */
export function fitChoices(
  choices: readonly Choice[],
  kept: ReadonlyMap<number, number> = new Map(),
  positive: ReadonlySet<number> = new Set(),
): number[] {
  const telling = choices.filter(({ right }) => right.includes(true));
  const { deviations } = columnsOf(telling.flatMap(({ rows }) => rows));
  const start = deviations.map((deviation, column) => (kept.get(column) ?? 0) * deviation);
  const width = deviations.length;
  const scaled = telling.map(({ rows, right }) => ({
    // one flat run of numbers a question: nearly all the time of a fit is spent in adding them up
    values: Float64Array.from(
      rows.flatMap((row) => row.map((value, column) => value / (deviations[column] as number))),
    ),
    right,
  }));
  const weights = descend(start, positive, (at) => {
    const gradient = Float64Array.from(at, (weight) => CHOICE_RIDGE * weight);
    for (const { values, right } of scaled) {
      const scores = right.map((_, place) => {
        let score = 0;
        for (let i = 0, from = place * width; i < width; i += 1)
          score += (values[from + i] as number) * (at[i] as number);
        return score;
      });
      const all = softmax(scores);
      const among = softmax(scores.map((score, row) => (right[row] ? score : -Infinity)));
      for (let place = 0; place < right.length; place += 1) {
        const pull = ((all[place] as number) - (among[place] as number)) / scaled.length;
        for (let i = 0, from = place * width; i < width; i += 1)
          gradient[i] = (gradient[i] as number) + pull * (values[from + i] as number);
      }
    }
    return Array.from(gradient, (slope, column) => (kept.has(column) ? 0 : slope));
  });
  return weights.map(
    (weight, column) => kept.get(column) ?? weight / (deviations[column] as number),
  );
}

/** Logistic regression; `positive` are the columns that may not weigh less than nothing. */
export function fitVerdicts(
  verdicts: readonly Verdict[],
  positive: ReadonlySet<number> = new Set(),
): Line {
  const { means, deviations } = columnsOf(verdicts.map(({ row }) => row));
  const scaled = verdicts.map(({ row, right, weight }) => ({
    row: [...row.map((value, i) => (value - (means[i] as number)) / (deviations[i] as number)), 1],
    right: right ? 1 : 0,
    weight,
  }));
  const total = scaled.reduce((sum, { weight }) => sum + weight, 0);
  const start = [...means.map(() => 0), 0];
  const fitted = descend(start, positive, (at) => {
    const gradient = at.map((weight, column) =>
      column < means.length ? VERDICT_RIDGE * weight : 0,
    );
    for (const { row, right, weight } of scaled) {
      const pull = ((sigmoid(dot(row, at)) - right) * weight) / total;
      addRow(gradient, row, pull);
    }
    return gradient;
  });
  const weights = means.map((_, i) => (fitted[i] as number) / (deviations[i] as number));
  return { weights, bias: (fitted.at(-1) as number) - dot(weights, means) };
}

/** Adam (Kingma and Ba 2015) over the whole data, its step falling to nothing. */
function descend(
  start: readonly number[],
  positive: ReadonlySet<number>,
  gradientAt: (at: readonly number[]) => readonly number[],
): number[] {
  const at = [...start];
  const first = start.map(() => 0);
  const second = start.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const rate = RATE * (1 - (step - 1) / STEPS);
    for (const [i, slope] of gradientAt(at).entries()) {
      first[i] = 0.9 * (first[i] as number) + 0.1 * slope;
      second[i] = 0.999 * (second[i] as number) + 0.001 * slope * slope;
      const mean = first[i] / (1 - 0.9 ** step);
      const spread = Math.sqrt(second[i] / (1 - 0.999 ** step));
      add(at, i, (-rate * mean) / (spread + 1e-8));
      if (positive.has(i)) at[i] = Math.max(0, at[i] as number);
    }
  }
  return at;
}

/** Mean and standard deviation of each column; a column that never changes has 1, and so no say. */
function columnsOf(rows: readonly (readonly number[])[]) {
  const means = (rows[0] ?? []).map(
    (_, i) => rows.reduce((sum, row) => sum + (row[i] as number), 0) / rows.length,
  );
  const deviations = means.map((mean, i) => {
    const squares = rows.reduce((sum, row) => sum + ((row[i] as number) - mean) ** 2, 0);
    return Math.sqrt(squares / rows.length) || 1;
  });
  return { means, deviations };
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

function add(to: number[], at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}

/** Without iterators, which take most of the time of a fit. */
function addRow(to: number[], row: readonly number[], factor: number): void {
  for (let i = 0; i < row.length; i += 1) add(to, i, factor * (row[i] as number));
}

/** What both models are fitted with: plain gradients on standardised columns, without randomness. */

/**
 * Weight of the squared weights beside the mean loss; columns are standardised, so it hits all alike.
 * The ranker's thirty columns say much the same: it wants more, by cross-validation, than the judge.
 */
const CHOICE_RIDGE = 1e-2;
const VERDICT_RIDGE = 1e-3;
const STEPS = 400;
const RATE = 0.1;

/** Rows of numbers most of which may be 0: only the others are held, those of all rows in one run. */
export interface Rows {
  readonly width: number;
  /** Where each row begins in `columns` and `values`, and at last where the last one ends. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float64Array;
}

export function rowsOf(dense: readonly (readonly number[])[]): Rows {
  const [starts, columns, values]: [number[], number[], number[]] = [[0], [], []];
  for (const row of dense) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts.push(values.length);
  }
  return {
    width: dense[0]?.length ?? 0,
    starts: Uint32Array.from(starts),
    columns: Uint16Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** One question: its candidates' columns, and which of them hold the answer. */
export interface Choice {
  readonly rows: Rows;
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
  const deviations = deviationsOf(telling.map(({ rows }) => rows));
  const start = deviations.map((deviation, column) => (kept.get(column) ?? 0) * deviation);
  const scaled = telling.map(({ rows: { starts, columns, values }, right }) => ({
    starts,
    columns,
    values: values.map((value, place) => value / (deviations[columns[place] as number] as number)),
    right,
  }));
  const weights = descend(start, positive, (at) => {
    const gradient = Float64Array.from(at, (weight) => CHOICE_RIDGE * weight);
    for (const { starts, columns, values, right } of scaled) {
      const scores = right.map((_, row) => {
        let score = 0;
        for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1)
          score += (values[i] as number) * (at[columns[i] as number] as number);
        return score;
      });
      const all = softmax(scores);
      const among = softmax(scores.map((score, row) => (right[row] ? score : -Infinity)));
      for (let row = 0; row < right.length; row += 1) {
        const pull = ((all[row] as number) - (among[row] as number)) / scaled.length;
        for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1) {
          const column = columns[i] as number;
          gradient[column] = (gradient[column] as number) + pull * (values[i] as number);
        }
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

/** Standard deviation of each column over all rows; a column that never changes has 1, and so no say. */
function deviationsOf(all: readonly Rows[]): number[] {
  const width = all[0]?.width ?? 0;
  const [sums, held] = [new Float64Array(width), new Float64Array(width)];
  const each = (visit: (column: number, value: number) => void) => {
    for (const { columns, values } of all)
      for (let i = 0; i < values.length; i += 1) visit(columns[i] as number, values[i] as number);
  };
  const count = all.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  each((column, value) => {
    sums[column] = (sums[column] as number) + value;
    held[column] = (held[column] as number) + 1;
  });
  const means = sums.map((sum) => sum / count);
  // what is not held is 0
  const squares = means.map((mean, column) => (count - (held[column] as number)) * mean ** 2);
  each((column, value) => {
    squares[column] = (squares[column] as number) + (value - (means[column] as number)) ** 2;
  });
  return Array.from(squares, (square) => Math.sqrt(square / count) || 1);
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

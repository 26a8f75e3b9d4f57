import { describe, expect, it } from 'vitest';
import {
  type Choice,
  dot,
  fitChoices,
  fitVerdicts,
  rowsOf,
  sigmoid,
  type Verdict,
} from './optimise.ts';

/** Numbers in [0, 1) that look random and are always the same (Park and Miller 1988). */
function numbers(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const TRUE_WEIGHTS = [3, -1.5, 0];

/** A choice before its rows are packed. */
interface Plain {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const packed = ({ rows, right }: Plain): Choice => ({ rows: rowsOf(rows), right });

function choices(count: number): Choice[] {
  return plainChoices(count).map(packed);
}

function plainChoices(count: number): Plain[] {
  const next = numbers();
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 6 }, () => [next(), next() * 2, next()]);
    const scores = rows.map((row) => dot(row, TRUE_WEIGHTS) - Math.log(-Math.log(next())));
    const top = Math.max(...scores);
    return { rows, right: scores.map((score) => score === top) };
  });
}

function verdicts(count: number): Verdict[] {
  const next = numbers();
  return Array.from({ length: count }, () => {
    const row = [next() * 10, next()];
    return { row, right: next() < sigmoid(0.6 * (row[0] as number) - 3), weight: 1 };
  });
}

describe('fitChoices', () => {
  it('recovers the weights that the right rows were drawn by, in size and sign', () => {
    const [up = 0, down = 0, none = 0] = fitChoices(choices(2000));
    expect(up).toBeCloseTo(3, 0);
    expect(down).toBeCloseTo(-1.5, 0);
    expect(Math.abs(none)).toBeLessThan(0.3);
  });

  it('keeps a weight as it was set and fits the others around it', () => {
    const [up = 0, kept = 0] = fitChoices(choices(500), new Map([[1, 4]]));
    expect(kept).toBe(4);
    expect(up).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same input', () => {
    expect(JSON.stringify(fitChoices(choices(100)))).toBe(JSON.stringify(fitChoices(choices(100))));
  });

  it('learns nothing from questions without a right row, nor from a column that never changes', () => {
    const told = plainChoices(50)
      .map(({ rows, right }) => ({ rows: rows.map((row) => [...row, 7]), right }))
      .map(packed);
    const untold = told.map(({ rows, right }) => ({ rows, right: right.map(() => false) }));
    expect(fitChoices([...told, ...untold])).toEqual(fitChoices(told));
    expect(fitChoices(told).at(-1)).toBeCloseTo(0, 9);
  });

  it('takes several right rows as one answer', () => {
    const both = packed({ rows: [[1], [1], [0]], right: [true, true, false] });
    expect(fitChoices([both])[0]).toBeGreaterThan(0);
  });
});

describe('fitVerdicts', () => {
  it('recovers the line that the verdicts were drawn by', () => {
    const { weights, bias } = fitVerdicts(verdicts(4000));
    expect(weights[0]).toBeCloseTo(0.6, 1);
    expect(Math.abs(weights[1] as number)).toBeLessThan(0.4);
    expect(bias).toBeCloseTo(-3, 0);
  });

  it('gives the same bytes for the same input', () => {
    expect(JSON.stringify(fitVerdicts(verdicts(200)))).toBe(
      JSON.stringify(fitVerdicts(verdicts(200))),
    );
  });
});

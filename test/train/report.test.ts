import { describe, expect, it } from 'vitest';
import type { Mode } from './examples.ts';
import type { Opinion } from './models.ts';
import { calibrationError, reliability, scoreJudge } from './report.ts';

const opinion = (mode: Mode, probability: number, weight = 1): Opinion => ({
  set: 'news',
  fold: 0,
  mode,
  whole: true,
  row: [],
  probability,
  weight,
});

describe('reliability', () => {
  it('finds no error where four of five at 0.8 are answerable', () => {
    const opinions = [
      ...Array.from({ length: 4 }, () => opinion('answerable', 0.8)),
      opinion('withheld', 0.8),
    ];
    expect(calibrationError(reliability(opinions))).toBeCloseTo(0);
  });

  it('counts each question by its weight, and those without one not at all', () => {
    const bins = reliability([
      opinion('answerable', 1),
      opinion('foreign', 0.95, 0.5),
      opinion('impossible', 0.95, 0),
    ]);
    expect(bins.at(-1)?.weight).toBe(1.5);
    expect(bins.at(-1)?.was).toBeCloseTo(2 / 3);
  });
});

describe('scoreJudge', () => {
  it('tells wrong refusals from right ones', () => {
    const opinions = [
      opinion('answerable', 0.1),
      opinion('answerable', 0.9),
      opinion('withheld', 0.2),
    ];
    const [whole] = scoreJudge(opinions, 0.25);
    expect(whole?.refused).toEqual({
      answerable: 50,
      withheld: 100,
      foreign: Number.NaN,
      impossible: Number.NaN,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/indexer/progress.ts';

describe('the progress of an index job', () => {
  it('is a line every five seconds, with the time left', () => {
    const lines: string[] = [];
    let clock = 0;
    const progress = createProgress(
      (line) => lines.push(line),
      () => clock,
    );
    clock = 30_000;
    progress(0, 1000);
    for (let second = 1; second <= 12; second += 1) {
      clock = 30_000 + second * 1000;
      progress(second * 10, 1000);
    }
    clock = 90_000;
    progress(900, 1000);
    expect(lines).toEqual([
      '50 of 1000 articles indexed, about 2 min left',
      '100 of 1000 articles indexed, about 2 min left',
      '900 of 1000 articles indexed, about 7 s left',
    ]);
  });

  it('says nothing of work that is soon done', () => {
    const lines: string[] = [];
    const progress = createProgress(
      (line) => lines.push(line),
      () => 0,
    );
    progress(1000, 1000);
    expect(lines).toEqual([]);
  });
});

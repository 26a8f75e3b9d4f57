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
    for (clock = 1000; clock <= 12_000; clock += 1000) progress(clock / 100, 1000);
    clock = 60_000;
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

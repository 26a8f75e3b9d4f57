import { describe, expect, it } from 'vitest';
import {
  ablationTable,
  changesBetween,
  reasonTable,
  scoreTable,
  type Verdict,
} from './ablation-table.ts';

const answerable = (id: string, lead: string, right: boolean): Verdict => ({
  set: 'news',
  id,
  question: `问题${id}`,
  answerable: true,
  answered: lead !== '',
  right,
  lead,
  reason: lead === '' ? `文中没有提到“词${id}”。` : '',
});
const unanswerable = (id: string, lead: string): Verdict => ({
  ...answerable(id, lead, false),
  answerable: false,
});

const before = {
  name: 'before',
  verdicts: [
    answerable('1', '甲。', true),
    answerable('2', '乙。', false),
    answerable('3', '', false),
    unanswerable('4', '丁。'),
  ],
};
const after = {
  name: 'after',
  verdicts: [
    answerable('1', '', false),
    answerable('2', '丙。', true),
    answerable('3', '', false),
    unanswerable('4', ''),
  ],
};

describe('two builds beside each other', () => {
  it('are scored by set', () => {
    expect(scoreTable([before, after])).toContain('| before | 33.3 / 33.3 / 0.0 |');
    expect(scoreTable([before, after])).toContain('| after | 33.3 / 66.7 / 100.0 |');
  });

  it('tell what was gained and lost', () => {
    expect(ablationTable([before, after])).toContain('| after | 1 −1; 1 −0 |');
  });

  it('list what changed, the worse first', () => {
    const [first, ...rest] = changesBetween(before, after)
      .split('\n')
      .filter((line) => line.includes('news/'));
    expect(first).toBe('WORSE news/1 问题1');
    expect(rest).toEqual(['better news/2 问题2', 'better news/4 问题4']);
  });

  it('count reasons alike whatever they quote', () => {
    expect(reasonTable(after)).toContain('| 文中没有提到“…”。 | 1 | 2 |');
  });
});

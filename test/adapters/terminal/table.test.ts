import { describe, expect, it } from 'vitest';
import { pad, table, width } from '../../../adapters/terminal/table.ts';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['超307亿元', 9],
    ['（全角）', 8],
    ['e\u0301', 1],
    ['𠮷', 2],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

describe('table', () => {
  it('aligns Han beside Latin', () => {
    expect(
      table(
        [
          ['kind', 'n'],
          ['数字', '5'],
          ['who', '12'],
        ],
        ['left', 'right'],
      ),
    ).toBe('kind   n\n数字   5\nwho   12');
  });

  it('pads on either side and never cuts', () => {
    expect([pad('甲', 3), pad('甲', 3, 'right'), pad('甲乙', 1)]).toEqual(['甲 ', ' 甲', '甲乙']);
  });
});

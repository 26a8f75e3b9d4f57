import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, painter, safe } from '../../../adapters/terminal/style.ts';

describe('safe', () => {
  it('lets no escape sequence through', () => {
    expect(safe('甲\u001B]0;title\u0007乙\u009B2J\r丙\u007F')).toBe('甲]0;title乙2J丙');
  });

  it('keeps tabs and line feeds', () => {
    expect(safe('甲\t乙\n丙')).toBe('甲\t乙\n丙');
  });

  it('shows marks that turn the direction instead of obeying them', () => {
    expect(safe('超\u202E307\u2069亿')).toBe('超<U+202E>307<U+2069>亿');
  });

  it('leaves all other text alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '“', '１', 'a', '\n', '😀')), (parts) => {
        expect(safe(parts.join(''))).toBe(parts.join(''));
      }),
    );
  });
});

describe('oneLine', () => {
  it('leaves one line', () => {
    expect(oneLine('a \n b\r\n\u001B[1mc')).toBe('a b [1mc');
  });
});

describe('painter', () => {
  it('paints only where there is colour', () => {
    expect(painter(true).bold('甲')).toBe('\u001B[1m甲\u001B[22m');
    expect(painter(true).bold('')).toBe('');
    expect(painter(false).bold('甲')).toBe('甲');
  });
});

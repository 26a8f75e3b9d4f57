import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/util/visible.ts';

describe('a text that may stand among our own words', () => {
  it.each([
    ['a turn of the direction of writing', '水\u202e厂\u2066有\u200f几座', '水厂有几座'],
    ['half a character', '水厂\ud83d有几座', '水厂有几座'],
    ['characters of no width', '水\u200b厂\ufeff有\u00ad几座\u{e0041}', '水厂有几座'],
    ['controls', '水\0厂\x1b[31m有几座', '水厂[31m有几座'],
    ['a joiner where it joins nothing', '水\u200d厂', '水厂'],
  ])('is without %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('is as it was where nothing is hidden', () => {
    for (const text of ['2022年，供水总量是多少？\n第二行', '𠮷野家', '👩‍🌾', 'naïve', '𝒜'])
      expect(visible(text)).toBe(text);
  });

  it('shows nothing hidden, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOriginal, simplified } from '../../src/figures/simplified.ts';

describe('simplified', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(simplified(text)).toHaveLength(text.length);
      }),
    );
  });

  it('converts, and leaves simplified characters alone', () => {
    expect(simplified('兩萬輛、三屆、約29億美元')).toBe('两万辆、三届、约29亿美元');
    expect(simplified('著名的万里长城')).toBe('著名的万里长城');
  });
});

describe('inOriginal', () => {
  const original = '輸出的技術合同9300項，成交額307億元';
  const simple = simplified(original);

  it('gives the characters of the article back, from several places if need be', () => {
    expect(inOriginal('技术合同', original, simple, 12)).toBe('技術合同');
    expect(inOriginal('技术合同成交额', original, simple, 17)).toBe('技術合同成交額');
  });

  it('leaves words alone that are not there', () => {
    expect(inOriginal('销量', original, simple, 17)).toBe('销量');
  });
});

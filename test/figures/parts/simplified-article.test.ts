import { describe, expect, it } from 'vitest';
import { inOriginal } from '../../../src/figures/parts/simplified-article.ts';
import { simplify } from '../../../src/language/simplify.ts';

describe('inOriginal', () => {
  const original = '輸出的技術合同9300項，成交額307億元';
  const simple = simplify(original);

  it('gives the characters of the article back, from several places if need be', () => {
    expect(inOriginal('技术合同', original, simple, 12)).toBe('技術合同');
    expect(inOriginal('技术合同成交额', original, simple, 17)).toBe('技術合同成交額');
  });

  it('leaves words alone that are not there', () => {
    expect(inOriginal('销量', original, simple, 17)).toBe('销量');
  });
});

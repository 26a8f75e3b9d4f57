import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesOf } from '../../../src/figures/parts/all-matches.ts';

it('gives what matchAll gives, text after text', () => {
  const patterns = [/b+/g, /(?<first>a)|(?<!b)$/g, /a*/g, /(?<=a)b/g];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '，') }), (text) => {
      for (const pattern of patterns)
        expect(matchesOf(pattern, text)).toEqual([...text.matchAll(pattern)]);
    }),
  );
});

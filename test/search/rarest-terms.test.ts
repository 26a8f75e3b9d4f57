import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rarestTerms } from '../../src/search/rarest-terms.ts';

const COUNTS = new Map([
  ['的', 9000],
  ['技术', 400],
  ['成交额', 30],
  ['国创中心', 2],
]);
const frequency = (term: string) => COUNTS.get(term) ?? 0;

describe('rarestTerms', () => {
  it('takes the rarest first, and leaves out those that exceed the budget', () => {
    expect(rarestTerms(['的', '技术', '国创中心', '成交额'], frequency, 500)).toEqual([
      '国创中心',
      '成交额',
      '技术',
    ]);
  });

  it('takes the rarest even where it alone exceeds the budget', () => {
    expect(rarestTerms(['的', '技术'], frequency, 10)).toEqual(['技术']);
  });

  it('leaves out what no document holds, and repetitions', () => {
    expect(rarestTerms(['没有', '技术', '技术'], frequency, 10_000)).toEqual(['技术']);
    expect(rarestTerms(['没有'], frequency, 10_000)).toEqual([]);
  });

  it('takes all that documents hold where the budget allows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), (counts) => {
        const taken = rarestTerms(counts.map(String), Number, Number.POSITIVE_INFINITY);
        expect(taken.map(Number)).toEqual(
          counts.filter((count) => count > 0).sort((a, b) => a - b),
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairSet, pairOf } from '../../src/language/unit-pair.ts';

const UNIT = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x4e40 }),
  fc.integer({ min: 0, max: 0xffff }),
);
const PAIR = fc.tuple(UNIT, UNIT).map(([first, second]) => pairOf(first, second));

it('takes out what a set does', () => {
  fc.assert(
    fc.property(fc.array(PAIR), fc.array(PAIR), (held, others) => {
      const [pairs, set] = [new PairSet(held), new Set(held)];
      for (const pair of [...others, ...held, ...held])
        expect(pairs.delete(pair)).toBe(set.delete(pair));
    }),
  );
});

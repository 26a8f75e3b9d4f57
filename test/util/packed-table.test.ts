import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedTable } from '../../src/util/packed-table.ts';

it('finds what a map finds', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.array(fc.string())), {
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(entries, fc.string(), (held, other) => {
      const [table, map] = [new PackedTable(held), new Map(held)];
      for (const key of [...map.keys(), other]) expect(table.get(key)).toEqual(map.get(key));
    }),
  );
});

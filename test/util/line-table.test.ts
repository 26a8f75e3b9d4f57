import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLines, writeLines } from '../../src/util/line-table.ts';

/** Any text without what separates the words of a line. */
const WORD = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\t\n]/g, ' '));

it('finds what a map finds', () => {
  const entries = fc.uniqueArray(fc.tuple(WORD, fc.array(WORD, { minLength: 1 })), {
    selector: ([key]) => key,
    maxLength: 300,
  });
  fc.assert(
    fc.property(entries, WORD, (held, other) => {
      const texts = new Map(writeLines('words', held));
      const [wordsOf, map] = [readLines('words', (key) => texts.get(key)), new Map(held)];
      for (const key of [...map.keys(), other]) expect(wordsOf(key)).toEqual(map.get(key));
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexLines } from '../../src/knowledge/line-index.ts';

/** Words that are often alike, some of which are looked up in another form. */
const WORD = fc.string({
  unit: fc.constantFrom('甲', '乙', '丙', '?'),
  minLength: 1,
  maxLength: 4,
});
const LINE = fc.tuple(
  fc.array(WORD, { minLength: 1, maxLength: 4 }),
  fc.array(WORD, { minLength: 1 }),
);
const formOf = (word: string) => word.replaceAll('?', '甲');

it('finds the right sides that a map of all words has, in order', () => {
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 40 }), WORD, (lines, other) => {
      const text = lines
        .map(([left, right]) => `${left.join(' ')} > ${right.join(' ')}`)
        .join('\n');
      const map = new Map<string, string[]>();
      for (const [left, right] of lines)
        for (const word of left)
          map.set(formOf(word), [...(map.get(formOf(word)) ?? []), right.join(' ')]);
      const find = indexLines(text, (words) => words.includes('?'), formOf);
      for (const form of [...map.keys(), formOf(other)])
        expect(find(form)).toEqual(map.get(form) ?? []);
    }),
  );
});

it('passes lines over that have no left side', () => {
  const find = indexLines('\n出行\n坐车 乘车 > 客运\n\n交通', () => false, String);
  expect(find('乘车')).toEqual(['客运']);
  expect(find('出行')).toEqual([]);
  expect(find('客运')).toEqual([]);
});

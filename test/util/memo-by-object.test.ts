import { expect, it } from 'vitest';
import { memoOfLast } from '../../src/util/memo-by-object.ts';

it('computes of each object once, and again once many others have been asked about', () => {
  const computed: string[] = [];
  const nameOf = memoOfLast(({ name }: { readonly name: string }) => {
    computed.push(name);
    return name;
  });
  const first = { name: 'first' };
  expect([nameOf(first), nameOf(first)]).toEqual(['first', 'first']);
  expect(computed).toEqual(['first']);
  for (let at = 0; at < 1_000; at += 1) nameOf({ name: 'other' });
  expect(nameOf(first)).toBe('first');
  expect(computed.filter((name) => name === 'first')).toHaveLength(2);
});

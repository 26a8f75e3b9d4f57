import { expect, it } from 'vitest';
import { VALUE_NAMES } from '../../src/store/derived-values.ts';
import { tagOf } from '../../src/store/value-tag.ts';

it('gives each kind of value a tag of its own, the same each time', () => {
  const tags = VALUE_NAMES.map(tagOf);
  expect(new Set(tags).size).toBe(VALUE_NAMES.length);
  for (const tag of tags) expect(tag).toMatch(/^[0-9a-f]{16}$/);
  expect(VALUE_NAMES.map(tagOf)).toEqual(tags);
});

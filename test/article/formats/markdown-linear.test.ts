import { expect, it } from 'vitest';
import { readMarked } from '../../../src/article/formats/markdown.ts';

// by a reader whose time grows with the square, each of these takes minutes
it.each([
  ['calls of footnotes', '[^1]'.repeat(100_000)],
  ['openings of CDATA', '<![CDATA['.repeat(40_000)],
  ['brackets', '['.repeat(100_000)],
])('reads a long line of %s as one line', (_, line) => {
  const { lines, text } = readMarked(`# 题\n\n文 ${line}\n`);
  expect(lines).toHaveLength(2);
  expect(text.slice(lines[1]?.span.start, lines[1]?.span.end)).toBe(`文 ${line}`);
});

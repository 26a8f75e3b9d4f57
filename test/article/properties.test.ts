import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/body/parse-article.ts';
import { page, read } from './helpers.ts';
import { expectSound } from './invariants.ts';

const PAGES = [
  'communique.txt',
  'portal-news.txt',
  'saved-page.txt',
  'wechat.txt',
  'taiwan.txt',
  'interview.txt',
  'wrapped.txt',
  'table.md',
];

function check(text: string): void {
  for (const file of ['x.txt', 'x.md']) {
    const parsed = parseArticle(file, read(file, text));
    if (!parsed.ok) {
      expect(parsed.reason).toMatch(/^[^\n]+$/u);
      continue;
    }
    expect(parsed.article.text).toBe(text);
    expectSound(parsed.article);
  }
}

test.each(PAGES)('%s is sound', (file) => {
  expectSound(page(file));
});

describe('any text', () => {
  test('of any characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), check),
    );
  });

  test('made of the lines of real pages, in any order', () => {
    const lines = PAGES.flatMap((file) => page(file).text.split('\n'));
    const pieces = fc.constantFrom(
      ...lines,
      '',
      '---',
      'title: 题',
      '> ',
      '- 项',
      '01',
      '一、甲',
      '联合，',
      '\u200b',
      '```',
      '各位：',
      '国务院总理',
      '李克强',
      '2023-13-45',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (some) => check(some.join('\n'))),
      { numRuns: 300 },
    );
  });

  test('that begins like front matter', () => {
    const unit = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '---\n',
      '[',
      '{',
      '"',
      "'",
      '&',
      '*',
      '|',
      '>',
      '#',
      '题',
      'date: ',
      'title: ',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (rest) => check(`---\n${rest}`)),
      { numRuns: 300 },
    );
  });
});

const HOSTILE = {
  brackets: '(',
  quotes: '“',
  'Markdown brackets': '[',
  emphasis: '*a',
  'block quotes': '>',
  'lists in lists': '- ',
  'table bars': '|',
  'short lines': 'a\n',
  'cut lines': '长三角是全国创新能力最强的区域之一，近年来\n',
  dates: '2023-06-01\n',
  bylines: '记者 张三\n',
  boxes: '相关阅读\n',
  labels: '来源：a ',
  'zero-width lines': '\u200b\n',
  numbers: '1. a\n',
};

test.each(Object.entries(HOSTILE))('a file of nothing but %s is read', (_, unit) => {
  check(unit.repeat((unit.length === 1 ? 100_000 : 20_000) / unit.length));
});

test('deep YAML is read', () => {
  // Deep enough to exhaust the stack of a parser that recurses.
  for (const level of ['[', '{', '- ', '? ', 'a: 1\n', 'a:\n '])
    for (const levels of [390, 5_000]) check(`---\na: ${level.repeat(levels)}\n---\n正文。`);
});

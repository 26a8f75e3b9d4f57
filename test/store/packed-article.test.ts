import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { headOf, lazyArticle, packBody, unpackBody } from '../../src/store/packed-article.ts';
import { articleOf } from '../helpers/article.ts';

const article = articleOf('seed', readFileSync('corpus/yangtze-delta-2023.txt', 'utf8'));
const FOLDER = mkdtempSync(join(tmpdir(), 'yuanwen-packed-'));
writeFileSync(
  join(FOLDER, 'table.md'),
  '# 表\n\n| 地区 | 成交额（亿元） |\n| --- | --- |\n| 江苏 | 307 |\n',
);
const [table] = (await loadCorpus(FOLDER)).articles as [Article];

it.each([
  ['text', article],
  ['a table', table],
])('gives back an article of %s as it was, by way of JSON', (_, one) => {
  const kept = JSON.parse(JSON.stringify([headOf(one), packBody(one)]));
  const open = vi.fn(() => unpackBody(kept[1]));
  const opened = lazyArticle(kept[0], { facts: () => kept[0].head, body: open });
  expect([opened.title, opened.date, opened.head]).toEqual([one.title, one.date, one.head]);
  expect(open).not.toHaveBeenCalled();
  expect({ ...opened }).toEqual(one);
  expect(one.paragraphs.some(({ row }) => row !== undefined)).toBe(one === table);
});

import { describe, expect, it } from 'vitest';
import { listArticles } from '../../../adapters/terminal/articles.ts';
import { problemLines } from '../../../adapters/terminal/problems.ts';
import { corpus, memoryIo, money } from './fakes.ts';

describe('listArticles', () => {
  it('tells id, title, date, counts and what was left out', async () => {
    const { io, said } = memoryIo('');
    await listArticles(corpus, () => [money], io);
    expect(said().trimEnd().split('\n')).toEqual([
      'delta',
      '  长三角合力构建科创共同体',
      '  2023-06-01 · 交汇点 · 2 段 · 1 个统计数字',
      '  未收的页面杂项：',
      '    打印 放大 缩小  [share-bar]',
    ]);
  });
});

describe('the name of an article', () => {
  it('is one line, whatever the file is called', async () => {
    const { io, said } = memoryIo('');
    const [article] = corpus.articles;
    if (!article) throw new Error('the corpus of the tests is empty');
    const articles = [{ ...article, id: 'a\nb\u001B[31m' }];
    await listArticles({ ...corpus, articles }, () => [], io);
    expect(said().split('\n')[0]).toBe('a b[31m');
  });
});

describe('problemLines', () => {
  it('names each file once and counts those left out', () => {
    expect(
      problemLines([
        { file: 'a.txt', severity: 'error', message: 'is empty: add text' },
        { file: 'b\n.md', severity: 'warning', message: 'b\n.md: the date is none' },
        { file: 'c.txt', severity: 'error', message: 'is a folder: move it' },
      ]),
    ).toEqual([
      'a.txt: is empty: add text',
      'b .md: the date is none',
      'c.txt: is a folder: move it',
      '2 files were left out.',
    ]);
  });

  it('says nothing when all is well', () => {
    expect(problemLines([])).toEqual([]);
  });
});

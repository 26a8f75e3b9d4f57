import { describe, expect, it } from 'vitest';
import { checkArticles, listArticles } from '../../../adapters/terminal/articles.ts';
import { problemLines } from '../../../adapters/terminal/problems.ts';
import { findDuplicates } from '../../../src/duplicates/list-duplicates.ts';
import { corpus, memoryIo, money } from './fakes.ts';

describe('listArticles', () => {
  it('tells id, title, date, counts and what was left out', async () => {
    const { io, said } = memoryIo('');
    await listArticles(corpus, () => [money], findDuplicates([]), io);
    expect(said().trimEnd().split('\n')).toEqual([
      'delta',
      '  长三角合力构建科创共同体',
      '  2023-06-01 · 交汇点 · 2 段 · 1 个统计数字',
      '  未收的页面杂项：',
      '    打印 放大 缩小  [share-bar]',
    ]);
  });
});

describe('checkArticles', () => {
  it('says that all is well', async () => {
    const { io, said } = memoryIo('');
    expect(await checkArticles(corpus, () => [money], io)).toBe(true);
    expect(said()).toBe(
      'ok       delta.txt  长三角合力构建科创共同体 · 2023-06-01 · 2 段 · 1 个统计数字 · 1 处页面杂项\n' +
        '1 loaded, 0 errors, 0 warnings\n',
    );
  });

  it('puts what was left out first; warnings alone are no failure', async () => {
    const { date: _, ...undated } = corpus.articles[0]!;
    const problems = [
      { file: 'delta.txt', severity: 'warning' as const, message: 'delta.txt line 2: no such day' },
      { file: 'b.pdf', severity: 'error' as const, message: 'b.pdf is encrypted; save it' },
    ];
    const { io, said } = memoryIo('');
    const bad = { articles: [undated], problems };
    expect(await checkArticles(bad, () => [], io)).toBe(false);
    expect(said().split('\n')).toEqual([
      'error    b.pdf is encrypted; save it',
      'warning  delta.txt  长三角合力构建科创共同体 · 日期不详 · 2 段 · 0 个统计数字 · 1 处页面杂项',
      '         delta.txt line 2: no such day',
      '         delta.txt names no date, so that 去年 cannot be resolved; add date: 2023-06-01 in front matter',
      '1 loaded, 1 errors, 2 warnings',
      '',
    ]);
    const warned = { articles: [undated], problems: problems.slice(0, 1) };
    expect(await checkArticles(warned, () => [], io)).toBe(true);
  });
});

describe('the name of an article', () => {
  it('is one line, whatever the file is called', async () => {
    const { io, said } = memoryIo('');
    const [article] = corpus.articles;
    if (!article) throw new Error('the corpus of the tests is empty');
    const articles = [{ ...article, id: 'a\nb\u001B[31m' }];
    await listArticles({ ...corpus, articles }, () => [], findDuplicates(articles), io);
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

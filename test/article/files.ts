import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Article, Corpus } from '../../src/article/article.ts';
import { readCorpus } from '../../src/corpus/load-corpus.ts';

/** A corpus folder of its own for each test of a file. */
export function useFolder() {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'yuanwen-corpus-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    path: (name: string) => join(dir, name),
    write: (name: string, content: string | Uint8Array) => writeFileSync(join(dir, name), content),
    read: (): Promise<Corpus> => readCorpus(dir),
    /** What is said of the one bad file beside a good one. */
    async problem(): Promise<string> {
      writeFileSync(join(dir, 'zz-good.txt'), '好文章\n\n这一篇可以读。');
      const { articles, problems } = await readCorpus(dir);
      if (!articles.some(({ id }) => id === 'zz-good')) throw new Error('the good file is lost');
      return problems.map(({ severity, message }) => `${severity} ${message}`).join('\n');
    },
  };
}

/** A file of `test/fixtures`. */
export function fixture(path: string): Buffer {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
}

/** The one article of a corpus. */
export function only({ articles, problems }: Corpus): Article {
  const [article, ...more] = articles;
  if (article === undefined || more.length > 0 || problems.length > 0)
    throw new Error(`not one article: ${problems.map(({ message }) => message).join('; ')}`);
  return article;
}

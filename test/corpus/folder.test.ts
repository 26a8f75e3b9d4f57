import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { openFolder } from '../../src/corpus/folder.ts';

const PAGE = (title: string, said: string) => `${title}\n\n2024-03-05\n\n${said}\n`;

let dir: string;

function write(file: string, text: string | Uint8Array): void {
  writeFileSync(join(dir, file), text);
}

function texts(articles: readonly Article[]): string[] {
  return articles.map(({ text }) => text);
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yuanwen-folder-'));
  write('a.txt', PAGE('甲地通水', '甲地的水厂今年通水，日供水八万吨。'));
  write('b.txt', PAGE('乙地通车', '乙地的大桥今年通车，全长三公里。'));
});

describe('a folder of articles loaded again', () => {
  it('gives the very articles of files that have not changed, and reads the others', async () => {
    const folder = openFolder(dir);
    const [a, b] = (await folder.load()).articles;
    write('b.txt', PAGE('乙地通车', '乙地的大桥去年通车，全长四公里。'));
    write('c.txt', PAGE('丙地开园', '丙地的湿地公园今年开园，免费开放。'));
    const again = (await folder.load()).articles;
    expect(again.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(again[0]).toBe(a);
    expect(again[1]).not.toBe(b);
    expect(again[1]?.text).toContain('四公里');
  });

  it('has no more what was removed', async () => {
    const folder = openFolder(dir);
    await folder.load();
    rmSync(join(dir, 'a.txt'));
    expect((await folder.load()).articles.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps what a file held that can no longer be read, says so, and forgets it with the file', async () => {
    const folder = openFolder(dir);
    const before = texts((await folder.load()).articles);
    write('a.txt', new Uint8Array([0xff, 0, 1, 2, 3, 0, 0, 0x80, 0x81, 0xfe, 7, 7]));
    for (let round = 0; round < 2; round += 1) {
      const { articles, problems } = await folder.load();
      expect(texts(articles)).toEqual(before);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toMatch(/^a\.txt .*; what it held before stays in service$/u);
    }
    rmSync(join(dir, 'a.txt'));
    expect((await folder.load()).articles.map(({ id }) => id)).toEqual(['b']);
  });

  it('reads a file again once it is mended', async () => {
    const folder = openFolder(dir);
    await folder.load();
    write('a.txt', '');
    await folder.load();
    write('a.txt', PAGE('甲地通水', '甲地的水厂日供水九万吨，比去年多。'));
    const { articles, problems } = await folder.load();
    expect(articles[0]?.text).toContain('九万吨');
    expect(problems).toEqual([]);
  });

  it('reads a whole corpus in one file again when that changes', async () => {
    const line = (id: string, said: string) =>
      JSON.stringify({ id, title: '题', paragraphs: [said] });
    write('articles.jsonl', line('x', '甲地的水厂今年通水。'));
    const folder = openFolder(dir);
    const [x] = (await folder.load()).articles;
    expect((await folder.load()).articles[0]).toBe(x);
    write('articles.jsonl', line('y', '乙地的大桥今年通车。'));
    expect((await folder.load()).articles.map(({ id }) => id)).toEqual(['y']);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/article/formats/index.ts';
import { createDocumentReader } from '../../src/corpus/document-reader.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { docxOfParagraphs, docxOfRuns, pdfDeflatedTwice } from '../article/bombs.ts';

const PAGE = '<html><body><p>2022年，新区供水总量达8.6亿立方米。</p></body></html>';

function folderOf(files: Readonly<Record<string, string | Buffer>>) {
  const dir = mkdtempSync(join(tmpdir(), 'yuanwen-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return { dir, folder: openFolder(dir) };
}

describe('a small document that unpacks to much', () => {
  it.each([
    ['900,000 paragraphs', 'x.docx', docxOfParagraphs(900_000), /holds more than 600000 tags/],
    ['190,000 runs', 'x.docx', docxOfRuns(190_000), /holds more than 600000 tags/],
    ['a page deflated twice', 'x.pdf', pdfDeflatedTwice(500_000_000), /takes more than 768 MB/],
  ])('of %s is left out with one clear line, and the next file is read', async (_, name, bytes, line) => {
    expect(bytes.length).toBeLessThan(200_000);
    const { folder } = folderOf({ [name]: bytes, 'y.html': PAGE });
    const { articles, problems } = await folder.load();
    expect(articles.map(({ id }) => id)).toEqual(['y']);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(line)]);
    // what is at work here never held it
    expect(process.memoryUsage().rss).toBeLessThan(1_000_000_000);
  });

  it('is not read again until it changes', async () => {
    const { dir, folder } = folderOf({ 'x.pdf': pdfDeflatedTwice(500_000_000) });
    const {
      problems: [first],
    } = await folder.load();
    const {
      problems: [second],
    } = await folder.load();
    // a file that is read again has a problem of its own
    expect(second).toBe(first);
    writeFileSync(join(dir, 'x.pdf'), 'junk');
    const {
      problems: [third],
    } = await folder.load();
    expect(third?.message).toMatch(/is no PDF/);
  });
});

describe('a document', () => {
  const documents = createDocumentReader();
  const read = (bounds: { time: number; memory: number }, file = 'x.html') =>
    documents.read(formatOf(file)!, { file, id: 'x', bytes: Buffer.from(PAGE), front: '' }, bounds);
  const ENOUGH = { time: 30_000, memory: 500_000_000 };

  it('that takes too long is given up, and the next one has a process of its own', async () => {
    const { problems } = await read({ ...ENOUGH, time: 1 });
    expect(problems.map(({ message }) => message)).toEqual([
      'x.html takes more than 0.001 s to read; save its text alone, e.g. as .txt',
    ]);
    expect((await read(ENOUGH)).articles).toHaveLength(1);
  });

  it('is read in the order of asking, however many are asked for at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => read(ENOUGH)));
    expect(all.map(({ articles }) => articles.length)).toEqual(all.map(() => 1));
  });

  it('is read by however many readers, which this process ends as one', async () => {
    const before = process.listenerCount('exit');
    const readers = Array.from({ length: 3 }, createDocumentReader);
    const request = { file: 'x.html', id: 'x', bytes: Buffer.from(PAGE), front: '' };
    for (const each of readers)
      expect((await each.read(formatOf('x.html')!, request)).articles).toHaveLength(1);
    expect(process.listenerCount('exit')).toBe(before);
  });

  it('is read as it is in this process: the same article, to the last offset', async () => {
    const { readArticle } = await import('../../src/corpus/read-articles.ts');
    const source = { bytes: Buffer.from(PAGE), front: '' };
    expect(await read(ENOUGH)).toEqual(
      await readArticle('x.html', 'x', formatOf('x.html')!, source),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { extractFigures } from '../../../src/figures/extract.ts';
import { fixture, only, useFolder } from '../files.ts';
import { leftOut, texts } from '../helpers.ts';
import { expectSound } from '../invariants.ts';

const folder = useFolder();

async function read(file: string): Promise<Article> {
  folder.write(file, fixture(`formats/${file}`));
  const article = only(await folder.read());
  expectSound(article);
  return article;
}

/** Paragraphs and headings of night-school.txt, which pandoc wrote. */
async function plain() {
  const article = await read('night-school.txt');
  const { rmSync } = await import('node:fs');
  rmSync(folder.path('night-school.txt'));
  return { paragraphs: texts(article), headings: article.headings.map(({ text }) => text) };
}

describe('one article in every format', () => {
  test.each([
    'night-school.md',
    'night-school.html',
    'night-school.docx',
    'night-school-writer.docx',
    'night-school.pdf',
  ])('%s has the paragraphs and headings of the plain text', async (file) => {
    const expected = await plain();
    const article = await read(file);
    expect(expected.paragraphs).toHaveLength(11);
    expect(texts(article)).toEqual(expected.paragraphs);
    expect(article.headings.map(({ text }) => text)).toEqual(expected.headings);
    expect(article).toMatchObject({
      title: '老厂房里的夜校',
      date: '2023-11-05',
      source: '滨江日报',
    });
  });

  test('what a browser printed begins as the plain text does, in its characters', async () => {
    const { paragraphs } = await plain();
    const article = await read('night-school-opening.pdf');
    expect(texts(article)).toEqual(paragraphs.slice(0, 2));
    expect(article.text).not.toMatch(/[\u2e80-\u2fdf]/u);
  });
});

describe('the pages of a PDF', () => {
  test('are known of each paragraph; one that runs on belongs to the page it begins on', async () => {
    const { paragraphs } = await read('night-school.pdf');
    expect(paragraphs.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  });

  test('have their running head and number left out, one of each', async () => {
    const article = await read('night-school.pdf');
    expect(leftOut(article)).toEqual({
      滨江日报深度报道: 'running-head',
      '— 1 —': 'running-head',
      '责任编辑：李楠': 'editor',
    });
  });
});

describe('tables', () => {
  test.each([
    'report.md',
    'report.html',
    'report.docx',
  ])('of %s are rows with their headers', async (file) => {
    const article = await read(file);
    const row = article.paragraphs.find((each) =>
      article.text.slice(each.span.start, each.span.end).includes('江苏'),
    );
    const cell = row?.row?.cells[2];
    const slice = ({ start, end }: { start: number; end: number }) =>
      article.text.slice(start, end);
    expect(cell && slice(cell.span)).toBe('3889.20');
    expect(cell?.above.map(slice)).toEqual(['2022年']);
    expect(cell?.beside.map(slice)).toEqual(['江苏']);
    expect(row?.row?.captions.map(slice)).toEqual(['表1 三省一市技术合同成交额（单位：亿元）']);
    expect(texts(article).filter((text) => text.includes('|'))).toHaveLength(7);
  });

  test('hold the same figures in every format', async () => {
    const figures = async (file: string) => {
      const found = extractFigures(await read(file));
      const { rmSync } = await import('node:fs');
      rmSync(folder.path(file));
      return found.map(({ text, value, unit, actor, period, measure, direction }) => [
        ...[text, value, unit, measure],
        ...[direction ?? '', actor ?? '', period ?? ''],
      ]);
    };
    const markdown = await figures('report.md');
    expect(markdown).toHaveLength(18);
    expect(markdown).toContainEqual([
      ...['3889.20', 388_920_000_000, '元', '三省一市技术合同成交额（单位：亿元）'],
      ...['', '江苏', '2022'],
    ]);
    expect(await figures('report.html')).toEqual(markdown);
    expect(await figures('report.docx')).toEqual(markdown);
  });
});

import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/article/article.ts';
import { clausesOf } from '../../../../src/article/clauses.ts';
import { only, useFolder } from '../../files.ts';
import { texts } from '../../helpers.ts';
import { expectSound } from '../../invariants.ts';
import { type Placed, pdfOf } from '../../pdf.ts';

const folder = useFolder();
const TITLE: Placed = { text: '河口水文站记事', left: 200, y: 790, size: 18 };

async function read(...pages: (readonly Placed[])[]): Promise<Article> {
  folder.write('a.pdf', pdfOf(pages));
  const article = only(await folder.read());
  expectSound(article);
  return article;
}

/** Lines one below the other. */
const lines = (left: number, y: number, pitch: number, ...all: string[]): Placed[] =>
  all.map((text, i) => ({ text, left, y: y - i * pitch }));

describe('the running text of a PDF', () => {
  it('is joined by the distance of its own lines, not by that of a list', async () => {
    const article = await read([
      TITLE,
      ...lines(
        80,
        750,
        26,
        '河口镇的水文站开始测流以来每天早晚各测一次并把结果',
        '报给县里的防汛办公室存查，遇到大水时每小时测一次。',
      ),
      ...lines(80, 680, 15, '一月三次', '二月四次', '三月六次', '四月八次', '五月九次'),
    ]);
    expect(texts(article)[0]).toMatch(/^河口镇.*把结果报给.*一次。$/u);
    expect(texts(article)).toHaveLength(6);
  });

  it('that is set wide has no spaces, and marks of notes are no part of it', async () => {
    const article = await read([
      TITLE,
      { text: '水 位 为 1 8 5 . 2 米 ， 比 昨 日 上 升 。', left: 80, y: 740 },
      { text: '全县人口为十八万人', left: 80, y: 700 },
      { text: '1', left: 188, y: 705, size: 7 },
      { text: '，比上年略有增加。', left: 193, y: 700 },
    ]);
    expect(texts(article).join('')).toBe(
      '水位为185.2米，比昨日上升。全县人口为十八万人，比上年略有增加。',
    );
  });

  it('in two columns that were drawn line by line is read column by column', async () => {
    const left = [
      '左栏第一行写站里有三名测工',
      '左栏第二行写他们轮流值班并',
      '左栏第三行写各记各的账目。',
    ];
    const right = [
      '右栏第一行写站里有两条测船',
      '右栏第二行写船在冬天上岸并',
      '右栏第三行写开春再下水去。',
    ];
    const placed = left.flatMap((text, i) => [
      { text, left: 80, y: 740 - i * 20 },
      { text: right[i] ?? '', left: 320, y: 740 - i * 20 },
    ]);
    const article = await read([TITLE, ...placed]);
    expect(texts(article).join('')).toBe([...left, ...right].join(''));
  });

  it('keeps the clauses of a law, whose numbers stand apart', async () => {
    const article = await read([
      { text: '水井管理办法', left: 200, y: 790, size: 18 },
      ...['第一条', '第二条', '第三条'].flatMap((number, i) => [
        { text: number, left: 104, y: 740 - i * 24 },
        { text: `水井由乡镇管理，每年检查${'一二三'.charAt(i)}次。`, left: 164, y: 740 - i * 24 },
      ]),
    ]);
    expect(clausesOf(article).map(({ blocks: [first] }) => first?.text)).toEqual([
      '第一条 水井由乡镇管理，每年检查一次。',
      '第二条 水井由乡镇管理，每年检查二次。',
      '第三条 水井由乡镇管理，每年检查三次。',
    ]);
  });

  it('in vertical lines is refused', async () => {
    folder.write('v.pdf', pdfOf([[{ text: '河口镇的水文站每天测流', left: 400, y: 700 }]], true));
    expect(await folder.problem()).toMatch(
      /^error v\.pdf is set in vertical lines, .*save its text/u,
    );
  });
});

describe('a table of a PDF', () => {
  it('has its cells under their headers, on their page', async () => {
    const article = await read([
      TITLE,
      { text: '下表比较两种测法，数字都来自本站的记录。', left: 80, y: 740 },
      ...[80, 200, 300].map((left, i) => ({
        text: ['测法', '次数', '优点'][i] ?? '',
        left,
        y: 710,
      })),
      { text: '省人力，', left: 300, y: 686 },
      ...[80, 200].map((left, i) => ({ text: ['浮标', '280'][i] ?? '', left, y: 678 })),
      { text: '也安全', left: 300, y: 670 },
      ...[80, 200, 300].map((left, i) => ({ text: ['测船', '92', '准'][i] ?? '', left, y: 640 })),
      { text: '两种测法各有长处，站里轮换使用，年底再作比较。', left: 80, y: 600 },
    ]);
    expect(texts(article)).toEqual([
      '下表比较两种测法，数字都来自本站的记录。',
      '浮标 | 280 | 省人力，也安全',
      '测船 | 92 | 准',
      '两种测法各有长处，站里轮换使用，年底再作比较。',
    ]);
    expect(article.paragraphs.map(({ page, row }) => [page, row?.cells.length])).toEqual([
      [1, undefined],
      [1, 3],
      [1, 3],
      [1, undefined],
    ]);
  });
});

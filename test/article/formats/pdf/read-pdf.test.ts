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

  it('in two columns close together is read column by column, whatever hangs into the gap', async () => {
    const left = [
      '左栏第一行写河口的水文站，',
      '第二行写站里有测流的船、缆',
      '道和浮标，每天早晚各测一次',
      '，并且记在簿上。',
    ];
    const right = [
      '右栏第一行写船在冬天上岸检',
      '修，开春以后再下水，由三名',
      '站员轮流驾驶，另有一名站员',
      '在岸上看守缆道。',
    ];
    const placed = left.flatMap((text, i) => [
      { text: text + (right[i] ?? ''), left: 80, y: 740 - i * 20 },
      { text: right[i] ?? '', left: 264, y: 740 - i * 20 },
    ]);
    const apart = placed.map((each, i) => ({
      ...each,
      text: i % 2 ? each.text : (left[i / 2] ?? ''),
    }));
    const article = await read([TITLE, ...apart, { text: '12', left: 240, y: 40, size: 9 }]);
    expect(texts(article).join('')).toBe([...left, ...right].join(''));
  });

  it('goes on where a number was too long for its line, or a line is set wider apart', async () => {
    const article = await read([
      TITLE,
      { text: '河口水文站去年巡护经费共计', left: 80, y: 740 },
      { text: '1234.5元，都已经用完了。今', left: 80, y: 720 },
      { text: '年的经费要到三月才能拨给站里，', left: 80, y: 700 },
      { text: '在那以前由河道的管理处先行垫付', left: 80, y: 668 },
      { text: '一半。', left: 80, y: 648 },
    ]);
    expect(texts(article)).toEqual([
      '河口水文站去年巡护经费共计1234.5元，都已经用完了。今年的经费要到三月才能拨给站里，在那以前由河道的管理处先行垫付一半。',
    ]);
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

  it('has short cells at the left below names that are centred, as browsers print them', async () => {
    const row = (y: number, ...cells: [string, number][]) =>
      cells.map(([text, left]) => ({ text, left, y }));
    const article = await read([
      TITLE,
      { text: '下表比较两种测法，数字都来自本站的记录。', left: 80, y: 740 },
      ...row(710, ['测法', 100], ['费用（元）', 220], ['优点', 380]),
      ...row(688, ['省人力，而且能够', 320]),
      ...row(680, ['浮标', 80], ['28', 180]),
      ...row(672, ['夜里测', 320]),
      ...row(650, ['测船', 80], ['92', 180], ['准', 320]),
    ]);
    expect(texts(article)).toEqual([
      '下表比较两种测法，数字都来自本站的记录。',
      '浮标 | 28 | 省人力，而且能够夜里测',
      '测船 | 92 | 准',
    ]);
  });
});

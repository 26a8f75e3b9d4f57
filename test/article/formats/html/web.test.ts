import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixture, only, useFolder } from '../../files.ts';
import { leftOut, quoted, texts, values } from '../../helpers.ts';
import { expectSound } from '../../invariants.ts';

const folder = useFolder();

/** Saved pages, each with its paragraphs in `expected/`, set apart by blank lines. */
const PAGES = readdirSync(new URL('../../../fixtures/web', import.meta.url))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

async function read(page: string, html: string | Buffer = fixture(`web/${page}.html`)) {
  folder.write(`${page}.html`, html);
  return only(await folder.read());
}

describe('saved web pages', () => {
  test.each(PAGES)('%s has its paragraphs and nothing of the page around them', async (page) => {
    const expected = fixture(`web/expected/${page}.txt`).toString().trim().split('\n\n');
    const article = await read(page);
    expectSound(article);
    expect(texts(article)).toEqual(expected);
  });

  test.each([
    ['government', '2024-03-15', '市政府办公室', []],
    ['newspaper', '2023-06-19', '云河日报', ['方晓']],
    ['wechat', '2022-06-20', '山海之间', ['周小满']],
    ['portal', '2023-07-06', '中新网', ['何安']],
    ['blog', '2023-08-12', '阿木的笔记', ['阿木']],
    ['old-portal', '2016-07-02', '清江晚报', ['刘畅']],
    ['taiwan', '2021-09-18', '島嶼時報', []],
    ['selfmedia', '2023-09-05', '健康江城', []],
    ['short', '2023-02-14', '江城晚报', []],
    ['wordpress', '2022-05-08', '小鹿妈妈的生活志', []],
  ])('%s says when, where and by whom', async (page, date, source, authors) => {
    const article = await read(page);
    expect(article).toMatchObject({ date, source });
    expect(values(article, 'author')).toEqual(expect.arrayContaining(authors));
  });

  test('the page’s own line is quoted before what its head says out of sight', async () => {
    expect(quoted(await read('old-portal'), 'source')).toEqual([
      ['清江晚报', '清江新闻网 http://www.qingjiang.example 2016-07-02 08:45:10 来源：清江晚报'],
    ]);
  });

  test('what only the head says is quoted in its own characters', async () => {
    expect(quoted(await read('blog'), 'date')).toEqual([
      ['2023-08-12T13:05:21.000Z', '2023-08-12T13:05:21.000Z'],
    ]);
  });

  test('a day among what cannot be read as a head is found', async () => {
    expect(quoted(await read('university'), 'date')[0]?.[0]).toBe('2023年10月13日 16:20');
  });

  test('what is left out is listed, and nothing of it can be quoted', async () => {
    const article = await read('newspaper');
    expect(leftOut(article)).toMatchObject({
      '江畔名邸 恭迎品鉴 热线：400-000-0000': 'outside',
      '6月18日拍摄的云河跨江大桥合龙现场。记者 高远 摄': 'caption',
      '责任编辑：罗敏　校对：江涛': 'editor',
      '匿名网友：终于等到这一天，为建设者点赞！': 'outside',
    });
  });
});

describe('markup', () => {
  const BODY =
    '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关、共建创新平台、共享科技资源。';

  test('what is hidden is no text; links and marks within a sentence are', async () => {
    const article = await read(
      'x',
      `<title>共享科技资源</title><h1>共享科技资源</h1><p>${BODY}</p><p style="display:none">看不见的一段文字，不该被读到。</p><p>三省<b>一市</b>的<a href="#">科研</a>人员，<span>共同完成</span>了这一项目。<sup><a href="#n1">[1]</a></sup></p>`,
    );
    expect(texts(article)).toEqual([BODY, '三省一市的科研人员，共同完成了这一项目。']);
  });

  test('a line end of the source within Chinese text shows nothing', async () => {
    const article = await read(
      'x',
      `<h1>共享科技资源</h1><p>${BODY.slice(0, 20)}\n   ${BODY.slice(20)}</p>`,
    );
    expect(texts(article)).toEqual([BODY]);
  });

  test('cells that reach over rows and columns name what they reach over', async () => {
    const article = await read(
      'x',
      `<h1>三省一市技术市场</h1><p>${BODY}</p><table><tr><th rowspan="2">地区</th><th colspan="2">成交额（亿元）</th></tr><tr><th>2021年</th><th>2022年</th></tr><tr><td>江苏</td><td>3013.56</td><td>3889.20</td></tr></table><p>${BODY}</p>`,
    );
    const row = article.paragraphs.find(({ row }) => row !== undefined);
    const cell = row?.row?.cells[2];
    expect(cell?.above.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      '成交额（亿元）',
      '2022年',
    ]);
  });
});

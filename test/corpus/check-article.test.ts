import { expect, test } from 'vitest';
import { checkArticle } from '../../src/corpus/check-article.ts';
import { parse } from '../article/helpers.ts';

const HEAD = '技术市场年报\n\n2023-06-01 来源：交汇点\n\n';
const BODY =
  '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关、共建创新平台、共享科技资源。';

test('an article with title, date and text has nothing to mend', () => {
  expect(checkArticle(parse(HEAD + BODY))).toEqual([]);
});

test.each([
  ['no date', `技术市场年报\n\n${BODY}`, /^names no date; add date/u],
  [
    'no date that 去年 needs',
    `技术市场年报\n\n去年，${BODY}`,
    /去年 cannot be resolved; add date/u,
  ],
  [
    'a replacement character',
    `${HEAD}${BODY}\ufffd`,
    /garbled characters \(\ufffd\); save it again/u,
  ],
  ['GBK read and saved as UTF-8', `${HEAD}${BODY}锟斤拷`, /garbled characters \(锟斤拷\)/u],
  [
    'UTF-8 read as GBK',
    HEAD + new TextDecoder('gbk').decode(Buffer.from(BODY + BODY)).replace(/\ufffd/gu, ''),
    /reads like no Chinese text/u,
  ],
])('%s is told with its remedy', (_, text, fault) => {
  const faults = checkArticle(parse(text));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(fault);
});

test('a table without a header is told', () => {
  const article = parse(`${HEAD}${BODY}\n`);
  const [paragraph] = article.paragraphs;
  const cell = { span: paragraph!.span, above: [], beside: [] };
  const cells = [cell, cell, cell];
  const bare = { ...article, paragraphs: [{ ...paragraph!, row: { cells, captions: [] } }] };
  expect(checkArticle(bare)[0]).toMatch(/^has a table without a header \(paragraph 1\)/u);
});

test.each([
  ['a.txt', 'add date: 2023-06-01 in front matter'],
  ['a.md', 'add date: 2023-06-01 in front matter'],
  ['a.pdf', 'add date: 2023-06-01 in a file a.pdf.yaml beside it'],
  ['a.docx', 'add date: 2023-06-01 in a file a.docx.yaml beside it'],
  ['all.jsonl', 'add "date":"2023-06-01" to its line'],
])('what %s lacks is added where that format takes it', (file, remedy) => {
  const article = { ...parse(`技术市场年报\n\n${BODY}`), file };
  expect(checkArticle(article)).toEqual([`names no date; ${remedy}`]);
});

test('paragraphs that were cut in mid-sentence are told, a few headings are not', () => {
  const line = '三省一市联合开展攻关、共建创新平台、共享科技';
  const lines = Array.from({ length: 6 }, () => `　　${line}`).join('\n\n');
  expect(checkArticle(parse(`${HEAD}${BODY}\n\n${lines}\n\n${BODY}`))).toEqual([
    expect.stringMatching(/^has 6 paragraphs that end in mid-sentence; save/u),
  ]);
});

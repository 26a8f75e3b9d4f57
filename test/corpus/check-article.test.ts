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
  const cells = [{ span: paragraph!.span, above: [], beside: [] }];
  const bare = { ...article, paragraphs: [{ ...paragraph!, row: { cells, captions: [] } }] };
  expect(checkArticle(bare)[0]).toMatch(/^has a table without a header \(paragraph 1\)/u);
});

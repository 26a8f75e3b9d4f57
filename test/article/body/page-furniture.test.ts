import { describe, expect, test } from 'vitest';
import {
  BOX_RULES,
  FOOT_RULES,
  LINE_RULES,
} from '../../../src/article/body/data/furniture-rules.ts';
import { leftOut, parse, texts } from '../helpers.ts';

const BODY =
  '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关、共建创新平台、共享科技资源。';

describe('each rule takes its example and nothing of the text around it', () => {
  test.each(LINE_RULES.map((rule) => [rule.name, rule.example]))('%s: %s', (name, example) => {
    const article = parse(`标题\n\n${BODY}\n\n${example}\n\n${BODY}`);
    expect(leftOut(article)[example]).toBe(name);
    expect(texts(article)).toEqual([BODY, BODY]);
  });

  test.each(
    [...BOX_RULES, ...FOOT_RULES].map((rule) => [rule.name, rule.example]),
  )('%s at the foot: %s', (name, example) => {
    const article = parse(`标题\n\n${BODY}\n\n${example}`);
    expect(leftOut(article)[example]).toBe(name);
    expect(texts(article)).toEqual([BODY]);
  });
});

test('a paragraph that only speaks of such things is text', () => {
  const kept = [
    '游客打开手机扫一扫二维码，点击查看详情，即可下载客户端并收藏景点。',
    '未经授权不得转载他人作品的规定，适用于所有网站和公众号，也适用于打印和复制。',
    '法院认定，该公司的免责声明无效，责任编辑李某不承担赔偿责任。',
    '图为心声，字为心画，这是他常说的一句话，也是他练字四十年来的座右铭，更是他对学生的要求，从不含糊，从不例外，三十年如一日。',
    '从相关阅读推广活动中受益的孩子，全县共有1.2万名。',
  ];
  expect(texts(parse(['标题', ...kept].join('\n\n')))).toEqual(kept);
});

test('a box of links at the foot takes all that follows it', () => {
  const article = parse(
    `标题\n\n${BODY}\n\n相关新闻\n第一条新闻的标题\n第二条新闻的标题\n\n2023-08-16`,
  );
  expect(texts(article)).toEqual([BODY]);
  expect(Object.values(leftOut(article))).toEqual(['related', 'related', 'related', 'related']);
});

test('a box amid the text takes only its own line', () => {
  const article = parse(`标题\n\n${BODY}\n\n相关阅读\n\n${BODY}\n\n${BODY}`);
  expect(texts(article)).toEqual([BODY, BODY, BODY]);
  expect(leftOut(article)).toEqual({ 相关阅读: 'related' });
});

test('a notice under its own heading goes with it', () => {
  const notice =
    '本文观点仅代表作者本人，不构成投资建议，投资者据此操作，风险自担，与本网站无任何关系。';
  expect(texts(parse(`标题\n\n${BODY}\n\n免责声明\n\n${notice}`))).toEqual([BODY]);
});

test('a wrapped fraction is no page number', () => {
  const article = parse(
    `标题\n\n这一指标在去年的全国平均水平上又提高了大约\n1/12\n，达到历史最高。`,
  );
  expect(texts(article)).toEqual([
    '这一指标在去年的全国平均水平上又提高了大约\n1/12\n，达到历史最高。',
  ]);
});

test('a line of zero-width characters is blank', () => {
  const article = parse(`标题\n\n\u200b\u200b\n\n${BODY}\n\n\ufeff\n`);
  expect(texts(article)).toEqual([BODY]);
  expect(article.furniture).toEqual([]);
});

test('rules of dashes and stars are ornaments', () => {
  const article = parse(`标题\n\n${BODY}\n\n＊＊＊\n\n${BODY}\n\n----------`);
  expect(texts(article)).toEqual([BODY, BODY]);
  expect(Object.values(leftOut(article))).toEqual(['ornament', 'ornament']);
});

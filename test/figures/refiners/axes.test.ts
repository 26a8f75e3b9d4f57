import { expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { type FigureQuery, lookupFigures } from '../../../src/figures/lookup.ts';
import { articleOf } from '../../helpers/article.ts';

const article = articleOf(
  'finance',
  `江苏财政简报

2023-03-01 来源：江苏日报

2022年，南京财政收入为1558亿元，苏州财政收入2329亿元。

2022年腾讯公司营业收入5545亿元，江苏银行营业收入705亿元。

2021年，全省财政收入10015亿元。无锡高新技术企业数量达5000家。
`,
);
const figures = extractFigures(article);
const found = (query: FigureQuery) => {
  const result = lookupFigures(figures, query);
  return result.kind === 'found' ? result.figures.map(({ text }) => text) : result.failed;
};

it('whom a figure is about is told apart from what it measures', () => {
  expect(figures.map(({ measure, actor }) => [measure, actor])).toEqual([
    ['财政收入', '南京'],
    ['财政收入', '苏州'],
    ['营业收入', '腾讯公司'],
    ['营业收入', '江苏银行'],
    ['财政收入', '江苏'],
    ['高新技术企业数量', '无锡'],
  ]);
});

it('a word of both asks for both', () => {
  expect(found({ words: ['南京财政收入'] })).toEqual(['1558亿元']);
  expect(found({ words: ['苏州的财政收入', '2022'] })).toEqual(['2329亿元']);
  expect(found({ words: ['腾讯营业收入'] })).toEqual(['5545亿元']);
  expect(found({ words: ['江苏银行营业收入'] })).toEqual(['705亿元']);
  expect(found({ words: ['财政收入'] })).toHaveLength(3);
});

it('a place that has no such figure is named as what is missing', () => {
  expect(lookupFigures(figures, { words: ['扬州财政收入'] })).toMatchObject({
    failed: 'actor',
    asked: '扬州',
    held: ['南京', '江苏', '苏州'],
  });
  expect(found({ words: ['南京大学招生'] })).toBe('words');
});

import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { firmsIn, isOrganisation } from '../../../src/figures/parts/organisations.ts';
import { articleOf } from '../helpers/article.ts';

describe('firmsIn', () => {
  it.each([
    ['长岭纺织机械公告称，净利润为3亿元。', '长岭纺织机械'],
    ['中国海鹭预计2023年净利润为9亿元。', '中国海鹭'],
    ['蓝湾油服（600123.SH）此前公告。', '蓝湾油服'],
    ['白鹿食材2023年营业收入为7亿元。', '白鹿食材'],
    ['青禾种苗实现归属于母公司股东的净利润2亿元。', '青禾种苗'],
  ])('reads the firm of %s', (text, name) => {
    expect(firmsIn(text)).toContain(name);
  });

  it.each([
    '规模以上工业企业实现营业收入3万亿元。',
    '海外业务营业收入增长6%。',
    '全市研发投入增长9%。',
    '去年同期净利润为2亿元。',
    '报告显示，净利润下降。',
    '公司计划2024年实现营业收入8亿元。',
  ])('reads none in %s', (text) => {
    expect(firmsIn(text)).toEqual([]);
  });
});

describe('whom figures are about', () => {
  const actors = (text: string) =>
    extractFigures(articleOf(text, { date: '2024-03-01' })).map(({ actor }) => actor);

  it('is the firm and not the country in its name', () => {
    expect(actors('中国海鹭公告称，2023年净利润为9亿元，同比增长3%。')).toEqual([
      '中国海鹭',
      '中国海鹭',
    ]);
  });

  it('is each firm of its own paragraph', () => {
    expect(actors('长岭纺机公告称，净利润为3亿元。\n\n长河纺机公告称，净利润为2亿元。')).toEqual([
      '长岭纺机',
      '长河纺机',
    ]);
  });

  it('is never cut out of a phrase', () => {
    expect(
      actors('蓝湾油服（600123.SH）此前公告，预计实现归属于公司股东的净利润达2亿-3亿元。'),
    ).toEqual(['蓝湾油服']);
  });
});

describe('isOrganisation', () => {
  it.each(['中国海鹭', '长岭纺机', '江城大学'])('%s is one', (name) => {
    expect(isOrganisation(name)).toBe(true);
  });
  it.each(['江苏', '全国', '苏州吴江、相城', '东岭镇', ''])('%s is none', (name) => {
    expect(isOrganisation(name)).toBe(false);
  });
});

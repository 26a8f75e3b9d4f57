import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';

const read = (text: string) =>
  extractFigures(articleOf(text, { date: '2024-03-01' })).map(
    ({ text: figure, measure, actor, period }) => [figure, measure, actor, period],
  );

describe('what stands behind 分别', () => {
  it('gives each of two years its own figure, and its own change in the clause behind', () => {
    expect(
      read('2021年和2022年的造林面积分别为12.5万亩和13.1万亩，较上年分别增长2.1%和4.8%。'),
    ).toEqual([
      ['12.5万亩', '造林面积', undefined, '2021'],
      ['13.1万亩', '造林面积', undefined, '2022'],
      ['2.1%', '造林面积', undefined, '2021'],
      ['4.8%', '造林面积', undefined, '2022'],
    ]);
  });

  it('gives each of three months its own figure', () => {
    expect(
      read('2023年4月、2023年5月和2023年6月用电量分别为31亿千瓦时、33亿千瓦时和38亿千瓦时。').map(
        ([figure, , , period]) => [figure, period],
      ),
    ).toEqual([
      ['31亿千瓦时', '2023-04'],
      ['33亿千瓦时', '2023-05'],
      ['38亿千瓦时', '2023-06'],
    ]);
  });

  it('gives each of several that end alike its own figure, and what is measured to all', () => {
    expect(
      read('松林站、柏林站和杉林站日均客流分别为3100人次、2600人次和900人次。').map(
        ([figure, measure, actor]) => [figure, measure, actor],
      ),
    ).toEqual([
      ['3100人次', '日均客流', '松林站'],
      ['2600人次', '日均客流', '柏林站'],
      ['900人次', '日均客流', '杉林站'],
    ]);
  });

  it('lets a list of years hold for no sentence behind', () => {
    const [, , last] = read('2021年和2022年产值分别为5亿元和6亿元。培训工人300人。');
    expect(last?.[3]).toBeUndefined();
  });
});

describe('what stands behind 依次', () => {
  it('gives each of several its own figure, with what is said of all behind the last', () => {
    expect(
      read('豆油、菜油、花生油价格依次为8.1元、9.4元和15.2元。').map(([figure, measure]) => [
        figure,
        measure,
      ]),
    ).toEqual([
      ['8.1元', '豆油价格'],
      ['9.4元', '菜油价格'],
      ['15.2元', '花生油价格'],
    ]);
  });
});

it('fills in what stands with the last of several alone', () => {
  expect(
    read('国内汽、柴油价格每吨分别提高240元和230元。').map(([figure, measure]) => [
      figure,
      measure,
    ]),
  ).toEqual([
    ['240元', '国内汽油价格'],
    ['230元', '柴油价格'],
  ]);
});

describe('a number of another edition', () => {
  it('is of what was measured before, and says which edition', () => {
    expect(
      read('上届灯会售票3.1万张，本届4.2万张。').map(([figure, measure]) => [figure, measure]),
    ).toEqual([
      ['3.1万张', '上届灯会售票'],
      ['4.2万张', '本届灯会售票'],
    ]);
  });

  it('gives each of the sides that stand without a mark its own', () => {
    expect(
      read('云港小车的长宽高分别为3270mm、1700mm和1545mm，轴距为1980mm。').map(
        ([figure, measure]) => [figure, measure],
      ),
    ).toEqual([
      ['3270mm', '长'],
      ['1700mm', '宽'],
      ['1545mm', '高'],
      ['1980mm', '轴距'],
    ]);
  });
});

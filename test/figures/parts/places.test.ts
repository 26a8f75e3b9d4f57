import { describe, expect, it } from 'vitest';
import { actorsCompatible, findActors, homeOf } from '../../../src/figures/parts/places.ts';
import { articleOf } from '../helpers/article.ts';

const names = (text: string) =>
  findActors(text, { province: '江苏', city: '南京' }).flatMap((found) => found.names);

describe('findActors', () => {
  it.each([
    ['江苏省', ['江苏']],
    ['江苏', ['江苏']],
    ['苏', ['江苏']],
    ['沪苏浙皖', ['上海', '江苏', '浙江', '安徽']],
    ['我省向沪浙皖输出', ['江苏', '上海', '浙江', '安徽']],
    ['2022年省科技厅支持', ['江苏']],
    ['我国', ['全国']],
    ['中国和全国', ['全国', '全国']],
    ['内蒙古自治区', ['内蒙古']],
    ['黄山市与吉林市', ['黄山', '吉林']],
    ['京津冀和长三角', ['京津冀', '长三角']],
  ])('%s → %s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each(['省级财政', '新青年', '黄山迎客松', '本科', '节省'])('names no place in %s', (text) =>
    expect(names(text)).toEqual([]));
});

describe('homeOf', () => {
  it('is the province of the medium, else the one named most', () => {
    expect(homeOf(articleOf('浙江、浙江、浙江。', { source: '新华日报' })).province).toBe('江苏');
    expect(homeOf(articleOf('浙江、安徽、浙江。', { source: '某网' })).province).toBe('浙江');
    expect(homeOf(articleOf('本地新闻。', { source: '湖北日报' })).province).toBe('湖北');
    expect(homeOf(articleOf('本市新闻。', { source: '苏州日报' }))).toEqual({
      province: '江苏',
      city: '苏州',
    });
  });
});

describe('actorsCompatible', () => {
  it.each([
    ['江苏', '江苏', true],
    ['江苏', '江苏省', true],
    ['浙江', '江苏', false],
    ['苏州', '苏州吴江、相城', true],
    ['江苏', '上海、浙江、安徽', false],
    ['江苏', undefined, false],
    ['远洲汽车', '远洲汽车股份有限公司', true],
    ['远洲汽车', '凌海汽车', false],
    ['合肥', '凌海汽车', true],
    ['凌海汽车', '合肥', true],
  ])('%s asked, %s held: %s', (asked, held, fits) =>
    expect(actorsCompatible(asked, held)).toBe(fits));
});

it.each([
  '世界排名第9位',
  '法国公开赛',
  '全国冠军',
])('takes %s for called after a place', (text) => {
  expect(findActors(text)).toEqual([]);
});

it.each([
  '威宁夏天的气温',
  '沿海南部有雨',
  '长江西侧',
])('names no place across the words of %s', (text) => {
  expect(findActors(text)).toEqual([]);
});

it('takes the city for what is meant of a province with its city', () => {
  expect(findActors('广西贺州市气象台、浙江和杭州').flatMap(({ names }) => names)).toEqual([
    '贺州',
    '浙江',
    '杭州',
  ]);
});

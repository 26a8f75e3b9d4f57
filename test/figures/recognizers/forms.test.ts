import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/figures/recognizers/index.ts';

const read = (text: string) => recognize(text).map(({ value, high, unit }) => [value, high, unit]);

describe('ranges', () => {
  it.each([
    ['预计盈利3亿-4.5亿元', [3e8, 4.5e8, '元']],
    ['为期4—18个月', [4, 18, '个月']],
    ['每亩补600元至900元', [600, 900, '元']],
    ['增长12%～15%', [12, 15, '%']],
    ['处二百元以上五百元以下罚款', [200, 500, '元']],
    ['处3年以上不满10年', [3, 10, '年']],
    ['拘留五日以上十日以下', [5, 10, '天']],
  ])('%s keeps both ends', (text, figure) => expect(read(text)).toEqual([figure]));
});

describe('a change and what it leads to', () => {
  it.each([
    ['减少300人至4.2万人', [300, undefined, '人'], [42000, undefined, '人']],
    ['加价600元至900元', [600, 900, '元']],
  ])('%s', (text, ...figures) => expect(read(text)).toEqual(figures));
});

describe('thousands set apart by spaces', () => {
  it.each([
    ['登记车辆共1 204 500辆', [1204500, undefined, '辆']],
    ['乘客48 300人', [48300, undefined, '人']],
    ['2021 300人', [300, undefined, '人']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));
});

describe('ages', () => {
  it.each([
    ['女婴5个月大', [5, undefined, '个月大']],
    ['幼犬6周大', [6, undefined, '周大']],
    ['三个月大的幼猫', [3, undefined, '个月大']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));

  it('are none where 大 begins a word', () => {
    expect(read('历时5个月大规模检修')).toEqual([[5, undefined, '个月']]);
  });
});

describe('durations', () => {
  it.each([
    ['徒步5个多小时', [5, undefined, '个小时']],
    ['历时三个半月', [3.5, undefined, '个月']],
    ['预计缺阵两周。', [2, undefined, '周']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));

  it('tell a moment in an order from a length of time', () => {
    expect(recognize('第63分钟换人').map(({ form }) => form)).toEqual(['ordinal']);
  });
});

describe('temperatures', () => {
  it.each([
    ['最低气温为-11.7°C', [-11.7, undefined, '°C']],
    ['降至零下5℃', [-5, undefined, '℃']],
    ['夜间（-3～8℃）', [-3, 8, '℃']],
    ['零下12至零下8摄氏度', [-12, -8, '摄氏度']],
    ['全天20-25℃', [20, 25, '℃']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));
});

describe('what is no quantity', () => {
  it.each([
    '3号或4号出发',
    '营业9:30-21:00',
    '请绕行国道205线',
    '前两周，后三周内',
    '《长安三万里》《新闻1加1》',
    '公园四周，十字头，两位数增长',
    '第2批资金，第三部',
    '购买第二套住房，二期工程，二类区域，上午 10 点',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads doses and places in an order as what they are', () => {
    expect(read('先打2剂，这是他第9个进球')).toEqual([
      [2, undefined, '剂'],
      [9, undefined, '个'],
    ]);
  });
});

describe('half a year', () => {
  it.each([
    ['用半年左右时间整改', [0.5, undefined, '年']],
    ['工期约半个月', [0.5, undefined, '个月']],
  ])('%s is a length of time', (text, figure) => expect(read(text)).toEqual([figure]));

  it.each(['上半年整改', '下半年左右完成', '半年报显示'])('%s is none', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('amounts of money below nothing', () => {
  it.each([
    ['净利润为-0.4亿元', -4e7],
    ['净利润为负0.4亿元', -4e7],
    ['票价5元-8元', 5],
  ])('%s', (text, value) => expect(read(text)[0]?.[0]).toBe(value));

  it('are money', () => expect(read('成绩为-3人')).toEqual([[3, undefined, '人']]));
});

it('takes for how many something is for no number of its own', () => {
  expect(read('每10股派3.5元，每100克含糖4克')).toEqual([
    [3.5, undefined, '元'],
    [4, undefined, '克'],
  ]);
});

describe('limits and scales', () => {
  it.each([
    ['预算压到250-300 万', [2_500_000, 3_000_000, '']],
    ['年龄须男55周岁及以上，', [55, undefined, '周岁']],
    ['财务费用-688万元', [-6_880_000, undefined, '元']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));

  it.each(['2023款新车', '60周岁以上老人'])('%s gives none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('takes the volume that a rate is of for no number of its own', () => {
    expect(read('酒精含量134mg/100ml').map(([value]) => value)).toEqual([134]);
  });
});

describe('numbers as papers of Taiwan write them', () => {
  it.each([
    ['门诊一四〇三人', [1403, undefined, '人']],
    ['上升十二．三％', [12.3, undefined, '%']],
    ['五十至六十四岁', [50, 64, '岁']],
    ['住院三到五天', [3, 5, '天']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));

  it.each(['一二三名单', '二三家'])('%s gives none', (text) => {
    expect(read(text)).toEqual([]);
  });
});

it('takes the days that something goes on for a length of time', () => {
  expect(read('羁押9日后于9日获释')).toEqual([[9, undefined, '天']]);
});

describe('numbers that a label counts', () => {
  it.each([
    ['容纳人数：35', [35, undefined, '人']],
    ['坪数: 22', [22, undefined, '坪']],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));

  it('are none behind a label of something else', () => {
    expect(read('编号：35')).toEqual([]);
  });
});

it('takes minutes and seconds for one length of time', () => {
  expect(read('出场16分24秒，得到5分')).toEqual([
    [984, undefined, '秒'],
    [5, undefined, '分'],
  ]);
});

describe('an index', () => {
  it.each([
    ['交通指数基本维持在7.3，最高到7.4，', [7.3, undefined, ''], [7.4, undefined, '']],
    ['交通指数5.2，', [5.2, undefined, '']],
    ['最新净值1.457，', [1.457, undefined, '']],
  ])('%s', (text, ...figures) => expect(read(text)).toEqual(figures));
});

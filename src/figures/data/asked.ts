import type { Dimension } from './units.ts';

/** Words that ask for a dimension, and the dimensions' own names. */
export const ASKED_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  ...{ 多少钱: 'money', 多少元: 'money', 金额: 'money', 价钱: 'money', money: 'money' },
  ...{
    百分之几: 'percent',
    百分之多少: 'percent',
    几成: 'percent',
    百分比: 'percent',
    percent: 'percent',
  },
  ...{ 几倍: 'ratio', 多少倍: 'ratio', 多大面积: 'area', 多少亩: 'area', area: 'area' },
  ...{
    多长: 'length',
    多远: 'length',
    多高: 'length',
    多宽: 'length',
    多少公里: 'length',
    length: 'length',
  },
  ...{ 多重: 'weight', 多少吨: 'weight', 多少斤: 'weight', weight: 'weight' },
  ...{
    多久: 'time',
    多长时间: 'time',
    几年: 'time',
    多少年: 'time',
    几天: 'time',
    多少天: 'time',
    time: 'time',
  },
  ...{ 几岁: 'age', 多少岁: 'age', 多大年纪: 'age', 多少度: 'temperature', 几度: 'temperature' },
  ...{ 多少度电: 'energy', 多少千瓦时: 'energy', energy: 'energy', count: 'count' },
};

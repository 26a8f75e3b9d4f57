import { describe, expect, it } from 'vitest';
import {
  quantityReader,
  toldWhenReader,
  valueKindReader,
} from '../../../src/answer/rank/value-kind.ts';
import { understand } from '../../helpers/tokenizer.ts';

describe('valueKindReader', () => {
  it.each([
    ['people by another counter', '多少人遇难', '火灾已造成至少89名居民死亡。', 1],
    ['a year where people are asked for', '多少人遇难', '这是1959年以来最严重的火灾。', -1],
    ['a length in another unit of length', '全长多少公里', '大桥长900米。', 1],
    ['another currency', '耗资多少美元', '总投资3亿日元。', -1],
    ['the things that 个 counts', '有多少个城市参加', '共有17城参加。', 1],
    ['a share for growth', '出口增长了多少', '出口同比增长58.1%。', 1],
    ['an amount for growth', '出口增长了多少', '出口增加300亿元。', -1],
    ['a day', '比赛在哪一天举行', '比赛将于9月10日举行。', 1],
    ['a month where a day is asked for', '比赛在哪一天举行', '比赛将于9月举行。', -1],
    ['a country', '在哪个国家发现', '化石在阿根廷出土。', 1],
    ['a length of time', '整治要用多长时间', '用3个月左右时间集中整治。', 1],
    ['a date, which is no length of time', '整治要用多长时间', '8月11日发布通知。', -1],
  ])('tells %s', (_, question, text, value) => {
    expect(valueKindReader(understand(question))(text)).toBe(value);
  });

  it('does not count what the question writes itself', () => {
    const read = valueKindReader(understand('30名队员中有多少人获救'));
    expect(read('30名队员昨天出发。')).toBe(-1);
    expect(read('30名队员中29人获救。')).toBe(1);
  });

  it('says nothing where the kind is left open', () => {
    expect(valueKindReader(understand('双方签订了什么协议'))('双方签了3份协议。')).toBe(0);
  });
});

describe('quantityReader', () => {
  const read = quantityReader(understand('损失多少'));
  it('takes dates and ordinals for no quantity', () => {
    expect(read('8月11日第3次发布。')).toBe(-1);
    expect(read('8月11日统计为3亿元。')).toBe(1);
  });
});

describe('toldWhenReader', () => {
  const read = toldWhenReader(understand('什么时候开始'));
  it('reads times without year and month', () => {
    expect(read('从下周开始。')).toBe(true);
    expect(read('4日下午开始。')).toBe(true);
  });

  it('takes a dateline for no time', () => {
    expect(read('新华社北京4日电。')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { articleOf } from '../../helpers/article.ts';

const headingsOf = (text: string) =>
  articleOf('notice', text).paragraphs.map(({ heading }) => heading);

describe('the name of what stands below it', () => {
  it('is a heading, short as what stands below it may be', () => {
    const text = '松湾路跑\n\n活动日期\n\n12月18日（日）\n\n活动地点\n\n松湾中央公园\n';
    expect(headingsOf(text)).toEqual(['活动日期', '活动地点']);
  });

  it('is one with a colon behind it, too, which is no part of it', () => {
    const text =
      '松湾泳池\n\n開放日期：\n\n第12週至第17週，端午節不開放\n\n開放時間：\n\n每日17:00至18:50\n';
    expect(headingsOf(text)).toEqual(['開放日期', '開放時間']);
  });

  it('is none where there is no other, nor where one follows the other', () => {
    expect(headingsOf('松湾路跑\n\n活动日期\n\n12月18日\n')).toEqual([undefined, undefined]);
    const list = '松湾路跑\n\n应写明\n\n活动日期\n\n活动地点\n\n报名方式\n';
    expect(headingsOf(list)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

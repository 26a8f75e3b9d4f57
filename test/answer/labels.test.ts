import { describe, expect, it } from 'vitest';
import { asked, marked } from '../helpers/asked.ts';

const RUN = `夜间路跑

活動日期

2031年12月18日（日）

活動地點

松灣中央公園（敦和路二段）

報名期間

即日起至2031年11月30日止

開放時間

每週一至週五 17:00–18:50

（最後進場時間：18:10）

松灣夜间路跑由松灣體育會主辦。`;

describe('what stands below its name', () => {
  it.each([
    ['松湾路跑是哪一天', '2031年12月18日'],
    ['松湾路跑在哪里跑', '松灣中央公園'],
    ['松湾路跑报名到几号', '2031年11月30日'],
  ])('is told by it: %s', async (question, value) => {
    expect((await asked(RUN, question)).lead).toContain(value);
  });

  it('is marked by its end where until when is asked', async () => {
    expect(await marked(RUN, '松湾路跑报名到几号截止')).toEqual(['即日起至2031年11月30日止']);
  });
});

const PARTY = `松湾七夕

七夕节前夕，松湾街道将举办“灯下相逢”七夕交友活动。活动信息时间：8月19日周六16:00-21:00地点：松湾公园·蝶缘廊（平和路799号）报名方式：扫码填写报名表报名截止日期：2031年8月16日注意事项1.本次招募30人。`;

describe('labels that a page has run together', () => {
  it.each([
    ['松湾七夕活动在哪里办', '松湾公园·蝶缘廊（平和路799号）'],
    ['松湾七夕活动什么时候', '8月19日周六16:00-21:00'],
    ['松湾七夕活动报名几号截止', '2031年8月16日'],
  ])('each tell what is their own: %s', async (question, value) => {
    expect(await marked(PARTY, question)).toEqual([value]);
  });

  it('are no answer to whether something else holds', async () => {
    expect((await asked(PARTY, '松湾七夕活动管晚饭吗')).outcome).toBe('unanswered');
  });
});

const TICKETS = `松湾草莓音乐节购票须知

1、最早入场时间为11:30，最晚入场时间为20:00（以现场为准）。

2、电子票兑换时间为10:30-19:30。`;

it('reads the label that a sentence names with what it says, and takes no part for all', async () => {
  expect((await asked(TICKETS, '音乐节几点可以进场')).lead).toContain('最早入场时间为11:30');
  expect((await asked(TICKETS, '音乐节几点开始')).lead).not.toContain('兑换');
});

const RULES = `云服务退货说明

云帆云的每个账号享有一次全额退款。

云帆云账户的赠送金不予退还。

登录云帆云官网后提交工单。

云帆云客服在两个工作日内处理。

如有异常，云帆云有权否决退货。

遇到问题，可拨打客服电话4009900100。

提交申请后，系统将经过3至5分钟完成退款。`;

it.each([
  ['云帆云退款客服电话', '4009900100'],
  ['云帆云退款要多久完成', '3至5分钟'],
])('says of its firm what it says without naming it again: %s', async (question, value) => {
  expect((await asked(RULES, question)).lead).toContain(value);
});

const STAR = `云帆03星升空

云帆03星在云岭卫星发射中心发射升空。卫星采用开放式结构，单机设备直接暴露在太空环境中。它的主要功能为低轨道宽带通信。

柔性的翅膀非常薄，单层太阳板厚度仅1毫米左右，翅膀拉开长度约9米。`;

describe('of a satellite', () => {
  it('says what it is for, and how thick it is', async () => {
    expect((await asked(STAR, '云帆03星是干什么用的')).lead).toContain('主要功能');
    expect((await asked(STAR, '云帆03星的太阳板多厚')).figures[0]?.text).toBe('1毫米左右');
  });

  it.each([
    '云帆03星是哪家公司造的',
    '下一颗云帆卫星什么时候发射',
  ])('does not say what it does not: %s', async (question) => {
    expect((await asked(STAR, question)).outcome).toBe('unanswered');
  });
});

const TRAINS = `松湾北站7月客流

松湾北站7月到发旅客1180万人次，同比去年增长101.4%，较2019年增加125万人次，增幅达11.9%。`;

it('measures a change by the year that is asked for', async () => {
  expect((await asked(TRAINS, '松湾北站跟2019年比涨了多少')).figures[0]?.text).not.toBe('101.4%');
  expect((await asked(TRAINS, '松湾北站比2019年多了多少人')).figures[0]?.text).toBe('125万人次');
});

it('counts medals in pieces', async () => {
  const swum = '松湾游泳赛\n\n何立新在本届比赛中已经收获4枚金牌。';
  expect((await asked(swum, '何立新拿了几块金牌')).figures[0]?.text).toBe('4枚');
});

it('takes the water of a reservoir for no rain', async () => {
  const held = '云溪水库\n\n2031年云溪水库蓄水量为1234万立方米。';
  expect((await asked(held, '云溪水库蓄水量是多少')).figures[0]?.text).toBe('1234万立方米');
});

const CLASSES = `松湾周末手作坊招募启事

松湾图书馆将继续举办周末手作坊，现公开招募学员。

招募对象

18至60周岁松湾居民，持有本馆读者证

报名方式

扫描海报二维码填写报名表，或到服务台现场登记

报名时间

9月25日上午9时至10月8日下午5时`;

it.each([
  ['怎么报名手作坊', '填写报名表'],
  ['多大年纪能参加手作坊', '18至60周岁'],
])('says how, and for whom: %s', async (question, value) => {
  expect((await asked(CLASSES, question)).lead).toContain(value);
});

import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';
import { asked } from '../helpers/asked.ts';

const LENDING = `松湾图书馆外借须知

一、外借证办理：凭身份证到一楼办理，缴纳押金200元。
二、外借册数：每证限借图书五册。
三、外借期限：外借期限为二十天，到期可续借一次。
四、图书遗失：如图书遗失，按原价赔偿。`;

const PRIZES = `松湾詩獎徵件辦法

歡迎各地作者投稿，收件至六月底止。

一、散文組：
1、金獎1名，獎金8萬元。
2、銀獎2名，獎金參考銀獎辦法，每名3萬元。
二、新詩組：
1、金獎1名，獎金5萬元。
2、銀獎2名，每名獎金貳萬元。`;

const RULES = `松湾業主大會議事規則

會議須有半數以上的業主代表出席方為有效。

業主大會每年召開一次，由業委會主任主持。

如選擇到東門繳費，每戶可減免30元。`;

const WATER = `停水通知

因更换老旧管道，3月4日8时至3月5日6时松湾路一带停水。

为减少停水的影响，公司将加快施工，争取提前供水。

净水器门票免费，电话请拨打0999-1234567。`;

describe('a labelled line', () => {
  it.each([
    ['一次能借几本', '限借图书五册'],
    ['书丢了怎么办', '按原价赔偿'],
    ['可以续借几次', '续借一次'],
  ])('%s is told by the one that says all of it', async (question, wanted) => {
    expect((await asked(LENDING, question)).lead).toContain(wanted);
  });

  it('is not named by a word of the title', async () => {
    const reply = await asked(LENDING, '外借要带什么');
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });

  it('says nothing of a deposit that is paid back', async () => {
    const reply = await asked(LENDING, '退证怎么退押金');
    expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
  });
});

describe('the items of a list', () => {
  it.each([
    ['散文組金獎獎金多少', '8萬元'],
    ['新詩組金獎獎金多少', '5萬元'],
  ])('%s: belong to what the list is named', async (question, wanted) => {
    expect((await asked(PRIZES, question)).lead).toContain(wanted);
  });
});

describe('numbers without a figure', () => {
  it.each([
    ['多少人出席才有效', '半數以上'],
    ['業主大會一年開幾次', '每年召開一次'],
  ])('%s is told by %s', async (question, wanted) => {
    expect((await asked(RULES, question)).lead).toContain(wanted);
  });

  it('takes a day until which and from which for how long', async () => {
    expect((await asked(WATER, '停水多久')).lead).toContain('3月4日8时至3月5日6时');
  });
});

describe('a rule and its case', () => {
  it('tells what holds in the case that is asked about', async () => {
    expect((await asked(RULES, '到東門繳費每戶減免多少')).lead).toContain('30元');
  });
});

describe('an aim', () => {
  it('is no cause of what it is about', async () => {
    expect((await asked(WATER, '为什么停水')).lead).not.toContain('加快施工');
  });
});

const CAMP = `松湾天文营简章

一、活动对象：就读国民小学四至六年级学生，每梯次40名。
二、商品将于 9 个工作天内送达，外岛另行通知。
三、开馆时间为 3 月 2 日起每日 9 时至 16 时。
四、逾期还书每天每册交纳0.20元。可借书刊6册，不能续借。
五、转班者需支付手续费90元。已缴学费概不退还。`;

describe('what a notice writes in its own way', () => {
  it.each([
    ['念國小可以參加嗎', '就读国民小学'],
    ['商品几天可以送到', '9 个工作天'],
    ['开馆时间几点到几点', '9 时至 16 时'],
    ['超期一天罚多少钱', '0.20元'],
  ])('%s: %s', async (question, wanted) => {
    expect((await asked(CAMP, question)).lead).toContain(wanted);
  });

  it('takes no fee for another one beside it', async () => {
    expect((await asked(CAMP, '学费多少钱')).outcome).toBe('unanswered');
  });
});

const TICKETS = `松湾湖公园游客须知

松湾湖公园位于松湾镇东北3公里，总面积420公顷，2016年5月建成开放。

成人票60元；学生、60—69岁老人半价；70岁以上老人、1.2米以下儿童、现役军人免票。`;

describe('what some pay less', () => {
  it('is what they pay, and not what the others do', async () => {
    const bot = await createBot({ articles: [articleOf('park', TICKETS)], problems: [] });
    for (const [question, wanted] of [
      ['学生票多少钱', '半价'],
      ['现役军人多少钱', '免票'],
    ] as const) {
      const { lead, highlights, figures } = await bot.ask(question);
      const marked = highlights.map(([start, end]) => lead.slice(start, end)).join();
      expect(marked).toContain(wanted);
      expect(marked).not.toContain('60元');
      expect(figures).toEqual([]);
    }
  });
});

it('is no full price', async () => {
  expect((await asked(TICKETS.replace('成人票60元；', ''), '全价票多少钱')).outcome).toBe(
    'unanswered',
  );
});

it('tells how large a park is by its area, and not by how far it lies from a town', async () => {
  const { figures } = await asked(TICKETS, '公园多大');
  expect(figures.map(({ text, measure }) => [text, measure])).toEqual([
    ['420公顷', '松湾湖公园总面积'],
  ]);
});

const WAY = `松湾图书馆服务指南

凭本人有效身份证到一楼总服务台办证，押金100元，退证时退还。

地址：松湾镇文昌路18号
公交：3路、12路到文昌路口站下车`;

it.each([
  ['在哪里', '松湾镇文昌路18号'],
  ['怎么去', '3路、12路到文昌路口站下车'],
  ['办证带什么证件', '本人有效身份证'],
])('%s: %s', async (question, wanted) => {
  const { lead, highlights } = await asked(WAY, question);
  expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([wanted]);
});

const BRIDGE = `松湾大桥合龙

松湾大桥主跨1120米，双跨连续，施工分13个节段，桥面面积相当于8个标准篮球场，由松湾城际铁路公司建设。

松湾城际铁路設計時速350公里，是全省首條城際鐵路，全線設9個車站。`;

it('is not told how many stations there are by a number of other things', async () => {
  const [first = '', second = '', third = ''] = BRIDGE.split('\n\n');
  const without = await asked(`${first}\n\n${second}`, '松湾城际铁路有几个车站');
  expect(without.outcome).toBe('unanswered');
  const { figures } = await asked(`${first}\n\n${second}\n\n${third}`, '松湾城际铁路有几个车站');
  expect(figures.map(({ text }) => text)).toEqual(['9個']);
});

const MACHINE = `松湾中学自助补卡机使用通知

即日起启用自助补卡机，使用方法如下：

1.登录。凭二代身份证和查询密码完成身份验证；
2.补卡。核对个人信息无误后，单击“补卡”，等待打印。

请勿在园区内炊食、营火。`;

it('quotes an item with what stands behind its name', async () => {
  expect((await asked(MACHINE, '自助补卡机怎么登录')).lead).toContain('凭二代身份证和查询密码');
});

it('finds what must not be lit by what people call it', async () => {
  expect((await asked(MACHINE, '园区里可以生火煮东西吗')).lead).toContain('炊食、营火');
});

const POOL = `松湾体育馆服务公告

游泳成人25元，学生凭学生证15元，身高1.2米以下儿童须有大人陪同，免费入场。

地下停车场有车位260个，凭小票免费停车3小时，超出部分每小时4元。`;

it.each([
  ['游泳学生票多少钱', '15元'],
  ['游泳小孩多少钱', '免费入场'],
  ['停车怎么收费', '超出部分每小时4元'],
])('tells what somebody pays: %s', async (question, wanted) => {
  const { lead, highlights } = await asked(POOL, question);
  expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([wanted]);
});

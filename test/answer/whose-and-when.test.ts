import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';
import { asked } from '../helpers/asked.ts';

async function botOf(text: string) {
  return createBot({ articles: [articleOf('story', text)], problems: [] });
}

function markedIn({ lead, highlights }: Awaited<ReturnType<typeof asked>>) {
  return highlights.map(([start, end]) => lead.slice(start, end));
}

const RESULTS = `青禾科技半年业绩

中国经济网北京8月2日讯 青禾科技昨日晚间发布了2023年半年度业绩快报公告。今年上半年，公司营业收入9.12亿元，同比减少12.5%；净利润8123万元，同比减少31.4%。

青禾科技表示，2022年上半年营业收入和净利润均处于全年较高水平，基数较高，因此营业收入和净利润下滑。

青禾科技实际募资净额比原拟募资多2.05亿元。

2022年，青禾科技营业收入21.5亿元，同比增长8.4%；净利润3.1亿元，同比减少22.6%。`;

describe('a figure of one of two years', () => {
  it('is of the later one where no time is asked', async () => {
    const { figures } = await asked(RESULTS, '青禾科技净利润同比减少多少');
    expect(figures[0]?.text).toBe('31.4%');
  });

  it('is looked for further off where a question says nothing but measure, owner and year', async () => {
    const { figures } = await asked(RESULTS, '青禾科技2022年全年营业收入');
    expect(figures[0]?.text).toBe('21.5亿元');
  });

  it('is no sum by which one amount exceeds another', async () => {
    const { figures } = await asked(RESULTS, '青禾科技原来打算募多少');
    expect(figures.map(({ text }) => text)).not.toContain('2.05亿元');
  });
});

const COURT = `骑手超速案宣判

何某2021年9月起一天三次来回接送客人并向每位客人收取每月120元的车费。何某因本案被先行羁押9日。何某因超速搭载客人共获利4000多元。法院判决何某犯危险驾驶罪，判处拘役四个月。`;

describe('what is told of a case', () => {
  it('is no gain where the expense is asked', async () => {
    const reply = await asked(COURT, '何某改装花了多少钱');
    expect(reply.lead).not.toContain('获利');
  });

  it('is no fare where the sentence is asked', async () => {
    const reply = await asked(COURT, '接送客人的何某判了多久');
    expect(reply.lead).not.toContain('120元');
  });

  it('has the days of custody', async () => {
    const { figures } = await asked(COURT, '何某之前被关了几天');
    expect(figures[0]?.text).toBe('9日');
  });
});

const SNOOKER = `台球公开赛

台球公开赛继续进行，彭思4-0横扫里奇·博顿，爆冷晋级。彭思世界排名第58位，曾获最佳新人。博顿成名已久，目前世界排名第17位，彭思被看作下风。前冠军阿达赫4-2战胜伯克，奥布莱4-1淘汰彼得罗，韩立峰险胜贾恩。`;

describe('what is told of people', () => {
  it('is not what others did', async () => {
    const reply = await asked(SNOOKER, '彭思几比几赢的博顿');
    expect(reply.lead).not.toContain('4-2');
  });

  it('is the rank of the one asked for', async () => {
    const { figures } = await asked(SNOOKER, '彭思世界排名第几');
    expect(figures[0]?.text).toBe('第58位');
  });
});

const DAYS = `列车停运公告

9月3日，停运21列。

9月4日，停运145列，更改3列。

9月5日，停运92列。`;

it('puts another day of the month in the place of the one before', async () => {
  const bot = await botOf(DAYS);
  await bot.ask('9月4日停运多少列', 'one');
  expect((await bot.ask('5号呢', 'one')).figures[0]?.text).toBe('92列');
});

const TEMPLE = `松泉寺开放公告

松泉寺自2023年9月起开放。开放时间春夏季：7:30——18:00秋冬季：8:00——16:30。

交通路线：乘地铁S2线至松岭站下车，换乘948路、M44路公交车，松泉寺站下车。早间门票六五折，松泉公开赛资格赛采用9局5胜制。

客流减少，主要系道路施工、天气寒冷，因此门票收入与去年同期相比下滑。`;

describe('what is marked', () => {
  it.each([
    ['松泉寺夏天几点到几点开门', '7:30——18:00'],
    ['坐地铁去松泉寺到哪站下', '松岭站'],
    ['去松泉寺再换几路公交', '948路、M44路'],
    ['早间门票几折', '六五折'],
    ['松泉寺从什么时候开始开放', '2023年9月'],
    ['松泉寺门票收入为什么下滑', '主要系道路施工、天气寒冷'],
  ])('%s: %s', async (question, wanted) => {
    expect(markedIn(await asked(TEMPLE, question))).toEqual([wanted]);
  });

  it('is of the other season where a question goes on', async () => {
    const bot = await botOf(TEMPLE);
    await bot.ask('松泉寺夏天几点到几点开门', 'one');
    expect(markedIn(await bot.ask('冬天呢', 'one'))).toEqual(['8:00——16:30']);
  });
});

const STORM = `航班停运公告

机场将密切关注台风动态，根据台风路径和影响范围科学制定航班停运方案，减少台风对停运航班旅客的影响。

受今年第7号台风“海棠花”影响，7月26日机场航班停运。`;

it('names the storm that is asked for', async () => {
  expect((await asked(STORM, '航班停运是因为哪个台风')).lead).toContain('海棠花');
});

const GRID = `抢修保供电

截至9月6日12时，河北松岭市已有83个因灾断电的居民社区恢复供电。北京云台区供电受到影响的14个居民小区已全部恢复供电，榆山区7个镇、3个街道已恢复供电。`;

describe('of several places', () => {
  it('takes the one asked for by its name alone', async () => {
    const { figures } = await asked(GRID, '松岭恢复了多少个小区供电');
    expect(figures[0]?.text).not.toBe('14个');
  });

  it('takes the number that stands right before what is counted', async () => {
    const { figures } = await asked(GRID, '榆山区几个镇恢复供电');
    expect(figures.map(({ text }) => text)).toEqual(['7个']);
  });
});

const COURSE = `課程條款

1.1 取消日期不同,退費比例如下:

• 開課日前 40 日~20 日(含)以前 取消:退還已繳費用之 60%

• 開課日前 20 日~10 日(含)以前 取消:退還已繳費用之 25%

1.2 所有退款將扣除約 4% 平台手續費。

4.3 課程一經開始,恕不接受轉讓。`;

describe('rules with numbers of their own', () => {
  it.each([
    ['開課前30天取消退多少', '60%'],
    ['平台手續費多少', '約 4%'],
  ])('%s: %s', async (question, wanted) => {
    const { figures } = await asked(COURSE, question);
    expect(figures[0]?.text).toBe(wanted);
  });

  it('are no number of anything', async () => {
    expect((await asked(COURSE, '課程一共幾堂')).outcome).toBe('unanswered');
  });
});

const DOCTOR = `医生救人

何立新和妻子都是医生，6岁的儿子由爷爷奶奶照顾。馆内咨询电话：0999-1234567；监督电话：0999-7654321。`;

it('takes the age of a child for none of the father', async () => {
  expect((await asked(DOCTOR, '何立新多大了')).figures).toEqual([]);
});

it.each([
  ['咨询电话是多少', '0999-1234567'],
  ['投诉打什么电话', '0999-7654321'],
])('marks the number of %s', async (question, wanted) => {
  expect(markedIn(await asked(DOCTOR, question))).toEqual([wanted]);
});

const RULES = `圖書借閱辦法

一、借閱對象:本館讀者。

二、借冊數:一人每次得借冊數為六本,借期為十四天。

三、續借:所借圖書未逾期時,可於到期前五天內電洽本館。一本書只可續借兩次。

四、預約:圖書為借閱中者可預約。讀者每次可預約7冊圖書。

五、辦證要備身分證影本,向本館申請。(家長代辦請出示證件)`;

describe('a labelled line of several sentences', () => {
  it.each([
    ['可以續借幾次', '續借兩次'],
    ['可以預約幾本', '7冊'],
    ['辦證要帶什麼', '身分證'],
  ])('%s is told by the one that does', async (question, wanted) => {
    expect((await asked(RULES, question)).lead).toContain(wanted);
  });
});

const LIFE = `原局长被查

何立新，男，1970年5月出生，云岭人，1992年7月参加工作，1997年11月加入中国共产党。

死者身份已经查明，该女子5月初曾在店里工作过3天。球队将参加松湾杯，9月6日前往云岭集训。

松湾镇地块以62.3亿元成交，楼面地价30125元/平方米。`;

it('marks the day of the clause that tells what is asked', async () => {
  expect(markedIn(await asked(LIFE, '何立新哪年入党'))).toEqual(['1997年11月']);
});

it.each([
  ['死者多大', '3天'],
  ['松湾杯什么时候开幕', '9月6日'],
])('%s is not told by %s', async (question, wrong) => {
  expect((await asked(LIFE, question)).lead).not.toContain(wrong);
});

it('takes a price for each for no sum of all', async () => {
  const { figures } = await asked(LIFE, '松湾镇地块总共卖了多少钱');
  expect(figures.map(({ text }) => text)).not.toContain('30125元/平方米');
});

const PEOPLE = `青港案件通报

青港警方称，目前5名涉案犯罪嫌疑人已被全部抓获，案件正在进一步侦办中。商家表示近日歇业，与此事无关。`;

it('counts people by whatever counter they have', async () => {
  const { figures } = await asked(PEOPLE, '嫌疑人抓了几个');
  expect(figures.map(({ text }) => text)).toEqual(['5名']);
});

it('takes no verb for a name', async () => {
  const reply = await asked(PEOPLE, '嫌疑人叫什么');
  expect([reply.outcome, reply.certainty]).not.toEqual(['answered', 'sure']);
});

const MATCH = `热身赛

队员登场，彭明、杜立均得到13分，何立新、宋远和高岭未获得出场机会。何立新在9月2日的热身赛中出场16分24秒，得到5分，出场时间仅次于宋远。`;

it('takes the points of others for none of the one asked for', async () => {
  const { figures } = await asked(MATCH, '何立新得了几分');
  expect(figures.map(({ text }) => text)).not.toContain('13分');
});

it('takes what a formula comes to for each for what it comes to', async () => {
  const text = '松湾见习补贴\n\n按见习6个月测算，企业见习补贴900元/人月×6月+300元/人=5700元/人。';
  const { figures } = await asked(text, '企业见习补贴按6个月一共多少');
  expect(figures.map(({ text: said }) => said)).toEqual(['5700元/人']);
});

import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const botOf = (text: string) =>
  createBot({ articles: [articleOf('bulletin', text)], problems: [] });

const BULLETIN = `青岭市2019年国民经济和社会发展统计公报

全市实现生产总值617.50亿元，比上年增长5.2%。

全年房屋新开工面积56万平方米，下降24.5%；固定资产投资增长19%；社会消费品零售总额44亿元，增长10%。

全市实现农林牧渔业总产值69.93亿元，增长2.5%。其中，牧业产值1.14亿元，下降21.7%；渔业产值60.75亿元，增长3.4%。

全年共接待国内外游客2765万人次。其中，国内游客2619万人次；接待境外游客145万人次。

全市小学139所，在校学生5.6万人。`;

describe('a bulletin', () => {
  it.each([
    ['青岭gdp', '617.50亿元'],
    ['新开工面积降了多少', '24.5%'],
    ['渔业产值', '60.75亿元'],
    ['青岭去年接待多少游客', '2765万人次'],
    ['小学生有多少', '5.6万人'],
  ])('%s', async (question, wanted) => {
    const { figures } = await (await botOf(BULLETIN)).ask(question);
    expect(figures[0]?.text).toBe(wanted);
  });

  it('has no amount where only growth is told', async () => {
    const { outcome } = await (await botOf(BULLETIN)).ask('固定资产投资多少亿');
    expect(outcome).toBe('unanswered');
  });

  it('reckons with what the two turns before asked', async () => {
    const bot = await botOf(BULLETIN);
    await bot.ask('渔业产值多少', 'turns');
    await bot.ask('牧业呢', 'turns');
    expect((await bot.ask('一共多少', 'turns')).notice).toContain('61.89亿元');
    expect((await bot.ask('差多少', 'turns')).notice).toContain('59.61亿元');
  });
});

const FIRM = `云岭食品上半年营收增长一成

2023-08-18

云岭食品发布2023年半年度报告称，上半年实现营收7.01亿元，同比增长10.88%；实现净利润6533.66万元，同比增长41.18%；利润总额8000万元。`;

describe('a report of a firm', () => {
  it('is asked for by the short name, whose figures are in another part of the sentence', async () => {
    expect((await (await botOf(FIRM)).ask('云岭净利润')).figures[0]?.text).toBe('6533.66万元');
  });

  it('is compared by whole names', async () => {
    const { figures } = await (await botOf(FIRM)).ask('营收和净利润相差多少');
    expect(figures.map(({ text }) => text)).toEqual(['7.01亿元', '6533.66万元']);
  });
});

const REGION = `新疆上半年实现地区生产总值8542亿元

2023-07-26

上半年，新疆实现地区生产总值8542.08亿元，同比增长5.1%。此前，国家统计局数据显示，上半年国内生产总值593034亿元，同比增长5.5%。`;

describe('what all of the country makes', () => {
  it('is no answer where a region is asked of', async () => {
    const { figures } = await (await botOf(REGION)).ask('新疆上半年gdp');
    expect(figures.map(({ text }) => text)).toEqual(['8542.08亿元']);
  });
});

const TRADE = `青岭前7月外贸进出口总额超7000亿元

2023-08-10

青岭前7月外贸进出口总额超7000亿元，青岭是外贸大市。

今年1月至7月青岭市进出口7276.5亿元，下降2.9%；其中，出口4775.1亿元，下降2.3%；进口2501.4亿元，下降4%。`;

const RESULTS = `云岭科技公布2023年第二季度财报

2023-08-17

第二季度广告业务收入同比增长36%，达到16亿元，直播收入同比增长32%。2023年第二季度销量为303万辆，占当季市场的14.4%。

净亏损同比收窄51%。去年第二季度终端业务收入为1013万元。2023年第二季度终端业务收入为1035万元。`;

describe('a number of another kind', () => {
  it('is no answer where the very measure is told in another unit', async () => {
    const bot = await botOf(RESULTS);
    expect((await bot.ask('直播收入多少钱')).outcome).toBe('unanswered');
    expect((await bot.ask('净亏损多少亿')).outcome).toBe('unanswered');
  });

  it('is passed over: a share for an amount, what both ways come to, and the year before', async () => {
    const results = await botOf(RESULTS);
    expect((await results.ask('二季度销量')).figures[0]?.text).toBe('303万辆');
    expect((await results.ask('终端业务收入')).figures[0]?.text).toBe('1035万元');
    expect((await (await botOf(TRADE)).ask('前7个月出口多少')).figures[0]?.text).toBe('4775.1亿元');
  });
});

const FIRMS = `云岭汽车第二季度财报

云岭汽车第二季度毛利率达到21.8%，已经超过了特斯拉。在销量方面，奥迪、宾利和兰博基尼累计交付91万辆。`;

describe('a number of several, or of who exceeds another', () => {
  it.each(['特斯拉毛利率多少', '宾利交付多少辆'])('is no answer to %s', async (question) => {
    expect((await (await botOf(FIRMS)).ask(question)).outcome).toBe('unanswered');
  });
});

const PHONES = `青岭手机市场

第二季度，青岭市场上三星出货量达660万部；维沃超越小米，出货量达640万部；排名第三的小米，出货量为540万部。外贸进出口总额226亿元。`;

describe('whom another exceeds', () => {
  it('is compared by its own number', async () => {
    const { notice } = await (await botOf(PHONES)).ask('三星和小米出货量相差多少');
    expect(notice).toContain('120万部');
  });

  it('and what a place makes is told by its name alone', async () => {
    expect((await (await botOf(PHONES)).ask('青岭gdp')).outcome).toBe('unanswered');
  });
});

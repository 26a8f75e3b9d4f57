import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const botOf = (title: string, day: string, ...paragraphs: string[]) =>
  createBot({
    articles: [articleOf('test', [title, day, ...paragraphs].join('\n\n'))],
    problems: [],
  });
type Bot = Awaited<ReturnType<typeof botOf>>;
const shown = async (bot: Bot, question: string) =>
  (await bot.ask(question)).figures.map(({ text }) => text);

describe('of two editions in one sentence', async () => {
  const bot = await botOf(
    '梨园艺术节闭幕',
    '2024-05-06',
    '第六届梨园艺术节昨晚落幕。上届演出收入310万元，本届460万元。上届观众5.2万人次，本届突破7万人次。',
  );
  it.each([
    ['上届演出收入多少？', ['310万元']],
    ['上一届演出收入是多少？', ['310万元']],
    ['本届演出收入多少？', ['460万元']],
    ['演出收入是多少？', ['460万元']],
    ['这届有多少人次观众？', ['突破7万人次']],
    ['上届有多少人次观众？', ['5.2万人次']],
  ])('%s', async (question, figures) => expect(await shown(bot, question)).toEqual(figures));

  it('gives none of an edition of which nothing is told', async () => {
    expect(await shown(bot, '上上届演出收入多少？')).toEqual([]);
  });
});

describe('of two times in one sentence', async () => {
  const bot = await botOf(
    '青杨马拉松公布数据',
    '2024-10-12',
    '青杨马拉松今年报名3.6万人，去年为2.9万人，前年为2.2万人。',
    '白沙码头9月装卸货物41万吨，上月为38万吨，去年同期为36万吨。',
  );
  it.each([
    ['青杨马拉松去年报名多少人？', ['2.9万人']],
    ['青杨马拉松今年报名多少人？', ['3.6万人']],
    ['青杨马拉松2022年报名多少人？', ['2.2万人']],
    ['白沙码头9月装卸货物多少吨？', ['41万吨']],
    ['白沙码头8月装卸货物多少吨？', ['38万吨']],
    ['白沙码头去年9月装卸货物多少吨？', ['36万吨']],
  ])('%s', async (question, figures) => expect(await shown(bot, question)).toEqual(figures));

  it('refuses a time of which nothing is told', async () => {
    expect((await bot.ask('白沙码头5月装卸货物多少吨？')).outcome).toBe('unanswered');
  });
});

describe('of a report for half a year', async () => {
  const bot = await botOf(
    '柳河乳业2024年半年度报告摘要',
    '2024-08-20',
    '报告期内，公司酸奶业务收入4.3亿元。研发费用0.21亿元，管理费用0.46亿元。',
  );
  it.each([
    ['上半年酸奶业务收入多少？', ['4.3亿元']],
    ['2024年上半年酸奶业务收入多少？', ['4.3亿元']],
    ['研发费用和管理费用分别是多少？', ['0.21亿元', '0.46亿元']],
  ])('%s', async (question, figures) => expect(await shown(bot, question)).toEqual(figures));

  it('does not answer for the whole year, and says of which half it tells', async () => {
    const reply = await bot.ask('酸奶业务全年收入多少？');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).toContain('上半年');
  });
});

describe('of doings', async () => {
  const bot = await botOf(
    '锦禾书店年报',
    '2024-04-20',
    '截至去年末，锦禾书店共有门店284家，全年新开31家，关闭18家。',
    '锦禾书店员工2100人。',
  );
  it('gives how many were opened, and how many there are', async () => {
    expect(await shown(bot, '锦禾书店新开了几家门店？')).toEqual(['31家']);
    expect(await shown(bot, '锦禾书店有多少家门店？')).toEqual(['284家']);
  });
  it('gives no number of those that there are for one of those closed', async () => {
    expect(await shown(bot, '锦禾书店关了几家店？')).not.toContain('284家');
    expect(await shown(bot, '锦禾书店关了几家店？')).not.toContain('31家');
  });
});

describe('of amounts for each, and of shares', async () => {
  const bot = await botOf(
    '汇川股份利润分配',
    '2024-04-18',
    '汇川股份向全体股东每10股派发现金红利2.6元。',
    '青原县粮食产量31万吨，其中大豆5万吨，占粮食产量的16%。设施蔬菜占耕地面积的9%。',
  );
  it('gives the amount for each where that is asked, and for no total', async () => {
    expect(await shown(bot, '汇川股份每10股派发现金红利多少元？')).toEqual(['2.6元']);
    expect(await shown(bot, '汇川股份一共派发现金红利多少元？')).toEqual([]);
  });
  it('gives a share of what it is a share of', async () => {
    expect(await shown(bot, '青原县大豆占粮食产量的百分之几？')).toEqual(['16%']);
    expect(await shown(bot, '青原县大豆占耕地面积的百分之几？')).not.toContain('16%');
  });
});

describe('of several told in turn', async () => {
  const bot = await botOf(
    '东陵学院招生',
    '2024-08-15',
    '今年工学、理学、管理学录取人数依次为980人、460人和320人。国内豆油、菜油价格每桶分别上调12元和9元。',
    '海燕队全场射门14次，其中射正5次；青鸟队射门8次，射正2次。',
  );
  it.each([
    ['理学录取了多少人？', ['460人']],
    ['管理学录取了多少人？', ['320人']],
    ['菜油每桶上调多少？', ['9元']],
    ['豆油每桶上调多少？', ['12元']],
    ['海燕队有几次射正？', ['5次']],
    ['青鸟队有几次射正？', ['2次']],
  ])('%s', async (question, figures) => expect(await shown(bot, question)).toEqual(figures));
});

describe('of counters', async () => {
  const bot = await botOf(
    '北岸阅览室开放',
    '2023-09-01',
    '阅览室共有96个座位，每天限约200人。志愿者有12人。',
  );
  it.each([
    ['阅览室有多少位子？', ['96个']],
    ['志愿者有几个人？', ['12人']],
  ])('%s', async (question, figures) => expect(await shown(bot, question)).toEqual(figures));
});

describe('of a part of the year and the part before it', async () => {
  const bot = await botOf(
    '白沙港公布前三季度数据',
    '2024-10-12',
    '白沙港前三季度运行平稳。分季度看，一季度吞吐量同比增长4.1%，二季度增长4.6%，三季度增长5.2%。',
    '港区绿化面积三季度增加到12万平方米。',
  );
  it('takes no change on the year before for one on the quarter before', async () => {
    expect(await shown(bot, '三季度吞吐量比二季度增长了百分之几？')).not.toContain('5.2%');
  });

  it('gives the change on the year before where that is asked', async () => {
    expect(await shown(bot, '三季度吞吐量同比增长了百分之几？')).toContain('5.2%');
  });
});

it('gives no amount of one prize for another, which the sentence names later', async () => {
  const bot = await botOf(
    '槐荫诗会颁奖',
    '2024-05-06',
    '槐荫诗会评出金奖三名，每人奖金7万元，另评出佳作奖四名。诗会由槐荫书院承办。',
  );
  expect(await shown(bot, '佳作奖每人奖金多少元？')).toEqual([]);
  expect(await shown(bot, '金奖每人奖金多少元？')).toEqual(['7万元']);
});

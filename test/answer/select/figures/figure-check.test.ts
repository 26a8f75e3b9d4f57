import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const botOf = (...paragraphs: string[]) =>
  createBot({ articles: [articleOf('test', paragraphs.join('\n\n'))], problems: [] });

describe('of two firms', async () => {
  const bot = await botOf(
    '两家种苗企业披露业绩',
    '2024-03-28 来源：田园报',
    '青禾种苗公告称，2023年实现营业收入6.4亿元，净利润0.9亿元。',
    '青河种苗公告称，2023年实现营业收入4.7亿元，净利润0.5亿元。',
  );
  it.each([
    ['青禾种苗2023年净利润是多少？', '0.9亿元'],
    ['青河种苗2023年营业收入是多少？', '4.7亿元'],
  ])('%s', async (question, figure) => {
    expect((await bot.ask(question)).figures[0]?.text).toBe(figure);
  });

  it.each([
    '青禾农机2023年净利润是多少？',
    '中国青禾2023年净利润是多少？',
    '青禾种苗2023年研发投入是多少？',
  ])('refuses %s', async (question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });
});

describe('of an article of one sentence', async () => {
  const bot = await botOf('青禾业绩', '2024-03-28', '青禾种苗预计2023年净利润0.9亿元。');
  it('does not give one measure for another', async () => {
    expect((await bot.ask('青禾种苗2023年营业收入是多少？')).outcome).toBe('unanswered');
    expect((await bot.ask('青禾种苗2023年净利润是多少？')).figures[0]?.text).toBe('0.9亿元');
  });
  it('does not give an expectation for what came about', async () => {
    expect((await bot.ask('青禾种苗2023年实际净利润是多少？')).outcome).toBe('unanswered');
  });
});

describe('a rate and its own change', async () => {
  const bot = await botOf('菜价旬报', '9月份，鲜菜价格同比上涨4.2%，涨幅比上月扩大1.3个百分点。');
  it.each([
    ['9月份鲜菜价格上涨多少？', '4.2%'],
    ['9月鲜菜价格涨了多少？', '4.2%'],
    ['9月鲜菜价格涨幅扩大了多少？', '1.3个百分点'],
  ])('%s', async (question, figure) => {
    expect((await bot.ask(question)).figures[0]?.text).toBe(figure);
  });
  it('are of no other month', async () => {
    expect((await bot.ask('8月份鲜菜价格上涨多少？')).outcome).toBe('unanswered');
  });
});

describe('a place', async () => {
  const bot = await botOf('造林简报', '全国造林任务去年全部完成。云岭县完成造林31万亩。');
  it('that the paragraph has come to is asked of', async () => {
    expect((await bot.ask('云岭县完成造林多少亩？')).figures[0]?.text).toBe('31万亩');
  });
  it('that the article writes nowhere is refused', async () => {
    expect((await bot.ask('云河县完成造林多少亩？')).outcome).toBe('unanswered');
  });
});

describe('a number that is told without the counter asked for', async () => {
  const bot = await botOf(
    '青石文艺志',
    '2024-03-28',
    '乔松年文集由青石出版社印行，全集十四册。',
    '青石队憑加時入球奪冠，成為本季3冠王。',
    '白沙队昨晚再败，吞下3连败。',
    '工业景气指数今后将按月发布。',
    '新琴耗費二年時間研制完成。',
  );
  it.each([
    ['乔松年文集全集有几本？', '十四册'],
    ['青石队本季拿了几个冠军？', '3冠王'],
    ['白沙队连败几场？', '3连败'],
    ['工业景气指数多久发布一次？', '按月'],
    ['新琴研制花了多久时间？', '二年'],
  ])('%s', async (question, told) => {
    expect((await bot.ask(question)).lead).toContain(told);
  });
});

import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'earnings',
      [
        '云帆网发布2023年第二季度财报',
        '2023-08-18',
        '云帆网8月17日公布财报：公司2023年第二季营收53亿，同比增长8%；净亏损15亿元，同比收窄23%。',
        '云帆网副总裁陆青禾在电话会议上表示，直播带货的广告收入二季度同比增长超过140%，游戏广告收入增长超过40%。',
        '“618”期间，电商广告收入同比增长超过200%。今年“双十一”的电商广告收入，陆青禾预计仍能实现同比50%到60%的增长。',
        '在用户保持增长的前提下，今年全年广告收入能实现同比25%到30%的增长。(何静、杨波、张立)',
      ].join('\n\n'),
    ),
    articleOf(
      'model',
      [
        '青鸟公司申请注册“QN-5”商标',
        '2023-08-10',
        '青鸟公司上月申请注册了“QN-5”商标。从商标信息来看，QN-5将提供文本生成、语音转录、翻译等功能。',
        '有人算过，每套软件的平均成本只有100多元，公司却卖700多元，买的人很少，这样的价格有谁会付？',
      ].join('\n\n'),
    ),
    articleOf(
      'line',
      [
        '青江至白石输电线路开工',
        '2023-08-07',
        '8月6日，位于白石县的101号塔正在施工。',
        '线路全长316公里，铁塔937基，其中最高达94.8米。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('questions as people type them', () => {
  it.each([
    ['云帆网二季度营收', '营收53亿'],
    ['云帆网今年全年广告收入能涨多少', '25%到30%'],
    ['云帆网双十一预计增长多少', '50%到60%'],
    ['QN5有什么功能', '文本生成'],
    ['QN 5有什么功能', '文本生成'],
    ['软件平均成本是多少', '100多元'],
    ['这条线一共要建多少座铁塔', '937基'],
  ])('are answered: %s', async (question, told) => {
    const reply = await bot.ask(question);
    expect(reply.outcome, reply.text).toBe('answered');
    expect(reply.lead).toContain(told);
  });

  it.each([
    ['谁是云帆网财务的负责人'],
    ['QN6有什么功能'],
    ['建一座铁塔要几天'],
  ])('are refused where the articles do not say: %s', async (question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });

  it('ask for the outline of an article by what it is about', async () => {
    const reply = await bot.ask('QN-5那篇讲了什么');
    expect(reply.text).toContain('青鸟公司申请注册“QN-5”商标');
    expect(reply.text).toContain('——');
  });
});

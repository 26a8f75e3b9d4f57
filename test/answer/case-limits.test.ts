import { describe, expect, it } from 'vitest';
import { casesAsked, holdsCase, limitsIn } from '../../src/answer/select/figures/case-limits.ts';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

describe('the limits that a rule writes', () => {
  it.each([
    ['出发日前30-16天取消', '出发前20天', true],
    ['出发日前30-16天取消', '出发前12天', false],
    ['出发日前第十日至第十五日取消', '出发前11天', true],
    ['出发日前7日以上取消', '出发前10天', true],
    ['出发日起五日内退出', '出发前3天', false],
    ['出发日起五日内退出', '出发后3天', true],
    ['出发当日取消', '当天取消', true],
    ['6岁以上未满12岁的儿童', '12岁的孩子', false],
    ['满65周岁的老人', '70岁', true],
    ['身高1.2米以下免票', '身高1.1米', true],
    ['五年以下(含五年)的贷款', '贷款5年以上', false],
    ['两周前通知', '提前20天', true],
    ['5月3日至8日休馆', '出发前10天', undefined],
  ])('%s, of %s: %s', (rule, question, held) => {
    const [asked] = casesAsked(question);
    expect(asked && holdsCase(limitsIn(rule), asked)).toBe(held);
  });

  it.each([
    '截止到哪一天',
    '一年开几次会',
    '第3天做什么',
    '5月3日休馆吗',
  ])('%s names no case', (question) => {
    expect(casesAsked(question)).toEqual([]);
  });
});

const TOUR = `松岭登山营报名须知

一、学员于出发日前40至21天申请取消者,得退还报名费,但须缴纳报名费之10%作为手续费。

二、学员于出发日前20至11天申请取消者,得退还报名费,但学员须缴纳报名费之25%作为手续费。

三、学员于出发日前10至1天申请取消者,得退还报名费,但学员须缴纳报名费之60%作为手续费。

四、装备可在出发前租借,身高1.4米以上者每套80元,身高1.4米以下者每套50元。`;

const INN = `松湾民宿订房须知

于住宿日1日前取消预订扣订金总额80%。
于住宿日前6日前取消预订扣订金总额60%。
于住宿日前13日前取消预订扣订金总额30%。

加床每位700元，附早餐。

加人不加床每位400元，附毛巾。`;

const bot = await createBot({ articles: [articleOf('a', TOUR)], problems: [] });

describe('of rules for so many days each, the one for the number asked about', () => {
  it.each([
    ['出发前30天取消扣多少', '10%'],
    ['出发前15天取消要扣多少手续费', '25%'],
    ['出发前一周取消扣多少', '60%'],
    ['身高1.3米租一套装备多少钱', '50元'],
  ])('%s: %s', async (question, wanted) => {
    const { figures } = await bot.ask(question);
    expect(figures.map(({ text }) => text)).toEqual([wanted]);
  });

  it.each([
    ['提前20天取消预订扣多少', '13日前'],
    ['提前8天取消预订扣多少', '6日前'],
    ['加床多少钱', '加床每位700元'],
  ])('%s: the closest limit, and what is not denied', async (question, wanted) => {
    const inn = await createBot({ articles: [articleOf('b', INN)], problems: [] });
    expect((await inn.ask(question)).lead).toContain(wanted);
  });

  it('tells none where no rule holds the number', async () => {
    const { outcome } = await bot.ask('出发前90天取消扣多少');
    expect(outcome).toBe('unanswered');
  });
});

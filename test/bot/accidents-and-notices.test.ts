import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      '青山隧道追尾',
      [
        '青山隧道两车追尾 民警快速处置',
        '2024-05-06',
        '5月6日8时许，一辆拉西瓜的货车在青山隧道口追尾前车，隧道护栏被撞，地面留下一道3米多长的印迹，西瓜散落在应急车道上，民警设置锥筒，引导过往车辆绕行，并对追尾原因进行调查。',
        '据驾驶员祁某讲述，他当天从柳州出发，前往贵阳。民警介绍，这辆货车制动片磨损严重，下坡途中刹车失灵，是造成这起追尾的原因。',
        '受降雨影响，青山镇70条供电线路、1876个台区受损，112个村断电。',
      ].join('\n\n'),
    ),
    articleOf(
      '青禾杯朗诵比赛',
      [
        '关于组织参加青禾杯朗诵比赛的通知',
        '全体同学:',
        '青禾杯朗诵比赛由市教育局主办，面向全市学生，每年举行一次，今年的比赛将于4月20日在市文化馆举行，现将报名有关工作通知如下。',
        '一、参赛对象',
        '全体在校学生',
        '二、奖项设置',
        '大赛设金奖、银奖和铜奖，优秀选手将推荐参加省级比赛。',
        '三、工作要求',
        '1. 报名：各班将名单交至班主任。（汇总表见附件）',
        '2. 比赛当天文化馆开放时间为：',
        '8:00—17:30（停止入场时间为17:00）',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('questions about an accident and a notice', () => {
  it.each([
    ['追尾的驾驶员姓什么', '祁某'],
    ['隧道追尾的原因', '刹车失灵'],
    ['青禾杯的参赛对象', '全体在校学生'],
    ['青禾杯有什么奖', '金奖、银奖和铜奖'],
    ['文化馆开放时间', '8:00—17:30'],
    ['文化馆几点关门', '8:00—17:30'],
  ])('are answered: %s', async (question, told) => {
    expect((await bot.ask(question)).lead).toContain(told);
  });

  it.each([
    ['青山隧道追尾有人受伤吗'],
    ['青山隧道堵了几公里'],
    ['青山镇断电的村什么时候恢复供电'],
    ['救援花了几个小时'],
  ])('are refused where nothing tells it: %s', async (question) => {
    const { outcome, lead } = await bot.ask(question);
    expect(outcome, lead).toBe('unanswered');
  });
});

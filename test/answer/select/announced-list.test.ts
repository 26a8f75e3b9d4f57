import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'notice',
      [
        '青石文化馆招聘公告',
        '2024-03-01',
        '各位市民：',
        '青石文化馆招聘管理员2名，各岗位薪资待遇标准如下：',
        '志愿者培训',
        '报名者请在3月20日前到文化馆二楼登记。',
        '青石文化馆馆长乔松年对此解释称：',
        '“两名管理员都要会修琴。”',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('what only says that something follows', () => {
  it.each([
    '各岗位的薪资待遇标准是什么？',
    '志愿者怎么培训？',
  ])('does not answer %s', async (question) => {
    const { lead } = await bot.ask(question);
    expect(lead).not.toMatch(/如下：$|^志愿者培训$/u);
  });

  it('stands in no way of what is told', async () => {
    expect((await bot.ask('报名者到哪里登记？')).lead).toContain('文化馆二楼');
  });

  it('tells who speaks, where it announces what somebody says', async () => {
    expect((await bot.ask('文化馆馆长叫什么名字？')).lead).toContain('乔松年');
  });
});

const schedule = await createBot({
  articles: [
    articleOf(
      'games',
      [
        '青石镇第十二届邻里运动会通知',
        '2024-05-06',
        '各社区居委会：',
        '经镇文体办公室研究并征求各社区意见，现将本届邻里运动会的比赛项目公布如下。',
        '1. 拔河',
        '2. 跳绳接力',
        '3. 六十米迎面跑',
        '奖品说明如下。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('a sentence that closes by 如下', () => {
  it('is quoted with the list below it, as a line with a colon is', async () => {
    const { outcome, lead } = await schedule.ask('运动会的比赛项目有哪些？');
    expect(outcome).toBe('answered');
    expect(lead).toContain('六十米迎面跑');
  });

  it('answers nothing where no list stands below it', async () => {
    expect((await schedule.ask('奖品说明是什么？')).lead).not.toContain('奖品说明');
  });
});

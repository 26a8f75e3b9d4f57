import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'report',
      [
        '白河省网络与农业情况',
        '2024-01-20',
        '截至2023年12月，白河省非网民规模为312万人，60岁及以上老人占四成。',
        '2023年，白河省牛羊肉产量58万吨，比上年增长2.1%。',
        '白河赛事排行榜中，东山队排名第5，成绩比去年好。',
        '2023白河最佳球员授予江一帆。',
        '影片《远山》入围最佳剧本和最佳女主角两项。',
        '民国十六年（1927年）东山寺再次失火。',
        '首任馆长出生于1967年，早年曾在东川市工作。',
        '第二届书法展收到作品9312件。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('what is told of another sort, order, year or matter', () => {
  it.each([
    ['those who are not on the net', '白河省网民规模有多少人？'],
    ['other meat', '2023年白河省牛奶产量是多少？'],
    ['the fifth', '白河赛事排行榜排名第一的是哪支队？'],
    ['the best of another year', '2019年的白河最佳球员是谁？'],
    ['other prizes', '《远山》入围最佳影片了吗？'],
    ['a fire without its cause', '1927年东山寺的火是怎么烧起来的？'],
    ['a place of work', '首任馆长是哪里人？'],
    ['the second', '首届书法展收到多少件作品？'],
  ])('is no answer: %s', async (_, question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });

  it.each([
    ['白河省非网民规模有多少人？', '312万人'],
    ['2023年白河省牛羊肉产量是多少？', '58万吨'],
    ['2023年的白河最佳球员是谁？', '江一帆'],
    ['第二届书法展收到多少件作品？', '9312件'],
  ])('is an answer where it is asked for: %s', async (question, wanted) => {
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});

import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'economy',
      [
        '各省公布上半年经济数据',
        '2023-07-20',
        '据国家统计局，初步核算，上半年国内生产总值593034亿元，按不变价格计算，同比增长5.5%。',
        '15个省份中有9个省份增速超过全国水平5.5%，分别是上海（9.7%）、海南（8.6%）、浙江（6.8%）、青海（6.7%），四川（5.5%）增速与全国水平持平。',
        '四川、湖北、河北处于2万亿梯队，分别为27901亿元、26259亿元、20778亿元。',
      ].join('\n\n'),
    ),
    articleOf(
      'tax',
      [
        '青河县减税政策问答',
        '2023-03-01',
        '将小规模纳税人增值税起征点从月销售额10万元提高到15万元。',
        '县里去年工业总产值增长4.1%，今年有望继续增长。',
      ].join('\n\n'),
    ),
    articleOf(
      'festival',
      [
        '白石国际电影节公布入围名单',
        '2023-07-27',
        '白石国际电影节7月27日宣布，陆青禾的《山海之间》入围新人单元，将于9月22日在当地举行首映。',
        '影片讲述姑娘许小满回到海边的故事。',
        '白石国际电影节诞生于1953年，是历史最久的电影节之一。',
        '制片方为云帆影业，保荐机构为北岭证券，保荐人为何静、张立。',
      ].join('\n\n'),
    ),
    articleOf(
      'earnings',
      [
        '星桥精密上半年净利润增长21.4%',
        '本报江城8月26日电 星桥精密股份有限公司8月25日披露2025年半年度报告。报告显示，今年上半年公司实现营业收入38.6亿元，同比增长15.2%；归属于上市公司股东的净利润4.27亿元，同比增长21.4%。',
        '海外市场方面，上半年境外收入8.8亿元，同比增长27%，其中子公司首次实现盈利。',
        '董事长表示，净利润增速高于营收增速，维持全年营收80亿元的目标不变。',
      ].join('\n\n'),
    ),
    articleOf(
      'notice',
      [
        '青河车站关于停运的通知',
        '2023-08-06',
        '截至下午4时，青河车站停运旅客列车55列，晚点列车96列，部分列车出现不同程度晚点。',
        '如对处理不服，可在收到通知之日起60日内提出行政复议申请，也可以在收到通知之日起6个月内提起诉讼。',
        '青河钟鼓楼定于7月30日至8月1日临时闭馆，白石展览馆7月29日闭馆。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

const figuresOf = async (question: string) =>
  (await bot.ask(question)).figures.map(({ text }) => text);

describe('plain questions', () => {
  it.each([
    ['海南增速多少', '8.6%'],
    ['湖北上半年有多少亿元', '26259亿元'],
    ['上半年全国gdp是多少', '593034亿元'],
    ['晚点的有几列', '96列'],
    ['星桥精密2025年上半年营收是多少', '38.6亿元'],
    ['星桥精密上半年营收', '38.6亿元'],
    ['多长时间内可以申请行政复议', '60日'],
  ])('show the figure asked for: %s', async (question, figure) => {
    expect((await figuresOf(question))[0]).toBe(figure);
  });

  it.each([
    ['白石国际电影节什么时候创办的', '诞生于1953年'],
    ['青河钟鼓楼闭馆到几号', '8月1日'],
    ['白石国际电影节的保荐人是谁', '何静、张立'],
  ])('are answered: %s', async (question, told) => {
    expect((await bot.ask(question)).lead).toContain(told);
  });

  it.each([
    ['个税起征点提高到多少'],
    ['青河县去年工业总产值总额是多少元'],
    ['许小满是谁演的'],
    ['陆青禾是做什么工作的'],
    ['陆青禾哪天失联的'],
  ])('are refused where nothing tells it: %s', async (question) => {
    const { outcome, lead } = await bot.ask(question);
    expect(outcome, lead).toBe('unanswered');
  });

  it('of this article, asked of several, are asked back', async () => {
    const { notice } = await bot.ask('这篇报道是什么时候发布的');
    expect(notice).toContain('有好几篇文章');
  });
});

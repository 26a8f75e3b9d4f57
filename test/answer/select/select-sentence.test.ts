import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'city',
      [
        '江北市发布年度科技报告',
        '2024-03-01 来源：江北日报',
        '2023年，江北市新增高新技术企业320家，有效发明专利达1.2万件，全社会研发投入占比为3.6%。',
        '江北大学与南山集团联合建设的量子实验室去年9月揭牌，实验室主任陈立群说，实验室现有研究人员85人。',
        '南山集团董事长赵明远表示，今年将再投入5亿元建设二期工程。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('a question for a number', () => {
  it.each([
    ['2023年江北市新增多少家高新技术企业？', '320家'],
    ['研发投入占比多少', '3.6%'],
    ['发明专利有多少件', '达1.2万件'],
    ['去年新增了几家高新技术企业', '320家'],
    ['今年再投入多少钱', '5亿元'],
    ['实验室有多少研究人员', '85人'],
  ])('%s is answered by the figure itself', async (question, wanted) => {
    const reply = await bot.ask(question);
    expect(reply.figures[0]?.text).toBe(wanted);
    expect(reply.highlights.map(([start, end]) => reply.lead.slice(start, end))).toContain(wanted);
  });

  it.each([
    ['of another year', '2022年江北市新增多少家高新技术企业？', '2022年'],
    ['of another place', '上海市新增多少家高新技术企业？', '上海'],
    ['in another unit', '江北市面积多大', ''],
  ])('%s is refused', async (_, question, told) => {
    const reply = await bot.ask(question);
    expect(reply.outcome).toBe('unanswered');
    expect(reply.figures).toEqual([]);
    expect(reply.notice).toContain(told);
  });
});

describe('a question about somebody or something', () => {
  it.each([
    ['陈立群是谁？', '实验室主任陈立群'],
    ['量子实验室什么时候揭牌的', '去年9月'],
    ['南山集团的董事长是谁', '赵明远'],
  ])('%s is answered where the name stands', async (question, wanted) => {
    expect((await bot.ask(question)).lead).toContain(wanted);
  });

  it.each([
    '南山集团的总经理是谁',
    '江北大学的校长是谁',
    '华东集团投入了多少钱',
    '南山集团的员工有多少人',
  ])('%s is refused: the article does not say', async (question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });
});

describe('what a question says of the figure it wants', async () => {
  const bulletin = await createBot({
    articles: [
      articleOf(
        'bulletin',
        [
          '海岳半导体公布2023年业绩',
          '2024-03-01 来源：产业日报',
          '2023年，海岳半导体营业收入为120亿元，同比下降6.1%；凌云科技营业收入为88亿元，同比增长12.3%。',
          '第八届芯片博览会去年在合肥举办，共有36家企业参展。',
          '参展企业去年减少废水排放4.2万吨，增加就业岗位900个。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it.each([
    ['a fall is no rise', '海岳半导体营业收入增长了多少'],
    ['yuan are no dollars', '海岳半导体营业收入是多少亿美元'],
    ['the eighth is not the ninth', '第九届芯片博览会有多少家企业参展'],
    ['companies are no kilometres', '芯片博览会有多少公里'],
    ['less of something is not more of it', '参展企业增加了多少废水排放'],
  ])('%s', async (_, question) => {
    expect((await bulletin.ask(question)).outcome).toBe('unanswered');
  });

  it.each([
    ['海岳半导体营业收入下降了多少', '6.1%'],
    ['凌云科技营业收入增长了多少', '12.3%'],
    ['凌云科技的营业收入是多少', '88亿元'],
    ['第八届芯片博览会有多少家企业参展', '36家'],
    ['参展企业减少了多少废水排放', '4.2万吨'],
    ['参展企业增加了多少就业岗位', '900个'],
  ])('%s is %s', async (question, wanted) => {
    expect((await bulletin.ask(question)).figures.map(({ text }) => text)).toContain(wanted);
  });
});

describe('articles of different years', () => {
  it('reads 去年 by the date of the article that answers, and not of the one that came nearest', async () => {
    const page = (year: number, text: string) =>
      articleOf(`y${year}`, `东湖区就业简报\n\n${year}-02-01 来源：东湖日报\n\n${text}`);
    const both = await createBot({
      articles: [
        page(2022, '去年东湖区职工培训人数创新高。'),
        page(
          2024,
          '去年，全区职工培训人数达527人，覆盖城乡各类企业，参加培训的职工大多来自制造业和服务业。',
        ),
      ],
      problems: [],
    });
    const reply = await both.ask('去年东湖区职工培训人数是多少');
    expect(reply.passages[0]?.article).toBe('y2024');
    expect(reply.figures[0]?.text).toBe('达527人');
  });
});

describe('somebody named a great many times in one sentence', () => {
  it('is looked for to the end', async () => {
    const crowd = await createBot({
      articles: [articleOf('crowd', `名单公布\n\n${'王建国来了又走了'.repeat(10_000)}。`)],
      problems: [],
    });
    expect(['answered', 'unanswered']).toContain((await crowd.ask('王建国是谁')).outcome);
  });
});

describe('a measure of several years', async () => {
  const report = (year: number, growth: string, before: string) =>
    articleOf(
      `r${year}`,
      [
        `青江县${year}年工作报告`,
        `${year}-02-01`,
        `一、${year - 1}年工作回顾`,
        `${before}全年地区生产总值增长${growth}，财政收入稳步提高。`,
      ].join('\n\n'),
    );
  const { ask } = await createBot({
    articles: [
      report(2023, '6.6%', ''),
      report(
        2025,
        '2.3%',
        '一年来，全县上下克服多重困难，压茬推进三大工程，修建水渠四十公里，办成二十件实事，各项事业都有了新的面貌，经济恢复好于预期，',
      ),
    ],
    problems: [],
  });

  it('is looked for in the year asked for, by noun or verb', async () => {
    expect((await ask('2024年GDP增速')).lead).toContain('2.3%');
    expect((await ask('2022年GDP增速')).lead).toContain('6.6%');
  });

  it('is of the place that the title names', async () => {
    expect((await ask('青江县2022年GDP增长多少')).lead).toContain('6.6%');
    expect((await ask('云岭县2022年GDP增长多少')).outcome).toBe('unanswered');
  });
});

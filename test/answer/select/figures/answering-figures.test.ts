import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'bridge',
      [
        '石桥镇山洪情况通报',
        '2023-07-12 来源：石桥镇政府',
        '7月11日石桥镇突发山洪，造成14人死亡、20人受伤，另有一人失联。',
        '镇里关闭了52所民宿、拆除了5所民宿，疏散游客1,021人，224名游客滞留。',
        '全镇50个村中有28个村通水，其他22个村暂未通水。',
        '镇上还投入320万元抢修道路，抢修后道路通行能力提升约25%，最快75分钟可到县城。',
      ].join('\n\n'),
    ),
    articleOf(
      'shop',
      [
        '青竹数码发布新品',
        '2024-03-05 来源：青竹数码',
        '青竹P 7（12GB）售价2999元，青竹P 7+（12GB）售价3699元，青竹P 7 Ultra（16GB）售价4999元。',
        '门店平日票价40元，周末票价60元，1.2米以下儿童免票，老年人凭证免票。',
        '青竹大厅成人票每张15元，凭学生证半价。',
        '从2021年的76家门店增至540家，门店数增长了6倍。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

const figuresOf = async (question: string) =>
  (await bot.ask(question)).figures.map(({ text }) => text);

describe('the figure shown', () => {
  it.each([
    ['石桥镇山洪造成多少人受伤？', ['20人']],
    ['石桥镇山洪造成多少人死亡？', ['14人']],
    ['石桥镇拆除了多少所民宿？', ['5所']],
    ['石桥镇有多少名游客滞留？', ['224名']],
    ['石桥镇有多少个村通水？', ['28个']],
    ['石桥镇道路通行能力提升了多少？', ['约25%']],
    ['青竹P 7多少钱？', ['2999元']],
    ['青竹P 7+多少钱？', ['3699元']],
    ['青竹P 7 Ultra多少钱？', ['4999元']],
    ['青竹的门店增至多少家？', ['540家']],
  ])('%s is the one asked for', async (question, wanted) => {
    expect(await figuresOf(question)).toEqual(wanted);
  });

  it('is each of several where several are asked for', async () => {
    expect(await figuresOf('石桥镇山洪造成多少人死亡、多少人受伤？')).toEqual(['14人', '20人']);
  });

  it.each([
    ['gives it in no figure', '石桥镇山洪有多少人失联？'],
    ['is asked whether', '青竹门店老年人要不要票价？'],
    ['speaks of another like it', '青竹大厅学生票多少钱？'],
  ])('is none where the sentence %s', async (_, question) => {
    expect(await figuresOf(question)).toEqual([]);
  });
});

describe('of what is asked', async () => {
  const school = await createBot({
    articles: [
      articleOf(
        'school',
        [
          '松溪老年学校招生',
          '2023-06-12 来源：松溪老年学校',
          '报名年龄须女50周岁、男55周岁及以上。',
          '书法班周三下午上课，招生30人。',
          '申请换班的次数由1次调整为不超过3次。',
          '暴雨造成校舍2间受损，55个路灯停用。',
          '全镇每人每月最低生活费为860元，全镇一年共支出320万元。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });
  const shown = async (question: string) =>
    (await school.ask(question)).figures.map(({ text }) => text);

  it.each([
    ['松溪老年学校男的要满多少周岁？', ['55周岁及以上']],
    ['松溪最低生活费是多少？', ['860元']],
  ])('%s', async (question, figures) => expect(await shown(question)).toEqual(figures));

  it('puts what took the place of another number first', async () => {
    expect((await shown('申请换班的次数是几次？'))[0]).toBe('不超过3次');
  });

  it('shows no number for a day of the week, nor one that counts other things', async () => {
    expect(await shown('书法班星期几上课？')).toEqual([]);
    expect(await shown('暴雨造成多少国道受损？')).toEqual([]);
  });
});

describe('of a half year', async () => {
  const report = await createBot({
    articles: [
      articleOf(
        'report',
        [
          '岭东光电披露业绩',
          '2023-08-08 来源：岭东光电',
          '2023年1-3月，岭东光电实现净利润4433万元，较上年同期增长21.6%。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it('a quarter is no answer', async () => {
    expect((await report.ask('岭东光电2023年上半年净利润是多少？')).outcome).toBe('unanswered');
    expect((await report.ask('岭东光电2023年第一季度净利润是多少？')).figures[0]?.text).toBe(
      '4433万元',
    );
  });
});

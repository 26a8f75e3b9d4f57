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

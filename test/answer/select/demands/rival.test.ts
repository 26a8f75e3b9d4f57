import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'match',
      [
        '州联赛第三轮战罢',
        '2024-05-12',
        '州联赛第三轮在青石体育场进行，东港队主场2比1击败南溪队，吸引了2.3万名观众。',
        '南溪队射门9次，角球5个。北岭队的控球率达到61%，门将周浩扑出一粒点球。',
        '东港队控球率为56%，射门14次。北岭队获得奖金80万元。',
      ].join('\n\n'),
    ),
    articleOf(
      'plants',
      [
        '远山集团在海外办厂',
        '2024-03-20',
        '越南工厂于2022年投产，年产轮胎800万条，有员工1200人。墨西哥工厂去年11月开工，占地35公顷。',
        '青川市小麦总产量42.6万吨，白石市油菜播种面积18.3万亩。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('what is said of another of its kind', () => {
  it.each([
    ['of another team', '南溪队的控球率是多少？'],
    ['of another team in the sentence before', '南溪队的门将是谁？'],
    ['of another plant', '墨西哥工厂年产多少条轮胎？'],
    ['of another city in the other clause', '白石市的油菜总产量是多少？'],
  ])('does not answer: %s', async (_, question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });

  it.each([
    ['the team itself', '北岭队的控球率是多少？', '61%'],
    ['the team that the clause before names', '北岭队的门将是谁？', '周浩'],
    ['the plant itself', '越南工厂年产多少条轮胎？', '800万条'],
    ['the city itself', '青川市的小麦总产量是多少？', '42.6万吨'],
    ['one that may be the answer', '东港队击败了谁？', '南溪队'],
  ])('answers of %s', async (_, question, wanted) => {
    expect((await bot.ask(question)).lead).toContain(wanted);
  });

  it('refuses where the one that is named has another figure', async () => {
    expect((await bot.ask('北岭队有多少名观众？')).outcome).toBe('unanswered');
  });
});

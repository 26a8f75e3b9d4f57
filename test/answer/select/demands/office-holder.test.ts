import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'school',
      [
        '青石老年学校简介',
        '2024-09-01',
        '青石老年学校建于2017年，坐落于白沙公园对面，有学员1460名。',
        '学校的教务主任是何立新，由他负责排课。',
        '白河省政府发言人周明远说，东川省今年也将办学。学校2024款教材售价35元。',
        '校友林远志先生病逝，享年94岁。',
        '学校成立了校友基金会，基金会于6月开会。',
        '来校的茶艺专家讲了两个小时。',
        '校庆晚会在操场举行，有歌手演唱，电视台将转播。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('who holds an office', () => {
  it.each([
    ['by a sentence that names nobody', '青石老年学校的校长是谁？'],
    ['nor asked by name', '青石老年学校校长叫什么？'],
    ['by one on that of another', '东川省政府的发言人是谁？'],
    ['where the office stands behind who is asked for', '校友基金会由谁当总裁？'],
    ['by a surname', '来校的茶艺专家姓什么？'],
    ['of those who perform', '校庆晚会有哪位歌手演唱？'],
  ])('is not told %s', async (_, question) => {
    expect((await bot.ask(question)).outcome).toBe('unanswered');
  });

  it.each([
    ['the office itself', '青石老年学校的教务主任是谁？', '何立新'],
    ['its name asked for', '学校的教务主任叫什么？', '何立新'],
    ['the owner named', '白河省政府的发言人是谁？', '周明远'],
  ])('is told of %s', async (_, question, wanted) => {
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});

describe('what is asked of another', () => {
  it('is refused of a person whom no article names', async () => {
    expect((await bot.ask('蒋雪芹享年几岁？')).outcome).toBe('unanswered');
    expect((await bot.ask('林远志享年几岁？')).lead).toContain('94岁');
  });

  it('is refused of the model of another year', async () => {
    expect((await bot.ask('学校2023款教材卖多少钱？')).outcome).toBe('unanswered');
    expect((await bot.ask('学校2024款教材卖多少钱？')).lead).toContain('35元');
  });
});

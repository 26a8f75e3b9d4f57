import { describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const BULLETIN = `滨江新区2022年公报

2023年4月22日

全年粮食总产量129.7万吨，其中夏粮产量占一成半，主要分布在河东和河西的十二个乡镇，品种有小麦、大麦和豌豆，收购工作已经在夏季结束，秋粮的收购正在进行。全区水利部门新修渠道三十多条，清理河塘一百多口。茶叶产量3.46万吨。

新图书馆由建筑师林远设计。新图书馆于6月18日开放。

年末森林覆盖率61.4%。公司研发人员486人。
`;

const botOver = (...texts: string[]): Promise<Bot> =>
  createBot({
    articles: texts.map((text, at) => articleOf(`a${at}`, text)),
    problems: [],
  });

const bot = await botOver(BULLETIN);

describe('suggestions', () => {
  it('are answered, and for sure', async () => {
    const { suggestions } = await bot.ask('粮食总产量是多少？');
    expect(suggestions).toHaveLength(3);
    for (const question of suggestions)
      expect(await bot.ask(question)).toMatchObject({ outcome: 'answered', certainty: 'sure' });
  });

  it('are about the paragraph quoted before others, and about nothing quoted', async () => {
    const { lead, suggestions } = await bot.ask('茶叶产量有多少？');
    expect(lead).toContain('3.46万吨');
    expect(suggestions[0]).toMatch(/粮食|渠道|河塘/);
    expect(suggestions).not.toContainEqual(expect.stringContaining('茶叶'));
  });

  it('are never the question just asked in other words', async () => {
    const { outcome, suggestions } = await bot.ask('粮食总产量在2019年是多少？');
    expect(outcome).toBe('unanswered');
    expect(suggestions.filter((each) => each.includes('粮食总产量'))).toEqual([]);
  });

  it('come again in a conversation only when all have been suggested', async () => {
    const given: string[] = [];
    for (let turn = 0; turn < 2; turn += 1)
      given.push(...(await bot.ask('新图书馆由谁设计？', 'rotation')).suggestions);
    expect(new Set(given).size).toBe(given.length);
    const further: string[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      further.push(...(await bot.ask('新图书馆由谁设计？', 'rotation')).suggestions);
    expect(further.some((question) => given.includes(question))).toBe(true);
  });

  it('are in the script of the asker', async () => {
    const { suggestions } = await bot.ask('糧食總產量是多少？');
    expect(suggestions).not.toEqual([]);
    for (const question of suggestions) {
      expect(question).not.toMatch(/[产谁么覆盖]盖|产|谁|么|图|书/);
      expect((await bot.ask(question)).outcome).toBe('answered');
    }
    const over = await botOver(
      '參觀資訊\n\n2023年4月22日\n\n新館由建築師林遠設計。展示面積4,280平方公尺。\n',
    );
    expect((await over.ask('新馆的展示面积是多少？')).suggestions).toEqual(['新馆由谁设计？']);
  });

  it('are among the questions that a button may mean', async () => {
    const [article] = bot.articles;
    const all = bot.questionsOn(article!);
    for (const asked of ['粮食总产量是多少？', '糧食總產量是多少？'])
      for (const question of (await bot.ask(asked)).suggestions) expect(all).toContain(question);
  });

  it('are none rather than ones that are not answered', async () => {
    const over = await botOver('通知\n\n2023年4月22日\n\n请各单位按时参加。\n');
    expect((await over.ask('请谁参加？')).suggestions).toEqual([]);
  });
});

describe('what was read otherwise than typed', () => {
  it('is told in the script of the asker', async () => {
    const over = await botOver(
      '创新券\n\n2023年4月22日\n\n长三角科技创新券兑付金额超800万元。创新券服务机构有36家。\n',
    );
    expect((await over.ask('創心券的兌付金額是多少？')).notice).toContain('創新券');
  });
});

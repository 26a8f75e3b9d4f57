import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { scopedBot } from '../../src/bot/scoped-bot.ts';
import { articleOf } from '../helpers/article.ts';
import { ANSWERED, UNANSWERED } from '../helpers/chat.ts';
import { RAIN, BULLETIN_PAGE as water, WEATHER_PAGE as weather } from '../helpers/two-articles.ts';

const scopeOf = (...ids: readonly string[]) => ({
  holds: ({ id }: Article) => ids.includes(id),
});
const corpus = { articles: [water, weather], problems: [] };

describe.each([
  'minisearch',
  'sqlite',
] as const)('a question within a scope, by %s', async (engine) => {
  const bot = await createBot(corpus, { engine });
  const ofWater = scopedBot(bot, scopeOf('bulletin'));
  const ofWeather = scopedBot(bot, scopeOf('weather'));

  it('is answered from its articles', async () => {
    expect((await ofWeather.ask(RAIN)).lead).toContain('1200毫米');
    expect((await ofWater.ask('新建了几座水厂？')).lead).toContain('4座');
    expect(ofWater.articles).toEqual([water]);
  });

  it.each([
    RAIN,
    '紫云观象台由谁主持建设？',
    '《江北气象公报》是什么时候发布的？',
    '江北气象公报讲了什么？',
    '江北平均汽温是多少？',
    'What was the rainfall in Jiangbei in 2022?',
  ])('%s is refused where only another article answers, which is not mentioned', async (question) => {
    expect((await bot.ask(question)).outcome).not.toBe('unanswered');
    const reply = await ofWater.ask(question);
    expect(reply.outcome).toBe('unanswered');
    expect(reply.passages.filter(({ article }) => article !== 'bulletin')).toEqual([]);
    const { question: _, ...ours } = reply;
    expect(JSON.stringify(ours).replaceAll(question, '')).not.toMatch(/16\.8|1200|顾明远|气温/);
  });

  it('lists, follows up and suggests within it', async () => {
    const listed = await ofWater.ask('有哪些文章？');
    expect(listed.text).toContain('滨江新区2022年水务公报');
    expect(listed.text).not.toContain('气象');
    await ofWater.ask('2022年滨江新区供水总量是多少？', 'c');
    expect((await ofWater.ask('那降雨量呢？', 'c')).outcome).toBe('unanswered');
    expect((await ofWater.ask('')).suggestions.join()).not.toMatch(/江北|紫云/);
    for (const question of await ofWeather.suggestionsOf(weather))
      expect((await ofWeather.ask(question)).outcome).toBe('answered');
  });

  it('says what a bot over its articles alone says', async () => {
    const alone = await createBot({ articles: [water], problems: [] });
    const questions = [...ANSWERED.map(([question]) => question), UNANSWERED, RAIN];
    for (const question of [...questions, '滨江新区2021年供水总量是多少？', '平均汽温', ''])
      expect((await ofWater.ask(question)).text).toBe((await alone.ask(question)).text);
  });

  it('leaves all other questions as they are', async () => {
    expect((await bot.ask(RAIN)).lead).toContain('1200毫米');
  });

  it('refuses all of an empty one', async () => {
    const none = scopedBot(bot, scopeOf());
    expect((await none.ask(RAIN)).outcome).toBe('unanswered');
    expect((await none.ask('')).suggestions).toEqual([]);
  });
});

it('a scope finds its own copy of what an earlier article outside it says', async () => {
  const text = '青禾水厂由工程师陆景行主持设计，日处理能力为30万吨，供水范围覆盖整个滨江新区。';
  const page = (id: string, day: string) => articleOf(id, `滨江水务${id}\n\n${day}\n\n${text}\n`);
  const articles = [page('甲', '2022-01-01'), page('乙', '2022-01-02'), page('丙', '2022-01-03')];
  const bot = await createBot({ articles, problems: [] });
  const question = '青禾水厂日处理能力是多少？';
  expect((await bot.ask(question)).passages[0]?.article).toBe('甲');
  const { passages } = await scopedBot(bot, scopeOf('乙', '丙')).ask(question);
  expect(passages.map(({ article }) => article)).toEqual(['乙']);
  expect(passages[0]?.also?.map(({ title }) => title)).toEqual(['滨江水务丙']);
});

it('a scope is found among many paragraphs that say much the same', async () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    articleOf(
      `m${at}`,
      `第${at}号水厂\n\n2022-01-01\n\n第${at}号水厂日处理能力为${at}万吨，水厂日处理能力稳定。\n`,
    ),
  );
  const own = articleOf(
    'own',
    '青禾水厂\n\n2022-01-01\n\n青禾水厂今年扩建，日处理能力为30万吨。\n',
  );
  const bot = await createBot({ articles: [...many, own], problems: [] });
  const reply = await scopedBot(bot, scopeOf('own')).ask('水厂日处理能力是多少？');
  expect(reply.passages[0]?.article).toBe('own');
});

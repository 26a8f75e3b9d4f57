import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const YEAR = `滨江科技一年间

2023年6月1日 来源：滨江日报

联合攻关

2022年，滨江市实施科研项目42项。参与的单位有十二家。

平台共建

滨江国家创新中心2021年揭牌。

人才引进

滨江市去年引进高层次人才300名。
`;
const PARK = `湿地公园开放公告

2024年5月2日

滨江湿地公园5月3日起免费开放。园内禁止垂钓。
`;
const one = await createBot({ articles: [articleOf('year', YEAR)], problems: [] });
const several = await createBot({
  articles: [articleOf('year', YEAR), articleOf('park', PARK)],
  problems: [],
});

describe('courtesies around a question', () => {
  const plain = '2022年滨江市实施了多少项科研项目？';

  it.each([
    `${plain}谢谢`,
    `${plain}谢谢亲`,
    '2022年滨江市实施了多少项科研项目，谢谢！',
    '你好，请问一下，2022年滨江市实施了多少项科研项目？多谢！',
    '麻烦了，2022年滨江市实施了多少项科研项目？辛苦了',
    '請問，2022年滨江市实施了多少项科研项目？謝謝您',
  ])('change nothing: %s', async (question) => {
    const reply = await one.ask(question);
    expect(reply.question).toBe(question);
    expect(reply.lead).toBe((await one.ask(plain)).lead);
    expect(reply.figures[0]?.text).toBe('42项');
  });
});

describe('a message that asks nothing', () => {
  it.each([
    ['谢谢', '不客气'],
    ['謝謝！', '不客氣'],
    ['好的，谢谢啦', '不客气'],
    ['👍🏽', '好的'],
    ['🙏 ❤️', '好的'],
    ['Thank you!', 'welcome'],
    ['哈哈', '接着问'],
    ['厉害', '接着问'],
    ['OK', '接着问'],
  ])('%s is answered with a friendly word', async (message, said) => {
    const reply = await one.ask(message);
    expect(reply.outcome).toBe('help');
    expect(reply.notice).toContain(said);
    expect(reply.passages).toEqual([]);
  });

  it('leaves the conversation where it was', async () => {
    await one.ask('2022年滨江市实施了多少项科研项目？', 'a');
    await one.ask('谢谢', 'a');
    expect((await one.ask('参与的单位呢？', 'a')).lead).toContain('十二家');
  });

  it.each([
    '你是谁？',
    '你能做什么',
    '你能做什麼？',
    '你係邊個？',
    'Who are you?',
    'what can you do',
  ])('%s is told how to ask', async (message) => {
    const reply = await one.ask(message);
    expect(reply.outcome).toBe('help');
    expect(reply.suggestions).not.toEqual([]);
  });
});

describe('questions about the articles', () => {
  it.each([
    '有哪些文章？',
    '有哪些文章可以看',
    '列出所有文章',
    'What articles are there?',
  ])('%s lists them with their dates', async (message) => {
    const reply = await several.ask(message);
    expect(reply.outcome).toBe('help');
    expect(reply.notice).toContain('《滨江科技一年间》');
    expect(reply.notice).toContain('《湿地公园开放公告》');
    expect(reply.notice).toContain('2024-05-02');
  });

  it.each([
    '这篇文章讲了什么？',
    '总结一下',
    '帮我抓一下重点',
    '這篇在講些什麼？',
    '整理一下',
    '有哪些内容？',
    '主要内容是什么',
    '這篇文章的主要內容',
    'What is this article about?',
  ])('%s is answered with the outline, verbatim', async (message) => {
    const reply = await one.ask(message);
    expect(reply).toMatchObject({ outcome: 'answered', layout: 'outline', figures: [] });
    expect(reply.lead).toBe('2022年，滨江市实施科研项目42项。');
    expect(reply.passages.map(({ heading, text }) => [heading, text])).toEqual([
      ['联合攻关', '2022年，滨江市实施科研项目42项。'],
      ['平台共建', '滨江国家创新中心2021年揭牌。'],
      ['人才引进', '滨江市去年引进高层次人才300名。'],
    ]);
    for (const { start, end, text } of reply.passages) expect(YEAR.slice(start, end)).toBe(text);
    for (const line of ['《滨江科技一年间》', '平台共建', '滨江国家创新中心2021年揭牌。'])
      expect(reply.text).toContain(line);
  });

  it('of several articles asks which is meant', async () => {
    const reply = await several.ask('这篇文章讲了什么？');
    expect(reply.outcome).toBe('help');
    expect(reply.suggestions).toEqual(['《滨江科技一年间》', '《湿地公园开放公告》']);
    expect((await several.ask('《湿地公园开放公告》')).lead).toContain('免费开放');
  });

  it('mean the article talked about, or the one named', async () => {
    await several.ask('湿地公园什么时候开放？', 'b');
    expect((await several.ask('总结一下', 'b')).lead).toContain('滨江湿地公园');
    expect((await several.ask('《滨江科技一年间》讲了什么？', 'b')).passages).toHaveLength(3);
  });

  it.each([
    '会议的主要内容是什么？',
    '园内禁止什么？',
    '你好李焕英讲了什么',
  ])('leave %s to the articles', async (message) => {
    expect((await several.ask(message)).layout).toBeUndefined();
  });
});

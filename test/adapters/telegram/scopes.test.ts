import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScopes } from '../../../adapters/common/scopes.ts';
import {
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { chatOver, newStateDir } from '../../helpers/chat.ts';
import { BULLETIN_PAGE, RAIN, WEATHER_PAGE } from '../../helpers/two-articles.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

let telegram: TelegramDouble;
let bot: RunningBot;
let waterGroup: TelegramChat;
let openGroup: TelegramChat;
let reader: TelegramChat;
beforeAll(async () => {
  telegram = await startTelegram();
  [waterGroup, openGroup, reader] = [telegram.group(), telegram.group(), telegram.private()];
  const { scopeOf } = readScopes(
    `water: {articles: [bulletin], in: ["telegram:${waterGroup.id}", "telegram:${reader.id}"]}`,
  );
  const chat = await chatOver([BULLETIN_PAGE, WEATHER_PAGE], newStateDir(), { scopeOf });
  bot = startBot(telegram, chat);
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

const say = (chat: TelegramChat, text: string) => telegram.answerTo(chat.says(text));

it('a chat is answered from its own articles, and the others are not mentioned', async () => {
  expect((await say(openGroup, `/ask ${RAIN}`)).text).toContain('1200毫米');
  for (const chat of [waterGroup, reader]) {
    expect((await say(chat, `/ask ${RAIN}`)).text).not.toMatch(/1200|气象|江北气/);
    expect((await say(chat, '/ask 新建了几座水厂？')).text).toContain('4座');
    expect((await say(chat, '/articles')).text).not.toContain('气象');
    expect((await say(chat, '/articles 气象')).text).toContain('没有这篇文章');
    expect((await say(chat, '/stat 降雨量')).text).not.toContain('1200');
    expect((await say(chat, '/help')).buttons.map(({ text }) => text).join()).not.toMatch(/江北/);
  }
});

it('inline results are of the articles of whoever types', async () => {
  const person = telegram.person({ id: reader.id });
  const results = await telegram.answerToInline(telegram.asksInline(RAIN, { from: person }));
  expect(results.answer.results).toEqual([]);
  const all = await telegram.answerToInline(telegram.asksInline(RAIN));
  const told = JSON.stringify(all.answer.results);
  expect(told).toContain('1200毫米');
  // what leads to its paragraph leads nowhere where the article is not asked
  const link = /start=(p\d+-\w+)/.exec(told)?.[1];
  expect((await say(reader, `/start ${link}`)).text).toMatch(/\/stat/);
  expect((await say(telegram.private(), `/start ${link}`)).text).toContain('1200毫米');
});

import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type DiscordDouble, type Person, startDiscord } from '../doubles/discord/index.ts';
import type { Channel, Message } from '../doubles/discord/world.ts';
import {
  type SentMessage,
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../doubles/telegram/index.ts';
import { articleOf } from '../helpers/article.ts';
import { asked, discordBubble, telegramBubble } from '../helpers/bubbles.ts';
import { chatOver, newStateDir, PUBLISHED_BULLETIN } from '../helpers/chat.ts';
import { conversationPage, LOOKS } from '../helpers/conversation-page.ts';
import { type ManagedChat, managedChat, RAIN, WEATHER } from '../helpers/managed.ts';
import type { Bubble } from '../helpers/transcript.ts';
import { startBot as startDiscordBot } from './discord/running.ts';
import type { RunningBot } from './running.ts';
import { startBot as startTelegramBot } from './telegram/running.ts';
import { hasChromium, openBrowser } from './web/browser.ts';

// Six conversations on each platform, as the bots really lead them. `npx vitest -u` writes the pages
// anew; with PICTURES=write in the environment the pictures of them, too.

const file = (name: string) =>
  fileURLToPath(new URL(`../../docs/transcripts/${name}`, import.meta.url));
const { articles } = await loadCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
const bulletin = articleOf('bulletin', PUBLISHED_BULLETIN);
const chat = await chatOver([...articles, bulletin], newStateDir());

const ANSWERED = '2022年江苏输出的技术合同成交额是多少？';
const aside = (words: string): Bubble => ({ from: 'bot', runs: [], aside: words });

let browser: Browser | undefined;
let managed: ManagedChat;
beforeAll(async () => {
  managed = await managedChat();
  if (hasChromium) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await managed.close();
});

/** Holds a conversation against its page, and its picture against what a reader can see of it. */
async function show(
  platform: keyof typeof LOOKS,
  name: string,
  bubbles: readonly Bubble[],
): Promise<void> {
  const html = conversationPage(platform, { title: name, bubbles });
  await expect(html).toMatchFileSnapshot(file(`${platform}-${name}.html`));
  if (browser === undefined) return;
  const page = await browser.newPage({
    viewport: { width: 2 * LOOKS[platform].width, height: 10 },
  });
  await page.setContent(html);
  // as text, for the compiler knows no page here
  const cut = await page.evaluate(
    `[...document.querySelectorAll('.bubble, .button')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent)`,
  );
  expect(cut).toEqual([]);
  const picture = await page.screenshot({
    fullPage: true,
    ...(process.env['PICTURES'] === 'write' && { path: file(`${platform}-${name}.png`) }),
  });
  expect(picture.length).toBeGreaterThan(10_000);
  await page.close();
}

describe('on Telegram', () => {
  let telegram: TelegramDouble;
  let bot: RunningBot;
  let person: TelegramChat;
  beforeAll(async () => {
    telegram = await startTelegram();
    bot = startTelegramBot(telegram, chat);
    person = telegram.private();
  });
  afterAll(async () => {
    await bot.stop();
    await telegram.close();
  });

  const say = async (text: string, place = person): Promise<SentMessage> =>
    telegram.answerTo(place.says(text));
  async function press(message: SentMessage, label: string, place = person): Promise<Bubble[]> {
    await telegram.answerToPress(place.presses(message, label));
    return [aside(`按下“${label}”`), telegramBubble(message)];
  }

  it('a question, a follow-up and a refusal', async () => {
    const bubbles: Bubble[] = [];
    for (const text of [ANSWERED, '那吸纳的呢？', '那浙江的呢？'])
      bubbles.push(asked(text), telegramBubble(await say(text)));
    expect(JSON.stringify(bubbles)).toContain('超830亿元');
    await show('telegram', 'question', bubbles);
  });

  it('a comparison, with the result above its quotations', async () => {
    const text = '输出和吸纳的技术合同成交额哪个更高？';
    const answer = await say(text);
    const bubbles = [asked(text), telegramBubble(answer)];
    bubbles.push(...(await press(answer, '👎')));
    await show('telegram', 'comparison', bubbles);
  });

  it('figures, one of them opened', async () => {
    const list = await say('/stat 技术合同 2022');
    const bubbles = [asked('/stat 技术合同 2022'), telegramBubble(list)];
    bubbles.push(...(await press(list, '2')));
    await show('telegram', 'figures', bubbles);
  });

  it('a group: a welcome, a question, thanks and a mention in reply', async () => {
    const group = telegram.supergroup({ admin: true });
    const { language_code: _, ...self } = { language_code: '', ...telegram.bot };
    const welcome = await telegram.answerTo(group.sends({ new_chat_members: [self] }));
    const bubbles = [aside('原文加入了群'), telegramBubble(welcome)];
    const words = '节水型小区有多少个？';
    const said = group.says(words);
    const mention = group.says(`@${telegram.bot.username}`, { replyTo: said });
    const answer = await telegram.answerTo(mention);
    bubbles.push(asked(words), aside('有人回复这句话，只写了 @原文'), telegramBubble(answer));
    group.says('厉害，谢谢！', { replyTo: answer });
    bubbles.push(asked('厉害，谢谢！'), aside('不是问题，不作声'));
    await show('telegram', 'group', bubbles);
  });

  it('an English speaker', async () => {
    const reader = telegram.private({ language_code: 'en' });
    const bubbles: Bubble[] = [];
    for (const text of ['/help', 'How many technology contracts did Jiangsu export in 2022?'])
      bubbles.push(asked(text), telegramBubble(await say(text, reader)));
    await show('telegram', 'english', bubbles);
  });

  it('an article sent by an admin', async () => {
    const admin = telegram.private();
    const other = await startTelegram();
    const desk = other.private();
    const running = startTelegramBot(other, managed.chat, { admins: [String(desk.id)] });
    const offer = await other.answerTo(desk.sendsFile('江北气象.txt', Buffer.from(WEATHER)));
    const bubbles = [asked('📄 江北气象.txt'), telegramBubble(offer)];
    await other.answerToPress(desk.presses(offer, '收下'));
    bubbles.push(aside('按下“收下”'), telegramBubble(offer));
    const ready = await other.waitFor('that it is ready', () =>
      desk.sent.find(({ text }) => text.includes('可以问了')),
    );
    bubbles.push(telegramBubble(ready), asked(RAIN));
    bubbles.push(telegramBubble(await other.answerTo(desk.says(RAIN))));
    await running.stop();
    await other.close();
    expect(admin.sent).toEqual([]);
    await show('telegram', 'article', bubbles);
  });
});

describe('on Discord', () => {
  let discord: DiscordDouble;
  let bot: RunningBot;
  let li: Person;
  let channel: Channel;
  beforeAll(async () => {
    discord = await startDiscord({ acknowledgeWithin: 20_000 });
    li = discord.user({ name: 'li' });
    bot = startDiscordBot(discord, chat);
    await discord.ready();
    await discord.waitFor('the commands', () => discord.commands().length > 0);
    channel = discord.channel(discord.guild());
  });
  afterAll(async () => {
    await bot.stop();
    await discord.close();
  });

  const own = (message: Message): Bubble => ({
    ...discordBubble(message),
    ...(message.ephemeral && { aside: '只有你能看到' }),
  });
  async function press(message: Message, label: string): Promise<Bubble[]> {
    const shown = await li.press(message, label).response();
    return [aside(`按下“${label}”`), own(shown)];
  }

  it('a mention, a follow-up and the paragraph', async () => {
    const bubbles: Bubble[] = [];
    const answer = await li.mention(channel, ANSWERED).answer();
    bubbles.push(asked(`@原文 ${ANSWERED}`), own(answer));
    bubbles.push(...(await press(answer, '看原文段落')));
    const next = await li.reply(answer, '那吸纳的呢？').answer();
    bubbles.push(asked('那吸纳的呢？'), own(next));
    await show('discord', 'question', bubbles);
  });

  it('a command, and a refusal for the asker alone', async () => {
    const bubbles: Bubble[] = [];
    for (const question of [ANSWERED, '浙江省2022年输出的技术合同成交额是多少？']) {
      const answer = await li.slash(channel, 'ask', { question }).response();
      bubbles.push(asked(`/提问 问题：${question}`), own(answer));
    }
    await show('discord', 'command', bubbles);
  });

  it('figures, one of them opened', async () => {
    const list = await li.slash(channel, 'stat', { measure: '技术合同', year: '2022' }).response();
    const bubbles = [asked('/查数 指标：技术合同 年份：2022'), own(list)];
    bubbles.push(...(await press(list, '2')));
    await show('discord', 'figures', bubbles);
  });

  it('the articles, and one of them', async () => {
    const list = await li.slash(channel, 'article').response();
    const bubbles = [asked('/文章'), own(list)];
    bubbles.push(...(await press(list, '2. 滨江新区2022年水务公报')));
    await show('discord', 'articles', bubbles);
  });

  it('a server: a welcome, an edited question, a vote with its reason', async () => {
    const guild = discord.guild({ hasBot: false });
    const place = discord.channel(guild);
    discord.joins(guild);
    const welcome = await discord.waitFor('the welcome', () =>
      discord.messages.find((message) => message.channel === place),
    );
    const bubbles = [aside('原文加入了服务器'), own(welcome)];
    const said = li.mention(place, '新建了几座水厂？');
    const answer = await said.answer();
    li.edit(said, `<@${discord.bot.id}> 安装了多少只智能水表？`);
    await discord.waitFor('the new answer', () => answer.content.includes('36万只'));
    bubbles.push(asked('@原文 安装了多少只智能水表？'), aside('问题改过，回答跟着改'), own(answer));
    const reasons = await li.press(answer, '👎').response();
    bubbles.push(aside('按下“👎”'), own(reasons));
    bubbles.push(aside('按下“不全”'), own(await li.press(reasons, '不全').response()));
    await show('discord', 'server', bubbles);
  });

  it('an article sent by an admin', async () => {
    const other = await startDiscord({ acknowledgeWithin: 20_000 });
    const admin = other.user();
    const running = startDiscordBot(other, managed.chat, { admins: [admin.id] });
    await other.ready();
    await other.waitFor('the commands', () => other.commands().length > 0);
    const sent = {
      filename: '江南气象.txt',
      bytes: Buffer.from(WEATHER.replaceAll('江北', '江南')),
    };
    const offer = await admin.slash(admin.direct, 'corpus add', { file: sent }).response();
    const bubbles = [asked('/管理文章 添加 文件：江南气象.txt'), own(offer)];
    await admin.press(offer, '收下').response();
    await other.waitFor('the note', () => offer.content.includes('已收下'));
    bubbles.push(aside('按下“收下”'), own(offer));
    const ready = await other.waitFor('that it is ready', () =>
      other.messages.find(({ content }) => content.includes('可以问了')),
    );
    bubbles.push(own(ready));
    await running.stop();
    await other.close();
    await show('discord', 'article', bubbles);
  });
});

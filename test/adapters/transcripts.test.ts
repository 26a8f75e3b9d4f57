import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { startDiscord } from '../doubles/discord/index.ts';
import { startTelegram } from '../doubles/telegram/index.ts';
import { asked, discordBubble, telegramBubble } from '../helpers/bubbles.ts';
import { chatOver } from '../helpers/chat.ts';
import { type Bubble, transcript } from '../helpers/transcript.ts';
import { startBot as startDiscordBot } from './discord/running.ts';
import { startBot as startTelegramBot } from './telegram/running.ts';

// The pictures of the README are what the bots really say; `npx vitest -u` draws them anew.

const file = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const { articles } = await loadCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)));
const chat = await chatOver(articles);

const ANSWERED = '2022年江苏输出的技术合同成交额是多少？';
const FOLLOW_UP = '那吸纳的呢？';
const REFUSED = '浙江省2022年输出的技术合同成交额是多少？';

describe('the pictures of the README', () => {
  it('show a chat on Telegram', async () => {
    const telegram = await startTelegram();
    const bot = startTelegramBot(telegram, chat);
    const person = telegram.private();
    const bubbles: Bubble[] = [];
    for (const question of [ANSWERED, FOLLOW_UP, REFUSED]) {
      const answer = await telegram.answerTo(person.says(question));
      bubbles.push(asked(question), telegramBubble(answer));
    }
    await bot.stop();
    await telegram.close();
    expect(bubbles.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toContain(
      '超830亿元',
    );
    await expect(transcript('Telegram', bubbles)).toMatchFileSnapshot(file('telegram.svg'));
  });

  it('show commands on Discord', async () => {
    const discord = await startDiscord({ acknowledgeWithin: 20_000 });
    const bot = startDiscordBot(discord, chat);
    await discord.ready();
    await discord.waitFor('the commands', () => discord.commands().length > 0);
    const [li, channel] = [discord.user(), discord.channel(discord.guild())];
    const answer = await li.slash(channel, 'ask', { question: ANSWERED }).response();
    const figures = await li
      .slash(channel, 'stat', { measure: '技术合同成交额', year: '2022' })
      .response();
    await bot.stop();
    await discord.close();
    await expect(
      transcript('Discord', [
        asked(`/ask question: ${ANSWERED}`),
        discordBubble(answer),
        asked('/stat measure: 技术合同成交额 year: 2022'),
        discordBubble(figures),
      ]),
    ).toMatchFileSnapshot(file('discord.svg'));
  });
});

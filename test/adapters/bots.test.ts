import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordDouble, startDiscord } from '../doubles/discord/index.ts';
import { startTelegram, type TelegramDouble } from '../doubles/telegram/index.ts';
import { ANSWERED } from '../helpers/chat.ts';
import { newHome, STARTUP, startProcess } from './process.ts';

const [[QUESTION, ANSWER]] = ANSWERED;

let telegram: TelegramDouble;
let discord: DiscordDouble;
let running: ReturnType<typeof startProcess> | undefined;
beforeEach(async () => {
  telegram = await startTelegram();
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  await telegram.close();
  await discord.close();
});

/** With both tokens. */
function start(env: Record<string, string> = {}) {
  running = startProcess(newHome(), {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_BASE: discord.api,
    ...env,
  });
  return running;
}

const telegramAnswers = async () =>
  (await telegram.answerTo(telegram.private().says(QUESTION), STARTUP)).text;
async function discordAnswers(): Promise<string> {
  await discord.ready(STARTUP);
  return (await discord.user().mention(discord.channel(discord.guild()), QUESTION).answer())
    .content;
}
const lines = (printed: string) =>
  printed.split('\n').filter((line) => line.startsWith('yuanwen: '));

describe('both bots in one process', () => {
  it('answer side by side, and leave within 5 s with code 0', async () => {
    const { end } = start();
    expect(await telegramAnswers()).toContain(ANSWER);
    expect(await discordAnswers()).toContain(ANSWER);
    const { code, ms, printed } = await end('SIGTERM');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5000);
    for (const token of [telegram.token, discord.token]) expect(printed).not.toContain(token);
  });

  it('where Discord refuses the token: it is named, and Telegram answers on', async () => {
    const { end, printed } = start({ DISCORD_TOKEN: 'wrong.discord.token' });
    expect(await telegramAnswers()).toContain(ANSWER);
    await telegram.waitFor('the line', () => printed().includes('discord has ended'), STARTUP);
    expect(await telegramAnswers()).toContain(ANSWER);
    expect((await end('SIGTERM')).code).toBe(0);
    expect(printed()).not.toContain('wrong.discord.token');
  });

  it('where Telegram refuses the token: it is named, and Discord answers on', async () => {
    const { end, printed } = start({ TELEGRAM_TOKEN: '1:wrong' });
    expect(await discordAnswers()).toContain(ANSWER);
    await discord.waitFor('the line', () => printed().includes('telegram has ended'), STARTUP);
    expect(await discordAnswers()).toContain(ANSWER);
    expect((await end('SIGTERM')).code).toBe(0);
  });

  it('end with a code that is not 0 once none is left', async () => {
    const { ended } = start({ TELEGRAM_TOKEN: '1:wrong', DISCORD_TOKEN: 'wrong.discord.token' });
    const { code, printed } = await ended;
    expect(code).toBe(1);
    expect(lines(printed)).toHaveLength(1);
    expect(printed).toMatch(/TELEGRAM_TOKEN/);
    expect(printed).toMatch(/DISCORD_TOKEN/);
    expect(printed).not.toMatch(/1:wrong|wrong\.discord\.token/);
  });
});

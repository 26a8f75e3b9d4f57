import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startDiscord } from '../doubles/discord/index.ts';
import { startTelegram } from '../doubles/telegram/index.ts';
import { chatOver, newStateDir, UNANSWERED } from '../helpers/chat.ts';
import { startBot as startDiscordBot } from './discord/running.ts';
import { startBot as startTelegramBot } from './telegram/running.ts';

/** A chat whose last report is older than a week, and that was asked what it cannot answer. */
async function chatDue() {
  const stateDir = newStateDir();
  const chat = await chatOver(undefined, stateDir);
  await chat.ask(UNANSWERED);
  writeFileSync(join(stateDir, 'weekly-report.json'), '{"last":"2026-01-05T08:00:00.000Z"}');
  return chat;
}

it('the weekly report comes to a chat on Telegram', async () => {
  const telegram = await startTelegram();
  const operator = telegram.group();
  const bot = startTelegramBot(telegram, await chatDue(), { reportTo: String(operator.id) });
  const report = await telegram.waitFor('the report', () => operator.sent[0]);
  expect(report.text).toContain(`1× ${UNANSWERED}`);
  await bot.stop();
  await telegram.close();
});

it('the weekly report comes to a channel on Discord', async () => {
  const discord = await startDiscord();
  const channel = discord.channel(discord.guild());
  const bot = startDiscordBot(discord, await chatDue(), { reportTo: channel.id });
  const report = await discord.waitFor('the report', () => discord.messages[0]);
  expect(report.content).toContain(UNANSWERED);
  expect(report.channel).toBe(channel);
  await bot.stop();
  await discord.close();
});

it('a server that the bot is added to is greeted with questions that it answers', async () => {
  const discord = await startDiscord();
  const bot = startDiscordBot(discord, await chatOver());
  await discord.ready();
  const guild = discord.guild({ hasBot: false });
  discord.channel(guild);
  discord.joins(guild);
  const welcome = await discord.waitFor('the welcome', () => discord.messages[0]);
  expect(welcome.content).toMatch(/^大家好.*发 \/提问/);
  const labels = welcome.components.flatMap((row) =>
    'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
  );
  expect(labels.filter((label) => label?.endsWith('？'))).toHaveLength(3);
  await bot.stop();
  await discord.close();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../../src/answer/reader/reader.ts';
import { type DiscordDouble, startDiscord } from '../../doubles/discord/index.ts';
import type { Message } from '../../doubles/discord/world.ts';
import { newStateDir } from '../../helpers/chat.ts';
import { chatWithReader, readerOf } from '../../helpers/reader.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const QUESTION = '智能水表怎么样？';
const OF_TWO = '滨江新区的智能水表和供水总量？';
const METERS = '智能水表36万只';

let discord: DiscordDouble;
let bot: RunningBot | undefined;
beforeEach(async () => {
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
});
afterEach(async () => {
  await bot?.stop();
  await discord.close();
});

async function start(reader: Reader): Promise<string> {
  const stateDir = newStateDir();
  bot = startBot(discord, await chatWithReader(reader, stateDir));
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length > 0);
  return stateDir;
}
const newChannel = () => discord.channel(discord.guild());
const routes = () => discord.calls.map(({ route }) => route);
const labels = (message: Message) =>
  message.components.flatMap((row) =>
    'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
  );

it('a mention that waits for a reader shows that the bot types', async () => {
  await start(readerOf(METERS));
  const answer = await discord.user().mention(newChannel(), QUESTION).answer();
  expect(answer.content).toContain('模型选句');
  expect(routes()).toContain('/channels/{channel_id}/typing');
});

it('a command that waits for a reader is deferred, and answered in its place', async () => {
  await start(readerOf(METERS));
  const used = discord.user().slash(newChannel(), 'ask', { question: QUESTION });
  const answer = await used.response();
  await discord.waitFor('the answer', () => answer.content.includes('36万只'));
  expect(answer).toMatchObject({ ephemeral: false, loading: false });
});

it('what a reader finds no answer to is told the asker alone', async () => {
  await start(readerOf());
  const used = discord.user().slash(newChannel(), 'ask', { question: QUESTION });
  const thinking = await used.response();
  await discord.waitFor('the refusal', () =>
    discord.messages.some(({ content }) => content.includes('最接近的几句里没有答案')),
  );
  const refusal = discord.messages.find(({ content }) => content.includes('没有答案'));
  expect(refusal?.ephemeral).toBe(true);
  expect(thinking.deleted).toBe(true);
});

it('an unsure answer opens each paragraph by its number, and is voted for by what is open', async () => {
  const stateDir = await start(readerOf(METERS, '8.6亿立方米'));
  const li = discord.user();
  const answer = await li.mention(newChannel(), OF_TWO).answer();
  const lines = answer.content.split('\n').filter((line) => line !== '');
  expect(lines[0]).toBe('-# 可能是这几处之一：');
  expect(lines[1]).toMatch(/^1\\\. .*36万只/);
  expect(answer.content).toMatch(/^2\\\. .*8\.6亿立方米/m);
  expect(labels(answer).slice(0, 4)).toEqual(['看原文1', '看原文2', '👍', '👎']);
  await li.press(answer, '看原文2').response();
  expect(answer.embeds[0]?.description).toContain('供水总量');
  await li.press(answer, '👍').response();
  const votes = readFileSync(join(stateDir, 'votes.jsonl'), 'utf8').trimEnd();
  expect(JSON.parse(votes)).toMatchObject({ vote: 'up', paragraph: 1 });
});

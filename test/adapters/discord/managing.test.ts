import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DiscordDouble, type Person, startDiscord } from '../../doubles/discord/index.ts';
import type { Message } from '../../doubles/discord/world.ts';
import { type ManagedChat, managedChat, PAGE_URL, RAIN, WEATHER } from '../../helpers/managed.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

let discord: DiscordDouble;
let bot: RunningBot;
let managed: ManagedChat;
let admin: Person;
beforeAll(async () => {
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
  managed = await managedChat();
  admin = discord.user();
  bot = startBot(discord, managed.chat, { admins: [admin.id] });
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length > 0);
});
afterAll(async () => {
  await bot.stop();
  await managed.close();
  await discord.close();
});

const plain = ({ content }: Message) => content.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const file = (name: string) => join(managed.dir, name);
const corpus = (words: string, values = {}) =>
  admin.slash(admin.direct, `corpus ${words}`, values).response();
const told = (words: string) =>
  discord.waitFor(words, () => discord.messages.find((message) => plain(message).includes(words)));

it('a file sent in direct messages is offered, taken in, and can be asked then', async () => {
  const files = [{ filename: '江北.txt', bytes: Buffer.from(WEATHER) }];
  const offer = await admin.say(admin.direct, '', { files }).answer();
  expect(plain(offer)).toMatch(/还没有收下：江北.txt\n《江北气象公报》2022-03-01，江北日报，1段/);
  await admin.press(offer, '收下').response();
  await told('已收下：江北.txt');
  expect(readFileSync(file('江北.txt'), 'utf8')).toBe(WEATHER);
  await told('可以问了：《江北气象公报》');
  expect((await admin.say(admin.direct, RAIN).answer()).content).toContain('1200毫米');
});

it('/corpus reads a file and an address, lists, checks and takes away', async () => {
  const sent = { filename: '江南.md', bytes: Buffer.from(WEATHER.replaceAll('江北', '江南')) };
  expect(plain(await corpus('add', { file: sent }))).toContain('还没有收下：江南.md');
  expect(plain(await corpus('add', { address: PAGE_URL }))).toContain('江北气象公报.html');
  expect(plain(await corpus('add'))).toContain('/corpus add 网址');
  expect(plain(await corpus('list'))).toContain('bulletin.txt');
  expect(plain(await corpus('check'))).toContain('没有发现问题');
  const asked = await corpus('remove', { name: 'bulletin' });
  expect(plain(asked)).toContain('要移走 bulletin.txt');
  await admin.press(asked, '移走').response();
  await told('已移走：bulletin.txt');
  expect(existsSync(file('bulletin.txt'))).toBe(false);
});

it('nobody else does, and in a server a file is no article', async () => {
  const li = discord.user();
  const refused = await li.slash(li.direct, 'corpus list').response();
  expect(refused).toMatchObject({ ephemeral: true, content: '这个命令只给管理员用。' });
  const files = [{ filename: 'a.txt', bytes: Buffer.from(WEATHER) }];
  expect((await li.say(li.direct, '', { files }).answer()).content).toContain('只看得懂文字');
  const channel = discord.channel(discord.guild());
  const help = await admin.mention(channel, '', { files }).answer();
  expect(plain(help)).not.toContain('收下');
});

it('a file too large is not fetched', async () => {
  const files = [{ filename: 'a.txt', bytes: Buffer.from('x'), size: 30 * 1024 * 1024 }];
  expect(plain(await admin.say(admin.direct, '', { files }).answer())).toContain('最多20 MB');
});

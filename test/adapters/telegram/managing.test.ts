import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type SentMessage,
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { type ManagedChat, managedChat, PAGE_URL, RAIN, WEATHER } from '../../helpers/managed.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

let telegram: TelegramDouble;
let bot: RunningBot;
let managed: ManagedChat;
let admin: TelegramChat;
beforeAll(async () => {
  telegram = await startTelegram();
  managed = await managedChat();
  admin = telegram.private();
  bot = startBot(telegram, managed.chat, { admins: [String(admin.id)] });
});
afterAll(async () => {
  await bot.stop();
  await managed.close();
  await telegram.close();
});

const say = (text: string, chat = admin) => telegram.answerTo(chat.says(text));
const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);
const file = (name: string) => join(managed.dir, name);
async function press(message: SentMessage, label: string): Promise<void> {
  await telegram.answerToPress(admin.presses(message, label));
}
/** A message that says so comes to the admin. */
const told = (words: string) =>
  telegram.waitFor(words, () => admin.sent.find(({ text }) => text.includes(words)));

it('a file is read, offered, taken in, and can be asked once the bot says so', async () => {
  const offer = await telegram.answerTo(admin.sendsFile('江北 气象.txt', Buffer.from(WEATHER)));
  expect(offer.text).toContain('还没有收下：江北 气象.txt');
  expect(offer.text).toMatch(/《江北气象公报》2022-03-01，江北日报，1段，2个数字/);
  expect(offer.text).toContain('没有发现问题');
  expect(labels(offer)).toEqual(['收下', '不要了']);
  expect(existsSync(file('江北 气象.txt'))).toBe(false);
  await press(offer, '收下');
  expect(offer.text).toContain('已收下：江北 气象.txt');
  expect(labels(offer)).toEqual([]);
  expect(readFileSync(file('江北 气象.txt'), 'utf8')).toBe(WEATHER);
  const ready = await told('可以问了：《江北气象公报》');
  expect(labels(ready).length).toBeGreaterThan(0);
  expect((await say(RAIN)).text).toContain('1200毫米');
});

it('a file of a name that is there takes its place, and the old one is kept', async () => {
  const changed = WEATHER.replace('1200', '1300');
  const offer = await telegram.answerTo(admin.sendsFile('江北 气象.txt', Buffer.from(changed)));
  expect(offer.text).toContain('已有同名的文件');
  const before = admin.sent.length;
  await press(offer, '替换旧的');
  await telegram.waitFor('that it is ready', () =>
    admin.sent.slice(before).find(({ text }) => text.includes('可以问了')),
  );
  expect((await say(RAIN)).text).toContain('1300毫米');
  const kept = readdirSync(join(managed.stateDir, 'removed'));
  expect(kept).toEqual([expect.stringMatching(/ 江北 气象\.txt$/)]);
});

it('what was read is told with what to mend, and is gone when it is not wanted', async () => {
  const offer = await telegram.answerTo(
    admin.sendsFile('没有日期.md', Buffer.from('# 江南简报\n\n去年江南新建水厂三座。\n')),
  );
  expect(offer.text).toMatch(/有1处可以修：\n· 没有日期，不知道“去年”是什么时候；请/);
  await press(offer, '不要了');
  expect(offer.text).toBe('好，没有收下。');
  expect(existsSync(file('没有日期.md'))).toBe(false);
  expect(readdirSync(join(managed.stateDir, 'incoming'))).toEqual([]);
});

it.each([
  ['表格.xlsx', Buffer.from('x'), '这种文件读不了'],
  ['空.txt', Buffer.alloc(0), '是空的'],
  ['坏.pdf', Buffer.from('%PDF-1.4 nothing'), '没有读出可以引用的文字'],
  ['..', Buffer.from('x'), '这个文件名不能用'],
])('%s is not taken: why is said', async (name, bytes, why) => {
  const answer = await telegram.answerTo(admin.sendsFile(name, bytes));
  expect(answer.text).toContain(why);
  expect(labels(answer)).toEqual([]);
});

it('a name that leads out of the folder stays in it', async () => {
  const offer = await telegram.answerTo(
    admin.sendsFile('../../etc/雨.txt', Buffer.from(WEATHER.replace('公报', '通报'))),
  );
  await press(offer, '收下');
  await told('可以问了：《江北气象通报》');
  expect(existsSync(file('etc 雨.txt'))).toBe(true);
});

it('a file that is too large is not fetched', async () => {
  const before = telegram.calls.length;
  const answer = await telegram.answerTo(
    admin.sendsFile('大.txt', Buffer.from('x'), 30 * 1024 * 1024),
  );
  expect(answer.text).toContain('最多20 MB');
  expect(telegram.calls.slice(before).map(({ method }) => method)).not.toContain('getFile');
});

it('an address alone is read as a page, and one within a network is not fetched', async () => {
  const offer = await say(PAGE_URL);
  expect(offer.text).toContain('还没有收下：江北气象公报.html');
  await press(offer, '收下');
  await telegram.waitFor('the file', () => existsSync(file('江北气象公报.html')));
  expect(readFileSync(file('江北气象公报.html.yaml'), 'utf8')).toContain(`url: "${PAGE_URL}"`);
  expect((await say('/corpus add http://192.168.0.1/')).text).toContain('只取公网上的网页');
});

it('files are listed, checked, and taken away when that is confirmed', async () => {
  expect((await say('/corpus')).text).toContain('/corpus add 网址');
  expect((await say('/corpus list')).text).toMatch(/bulletin\.txt　《滨江新区2022年水务公报》/);
  writeFileSync(file('旧.doc'), 'x');
  const asked = await say('/corpus remove bulletin.txt');
  expect(asked.text).toContain('要移走 bulletin.txt');
  await press(asked, '移走');
  expect(asked.text).toContain('已移走：bulletin.txt');
  expect(existsSync(file('bulletin.txt'))).toBe(false);
  const served = () => managed.chat.library.articles.map((article) => article.file);
  await expect.poll(served, { timeout: 10_000 }).not.toContain('bulletin.txt');
  expect((await say('/corpus list')).text).not.toContain('bulletin.txt');
  expect((await say('/corpus check')).text).toContain('旧.doc');
  expect((await say('/corpus remove nothing')).text).toContain('没有唯一叫“nothing”');
});

it('nobody else manages anything', async () => {
  const person = telegram.private();
  expect((await say('/corpus list', person)).text).toContain('只给管理员用');
  expect((await telegram.answerTo(person.sendsFile('a.txt', Buffer.from(WEATHER)))).text).toContain(
    '只看得懂文字',
  );
  const offer = await telegram.answerTo(
    admin.sendsFile('再来.txt', Buffer.from(WEATHER.replace('公报', '月报'))),
  );
  const take = offer.buttons[0];
  const data = take && 'callback_data' in take ? take.callback_data : '';
  const forged = person.pressesData(await telegram.answerTo(person.says('在吗')), data);
  await telegram.answerToPress(forged);
  expect(existsSync(file('再来.txt'))).toBe(false);
  const group = telegram.supergroup({ admin: true, person: admin.person });
  const before = group.sent.length;
  group.says('/corpus list');
  await say(RAIN);
  expect(group.sent.length).toBe(before);
});

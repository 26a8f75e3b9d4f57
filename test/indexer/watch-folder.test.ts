import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { watchFolder } from '../../src/indexer/watch-folder.ts';

const QUESTION = '水厂日供水多少万吨？';

let dir: string;
let bot: Bot;
let unwatch: () => Promise<void>;
const lines: string[] = [];

const page = (title: string, said: string) => `${title}\n\n2024-03-05\n\n${said}\n`;
const write = (file: string, text: string) => writeFileSync(join(dir, file), text);
const eventually = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });

beforeEach(async () => {
  lines.length = 0;
  dir = mkdtempSync(join(tmpdir(), 'yuanwen-watch-'));
  write('a.txt', page('甲地通水', '甲地的水厂今年通水，日供水8万吨。水厂由市民投票命名。'));
  write('b.txt', page('乙地通车', '乙地的大桥今年通车，全长3公里。大桥由老桥改建而成。'));
  const folder = openFolder(dir);
  bot = await createBot(await folder.load());
  const say = (line: string) => lines.push(line);
  const pace = { lookEvery: 300, rescanEvery: 1_000_000 };
  unwatch = await watchFolder(dir, folder, bot, { info: say, warn: say }, pace);
});

afterEach(() => unwatch());

describe('a folder that is put elsewhere', () => {
  const aside = () => join(mkdtempSync(join(tmpdir(), 'yuanwen-aside-')), 'corpus');
  const changedTo = (tons: number) =>
    page('甲地通水', `甲地的水厂今年通水，日供水${tons}万吨。水厂由市民投票命名。`);
  const answersWith = (tons: number) =>
    eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain(`${tons}万吨`));

  it('and back is watched on', async () => {
    const other = aside();
    renameSync(dir, other);
    renameSync(other, dir);
    await setTimeout(1000);
    write('a.txt', changedTo(9));
    await answersWith(9);
    write('a.txt', changedTo(6));
    await answersWith(6);
  }, 60_000);

  it('and back only after a while is watched on, and its articles stay meanwhile', async () => {
    const other = aside();
    renameSync(dir, other);
    await eventually(() => expect(lines.join()).toContain('has gone'));
    expect((await bot.ask(QUESTION)).lead).toContain('8万吨');
    renameSync(other, dir);
    await setTimeout(1000);
    write('a.txt', changedTo(9));
    await answersWith(9);
  }, 60_000);

  it('or made anew is watched there', async () => {
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    write('a.txt', changedTo(5));
    await answersWith(5);
    write('a.txt', changedTo(4));
    await answersWith(4);
  }, 60_000);
});

it('a link that is swapped to another folder is followed', async () => {
  await unwatch();
  const link = join(mkdtempSync(join(tmpdir(), 'yuanwen-link-')), 'corpus');
  const other = mkdtempSync(join(tmpdir(), 'yuanwen-other-'));
  writeFileSync(join(other, 'a.txt'), page('甲地通水', '甲地的水厂今年通水，日供水5万吨。'));
  symlinkSync(dir, link);
  const folder = openFolder(link);
  bot = await createBot(await folder.load());
  const say = (line: string) => lines.push(line);
  const pace = { lookEvery: 300, rescanEvery: 1_000_000 };
  unwatch = await watchFolder(link, folder, bot, { info: say, warn: say }, pace);
  rmSync(link);
  symlinkSync(other, link);
  await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('5万吨'));
  writeFileSync(join(other, 'a.txt'), page('甲地通水', '甲地的水厂今年通水，日供水4万吨。'));
  await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('4万吨'));
}, 60_000);

it('a change that no watch tells of is found by a regular look at every file', async () => {
  await unwatch();
  const folder = openFolder(dir);
  const load = vi.spyOn(folder, 'load');
  const say = (line: string) => lines.push(line);
  const pace = { lookEvery: 50, rescanEvery: 100 };
  unwatch = await watchFolder(dir, folder, bot, { info: say, warn: say }, pace);
  await eventually(() => expect(load.mock.calls.length).toBeGreaterThan(2));
}, 60_000);

describe('a folder that is watched', () => {
  it('answers from a file as soon as it is changed, added and removed', async () => {
    expect((await bot.ask(QUESTION)).lead).toContain('8万吨');
    write('a.txt', page('甲地通水', '甲地的水厂今年通水，日供水9万吨。水厂由市民投票命名。'));
    await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('9万吨'));

    expect((await bot.ask('湿地公园的门票多少钱？')).outcome).toBe('unanswered');
    write('c.txt', page('丙地开园', '丙地的湿地公园今年开园，湿地公园的门票为30元。'));
    await eventually(async () =>
      expect((await bot.ask('湿地公园的门票多少钱？')).lead).toContain('30元'),
    );
    expect(bot.articles.map(({ id }) => id)).toEqual(['a', 'b', 'c']);

    rmSync(join(dir, 'a.txt'));
    await eventually(async () => expect((await bot.ask(QUESTION)).outcome).toBe('unanswered'));
    expect((await bot.ask('大桥全长多少公里？')).lead).toContain('3公里');
    expect(lines.at(-1)).toBe('articles: 0 added or changed, 1 removed, 2 in all');
  }, 60_000);

  it('goes on with what a file held when it can no longer be read, and says so in one line', async () => {
    const before = bot.articles;
    write('a.txt', '');
    await eventually(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatch(/^a\.txt is empty .*stays in service$/u);
    expect(bot.articles).toEqual(before);
    expect((await bot.ask(QUESTION)).lead).toContain('8万吨');
  }, 60_000);

  it('takes a file that is moved over another for the new one', async () => {
    const aside = join(mkdtempSync(join(tmpdir(), 'yuanwen-aside-')), 'a.txt');
    writeFileSync(aside, page('甲地通水', '甲地的水厂今年通水，日供水7万吨。'));
    renameSync(aside, join(dir, 'a.txt'));
    await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('7万吨'));
  }, 60_000);

  it('keeps a conversation and the other articles through a change', async () => {
    const b = bot.articles[1];
    await bot.ask('大桥全长多少公里？', 'talk');
    write('a.txt', page('甲地通水', '甲地的水厂今年通水，日供水9万吨。'));
    await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('9万吨'));
    expect(bot.articles[1]).toBe(b);
    expect((await bot.ask('它是怎么来的？由什么改建？', 'talk')).lead).toContain('老桥改建');
  }, 60_000);

  it('tries again where the index was being written, and says so where that does not help', async () => {
    const update = vi.spyOn(bot, 'update').mockImplementationOnce(async () => {
      throw new Error('SQLITE_BUSY');
    });
    write('a.txt', page('甲地通水', '甲地的水厂今年通水，日供水9万吨。'));
    await eventually(async () => expect((await bot.ask(QUESTION)).lead).toContain('9万吨'));
    await eventually(() =>
      expect(lines).toEqual(['articles: 1 added or changed, 0 removed, 2 in all']),
    );

    update.mockImplementation(async () => {
      throw new Error('SQLITE_FULL');
    });
    write('a.txt', page('甲地通水', '甲地的水厂今年通水，日供水7万吨。'));
    await eventually(() => expect(lines).toHaveLength(2));
    expect(lines[1]).toContain('stay in service: SQLITE_FULL');
    expect((await bot.ask(QUESTION)).lead).toContain('9万吨');
  }, 60_000);
});

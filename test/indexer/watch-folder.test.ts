import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  unwatch = await watchFolder(dir, folder, bot, { info: say, warn: say });
});

afterEach(() => unwatch());

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

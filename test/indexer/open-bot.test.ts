import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../adapters/common/settings.ts';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';

// as built: it starts a process of its own, which runs no TypeScript
const { openBotFor }: typeof import('../../adapters/terminal/open-folder.ts') = await import(
  pathToFileURL('dist/adapters/terminal/open-folder.js').href
);

const MAIN = 'dist/adapters/main.js';

/** Enough text that articles are kept. */
const ARTICLES = 250;

const home = mkdtempSync(join(tmpdir(), 'yuanwen-open-'));
const dir = join(home, 'corpus');

function write(at: number, tons = 1000 + at): void {
  const lines = Array.from(
    { length: 20 },
    (_, place) =>
      `第${at}号水厂的第${place}条管线今年改造，施工由第${at * place}工程队承担，预计两年完工，沿线居民的用水不受影响。`,
  );
  const text = [`第${at}号水厂`, '2024-03-05', `第${at}号水厂日供水${tons}吨。`, ...lines];
  writeFileSync(join(dir, `a${at}.txt`), text.join('\n\n'));
}

/** Opens a bot over the folder, with what was said on the way. */
async function open(stateDir: string) {
  const errors = new PassThrough();
  const said: string[] = [];
  errors.on('data', (line: Buffer) => {
    // how far it has come is told only where the machine is slow
    if (!/articles indexed/.test(String(line))) said.push(String(line));
  });
  const output = new PassThrough();
  output.resume();
  const io = { input: process.stdin, output, errors, env: {} };
  const config = readConfig({ STATE_DIR: stateDir }, join(home, 'none.env'));
  return { ...(await openBotFor(dir, config, io as never)), said };
}

const QUESTIONS = [
  '第7号水厂日供水多少吨？',
  '第123号水厂第3条管线由谁施工？',
  '第9号水厂的管线什么时候完工？',
  '月球上有水厂吗？',
];

describe('a bot over a large folder', () => {
  const before = process.env['STATE_DIR'];
  beforeAll(() => {
    mkdirSync(dir);
    for (let at = 0; at < ARTICLES; at += 1) write(at);
    // the other process reads the same settings
    process.env['STATE_DIR'] = join(home, 'state');
  });
  afterAll(() => {
    if (before === undefined) delete process.env['STATE_DIR'];
    else process.env['STATE_DIR'] = before;
  });

  it('answers from what another process has read and indexed as if it had done so itself', async () => {
    const { bot, folder, said } = await open(join(home, 'state'));
    expect(folder.isIndexed).toBe(true);
    expect(said).toEqual([]);
    const read = await createBot(await loadCorpus(dir), { engine: 'sqlite' });
    for (const question of QUESTIONS)
      expect(await bot.ask(question)).toEqual(await read.ask(question));
    expect(bot.articles.map(({ text }) => text)).toEqual(read.articles.map(({ text }) => text));
  }, 120_000);

  it('finds all made by npm run index, and makes nothing again', async () => {
    const index = () =>
      spawnSync(process.execPath, [MAIN, 'index', '--corpus', dir], { encoding: 'utf8' });
    const first = index();
    expect(first.stdout).toBe(
      `${ARTICLES} articles indexed\nand all that questions may need is made\n`,
    );
    const [kept = ''] = readdirSync(join(home, 'state', 'articles')).filter((name) =>
      name.endsWith('.sqlite'),
    );
    const bytes = () => readFileSync(join(home, 'state', 'articles', kept));
    const before = bytes();
    expect(index().stdout).toBe(first.stdout);
    expect(bytes().equals(before)).toBe(true);
  }, 120_000);

  it('follows the folder, and keeps the articles that have not changed', async () => {
    const { bot, folder } = await open(join(home, 'state'));
    const untouched = bot.articles.find(({ id }) => id === 'a9');
    write(7, 77);
    unlinkSync(join(dir, 'a8.txt'));
    await bot.update(await folder.load());
    expect((await bot.ask('第7号水厂日供水多少吨？')).lead).toBe('第7号水厂日供水77吨。');
    expect(bot.articles.map(({ id }) => id)).not.toContain('a8');
    expect(bot.articles.find(({ id }) => id === 'a9')).toBe(untouched);
  }, 120_000);

  it('keeps what a file held that can no longer be read, and says so', async () => {
    const { bot, folder } = await open(join(home, 'state'));
    writeFileSync(join(dir, 'a10.txt'), Buffer.from([0xff, 0xfe, 0xff, 0x00, 0x01]));
    const corpus = await folder.load();
    await bot.update(corpus);
    expect((await bot.ask('第10号水厂日供水多少吨？')).lead).toBe('第10号水厂日供水1010吨。');
    expect(corpus.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^a10\.txt .*; what it held before stays in service$/),
    ]);
    write(10);
  }, 120_000);

  it('makes its files again in the background where they are damaged, and answers on', async () => {
    const { bot, close, said } = await open(join(home, 'state'));
    expect((await bot.ask('第7号水厂日供水多少吨？', 'talk')).outcome).toBe('answered');
    const { articles } = bot;
    const folder = join(home, 'state', 'articles');
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
    const whole = statSync(join(folder, file)).size;
    writeFileSync(join(folder, file), Buffer.alloc(whole, 'damaged'));
    rmSync(join(folder, `${file}-wal`), { force: true });
    // each asks for an article that was not asked for before
    await vi.waitFor(
      async () => {
        const at = 20 + Math.floor(Math.random() * 200);
        await bot.ask(`第${at}号水厂日供水多少吨？`);
        // compared by hand: a difference would be shown out of the damaged file
        expect(bot.articles === articles).toBe(false);
      },
      { timeout: 90_000, interval: 500 },
    );
    for (const at of [30, 150, 249])
      expect((await bot.ask(`第${at}号水厂日供水多少吨？`)).lead).toBe(
        `第${at}号水厂日供水${1000 + at}吨。`,
      );
    expect(said.join('')).toContain('whole again');
    close();
  }, 120_000);

  it('follows a folder that has become small', async () => {
    const { bot, folder } = await open(join(home, 'state'));
    for (let at = 20; at < ARTICLES; at += 1) unlinkSync(join(dir, `a${at}.txt`));
    write(9, 99);
    await bot.update(await folder.load());
    expect(bot.articles).toHaveLength(19);
    expect((await bot.ask('第9号水厂日供水多少吨？')).lead).toBe('第9号水厂日供水99吨。');
    for (let at = 9; at < ARTICLES; at += 1) write(at);
  }, 120_000);

  it('reads the folder itself where nothing can be kept, and says so', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    process.env['STATE_DIR'] = file;
    const { bot, folder, said } = await open(file);
    process.env['STATE_DIR'] = join(home, 'state');
    expect(folder.isIndexed).toBe(false);
    expect(said.join('')).toContain('cannot be kept');
    expect((await bot.ask('第9号水厂日供水多少吨？')).lead).toBe('第9号水厂日供水1009吨。');
  }, 120_000);
});

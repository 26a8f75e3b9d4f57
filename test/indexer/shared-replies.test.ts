import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';

// as built: what builds starts a process of its own, which runs no TypeScript
const MAIN = resolve('dist/adapters/main.js');

const ARTICLES = 25;
const PATIENCE = 240_000;

/** Every way of asking: plainly, in English, misspelt, in pinyin, leaning on the turn before, in vain. */
const QUESTIONS: readonly (readonly [conversation: string, question: string])[] = [
  ['a', '第7号水厂日供水多少吨？'],
  ['a', '那第8号水厂呢？'],
  ['a', '它的管线什么时候完工？'],
  ['b', 'How many tonnes of water does waterworks No. 9 supply a day?'],
  ['b', 'What about the pipeline?'],
  ['c', '第12号水长日供水多少吨？'],
  ['c', 'shuichang ri gongshui duoshao dun'],
  ['d', '第4号水厂第3条管线由谁施工？'],
  ['d', '月球上有水厂吗？'],
  ['e', '哪个水厂日供水最多？'],
  ['e', '第5号水厂和第6号水厂日供水相差多少？'],
  ['f', '你能做什么？'],
  ['g', '有哪些文章？'],
  ['h', '沿綫居民的用水受影響嗎？'],
];

describe.skipIf(!HAS_POSTGRES)('replies over a database', { timeout: PATIENCE }, () => {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-replies-'));
  const corpus = join(home, 'corpus');
  let cluster: PostgresCluster;

  beforeAll(async () => {
    cluster = await startPostgres();
    mkdirSync(corpus);
    for (let at = 0; at < ARTICLES; at += 1) {
      const lines = Array.from(
        { length: 14 },
        (_, line) =>
          `第${at}号水厂的第${line}条管线今年改造，由第${at * line}工程队施工，预计${line + 1}年完工，沿线居民的用水不受影响。`,
      );
      const first = `第${at}号水厂日供水${1000 + ((at * 37) % 91)}吨。`;
      const text = [`第${at}号水厂`, `2024-03-${10 + (at % 20)}`, first, ...lines].join('\n\n');
      writeFileSync(join(corpus, `a${at}.txt`), text);
    }
  });
  afterAll(async () => {
    await cluster?.end();
    rmSync(home, { recursive: true, force: true });
  });

  const input = QUESTIONS.map(([conversation, question], id) =>
    JSON.stringify({ id: String(id), conversation, question }),
  ).join('\n');

  function output(state: string, args: readonly string[], env: Record<string, string>): string {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [MAIN, ...args, '--corpus', corpus],
      {
        cwd: home,
        env: { PATH, HOME, STATE_DIR: join(home, state), ...env },
        input,
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  const linesOf = (text: string) => text.trim().split('\n');

  it.each([
    ['copied', 'auto'],
    ['remote', 'postgres'],
  ])('%s are those of files, figures included', (way, engine) => {
    const shared = { DATABASE_URL: cluster.url, TENANT: way, SEARCH_ENGINE: engine };
    output(way, ['index'], shared);
    const files = linesOf(output('files', ['ask', '--jsonl'], {}));
    const replies = linesOf(output(way, ['ask', '--jsonl'], shared));
    expect(replies).toEqual(files);
    expect(replies).toHaveLength(QUESTIONS.length);
    const outcomes = replies.map((line) => JSON.parse(line).outcome);
    expect(outcomes.filter((outcome) => outcome === 'answered').length).toBeGreaterThan(3);
    expect(output(way, ['stat', '--json'], shared)).toBe(output('files', ['stat', '--json'], {}));
  });
});

import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
/** Enough text that articles are kept and SQLite indexes them: reading takes a second or two. */
const ARTICLES = 250;
/** Kills; each a little later after the start than the one before. */
const KILLS = Number(process.env['KILLS'] ?? 6);
const EARLIEST = 400;
const LATEST = 5000;

const home = mkdtempSync(join(tmpdir(), 'yuanwen-killed-'));
const corpus = join(home, 'corpus');
const ARGS = [MAIN, 'ask', '--jsonl', '--corpus', corpus];

function write(round: number, from = 0, to = ARTICLES): void {
  for (let at = from; at < to; at += 1) {
    const paragraphs = Array.from(
      { length: 20 },
      (_, place) =>
        `第${at}号水厂的第${place}条管线今年改造，施工由第${at * place}工程队承担，预计两年完工，沿线居民的用水不受影响。`,
    );
    const text = [
      `第${at}号水厂`,
      '2024-03-05',
      `第${at}号水厂日供水${1000 + round}吨。`,
      ...paragraphs,
    ];
    writeFileSync(join(corpus, `a${at}.txt`), text.join('\n\n'));
  }
}

function answers(questions: readonly string[]): string[] {
  const input = questions
    .map((question, id) => JSON.stringify({ id: `${id}`, question }))
    .join('\n');
  const { stdout, status } = spawnSync(process.execPath, ARGS, {
    cwd: home,
    input,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).lead);
}

/** Ids of the processes that read and index this corpus, where the system tells. */
function indexers(): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc').filter((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      return words.includes('index') && words.includes(corpus);
    } catch {
      return false;
    }
  });
}

it('serves what the files say after being killed at any moment of reading and indexing', {
  timeout: KILLS * 60_000,
}, async () => {
  mkdirSync(corpus);
  write(0);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // a part of the files has changed since: all of them in every third round
    write(kill, 0, kill % 3 === 0 ? ARTICLES : 40);
    const child = spawn(process.execPath, ARGS, { cwd: home, stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await setTimeout(EARLIEST + ((LATEST - EARLIEST) * kill) / KILLS);
    child.kill('SIGKILL');
    await ended;
    const whole = kill - (kill % 3);
    expect(answers(['第7号水厂日供水多少吨？', '第123号水厂日供水多少吨？'])).toEqual([
      `第7号水厂日供水${1000 + kill}吨。`,
      `第123号水厂日供水${1000 + whole}吨。`,
    ]);
  }
  // what a killed process had started ends by itself
  await vi.waitFor(() => expect(indexers()).toEqual([]), { timeout: 60_000, interval: 200 });
  expect(existsSync(join(home, '.state', 'articles'))).toBe(true);
  expect(existsSync(join(home, '.state', 'search'))).toBe(true);
});

import { type SpawnOptionsWithoutStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const QUESTION = '2022年江苏输出的技术合同成交额是多少？';

/** Fails the process when a native addon, that is jieba, is loaded. */
const NO_ADDONS =
  '--import=data:text/javascript,process.dlopen=()=>{throw new Error("loaded an addon")}';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs in an empty folder, so that no .env of the developer's is read. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const options: SpawnOptionsWithoutStdio = {
    cwd: mkdtempSync(join(tmpdir(), 'yuanwen-')),
    env,
  };
  const child = spawn(process.execPath, [...args], options);
  // a process that ends without reading its input is no fault of the test
  child.stdin.on('error', () => {});
  const ended = new Promise<Ended>((resolve) => {
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

function run(args: readonly string[], input = '', env?: Record<string, string>): Promise<Ended> {
  const { child, ended } = start([MAIN, ...args], env);
  child.stdin.end(input);
  return ended;
}

const ONE_LINE = /^yuanwen: [^\n]+\n$/;

describe('main', () => {
  it('ask prints lead, figure and citation, and nothing else', async () => {
    const { code, out, err } = await run(['ask', '--corpus', CORPUS, QUESTION]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/超307亿元[^\n]*。\n(.*\n)*——《.+》第\d+段/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none
    expect(out).not.toMatch(/\u001B/);
  });

  it('ask --json ends with 0 also without an answer', async () => {
    const { code, out, err } = await run(['ask', '--json', `--corpus=${CORPUS}`, '红烧肉怎么做？']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ question: '红烧肉怎么做？', outcome: 'unanswered' });
  });

  it('ask --jsonl answers line by line, in order, and goes on after a malformed line', async () => {
    const input = [
      JSON.stringify({ id: 'a', question: QUESTION, conversation: 'c' }),
      'not json',
      JSON.stringify({ id: 2, question: '' }),
      JSON.stringify({ id: 'e', question: '\u001B[2J\uD800@everyone'.repeat(1000) }),
    ].join('\r\n');
    const { code, out, err } = await run(['ask', '--jsonl', '--corpus', CORPUS], input);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const replies = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(replies.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'answered'],
      [null, undefined],
      [2, 'help'],
      ['e', expect.stringMatching(/^(unanswered|help)$/)],
    ]);
  });

  it('start answers one question a line when standard input is no terminal', async () => {
    const { code, out } = await run(['--corpus', CORPUS], `${QUESTION}\n红烧肉怎么做？\n`);
    expect(code).toBe(0);
    expect(out).toContain('超307亿元');
    expect(out.indexOf('\n\n')).toBeGreaterThan(out.indexOf('超307亿元'));
  });

  it('leaves quietly when nobody reads on', async () => {
    const { child, ended } = start([MAIN, 'ask', '--jsonl', '--corpus', CORPUS]);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${JSON.stringify({ id: 'a', question: QUESTION })}\n`.repeat(500));
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it('eval scores a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'q.jsonl');
    const expect_ = { answerable: true, must_contain: ['307亿元'] };
    writeFileSync(
      file,
      JSON.stringify({ id: 'a', question: QUESTION, kind: 'fig', expect: expect_ }),
    );
    const { code, out, err } = await run(['eval', file, '--corpus', CORPUS]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^fig +1 +100\.0% 1\/1/m);
  });

  it('--help and articles need no jieba', async () => {
    const help = start([NO_ADDONS, MAIN, '--help']);
    const articles = start([NO_ADDONS, MAIN, 'articles', '--corpus', CORPUS]);
    expect(await help.ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching('--corpus DIR'),
    });
    expect(await articles.ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/2023-06-01(.*\n)+.*打印 放大 缩小/),
    });
  });

  it('index says that a small corpus is not worth keeping', async () => {
    const { code, out, err } = await run(['index', '--corpus', CORPUS]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^nothing to keep: .*\n$/);
  });

  it('stat --json gives all figures in the order of the article', async () => {
    const { code, out, err } = await run(['stat', '--json', '--corpus', CORPUS]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { figures } = JSON.parse(out) as { figures: { text: string; start: number }[] };
    expect(figures.map(({ text }) => text)).toContain('超307亿元');
    expect(figures).toEqual(figures.toSorted((a, b) => a.start - b.start));
  });

  it('tells of files left out on stderr only', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'yuanwen-'));
    writeFileSync(join(dir, 'good.txt'), '一篇好文章\n\n这是文章的第一段，有一句话。\n');
    writeFileSync(join(dir, 'empty.txt'), '');
    mkdirSync(join(dir, 'folder.txt'));
    const { code, out, err } = await run(['articles', '--corpus', dir]);
    expect(code).toBe(0);
    expect(out).toContain('一篇好文章');
    expect(out).not.toMatch(/empty|folder/);
    expect(err).toMatch(/empty\.txt.*\n/);
    expect(err).toMatch(/folder\.txt.*\n/);
    expect(err).toMatch(/^2 files were left out\.$/m);
  });

  it.each([
    [2, ['teach'], {}],
    [2, ['ask', '--nonsense', '谁？'], {}],
    [2, ['ask', '--json'], {}],
    [1, ['ask', '--corpus', 'nowhere', '谁？'], {}],
    [1, ['articles', '--corpus', tmpdir()], { LOG_LEVEL: 'secret' }],
    [1, ['eval', 'nowhere.jsonl'], {}],
    [1, [], { DISCORD_TOKEN: 'white space' }],
    [1, ['--corpus', 'nowhere'], { TELEGRAM_TOKEN: 'secret', DISCORD_TOKEN: 'secret' }],
  ])('ends with %i and one clear line for %j with %j', async (code, args, env) => {
    const ended = await run(args, '', env);
    expect(ended).toEqual({ code, out: '', err: expect.stringMatching(ONE_LINE) });
    expect(ended.err).not.toMatch(/secret|unexpected| {4}at /);
  });
});

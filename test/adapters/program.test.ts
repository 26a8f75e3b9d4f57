import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const [PROGRAM, COMPILED] = [
  resolve('dist/program/yuanwen.js'),
  resolve('dist/adapters/yuanwen.js'),
];
const CORPUS = resolve('corpus');

/** Says on standard error which files a process loads. */
const HOOK = `export const load = (url, context, next) => {
  process._rawDebug('loaded ' + url);
  return next(url, context);
}`;
const dataUrl = (script: string) => `data:text/javascript,${encodeURIComponent(script)}`;
const SPY = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOK))});`;

function run(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', `--import=${dataUrl(SPY)}`, script, ...args],
    { cwd: mkdtempSync(join(tmpdir(), 'yuanwen-')), env: {}, encoding: 'utf8' },
  );
  const loaded = [...stderr.matchAll(/^loaded (file:.+)$/gm)].map(([, url = '']) => url);
  return { status, stdout, loaded };
}

describe('the bundled program', () => {
  it.each([
    ['ask', '--json', '谁主办了大会？', '--corpus', CORPUS],
    ['stat', '--json', '--corpus', CORPUS],
    ['articles', '--corpus', CORPUS],
    ['--help'],
  ])('says what the compiled modules say, from far fewer files: %s %s', (...args) => {
    const [bundled, compiled] = [run(PROGRAM, ...args), run(COMPILED, ...args)];
    expect({ status: bundled.status, stdout: bundled.stdout }).toEqual({
      status: 0,
      stdout: compiled.stdout,
    });
    expect(bundled.loaded.length).toBeLessThan(args[0] === '--help' ? 10 : 90);
    expect(bundled.loaded.length).toBeLessThan(compiled.loaded.length);
  });

  it('loads nothing of PostgreSQL or of traditional characters to ask one article', () => {
    const { loaded } = run(COMPILED, 'ask', '谁主办了大会？', '--corpus', CORPUS);
    expect(loaded.filter((url) => /node_modules\/pg|cn2t|undici/.test(url))).toEqual([]);
  });

  it('is what npm runs', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const command of ['start', 'ask', 'stat', 'articles', 'add', 'index', 'doctor', 'eval'])
      expect(scripts[command]).toMatch(/node (?:--\S+ )*dist\/program\/yuanwen\.js/);
  });
});

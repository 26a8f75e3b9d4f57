import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

const HOOK = `export const resolve = (name, context, next) => {
  process._rawDebug('loaded ' + name);
  return next(name, context);
}`;
/** Has the process say on standard error what it imports, and which native addons it loads. */
const SPY = `
  import { register } from 'node:module';
  register(${JSON.stringify(dataUrl(HOOK))});
  const load = process.dlopen;
  process.dlopen = (module, file, ...rest) => {
    process._rawDebug('loaded addon ' + file);
    return load.call(process, module, file, ...rest);
  };`;

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}

/** The names of all that a command loads, packages and addons among them. */
function loadedBy(...args: readonly string[]): string[] {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', `--import=${dataUrl(SPY)}`, MAIN, ...args],
    { cwd: mkdtempSync(join(tmpdir(), 'yuanwen-')), env: {}, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  return [...stderr.matchAll(/^loaded (.+)$/gm)].map(([, name = '']) => name);
}

const PLATFORMS = /^(?:@grammyjs\/|grammy|discord|@hono\/|hono|pino)/;
const ADDON = /^addon /;

describe('what a command loads', () => {
  it('is no package at all for --help', () => {
    const loaded = loadedBy('--help');
    expect(loaded.some((name) => name.includes('command'))).toBe(true);
    expect(
      loaded.filter((name) => /^[a-z@]/.test(name) && !/^(?:node|file|data):/.test(name)),
    ).toEqual([]);
  });

  it.each([['articles'], ['stat', '成交额']])('is no native addon for %s', (...args) => {
    const loaded = loadedBy(...args, '--corpus', CORPUS);
    expect(loaded).toContain('zod');
    expect(loaded.filter((name) => ADDON.test(name) || PLATFORMS.test(name))).toEqual([]);
  });

  it('is jieba, but neither SQLite nor a platform’s library, to ask one article', () => {
    const loaded = loadedBy('ask', '--corpus', CORPUS, '谁主办了大会？');
    expect(loaded.filter((name) => ADDON.test(name))).toEqual([
      expect.stringContaining('nodejieba.node'),
    ]);
    expect(loaded.filter((name) => PLATFORMS.test(name))).toEqual([]);
  });
});

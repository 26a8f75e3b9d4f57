import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { BULLETIN, newStateDir } from '../helpers/chat.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'dist/adapters/main.js');
const STDIO: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];

/** Milliseconds in which a process loads jieba and logs in, on a busy machine. */
export const STARTUP = 30_000;

/** A folder with the bulletin as its corpus and room for state: where a bot is started, and again. */
export function newHome(): string {
  const home = newStateDir();
  mkdirSync(join(home, 'corpus'));
  writeFileSync(join(home, 'corpus', 'bulletin.txt'), BULLETIN);
  return home;
}

/** What `npm start` starts: a process of its own, with tokens in its environment. */
export function startProcess(home: string, env: Record<string, string>) {
  return follow(spawn(process.execPath, [MAIN], { cwd: home, env, stdio: STDIO }));
}

/** `npm start` itself, over the corpus of `home`. */
export function npmStart(home: string, env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const own = { PATH, HOME, CORPUS_DIR: join(home, 'corpus'), STATE_DIR: join(home, '.state') };
  return follow(
    spawn('npm', ['start', '--silent'], { cwd: ROOT, env: { ...own, ...env }, stdio: STDIO }),
  );
}

function follow(child: ChildProcessByStdio<null, Readable, Readable>) {
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  const ended = new Promise<{ readonly code: number | null; readonly printed: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, printed })),
  );
  return {
    ended,
    /** All that was printed so far. */
    printed: () => printed,
    /** Ends with a signal; resolves with the code and the milliseconds that took. */
    async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') {
      const at = Date.now();
      child.kill(signal);
      return { ...(await ended), ms: Date.now() - at };
    },
  };
}

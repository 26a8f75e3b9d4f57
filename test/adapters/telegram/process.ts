import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TelegramDouble } from '../../doubles/telegram/index.ts';
import { BULLETIN, newStateDir } from '../../helpers/chat.ts';

const MAIN = fileURLToPath(new URL('../../../dist/adapters/main.js', import.meta.url));

/** A folder with the bulletin as its corpus and room for state: where a bot is started, and again. */
export function newHome(): string {
  const home = newStateDir();
  mkdirSync(join(home, 'corpus'));
  writeFileSync(join(home, 'corpus', 'bulletin.txt'), BULLETIN);
  return home;
}

/** `npm start` as its users run it: a process of its own, with a token in its environment. */
export function startProcess(
  telegram: Pick<TelegramDouble, 'token' | 'root'>,
  home: string,
  env: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [MAIN], {
    cwd: home,
    env: { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
    /** Ends with a signal; resolves with the code and the milliseconds that took. */
    async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') {
      const at = Date.now();
      child.kill(signal);
      return { ...(await ended), ms: Date.now() - at };
    },
  };
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Patience, runWeb } from '../../../adapters/web/start.ts';
import type { Corpus } from '../../../src/article/article.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { openFolder } from '../../../src/corpus/folder.ts';
import { watchFolder } from '../../../src/indexer/watch-folder.ts';
import { newStateDir } from '../../helpers/chat.ts';
import { running } from '../running.ts';

export const PASSWORD = 'correct horse battery';

/** A page over a folder of articles, which is watched. */
export interface RunningPage {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly dir: string;
  readonly stateDir: string;
  /** What was logged, a JSON line each. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export interface PageOptions {
  readonly origins?: readonly string[];
  readonly patience?: Patience;
}

/** Serves articles, by the names of their files, as main does. */
export async function servePage(
  files: Readonly<Record<string, string>>,
  { origins = [], patience }: PageOptions = {},
): Promise<RunningPage> {
  const dir = mkdtempSync(join(tmpdir(), 'yuanwen-corpus-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const stateDir = newStateDir();
  const folder = openFolder(dir);
  const corpus = await folder.load();
  const bot = await createBot(corpus);
  const chat = createChat(bot, stateDir);
  let { problems } = corpus;
  const silent = {
    info: () => {},
    warn: () => {},
    read: (now: Corpus) => {
      problems = now.problems;
    },
  };
  const unwatch = await watchFolder(dir, folder, bot, silent);
  const settings = { host: '127.0.0.1', port: 0, origins, password: PASSWORD, isHttps: false };
  const watched = { dir, stateDir, problems: () => problems };
  const page = running(PASSWORD, (log, stop) =>
    runWeb(settings, chat, watched, log, stop, patience),
  );
  const address = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(page.lines.join('\n'))?.[0];
    if (found === undefined) throw new Error('it does not listen yet');
    return found;
  });
  return {
    address,
    dir,
    stateDir,
    lines: page.lines,
    async stop() {
      await page.stop();
      await unwatch();
    },
  };
}

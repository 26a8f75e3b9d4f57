import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { reasonOf } from '../util/errors.ts';
import type { IndexListener } from './index-job.ts';

/** What an indexer process says to the process that started it. */
type Said =
  | { readonly kind: 'warning' | 'failed'; readonly line: string }
  | { readonly kind: 'indexed' };

/** What it is told where many will ask. */
const WARM_UP = 'warm up';

/** A process that reads, cuts and indexes articles, so that the one that answers need not. */
export interface IndexerProcess {
  /** Resolves when a bot can answer from what is kept; rejects with the reason where that fails. */
  readonly indexed: Promise<void>;
  /** Has it end after what it is just making; resolves when it has. */
  stop(): Promise<void>;
  /** Ends it at once: whatever it was doing, the next one goes on from what is kept. */
  kill(): void;
}

/**
 * Starts `main` as a process of its own, not as a thread: jieba never gives back the 250 MB that it
 * takes in a thread.
 * @param warmsUp whether it goes on to make all that questions may need, until it is stopped
 */
export function startIndexer(
  main: string,
  args: readonly string[],
  warmsUp: boolean,
  warn: (line: string) => void,
): IndexerProcess {
  const child = fork(main, args, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = endOf(child);
  if (warmsUp) child.send(WARM_UP, () => {});
  const indexed = new Promise<void>((resolve, reject) => {
    let isIndexed = false;
    child.on('message', (said: Said) => {
      if (said.kind === 'warning' || (said.kind === 'failed' && isIndexed)) warn(said.line);
      else if (said.kind === 'failed') reject(new Error(said.line));
      else {
        isIndexed = true;
        resolve();
      }
    });
    void ended.then((how) => reject(new Error(`the process that reads the articles ${how}`)));
  });
  // whoever waits for it holds the process; an indexer that makes the rest does not
  const letGo = () => {
    child.unref();
    child.channel?.unref();
    if (!warmsUp && child.connected) child.disconnect();
  };
  indexed.then(letGo, letGo);
  return {
    indexed,
    async stop() {
      child.ref();
      if (child.connected) child.disconnect();
      await ended;
    },
    kill: () => void child.kill(),
  };
}

/** How it ended, also where it could not be started. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return `ended with ${signal ?? code}`;
  } catch (error) {
    return `could not be started (${reasonOf(error)})`;
  }
}

/** In the indexer process: what it tells, and is told by, the process that started it. */
export function listenToStarter(): IndexListener & {
  warn(line: string): void;
  failed(line: string): void;
} {
  const say = (said: Said) => {
    if (process.connected) process.send?.(said);
  };
  let all = false;
  process.on('message', (word) => {
    all ||= word === WARM_UP;
  });
  let isIndexed = false;
  process.once('disconnect', () => {
    // nobody waits for it any more
    if (!isIndexed) process.exit();
  });
  return {
    warn: (line) => say({ kind: 'warning', line }),
    failed: (line) => say({ kind: 'failed', line }),
    wantsWarmUp: () => all,
    async indexed() {
      isIndexed = true;
      say({ kind: 'indexed' });
    },
    hasEnough: () => !process.connected,
  };
}

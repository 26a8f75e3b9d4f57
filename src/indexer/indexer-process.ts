import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { reasonOf } from '../util/errors.ts';
import type { IndexListener } from './index-job.ts';

/** A message from an indexer process to the process that started it. */
type IndexerMessage =
  | { readonly kind: 'warning' | 'progress' | 'failed'; readonly line: string }
  | { readonly kind: 'partly' }
  | { readonly kind: 'indexed' };

/** The message to an indexer process that asks for a warm-up. */
const WARM_UP = 'warm up';

/**
 * V8 looks after the heap in the one thread that indexes: several threads do it sooner, but wait for
 * each other meanwhile, a tenth of the processor time of a first index. `npm run index` says the same.
 */
const FLAGS = ['--single-threaded-gc'];

/** A process that reads, cuts and indexes articles beside the one that answers. */
export interface IndexerProcess {
  /**
   * Resolves when a bot can answer from the files; rejects with the reason where indexing fails.
   */
  readonly indexed: Promise<void>;
  /** Resolves when the process has ended, by itself or not. */
  readonly ended: Promise<unknown>;
  /** Ends the process after the article it is at; resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends the process at once; the next one goes on from what it has written. */
  kill(): void;
}

/**
 * Starts `main` as a process of its own, not as a thread: jieba never gives back the 120 MB that it
 * takes in a thread.
 * @param warmsUp whether the process goes on with a warm-up, until it is stopped
 * @param partly told whenever a bot can answer from more of the files than before
 */
export function startIndexer(
  main: string,
  args: readonly string[],
  warmsUp: boolean,
  warn: (line: string) => void,
  partly: () => void = () => {},
): IndexerProcess {
  const child = fork(main, args, { execArgv: FLAGS, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = endOf(child);
  if (warmsUp) child.send(WARM_UP, () => {});
  const indexed = new Promise<void>((resolve, reject) => {
    let isIndexed = false;
    child.on('message', (said: IndexerMessage) => {
      if (said.kind === 'failed' && !isIndexed) reject(new Error(said.line));
      else if (said.kind === 'partly') partly();
      else if (said.kind !== 'indexed') warn(said.line);
      else {
        isIndexed = true;
        resolve();
      }
    });
    void ended.then((how) => reject(new Error(`the process that reads the articles ${how}`)));
  });
  // Until the index is written, this process lives on for it; a warm-up does not keep it alive.
  const letGo = () => {
    child.unref();
    child.channel?.unref();
    if (!warmsUp && child.connected) child.disconnect();
  };
  indexed.then(letGo, letGo);
  return {
    indexed,
    ended,
    async stop() {
      child.ref();
      if (child.connected) child.disconnect();
      await ended;
    },
    kill: () => void child.kill(),
  };
}

/** How a process ended, as the end of a sentence; also where it could not be started. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return `ended with ${signal ?? code}`;
  } catch (error) {
    return `could not be started (${reasonOf(error)})`;
  }
}

/** The indexer process's own end of its channel to the process that started it. */
export function listenToStarter(): IndexListener & {
  warn(line: string): void;
  failed(line: string): void;
} {
  const say = (said: IndexerMessage) => {
    if (process.connected) process.send?.(said);
  };
  let all = false;
  process.on('message', (word) => {
    all ||= word === WARM_UP;
  });
  let isIndexed = false;
  process.once('disconnect', () => {
    // The starter has gone, and no other process waits for this index.
    if (!isIndexed) process.exit();
  });
  return {
    warn: (line) => say({ kind: 'warning', line }),
    failed: (line) => say({ kind: 'failed', line }),
    progress: (line) => say({ kind: 'progress', line }),
    wantsWarmUp: () => all,
    partly: () => say({ kind: 'partly' }),
    async indexed() {
      isIndexed = true;
      say({ kind: 'indexed' });
    },
    hasEnough: () => !process.connected,
  };
}

import { setTimeout } from 'node:timers/promises';
import type { Corpus } from '../article/article.ts';
import type { Database } from '../postgres/database.ts';
import { type HeldLease, whileHolding } from '../postgres/hold-lease.ts';
import type { Generation, GenerationStore } from '../store/generation-store.ts';
import { createGenerationStore } from '../store/postgres-generation-store.ts';
import { reasonOf } from '../util/errors.ts';
import { type BuildSettings, buildGeneration } from './build-generation.ts';
import { articleChanges, gatherArticles } from './gathered-folder.ts';
import { generationCode } from './generation-copies.ts';
import { followFolder } from './watch-folder.ts';

/** What a builder is told, and whom it tells. */
export interface BuilderSettings extends Omit<BuildSettings, 'dir' | 'indexer'> {
  readonly database: Database;
  /** The folder of the articles, to which those in the database are added. */
  readonly dir: string;
  /** The script that indexes a folder as a process of its own, and its arguments for a folder. */
  readonly indexer: { readonly script: string; readonly args: (dir: string) => readonly string[] };
  problems(corpus: Corpus): Promise<void>;
  readonly warn: (line: string) => void;
  /** Told when this worker has become the leader. */
  readonly began?: (() => void) | undefined;
  /** Told of each generation that this worker has published or found to be up to date. */
  readonly built: (generation: Generation) => void;
  /** Told why the first build of a leader failed, so that whoever waits for it need not. */
  readonly failed: (error: Error) => void;
}

/** Seconds that the lease of a builder lasts without a sign of it, which may be busy, and milliseconds between two. */
const LEASE = 20;
const RENEW_EVERY = 3_000;
/** Milliseconds between two looks for articles changed in the database. */
const LOOK_EVERY = 2_000;
/** Milliseconds between two looks for generations that nobody answers from. */
const PRUNE_EVERY = 30_000;
/** Milliseconds between two lines that say that something fails. */
const WARN_EVERY = 60_000;
/** Milliseconds after which a leader that could not build lets another one try. */
const TRY_AGAIN = 15_000;

/**
 * Builds and publishes generations for as long as this worker is the leader of those that run the same
 * version of the code, and waits for its turn otherwise; until `stop`. A leader that cannot build lets
 * another one try.
 */
export function runBuilder(settings: BuilderSettings, stop: AbortSignal): Promise<void> {
  const name = `builder ${generationCode()}`;
  return whileHolding(
    settings.database,
    name,
    (signal, held) => lead(settings, held, signal),
    stop,
    { every: RENEW_EVERY, lease: LEASE },
  );
}

async function lead(settings: BuilderSettings, held: HeldLease, stop: AbortSignal): Promise<void> {
  const { database, dir, warn } = settings;
  settings.began?.();
  const store = createGenerationStore(database, generationCode());
  const build = builds(settings, store, held, stop);
  let seen: string;
  try {
    seen = await articleChanges(database);
    await build();
  } catch (error) {
    if (stop.aborted) return;
    settings.failed(error as Error);
    warn(`no generation could be published: ${reasonOf(error)}`);
    await pause(TRY_AGAIN, stop);
    return;
  }
  // a folder that is not there is watched for, where all articles are in the database
  const unwatch = await followFolder(dir, build, { info: warn, warn });
  try {
    await Promise.all([
      every(PRUNE_EVERY, stop, warn, () => store.prune()),
      every(LOOK_EVERY, stop, warn, async () => {
        const now = await articleChanges(database);
        if (now === seen) return;
        await build();
        seen = now;
      }),
    ]);
  } finally {
    await unwatch();
  }
}

/** Gives what builds and publishes a generation, one at a time, until `stop`. */
function builds(
  settings: BuilderSettings,
  store: GenerationStore,
  held: HeldLease,
  stop: AbortSignal,
): () => Promise<void> {
  const { database, dir, stateDir, indexer } = settings;
  let last: Promise<void> = Promise.resolve();

  async function build(): Promise<void> {
    if (stop.aborted) return;
    const folder = await gatherArticles(database, dir, stateDir);
    const own = { script: indexer.script, args: indexer.args(folder) };
    const begun = buildGeneration(
      { ...settings, dir: folder, indexer: own },
      store,
      () => held.lease,
      settings,
    );
    stop.addEventListener('abort', begun.kill);
    try {
      const generation = await begun.published;
      if (generation === undefined)
        throw new Error('another worker has become the one that builds');
      settings.built(generation);
    } finally {
      stop.removeEventListener('abort', begun.kill);
    }
  }

  return () => {
    const next = last.then(build);
    last = next.catch(() => {});
    return next;
  };
}

/** Does something again and again until `stop`; what fails is told, and done again. */
async function every(
  milliseconds: number,
  stop: AbortSignal,
  warn: (line: string) => void,
  act: () => Promise<unknown>,
): Promise<void> {
  let warnedAt = 0;
  while (!stop.aborted) {
    await pause(milliseconds, stop);
    if (stop.aborted) return;
    try {
      await act();
    } catch (error) {
      if (Date.now() - warnedAt < WARN_EVERY) continue;
      warnedAt = Date.now();
      warn(`the generation before stays in service: ${reasonOf(error)}`);
    }
  }
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal: stop, ref: false }).catch(() => {});
}

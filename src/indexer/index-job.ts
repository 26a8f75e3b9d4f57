import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import { openFolder } from '../corpus/folder.ts';
import { folderStamp } from '../corpus/folder-stamp.ts';
import { holdingSomething } from '../corpus/load-corpus.ts';
import type { SearchEngineName } from '../search/engine.ts';
import { isLarge } from '../search/open-engine.ts';
import { lock } from '../sqlite/process-lock.ts';
import { isSealed } from '../sqlite/sealed-file.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { openFigureTable } from '../store/figure-table.ts';
import { dropOtherVersions } from '../store/file-names.ts';
import { openArticleStore } from '../store/sqlite-article-store.ts';
import { YuanwenError } from '../util/errors.ts';
import { lazy } from '../util/lazy.ts';
import { createProgress } from './progress.ts';
import { warmUp } from './warm-up.ts';

/**
 * A folder of articles, and the files that store its articles with their derived values and its
 * index.
 */
export interface IndexJob {
  readonly dir: string;
  readonly articlesFile: string;
  readonly indexFile: string;
  readonly figuresFile: string;
  readonly engine: SearchEngineName;
  readonly warn: (line: string) => void;
}

/** The receiver of an index job's progress. */
export interface IndexListener {
  /** Whether many will ask: what only some questions need is then derived ahead of them. */
  wantsWarmUp(): boolean;
  /** Called now and then with a line that says how far a long job has come. */
  progress(line: string): void;
  /**
   * Called whenever a bot can answer from the articles indexed so far; where nobody listens, all are
   * indexed at once.
   */
  partly?(): void;
  /** Called once a bot can answer from the files; the job goes on when the promise resolves. */
  indexed(corpus: Corpus): Promise<void>;
  /** Whether no bot waits for the figures of all articles, or none does any more. */
  hasEnough(): boolean;
}

/**
 * Reads the changed files of a folder and indexes them. Where a warm-up is wanted, it derives the
 * glossary before it reports the index, and the figures of each article afterwards, which commands
 * look up among all articles. Stored values are not derived again, and jieba is loaded only where an
 * article must be cut. One job works on a folder at a time.
 * @throws YuanwenError `corpus` as `openFolder` and `holdingSomething` do
 */
export async function runIndexJob(job: IndexJob, listener: IndexListener): Promise<void> {
  const { articlesFile, warn } = job;
  const release = lock(articlesFile);
  const store = openArticleStore(articlesFile, warn);
  // made before any other process looks for it
  const figures = openFigureTable(job.figuresFile);
  try {
    const corpus = await readCorpus(job, store);
    const bot = lazy(() => indexAll(job, corpus, store, listener));
    const keepsIndex = job.engine === 'sqlite' || isLarge(corpus);
    if (!store.isDone('indexed') || (keepsIndex && !isSealed(job.indexFile))) {
      await bot();
      store.finish('indexed');
    }
    // Messages that arrived meanwhile are handled first: one may ask for the warm-up.
    await setImmediate();
    if (listener.wantsWarmUp() && !store.isDone('prepared')) {
      (await bot()).derive();
      store.finish('prepared');
    }
    store.seal();
    for (const file of [articlesFile, job.indexFile, job.figuresFile]) dropOtherVersions(file);
    release();
    await listener.indexed(corpus);
    const wanted = listener.wantsWarmUp() && !listener.hasEnough();
    const isTabled = figures.of(corpus.articles).unread === 0;
    if (!wanted || (isTabled && store.isDone('warmed up'))) return;
    const isWarm = await warmUp(await bot(), listener.hasEnough, { table: figures });
    figures.write();
    if (isWarm) store.finish('warmed up');
  } finally {
    figures.close();
    store.close();
    release();
  }
}

/** The corpus of the folder, which the store then remembers; as it is where the folder has not changed. */
async function readCorpus({ dir, articlesFile }: IndexJob, store: ArticleStore): Promise<Corpus> {
  // before anything is read: what changes meanwhile shows in the next stamp
  const stamp = folderStamp(dir);
  const kept = stamp !== undefined && store.holdsFolder?.(stamp) ? store.corpus() : undefined;
  if (kept !== undefined) return kept;
  const corpus = holdingSomething(dir, await openFolder(dir, store).load());
  if (!store.remember(corpus))
    throw new YuanwenError('config', `${articlesFile} cannot be written; check its folder`);
  // a file that could not be opened is tried again at the next start
  if (stamp !== undefined && corpus.isNoted) store.noteFolder?.(stamp);
  return corpus;
}

async function indexAll(
  { indexFile, engine, warn }: IndexJob,
  corpus: Corpus,
  store: ArticleStore,
  { progress, partly, wantsWarmUp }: IndexListener,
): Promise<Bot> {
  const { createBot } = await import('../bot/bot.ts');
  return createBot(corpus, {
    file: indexFile,
    engine,
    warn,
    derivedValues: store,
    bodies: store,
    stateOf: ({ articles }) => store.stateOf?.(articles),
    progress: createProgress(progress),
    ...(partly !== undefined && wantsWarmUp() && { partly }),
  });
}

import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import { openFolder } from '../corpus/folder.ts';
import { holdingSomething } from '../corpus/load-corpus.ts';
import type { SearchEngineName } from '../search/engine.ts';
import { isLarge } from '../search/open-engine.ts';
import { lock } from '../sqlite/process-lock.ts';
import { isSealed } from '../sqlite/sealed-file.ts';
import type { ArticleStore } from '../store/article-store.ts';
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
  readonly engine: SearchEngineName;
  readonly warn: (line: string) => void;
}

/** The receiver of an index job's progress. */
export interface IndexListener {
  /** Whether many will ask: what only some questions need is then derived ahead of them. */
  wantsWarmUp(): boolean;
  /** Called now and then with a line that says how far a long job has come. */
  progress(line: string): void;
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
  const { dir, articlesFile, warn } = job;
  const release = lock(articlesFile);
  const store = openArticleStore(articlesFile, warn);
  try {
    const corpus = holdingSomething(dir, await openFolder(dir, store).load());
    if (!store.remember(corpus))
      throw new YuanwenError('config', `${articlesFile} cannot be written; check its folder`);
    const bot = lazy(() => indexAll(job, corpus, store, listener.progress));
    const keepsIndex = job.engine === 'sqlite' || isLarge(corpus);
    if (!store.isDone('indexed') || (keepsIndex && !isSealed(job.indexFile))) {
      await bot();
      store.finish('indexed');
    }
    // Messages that arrived meanwhile are handled first: one may ask for the warm-up.
    await setImmediate();
    if (listener.wantsWarmUp() && !store.isDone('prepared')) {
      (await bot()).prepare();
      store.finish('prepared');
    }
    store.seal();
    for (const file of [articlesFile, job.indexFile]) dropOtherVersions(file);
    release();
    await listener.indexed(corpus);
    const wanted = listener.wantsWarmUp() && !listener.hasEnough();
    if (!wanted || store.isDone('warmed up')) return;
    if (await warmUp(await bot(), listener.hasEnough)) store.finish('warmed up');
  } finally {
    store.close();
    release();
  }
}

async function indexAll(
  { indexFile, engine, warn }: IndexJob,
  corpus: Corpus,
  store: ArticleStore,
  tell: (line: string) => void,
): Promise<Bot> {
  const { createBot } = await import('../bot/bot.ts');
  return createBot(corpus, {
    file: indexFile,
    engine,
    warn,
    derivedValues: store,
    bodies: store,
    progress: createProgress(tell),
  });
}

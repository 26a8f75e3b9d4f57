import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import { openFolder } from '../corpus/folder.ts';
import { holdingSomething } from '../corpus/load-corpus.ts';
import type { SearchEngineName } from '../search/engine.ts';
import { isLarge } from '../search/open-engine.ts';
import { lock } from '../sqlite/process-lock.ts';
import { isSealed } from '../sqlite/sealed-file.ts';
import { dropOtherVersions } from '../store/file-names.ts';
import { type KeptArticles, openKeptArticles } from '../store/sqlite-article-store.ts';
import { YuanwenError } from '../util/errors.ts';
import { lazily } from '../util/lazy.ts';
import { makeAllOf } from './warm-up.ts';

/** A folder of articles and the files in which all that is made of it is kept. */
export interface IndexJob {
  readonly dir: string;
  readonly articlesFile: string;
  readonly indexFile: string;
  readonly engine: SearchEngineName;
  readonly warn: (line: string) => void;
}

/** Who is told when a bot can answer from what is kept. */
export interface IndexListener {
  /** Whether many will ask, so that all else that their questions may need is to be made as well. */
  wantsAll(): boolean;
  /** Resolves when that is settled. */
  indexed(corpus: Corpus): Promise<void>;
  /** Whether nobody wants the rest any more. */
  hasEnough(): boolean;
}

/**
 * Reads what has changed in a folder and indexes it; then, if wanted, makes all else that a question
 * may need: what only some need before anybody is told, and of each article its figures, where it is
 * at home and its suggested questions afterwards. What is kept already is not made again, and jieba
 * is loaded only where something must be cut.
 * @throws YuanwenError `corpus` as `openFolder` and `holdingSomething` do
 */
export async function runIndexJob(job: IndexJob, listener: IndexListener): Promise<void> {
  const { dir, articlesFile, warn } = job;
  const release = lock(articlesFile);
  const kept = openKeptArticles(articlesFile, warn);
  try {
    const corpus = holdingSomething(dir, await openFolder(dir, kept).load());
    if (!kept.remember(corpus))
      throw new YuanwenError('config', `${articlesFile} cannot be written; check its folder`);
    const bot = lazily(() => indexAll(job, corpus, kept));
    if (!kept.isDone('indexed') || (isLarge(corpus) && !isSealed(job.indexFile))) {
      await bot();
      kept.finish('indexed');
    }
    // what was said meanwhile has its turn
    await setImmediate();
    if (listener.wantsAll() && !kept.isDone('prepared')) {
      (await bot()).prepare();
      kept.finish('prepared');
    }
    kept.seal();
    for (const file of [articlesFile, job.indexFile]) dropOtherVersions(file);
    release();
    await listener.indexed(corpus);
    if (!listener.wantsAll() || kept.isDone('made')) return;
    if (await makeAllOf(await bot(), listener.hasEnough)) kept.finish('made');
  } finally {
    kept.close();
    release();
  }
}

async function indexAll(
  { indexFile, engine, warn }: IndexJob,
  corpus: Corpus,
  kept: KeptArticles,
): Promise<Bot> {
  const { createBot } = await import('../bot/bot.ts');
  return createBot(corpus, { file: indexFile, engine, warn, making: kept, bodies: kept });
}

import { existsSync } from 'node:fs';
import { openFolder } from '../article/corpus-folder.ts';
import { holdingSomething } from '../article/load.ts';
import type { Corpus } from '../article/types.ts';
import type { Bot } from '../bot.ts';
import type { SearchEngineName } from '../config.ts';
import { makeAllOf } from '../make-all.ts';
import { type KeptArticles, openKeptArticles } from './kept-articles.ts';
import { lock } from './lock.ts';
import { isSealed } from './sqlite-file.ts';

/** A folder of articles and the files in which all that is made of it is kept. */
export interface Keeping {
  readonly dir: string;
  readonly articlesFile: string;
  readonly indexFile: string;
  readonly engine: SearchEngineName;
  readonly warn: (line: string) => void;
}

/** Who is told when a bot can answer from what is kept, and says whether to make the rest as well. */
export interface KeepListener {
  indexed(corpus: Corpus): Promise<boolean>;
  /** Whether nobody wants the rest any more. */
  hasEnough(): boolean;
}

/**
 * Reads what has changed in a folder and indexes it; then, if wanted, makes all else that a question
 * may need of each article: its figures, where it is at home, its suggested questions. What is kept
 * already is not made again, and jieba is loaded only where something must be cut.
 * @throws YuanwenError `corpus` as `openFolder` and `holdingSomething` do
 */
export async function keepAll(keeping: Keeping, listener: KeepListener): Promise<void> {
  const { dir, articlesFile, warn } = keeping;
  const release = lock(`${articlesFile}.lock`);
  const kept = openKeptArticles(articlesFile, warn);
  try {
    const corpus = holdingSomething(dir, await openFolder(dir, kept).load());
    kept.remember(corpus);
    let bot: Bot | undefined;
    if (!kept.isDone('indexed') || !isSound(keeping.indexFile)) {
      bot = await indexAll(keeping, corpus, kept);
      kept.finish('indexed');
    }
    kept.seal();
    release();
    if (!(await listener.indexed(corpus)) || kept.isDone('made')) return;
    bot ??= await indexAll(keeping, corpus, kept);
    if (await makeAllOf(bot, listener.hasEnough)) kept.finish('made');
  } finally {
    kept.close();
    release();
  }
}

/** A corpus may be too small for an index on disk. */
function isSound(indexFile: string): boolean {
  return !existsSync(indexFile) || isSealed(indexFile);
}

async function indexAll(
  { indexFile, engine, warn }: Keeping,
  corpus: Corpus,
  making: KeptArticles,
): Promise<Bot> {
  const { createBot } = await import('../bot.ts');
  return createBot(corpus, { file: indexFile, engine, warn, making });
}

import type { Corpus } from '../article/article.ts';
import { reasonOf } from '../util/errors.ts';
import { type FolderSettings, type IndexReport, useDictionary } from './folder-settings.ts';

/** The receiver of `indexFolder`'s progress, where no other process has started it. */
export interface IndexProgress {
  /**
   * Called instead of the others where the folder is so small that it is read and indexed at each
   * start.
   */
  nothingToKeep(): Promise<void>;
  indexed(corpus: Corpus): Promise<void>;
  /** Called when the warm-up is finished. */
  finished(): Promise<void>;
}

/**
 * Indexes a large folder into files: for `npm run index`, and in the process that `openBot` starts.
 */
export async function indexFolder(
  settings: FolderSettings,
  report: IndexReport,
  progress: IndexProgress,
): Promise<void> {
  const { dir, stateDir, searchEngine: engine } = settings;
  await useDictionary(settings);
  const { articleStoreFile, stateFile } = await import('../store/file-names.ts');
  const { runIndexJob } = await import('./index-job.ts');
  const { listenToStarter } = await import('./indexer-process.ts');
  const starter = process.connected ? listenToStarter() : undefined;
  // The folder may have become small since its bot was started, which still reads the store.
  const articlesFile =
    starter === undefined ? articleStoreFile(stateDir, dir) : stateFile(stateDir, 'articles', dir);
  if (articlesFile === undefined) return progress.nothingToKeep();
  const job = {
    dir,
    articlesFile,
    indexFile: stateFile(stateDir, 'search', dir),
    figuresFile: stateFile(stateDir, 'figures', dir),
    engine,
    warn: starter?.warn ?? report.warn,
  };
  const here = {
    wantsWarmUp: () => true,
    progress: report.warn,
    async indexed(corpus: Corpus) {
      await report.problems(corpus);
      await progress.indexed(corpus);
    },
    // figures and suggestions are derived when they are asked for, and stored then
    hasEnough: () => true,
  };
  try {
    await runIndexJob(job, starter ?? here);
    if (starter === undefined) await progress.finished();
  } catch (error) {
    starter?.failed(reasonOf(error));
    throw error;
  } finally {
    // With an open channel the process would not end.
    if (process.connected) process.disconnect();
  }
}

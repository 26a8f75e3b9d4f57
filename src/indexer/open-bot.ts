import type { Article, Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { CorpusFolder } from '../corpus/folder.ts';
import type { Copies } from '../duplicates/duplicate-paragraphs.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { SearchEngineName } from '../search/engine.ts';

/** A folder of articles, and where what is made of them is kept. */
export interface FolderSettings {
  /** The folder of the articles. */
  readonly dir: string;
  /** The folder of the index and of all else that is made; made when missing. */
  readonly stateDir: string;
  readonly searchEngine: SearchEngineName;
}

/** Who is told, in one line each, what went wrong while articles were read and indexed. */
export interface IndexReport {
  /** What was left out of the corpus, and why. */
  problems(corpus: Corpus): Promise<void>;
  warn(line: string): void;
}

/** How a bot over a folder is opened. */
export interface OpenBotOptions {
  /** The script that runs `indexFolder` as a process of its own, with the words that make it do so. */
  readonly indexer: { readonly script: string; readonly args: readonly string[] };
  /** Whether many will ask, so that all that questions may need is made ahead of them. */
  readonly many?: boolean;
}

/** A bot over the articles of a folder. */
export interface OpenBot {
  readonly bot: Bot;
  /** What the bot was made of. */
  readonly corpus: Corpus;
  readonly folder: CorpusFolder;
  /** Ends what is still being made for it. */
  close(): void;
}

/** The articles of a folder without a bot over them. */
export interface OpenCorpus {
  readonly corpus: Corpus;
  figuresOf(article: Article): readonly Figure[];
  copies(): Copies;
  close(): void;
}

/** Reads the folder, or takes what is kept of it, and says what was left out. Loads no jieba. */
export async function openCorpus(
  { dir, stateDir }: FolderSettings,
  report: IndexReport,
): Promise<OpenCorpus> {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { extractFigures } = await import('../figures/extract.ts');
  const { copiesIn, fold } = await import('../duplicates/duplicate-paragraphs.ts');
  const { MADE_ANEW } = await import('../store/derived-values.ts');
  const { keptArticlesFile, openKeptArticles } = await import('../store/sqlite-article-store.ts');
  const file = keptArticlesFile(stateDir, dir);
  // what another process keeps just now must not be dropped as unknown: without the lock, only read
  const release = file === undefined ? undefined : await lockIfPossible(file);
  const isReader = release === undefined;
  const kept = file === undefined ? undefined : openKeptArticles(file, report.warn, isReader);
  const making = kept ?? MADE_ANEW;
  const corpus = holdingSomething(dir, await openFolder(dir, kept).load());
  if (!isReader) kept?.remember(corpus);
  release?.();
  await report.problems(corpus);
  return {
    corpus,
    figuresOf: making.of('figures', extractFigures),
    copies: () => copiesIn(corpus.articles, making.ofAll('copies', fold)(corpus.articles)),
    close: () => kept?.close(),
  };
}

/** Undefined where nothing can be written. */
async function lockIfPossible(file: string): Promise<(() => void) | undefined> {
  const { lock } = await import('../sqlite/process-lock.ts');
  try {
    return lock(file);
  } catch {
    return undefined;
  }
}

/** A bot over a folder; a large one is read and indexed by another process, while jieba loads here. */
export async function openBot(
  settings: FolderSettings,
  report: IndexReport,
  options: OpenBotOptions,
): Promise<OpenBot> {
  return (await openIndexed(settings, report, options)) ?? openRead(settings, report, options.many);
}

/** A bot over articles that this process reads and indexes itself. */
async function openRead(
  { dir, stateDir, searchEngine: engine }: FolderSettings,
  { problems, warn }: IndexReport,
  many = false,
): Promise<OpenBot> {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const folder = openFolder(dir);
  const corpus = holdingSomething(dir, await folder.load());
  await problems(corpus);
  const { createBot } = await import('../bot/bot.ts');
  const { makeAllOf } = await import('./warm-up.ts');
  const { dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const file = stateFile(stateDir, 'search', dir);
  const bot = await createBot(corpus, { engine, file, warn });
  dropOtherVersions(file);
  let ended = !many;
  makeAllOf(bot, () => ended).catch((error: Error) => warn(error.message));
  return {
    bot,
    corpus,
    folder,
    close() {
      ended = true;
    },
  };
}

/** Undefined where the corpus is too small to be kept, or cannot be. */
async function openIndexed(
  settings: FolderSettings,
  report: IndexReport,
  { indexer, many = false }: OpenBotOptions,
): Promise<OpenBot | undefined> {
  const { keptArticlesFile, openKeptArticles } = await import('../store/sqlite-article-store.ts');
  const { dir, stateDir, searchEngine: engine } = settings;
  const { warn } = report;
  const articlesFile = keptArticlesFile(stateDir, dir);
  if (articlesFile === undefined || engine === 'minisearch') return undefined;
  const { startIndexer } = await import('./indexer-process.ts');
  const { stateFile } = await import('../store/file-names.ts');
  const start = () => startIndexer(indexer.script, indexer.args, many, warn);
  let running = start();
  const failed = running.indexed.then(
    () => undefined,
    (error: Error) => error,
  );
  const { createBot } = await import('../bot/bot.ts');
  const { isLarge } = await import('../search/open-engine.ts');
  const { loadSegmenter } = await import('../language/tokenizer.ts');
  loadSegmenter();
  const reason = await failed;
  const kept = reason === undefined ? openKeptArticles(articlesFile, warn, true) : undefined;
  const corpus = kept?.corpus();
  if (kept === undefined || corpus === undefined) {
    const read = await openRead(settings, report, many);
    warn(
      `${articlesFile} could not be made (${reason?.message ?? 'nothing is in it'}), so this process reads and indexes the articles itself: check the folder's permissions and room`,
    );
    return read;
  }
  await report.problems(corpus);
  const bot = await createBot(corpus, {
    engine,
    file: stateFile(stateDir, 'search', dir),
    isSound: true,
    making: kept,
    bodies: kept,
    warn,
  });
  if (many) bot.prepare();
  let closed = false;
  return {
    bot,
    corpus,
    folder: {
      // a corpus of few paragraphs in large files is indexed in memory
      isIndexed: isLarge(corpus),
      async load() {
        await running.stop();
        if (closed) throw new Error('it is closed');
        running = start();
        await running.indexed;
        const changed = kept.corpus();
        if (changed === undefined)
          throw new Error(`${articlesFile} was not kept or was put in its place anew: start again`);
        return changed;
      },
    },
    close() {
      closed = true;
      running.kill();
    },
  };
}

/** Who is told how far `indexFolder` has come, where no other process has started it. */
export interface IndexProgress {
  /** The folder is so small that it is read and indexed at each start. */
  nothingToKeep(): Promise<void>;
  indexed(corpus: Corpus): Promise<void>;
  /** All else that questions may need is made as well. */
  finished(): Promise<void>;
}

/** Indexes a large folder and keeps it: `npm run index`, and what `openBot` starts beside itself. */
export async function indexFolder(
  { dir, stateDir, searchEngine: engine }: FolderSettings,
  report: IndexReport,
  progress: IndexProgress,
): Promise<void> {
  const { keptArticlesFile } = await import('../store/sqlite-article-store.ts');
  const { stateFile } = await import('../store/file-names.ts');
  const { runIndexJob } = await import('./index-job.ts');
  const { listenToStarter } = await import('./indexer-process.ts');
  const starter = process.connected ? listenToStarter() : undefined;
  // a folder may have become small since its bot was started
  const articlesFile =
    starter === undefined ? keptArticlesFile(stateDir, dir) : stateFile(stateDir, 'articles', dir);
  if (articlesFile === undefined) return progress.nothingToKeep();
  const job = {
    dir,
    articlesFile,
    indexFile: stateFile(stateDir, 'search', dir),
    engine,
    warn: starter?.warn ?? report.warn,
  };
  const here = {
    wantsAll: () => true,
    async indexed(corpus: Corpus) {
      await report.problems(corpus);
      await progress.indexed(corpus);
    },
    hasEnough: () => false,
  };
  try {
    await runIndexJob(job, starter ?? here);
    if (starter === undefined) await progress.finished();
  } catch (error) {
    starter?.failed(error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    // or the process would wait for more to be told
    if (process.connected) process.disconnect();
  }
}

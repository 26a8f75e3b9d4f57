import type { ReaderUse } from '../answer/reader/reader.ts';
import type { Article, Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { Conversations } from '../bot/conversations.ts';
import type { CorpusFolder } from '../corpus/folder.ts';
import type { DuplicateParagraphs } from '../duplicates/duplicate-paragraphs.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { SearchEngineName } from '../search/engine.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { reasonOf } from '../util/errors.ts';

/** A folder of articles, and the folder and engine of its index. */
export interface FolderSettings {
  /** The folder of the articles. */
  readonly dir: string;
  /** The folder of the index and of the stored articles; made when missing. */
  readonly stateDir: string;
  readonly searchEngine: SearchEngineName;
  /**
   * What jieba cuts words by: `full` for its whole dictionary, or the path of one of its format; by
   * default the one that `npm run build` makes.
   */
  readonly dictionary?: string;
}

/** The receiver of faults met while articles are read and indexed, one line each. */
export interface IndexReport {
  /** Called with the corpus, whose `problems` say which files were left out and why. */
  problems(corpus: Corpus): Promise<void>;
  warn(line: string): void;
}

/** How a bot over a folder is opened. */
export interface OpenBotOptions {
  /**
   * The script that runs `indexFolder` as a process of its own, and the arguments that make it do
   * so.
   */
  readonly indexer: { readonly script: string; readonly args: readonly string[] };
  /**
   * Whether many will ask, so that every value a question may need is derived ahead; false unless
   * given.
   */
  readonly many?: boolean;
  /** As `BotOptions.reader`. */
  readonly reader?: ReaderUse | undefined;
  /** As `BotOptions.conversations`. */
  readonly conversations?: Conversations | undefined;
  /**
   * Called when the stored articles were damaged and could not be made again: the bot answers from
   * what it holds in memory alone, and the process is better started anew.
   */
  readonly lost?: (error: Error) => void;
}

/** A bot over the articles of a folder. */
export interface OpenBot {
  readonly bot: Bot;
  /** The corpus that the bot was opened with. */
  readonly corpus: Corpus;
  readonly folder: CorpusFolder;
  /** Ends the warm-up and the indexer process. */
  close(): void;
}

/** The articles of a folder without a bot over them. */
export interface OpenCorpus {
  readonly corpus: Corpus;
  figuresOf(article: Article): readonly Figure[];
  copies(): DuplicateParagraphs;
  close(): void;
}

/**
 * Opens the articles of a folder, from the store where they are stored, and reports what was left
 * out. Loads no jieba.
 */
export async function openCorpus(
  settings: FolderSettings,
  report: IndexReport,
): Promise<OpenCorpus> {
  const { dir, stateDir } = settings;
  await useDictionary(settings);
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { extractFigures } = await import('../figures/extract.ts');
  const { duplicateParagraphs, listDuplicates } = await import(
    '../duplicates/duplicate-paragraphs.ts'
  );
  const { NO_CACHE } = await import('../store/derived-values.ts');
  const { articleStoreFile, openArticleStore } = await import('../store/sqlite-article-store.ts');
  const file = articleStoreFile(stateDir, dir);
  // Without the lock the store is only read, as another process may just be storing articles.
  const release = file === undefined ? undefined : await lockIfPossible(file);
  const isReader = release === undefined;
  const store =
    file === undefined ? undefined : openArticleStore(file, report.warn, { readOnly: isReader });
  const derivedValues = store ?? NO_CACHE;
  const { failedDocuments } = await import('../store/failed-documents.ts');
  const folder = openFolder(dir, store, failedDocuments(stateDir));
  const corpus = holdingSomething(dir, await folder.load());
  if (!isReader) store?.remember(corpus);
  release?.();
  await report.problems(corpus);
  return {
    corpus,
    figuresOf: derivedValues.ofArticle('figures', extractFigures),
    copies: () =>
      duplicateParagraphs(
        corpus.articles,
        derivedValues.ofCorpus('duplicates', listDuplicates)(corpus.articles),
      ),
    close: () => store?.close(),
  };
}

/** Chooses the dictionary before any value that depends on it is looked up. */
async function useDictionary({ dictionary }: FolderSettings): Promise<void> {
  if (dictionary === undefined) return;
  const { chooseDictionary } = await import('../language/jieba.ts');
  chooseDictionary(dictionary);
}

/** Takes the lock of a file; undefined where its folder cannot be written. */
async function lockIfPossible(file: string): Promise<(() => void) | undefined> {
  const { lock } = await import('../sqlite/process-lock.ts');
  try {
    return lock(file);
  } catch {
    return undefined;
  }
}

/**
 * Opens a bot over a folder. A large folder is read and indexed by another process, while jieba
 * loads here.
 */
export async function openBot(
  settings: FolderSettings,
  report: IndexReport,
  options: OpenBotOptions,
): Promise<OpenBot> {
  await useDictionary(settings);
  return (await openIndexed(settings, report, options)) ?? openRead(settings, report, options);
}

/** Opens a bot over articles that this process reads and indexes itself. */
async function openRead(
  { dir, stateDir, searchEngine: engine }: FolderSettings,
  { problems, warn }: IndexReport,
  { many = false, reader, conversations }: OpenBotOptions,
): Promise<OpenBot> {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { failedDocuments } = await import('../store/failed-documents.ts');
  const folder = openFolder(dir, undefined, failedDocuments(stateDir));
  const corpus = holdingSomething(dir, await folder.load());
  await problems(corpus);
  const { createBot } = await import('../bot/bot.ts');
  const { warmUp } = await import('./warm-up.ts');
  const { dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const file = stateFile(stateDir, 'search', dir);
  const kept = conversations && { conversations };
  const bot = await createBot(corpus, { engine, file, warn, reader, ...kept });
  dropOtherVersions(file);
  let ended = !many;
  warmUp(bot, () => ended).catch((error: Error) => warn(error.message));
  return {
    bot,
    corpus,
    folder,
    close() {
      ended = true;
    },
  };
}

/**
 * Opens a bot over what an indexer process has stored; undefined where the folder is too small for
 * that.
 */
async function openIndexed(
  settings: FolderSettings,
  report: IndexReport,
  options: OpenBotOptions,
): Promise<OpenBot | undefined> {
  const { articleStoreFile, openArticleStore } = await import('../store/sqlite-article-store.ts');
  const { indexer, many = false, reader, lost = () => {} } = options;
  const { dir, stateDir, searchEngine: engine } = settings;
  const { warn } = report;
  const articlesFile = articleStoreFile(stateDir, dir);
  if (articlesFile === undefined || engine === 'minisearch') return undefined;
  const { startIndexer } = await import('./indexer-process.ts');
  const { dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const derivedFile = stateFile(stateDir, 'asked', dir);
  const start = () => startIndexer(indexer.script, indexer.args, many, warn);
  let running = start();
  const failed = running.indexed.then(
    () => undefined,
    (error: Error) => error,
  );
  const { createBot } = await import('../bot/bot.ts');
  const { isLarge } = await import('../search/open-engine.ts');
  const { loadJieba } = await import('../language/jieba.ts');
  loadJieba();
  const reason = await failed;
  const openStore = (path: string) => openArticleStore(path, warn, { readOnly: true, derivedFile });
  let store = reason === undefined ? openStore(articlesFile) : undefined;
  const corpus = store?.corpus();
  if (store === undefined || corpus === undefined) {
    const read = await openRead(settings, report, options);
    warn(
      `${articlesFile} could not be made (${reason?.message ?? 'nothing is in it'}), so this process reads and indexes the articles itself: check the folder's permissions and room`,
    );
    return read;
  }
  dropOtherVersions(derivedFile);
  await report.problems(corpus);
  const { createConversations } = await import('../bot/conversations.ts');
  const conversations = options.conversations ?? createConversations();
  let closed = false;

  async function over(bodies: ArticleStore, articles: Corpus): Promise<Bot> {
    const made = await createBot(articles, {
      engine,
      file: stateFile(stateDir, 'search', dir),
      isSound: true,
      derivedValues: bodies,
      bodies,
      conversations,
      warn,
      reader,
      storeLost: mend,
    });
    if (many) made.prepare();
    return made;
  }

  /** Has another process bring the files up to date, one at a time. */
  let indexing = Promise.resolve();
  function index(): Promise<void> {
    const run = indexing.then(async () => {
      await running.stop();
      if (closed) throw new Error('it is closed');
      running = start();
      await running.indexed;
    });
    indexing = run.catch(() => {});
    return run;
  }

  const unkept = () =>
    new Error(`${articlesFile} was not kept or was put in its place anew: start again`);

  // The process that indexes checks the files, and begins those anew that are damaged.
  let mending: Promise<void> | undefined;
  let mended = 0;
  function mend(): void {
    if (closed || mending !== undefined) return;
    mending = makeAnew()
      .catch((error: Error) => {
        if (!closed) lost(error);
      })
      .finally(() => {
        mending = undefined;
      });
  }
  async function makeAnew(): Promise<void> {
    mended += 1;
    if (mended > MENDED) throw new Error(`${articlesFile} is damaged again and again`);
    warn(`${articlesFile} or the index was damaged, and is made again in the background`);
    await index();
    const fresh = openStore(file);
    const now = fresh.corpus();
    if (now === undefined) throw unkept();
    served.replace(await over(fresh, now));
    store = fresh;
    warn(`${articlesFile} and the index are whole again`);
  }

  const file = articlesFile;
  const { replaceable } = await import('./replaceable-bot.ts');
  const served = replaceable(await over(store, corpus));
  return {
    bot: served.bot,
    corpus,
    folder: {
      // A corpus of few paragraphs in large files is indexed in memory.
      isIndexed: isLarge(corpus),
      async load() {
        await index();
        const changed = store?.corpus();
        if (changed === undefined) throw unkept();
        return changed;
      },
    },
    close() {
      closed = true;
      running.kill();
    },
  };
}

/** Times that damaged files are made again by one process: more often, the disk is at fault. */
const MENDED = 5;

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
  const { articleStoreFile } = await import('../store/sqlite-article-store.ts');
  const { stateFile } = await import('../store/file-names.ts');
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

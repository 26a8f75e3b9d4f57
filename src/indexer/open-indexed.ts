import { existsSync } from 'node:fs';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { FolderSettings, IndexReport, OpenBot, OpenBotOptions } from './folder-settings.ts';
import type { IndexerProcess } from './indexer-process.ts';
import { openKept } from './kept-folder.ts';
import { replaceable } from './replaceable-bot.ts';

/** Times that damaged files are made again by one process: more often, the disk is at fault. */
const MENDED = 5;

/**
 * Opens a bot over what an indexer process has stored: at once where the folder is as it was then, and
 * where many will ask, from what is indexed so far. Undefined where the folder is too small for that.
 * @param openRead opens the bot by reading and indexing here, where nothing can be stored
 */
export async function openIndexed(
  settings: FolderSettings,
  report: IndexReport,
  options: OpenBotOptions,
  openRead: () => Promise<OpenBot>,
): Promise<OpenBot | undefined> {
  const { articleStoreFile, dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const { indexer, many = false, reader, lost = () => {} } = options;
  const { dir, stateDir, searchEngine: engine } = settings;
  const { warn } = report;
  const articlesFile = articleStoreFile(stateDir, dir);
  if (articlesFile === undefined || engine === 'minisearch') return undefined;
  const { startIndexer } = await import('./indexer-process.ts');
  const { openArticleStore } = await import('../store/sqlite-article-store.ts');
  const { openFigureTable } = await import('../store/figure-table.ts');
  const [file, indexFile, derivedFile, figuresFile] = [
    articlesFile,
    stateFile(stateDir, 'search', dir),
    stateFile(stateDir, 'asked', dir),
    stateFile(stateDir, 'figures', dir),
  ];
  const openStore = () => openArticleStore(file, warn, { readOnly: true, derivedFile });
  let closed = false;

  /** Whether the other process is at the articles still: then only those it has indexed are learnt. */
  let isIndexing = false;
  let running: IndexerProcess | undefined;
  function start(partly = () => {}): IndexerProcess {
    running = startIndexer(indexer.script, indexer.args, many, warn, partly);
    return running;
  }

  let store = openKept(dir, file, indexFile, openStore);
  let failed: Promise<Error | undefined> | undefined;
  let told = () => {};
  if (store === undefined) {
    isIndexing = true;
    const partly = new Promise<void>((resolve) => {
      told = resolve;
    });
    failed = start(() => told()).indexed.then(
      () => undefined,
      (error: Error) => error,
    );
    const { loadJieba } = await import('../language/jieba.ts');
    loadJieba();
    const reason = await (many ? Promise.race([failed, partly]) : failed);
    store = reason === undefined ? openStore() : undefined;
    if (store?.corpus() === undefined) {
      warn(
        `${file} could not be made (${reason?.message ?? 'nothing is in it'}), so this process reads and indexes the articles itself: check the folder's permissions and room`,
      );
      return openRead();
    }
    if (!many) isIndexing = false;
  }
  const corpus = store.corpus();
  if (corpus === undefined) return openRead();
  dropOtherVersions(derivedFile);
  const figures = existsSync(figuresFile) ? openFigureTable(figuresFile, true) : undefined;
  const isWarm = () => store?.isDone('warmed up') && figures?.of(corpus.articles).unread === 0;
  if (many && running === undefined && !isWarm()) start().indexed.catch(() => {});
  await report.problems(corpus);
  const { createBot } = await import('../bot/bot.ts');
  const { isLarge } = await import('../search/open-engine.ts');
  const { createConversations } = await import('../bot/conversations.ts');
  const conversations = options.conversations ?? createConversations();

  async function over(bodies: ArticleStore, articles: Corpus): Promise<Bot> {
    const made = await createBot(articles, {
      engine,
      file: indexFile,
      isSound: true,
      derivedValues: bodies,
      bodies,
      stateOf: ({ articles }) => bodies.stateOf?.(articles),
      takesHeld: () => isIndexing,
      figureTable: figures?.of,
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
      await running?.indexed.catch(() => {});
      await running?.stop();
      if (closed) throw new Error('it is closed');
      await start().indexed;
    });
    indexing = run.catch(() => {});
    return run;
  }

  const unkept = () => new Error(`${file} was not kept or was put in its place anew: start again`);

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
    if (mended > MENDED) throw new Error(`${file} is damaged again and again`);
    warn(`${file} or the index was damaged, and is made again in the background`);
    await index();
    const fresh = openStore();
    const now = fresh.corpus();
    if (now === undefined) throw unkept();
    served.replace(await over(fresh, now));
    store = fresh;
    warn(`${file} and the index are whole again`);
  }

  const served = replaceable(await over(store, corpus));

  /** Takes over what more was indexed of the first corpus. */
  const takeOver = (): Promise<void> => (closed ? Promise.resolve() : served.bot.update(corpus));
  if (isIndexing && failed !== undefined) {
    told = () => void takeOver().catch(mend);
    void failed.then(async (reason) => {
      if (closed) return;
      isIndexing = false;
      if (reason === undefined) await takeOver().catch(mend);
      else lost(reason);
    });
  }
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
      running?.kill();
    },
  };
}

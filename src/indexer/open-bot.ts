import { fileURLToPath } from 'node:url';
import type { Config } from '../../adapters/common/settings.ts';
import { type Io, print } from '../../adapters/terminal/io.ts';
import { problemLines } from '../../adapters/terminal/problems.ts';
import { oneLine } from '../../adapters/terminal/style.ts';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { CorpusFolder } from '../corpus/folder.ts';

/** A bot over the articles of a folder. */
export interface OpenBot {
  readonly bot: Bot;
  /** What the bot was made of. */
  readonly corpus: Corpus;
  readonly folder: CorpusFolder;
  /** Ends what is still being made for it. */
  close(): void;
}

const MAIN = fileURLToPath(new URL('../../adapters/main.js', import.meta.url));

/** Reads the folder, or takes what is kept of it, and says what was left out. Loads no jieba. */
export async function openCorpus(dir: string, config: Config, io: Io) {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { extractFigures } = await import('../figures/extract.ts');
  const { copiesIn, fold } = await import('../duplicates/duplicate-paragraphs.ts');
  const { MADE_ANEW } = await import('../store/derived-values.ts');
  const { keptArticlesFile, openKeptArticles } = await import('../store/sqlite-article-store.ts');
  const file = keptArticlesFile(config.stateDir, dir);
  // what another process keeps just now must not be dropped as unknown: without the lock, only read
  const release = file === undefined ? undefined : await lockIfPossible(file);
  const isReader = release === undefined;
  const kept = file === undefined ? undefined : openKeptArticles(file, warner(io), isReader);
  const making = kept ?? MADE_ANEW;
  const corpus = holdingSomething(dir, await openFolder(dir, kept).load());
  if (!isReader) kept?.remember(corpus);
  release?.();
  await sayProblems(corpus, io);
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

/**
 * A bot over the folder; a large one is read and indexed by another process, while jieba loads here.
 * @param many whether many will ask, so that all that questions may need is made ahead of them
 */
export async function openBot(dir: string, config: Config, io: Io, many = false): Promise<OpenBot> {
  return (await openKept(dir, config, io, many)) ?? openRead(dir, config, io, many);
}

async function openRead(dir: string, config: Config, io: Io, many: boolean): Promise<OpenBot> {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const folder = openFolder(dir);
  const corpus = holdingSomething(dir, await folder.load());
  await sayProblems(corpus, io);
  const { createBot } = await import('../bot/bot.ts');
  const { makeAllOf } = await import('./warm-up.ts');
  const { dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const file = stateFile(config.stateDir, 'search', dir);
  const bot = createBot(corpus, { engine: config.searchEngine, file, warn: warner(io) });
  dropOtherVersions(file);
  let ended = !many;
  makeAllOf(bot, () => ended).catch((error: Error) => warner(io)(error.message));
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
async function openKept(
  dir: string,
  config: Config,
  io: Io,
  many: boolean,
): Promise<OpenBot | undefined> {
  const { keptArticlesFile, openKeptArticles } = await import('../store/sqlite-article-store.ts');
  const { searchEngine: engine, stateDir } = config;
  const articlesFile = keptArticlesFile(stateDir, dir);
  if (articlesFile === undefined || engine === 'minisearch') return undefined;
  const { startKeeper } = await import('./indexer-process.ts');
  const { stateFile } = await import('../store/file-names.ts');
  const warn = warner(io);
  const start = () => startKeeper(MAIN, ['index', '--corpus', dir], many, warn);
  let keeper = start();
  const failed = keeper.indexed.then(
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
    const read = await openRead(dir, config, io, many);
    warn(
      `${articlesFile} could not be made (${reason?.message ?? 'nothing is in it'}), so this process reads and indexes the articles itself: check the folder's permissions and room`,
    );
    return read;
  }
  await sayProblems(corpus, io);
  const bot = createBot(corpus, {
    engine,
    file: stateFile(stateDir, 'search', dir),
    isSound: true,
    making: kept,
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
        await keeper.stop();
        if (closed) throw new Error('it is closed');
        keeper = start();
        await keeper.indexed;
        const changed = kept.corpus();
        if (changed === undefined)
          throw new Error(`${articlesFile} was not kept or was put in its place anew: start again`);
        return changed;
      },
    },
    close() {
      closed = true;
      keeper.kill();
    },
  };
}

/** Keeps what is made of a large corpus: `npm run index`, and what `openBot` starts beside itself. */
export async function indexAhead(dir: string, config: Config, io: Io): Promise<void> {
  const { keptArticlesFile } = await import('../store/sqlite-article-store.ts');
  const { stateFile } = await import('../store/file-names.ts');
  const { keepAll } = await import('./index-job.ts');
  const { listenToStarter } = await import('./indexer-process.ts');
  const starter = process.connected ? listenToStarter() : undefined;
  // a folder may have become small since its bot was started
  const articlesFile =
    starter === undefined
      ? keptArticlesFile(config.stateDir, dir)
      : stateFile(config.stateDir, 'articles', dir);
  if (articlesFile === undefined)
    return print(io.output, 'nothing to keep: these articles are read and indexed at each start\n');
  const keeping = {
    dir,
    articlesFile,
    indexFile: stateFile(config.stateDir, 'search', dir),
    engine: config.searchEngine,
    warn: starter?.warn ?? warner(io),
  };
  const here = {
    wantsAll: () => true,
    async indexed(corpus: Corpus) {
      await sayProblems(corpus, io);
      await print(io.output, `${corpus.articles.length} articles indexed\n`);
    },
    hasEnough: () => false,
  };
  try {
    await keepAll(keeping, starter ?? here);
    if (starter === undefined) await print(io.output, 'and all that questions may need is made\n');
  } catch (error) {
    starter?.failed(error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    // or the process would wait for more to be told
    if (process.connected) process.disconnect();
  }
}

async function sayProblems({ problems }: Corpus, io: Io): Promise<void> {
  for (const line of problemLines(problems)) await print(io.errors, `${line}\n`);
}

function warner(io: Io): (line: string) => void {
  return (line) => {
    io.errors.write(`yuanwen: ${oneLine(line)}\n`);
  };
}

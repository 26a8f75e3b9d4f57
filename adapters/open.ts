import { fileURLToPath } from 'node:url';
import type { CorpusFolder } from '../src/article/corpus-folder.ts';
import type { Corpus } from '../src/article/types.ts';
import type { Bot } from '../src/bot.ts';
import type { Config } from '../src/config.ts';
import { type Io, print } from './terminal/io.ts';
import { problemLines } from './terminal/problems.ts';
import { oneLine } from './terminal/style.ts';

/** A bot over the articles of a folder. */
export interface OpenBot {
  readonly bot: Bot;
  /** What the bot was made of. */
  readonly corpus: Corpus;
  readonly folder: CorpusFolder;
  /** Ends what is still being made for it. */
  close(): void;
}

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));

/** Reads the folder, or takes what is kept of it, and says what was left out. Loads no jieba. */
export async function openCorpus(dir: string, config: Config, io: Io) {
  const { openFolder } = await import('../src/article/corpus-folder.ts');
  const { holdingSomething } = await import('../src/article/load.ts');
  const { extractFigures } = await import('../src/figures/extract.ts');
  const { copiesIn, fold } = await import('../src/copies/copies.ts');
  const { MADE_ANEW } = await import('../src/making.ts');
  const { keptArticlesFile, openKeptArticles } = await import('../src/state/kept-articles.ts');
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
  const { lock } = await import('../src/state/lock.ts');
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
  const { openFolder } = await import('../src/article/corpus-folder.ts');
  const { holdingSomething } = await import('../src/article/load.ts');
  const folder = openFolder(dir);
  const corpus = holdingSomething(dir, await folder.load());
  await sayProblems(corpus, io);
  const { createBot } = await import('../src/bot.ts');
  const { makeAllOf } = await import('../src/make-all.ts');
  const { dropOtherVersions, stateFile } = await import('../src/state/state-file.ts');
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
  const { keptArticlesFile, openKeptArticles } = await import('../src/state/kept-articles.ts');
  const { searchEngine: engine, stateDir } = config;
  const articlesFile = keptArticlesFile(stateDir, dir);
  if (articlesFile === undefined || engine === 'minisearch') return undefined;
  const { startKeeper } = await import('../src/keeper.ts');
  const { stateFile } = await import('../src/state/state-file.ts');
  const warn = warner(io);
  const start = () => startKeeper(MAIN, ['index', '--corpus', dir], many, warn);
  let keeper = start();
  const failed = keeper.indexed.then(
    () => undefined,
    (error: Error) => error,
  );
  const { createBot } = await import('../src/bot.ts');
  const { isLarge } = await import('../src/search/open-engine.ts');
  const { loadSegmenter } = await import('../src/language/segment.ts');
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
  const { keptArticlesFile } = await import('../src/state/kept-articles.ts');
  const { stateFile } = await import('../src/state/state-file.ts');
  const { keepAll } = await import('../src/keep.ts');
  const { listenToStarter } = await import('../src/keeper.ts');
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

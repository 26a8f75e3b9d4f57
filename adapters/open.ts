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
  const kept = file === undefined ? undefined : openKeptArticles(file, warner(io));
  const making = kept ?? MADE_ANEW;
  // what another process keeps just now must not be dropped as unknown
  const release = file === undefined ? undefined : await lockIfPossible(file);
  const corpus = holdingSomething(dir, await openFolder(dir, kept).load());
  kept?.remember(corpus);
  release?.();
  await sayProblems(corpus, io);
  return {
    corpus,
    figuresOf: making.of('figures', extractFigures),
    copies: copiesIn(corpus.articles, making.ofAll('copies', fold)(corpus.articles)),
    close: () => kept?.close(),
  };
}

/** Where nothing can be written, that has been said already. */
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
  const { stateFile } = await import('../src/state/state-file.ts');
  const bot = createBot(corpus, {
    engine: config.searchEngine,
    file: stateFile(config.stateDir, 'search', dir),
    warn: warner(io),
  });
  let ended = !many;
  void makeAllOf(bot, () => ended);
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
  const { startKeeper } = await import('../src/state/keeper.ts');
  const { stateFile } = await import('../src/state/state-file.ts');
  const warn = warner(io);
  const start = () => startKeeper(MAIN, ['index', '--corpus', dir], many, warn);
  let keeper = start();
  const failed = keeper.indexed.then(
    () => undefined,
    (error: Error) => error,
  );
  const { createBot } = await import('../src/bot.ts');
  const { loadSegmenter } = await import('../src/language/segment.ts');
  loadSegmenter();
  const reason = await failed;
  const kept = reason === undefined ? openKeptArticles(articlesFile, warn, true) : undefined;
  const corpus = kept?.corpus();
  if (kept === undefined || corpus === undefined) {
    warn(
      `the articles cannot be kept (${reason?.message ?? 'nothing was'}), so each start reads them anew`,
    );
    return undefined;
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
  return {
    bot,
    corpus,
    folder: {
      isIndexed: true,
      async load() {
        await keeper.stop();
        keeper = start();
        await keeper.indexed;
        const changed = kept.corpus();
        if (changed === undefined)
          throw new Error(`${articlesFile} was not kept or was put in its place anew: start again`);
        return changed;
      },
    },
    close: () => void keeper.stop(),
  };
}

/** Keeps what is made of a large corpus: `npm run index`, and what `openBot` starts beside itself. */
export async function indexAhead(dir: string, config: Config, io: Io): Promise<void> {
  const { keptArticlesFile } = await import('../src/state/kept-articles.ts');
  const { stateFile } = await import('../src/state/state-file.ts');
  const { keepAll } = await import('../src/state/keep.ts');
  const { listenToStarter } = await import('../src/state/keeper.ts');
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

import { realpathSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { Article, Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { CorpusFolder } from '../corpus/folder.ts';
import { reasonOf } from '../util/errors.ts';

/** The receiver of a watched folder's changes and faults, one line each. */
export interface WatchLog {
  info(line: string): void;
  warn(line: string): void;
}

/** Milliseconds without a change before a file counts as written. */
const SETTLED = 500;
/** Times that reading the folder is tried, and milliseconds between two of them. */
const TRIES = 3;
const PAUSE = 500;
/** UTF-16 units of new text that are taken over before a waiting question is answered. */
const BATCH = 20_000;

/**
 * Keeps a bot's articles the same as those of their folder. Files that were added, changed or
 * removed are read in the background and taken over in batches between two questions; an article
 * that cannot be read stays as it was. Resolves when the watch has begun.
 * @returns a function that ends the watch
 */
export async function watchFolder(
  dir: string,
  folder: CorpusFolder,
  bot: Bot,
  log: WatchLog,
): Promise<() => Promise<void>> {
  let told: ReadonlySet<string> = new Set();
  let running: Promise<void> | undefined;
  let again = false;
  let ended = false;

  function changed(): void {
    again = true;
    running ??= follow().finally(() => {
      running = undefined;
    });
  }

  async function follow(): Promise<void> {
    let failures = 0;
    while (again && !ended) {
      again = false;
      try {
        await takeOver(await folder.load());
        failures = 0;
      } catch (error) {
        failures += 1;
        // Another process may be writing the index.
        again = failures < TRIES;
        if (again) {
          await setTimeout(PAUSE);
          continue;
        }
        const reason = reasonOf(error);
        log.warn(`the articles could not be read anew, the ones before stay in service: ${reason}`);
      }
    }
  }

  async function takeOver(corpus: Corpus): Promise<void> {
    const messages = corpus.problems.map(({ message }) => message);
    for (const message of messages) if (!told.has(message)) log.warn(message);
    told = new Set(messages);
    if (corpus.articles.length === 0) {
      log.warn('the folder holds no article any more, the ones before stay in service');
      return;
    }
    const before = new Set(bot.articles);
    const fresh = corpus.articles.filter((article) => !before.has(article));
    const now = new Set(corpus.articles.map(({ id }) => id));
    const gone = bot.articles.filter(({ id }) => !now.has(id));
    if (fresh.length + gone.length === 0) return;
    for (const batch of folder.isIndexed ? [] : batchesOf(fresh)) {
      if (ended) return;
      await bot.update(withArticles(bot.articles, corpus, batch));
      await setImmediate();
    }
    await bot.update(corpus);
    log.info(
      `articles: ${fresh.length} added or changed, ${gone.length} removed, ${corpus.articles.length} in all`,
    );
  }

  // Files alone are watched: no article is a folder, and no link is followed out of the folder.
  const watcher = watch(realpathSync(dir), {
    depth: 0,
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: SETTLED / 5 },
  });
  watcher.on('all', (event) => {
    if (event !== 'addDir') changed();
  });
  watcher.on('error', (error) => {
    const reason = reasonOf(error);
    log.warn(`changes in ${dir} may go unnoticed, start again to be sure: ${reason}`);
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
  });
  return async () => {
    ended = true;
    await watcher.close();
    await running;
  };
}

/**
 * The articles in service, with those of a batch added or in place of the articles of the same id.
 */
function withArticles(
  served: readonly Article[],
  corpus: Corpus,
  batch: readonly Article[],
): Corpus {
  const ready = new Set([...served, ...batch]);
  const taken = new Set(batch.map(({ id }) => id));
  const byId = new Map(served.map((article) => [article.id, article]));
  const articles = corpus.articles.flatMap((article) => {
    if (ready.has(article)) return [article];
    const before = taken.has(article.id) ? undefined : byId.get(article.id);
    return before === undefined ? [] : [before];
  });
  return { articles, problems: corpus.problems };
}

function* batchesOf(articles: readonly Article[]): Generator<readonly Article[]> {
  let batch: Article[] = [];
  let size = 0;
  for (const article of articles) {
    batch.push(article);
    size += article.text.length;
    if (size < BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

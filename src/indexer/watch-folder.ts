import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { setTimeout as after, setImmediate } from 'node:timers/promises';
import type { Article, Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { CorpusFolder } from '../corpus/folder.ts';
import { reasonOf } from '../util/errors.ts';

/** The receiver of a watched folder's changes and faults, one line each. */
export interface WatchLog {
  info(line: string): void;
  warn(line: string): void;
  /** Called whenever the folder was looked at and is there; nobody is told by default. */
  looked?(): void;
  /** Called with what the folder holds whenever it was read anew. */
  read?(corpus: Corpus): void;
  /** Called when other articles were taken over, with their number. */
  changed?(articles: number): void;
}

/** How often a watched folder is looked at besides, in milliseconds. */
export interface WatchPace {
  /** Between two looks at whether the folder is still the one that is watched. */
  readonly lookEvery: number;
  /** Between two looks at every file: a watch may miss a change, as on a network's disk. */
  readonly rescanEvery: number;
}
const MINUTE = 60_000;
const PACE: WatchPace = { lookEvery: MINUTE, rescanEvery: 30 * MINUTE };

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
 * that cannot be read stays as it was. A folder that is moved away, made anew or linked elsewhere is
 * watched again where it stands. Resolves when the watch has begun.
 * @returns a function that ends the watch
 */
export async function watchFolder(
  dir: string,
  folder: CorpusFolder,
  bot: Bot,
  log: WatchLog,
  { lookEvery, rescanEvery }: WatchPace = PACE,
): Promise<() => Promise<void>> {
  let told: ReadonlySet<string> = new Set();
  let ended = false;

  async function takeOver(corpus: Corpus): Promise<void> {
    const messages = corpus.problems.map(({ message }) => message);
    for (const message of messages) if (!told.has(message)) log.warn(message);
    told = new Set(messages);
    log.read?.(corpus);
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
    log.changed?.(corpus.articles.length);
    log.info(
      `articles: ${fresh.length} added or changed, ${gone.length} removed, ${corpus.articles.length} in all`,
    );
  }

  const end = await followFolder(dir, async () => takeOver(await folder.load()), log, {
    lookEvery,
    rescanEvery,
  });
  return () => {
    ended = true;
    return end();
  };
}

/**
 * Calls `read` whenever files of a folder were added, changed or removed, one call at a time; one that
 * rejects is tried again. Resolves when the watch has begun.
 * @returns a function that ends the watch
 */
export async function followFolder(
  dir: string,
  read: () => Promise<void>,
  log: WatchLog,
  { lookEvery, rescanEvery }: WatchPace = PACE,
): Promise<() => Promise<void>> {
  let running: Promise<void> | undefined;
  let again = false;
  let ended = false;

  function changed(): void {
    again = true;
    running ??= readAnew().finally(() => {
      running = undefined;
    });
  }

  async function readAnew(): Promise<void> {
    let failures = 0;
    while (again && !ended) {
      again = false;
      try {
        await read();
        failures = 0;
      } catch (error) {
        failures += 1;
        // Another process may be writing the index.
        again = failures < TRIES;
        if (again) {
          await after(PAUSE);
          continue;
        }
        const reason = reasonOf(error);
        log.warn(`the articles could not be read anew, the ones before stay in service: ${reason}`);
      }
    }
  }

  const unnoticed = (reason: string) =>
    log.warn(`changes in ${dir} may go unnoticed for ${rescanEvery / MINUTE} minutes: ${reason}`);
  let place = placeOf(dir);
  let watcher = place === undefined ? undefined : watchFiles(place.path, changed, unnoticed);

  /** Watches what stands at the folder's path now, where that is not what was watched. */
  function follow(): void {
    const now = placeOf(dir);
    if (now?.state === place?.state) return;
    const isSame = now?.id === place?.id;
    watcher?.close();
    watcher = undefined;
    place = now;
    if (now === undefined) {
      log.warn(`${dir} has gone, the articles before stay in service until it is there again`);
      return;
    }
    if (!isSame) log.info(`${dir} is another folder now, and is read anew`);
    watcher = watchFiles(now.path, changed, unnoticed);
    changed();
  }

  let rescanAt = Date.now() + rescanEvery;
  const timer = setInterval(look, lookEvery);
  timer.unref();

  function look(): void {
    follow();
    if (place !== undefined) log.looked?.();
    if (Date.now() < rescanAt || place === undefined || ended) return;
    rescanAt = Date.now() + rescanEvery;
    changed();
  }

  return async () => {
    ended = true;
    clearInterval(timer);
    watcher?.close();
    await running;
  };
}

interface Place {
  readonly path: string;
  /** Another where a link leads elsewhere, or another folder was put in its place. */
  readonly id: string;
  /** Another also where the folder was moved away and back, or its list of files has changed. */
  readonly state: string;
}

/** The folder that stands at a path now; undefined where there is none. */
function placeOf(dir: string): Place | undefined {
  try {
    const path = realpathSync(dir);
    const { dev, ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true });
    const id = [path, dev, ino, birthtimeNs].join(':');
    return { path, id, state: `${id}:${ctimeNs}` };
  } catch {
    return undefined;
  }
}

/**
 * Watches the files of a folder by watching the folder alone: a watch a file, as libraries have it, takes
 * two kilobytes each and more of them than a system may allow. No article is a folder, and no link is
 * followed out of it.
 */
function watchFiles(
  path: string,
  changed: () => void,
  failed: (reason: string) => void,
): FSWatcher | undefined {
  const settling = new Map<string, NodeJS.Timeout>();
  let watcher: FSWatcher;
  try {
    watcher = watch(path, (_, name) => {
      const file = name ?? '';
      clearTimeout(settling.get(file));
      const settled = () => {
        settling.delete(file);
        changed();
      };
      settling.set(file, setTimeout(settled, SETTLED));
    });
  } catch (error) {
    failed(reasonOf(error));
    return undefined;
  }
  watcher.on('error', (error) => failed(reasonOf(error)));
  watcher.on('close', () => {
    for (const timer of settling.values()) clearTimeout(timer);
  });
  return watcher;
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

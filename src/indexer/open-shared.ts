import { setTimeout as pause } from 'node:timers/promises';
import type { Corpus } from '../article/article.ts';
import type { ArticleFiles } from '../corpus/change-folder.ts';
import { type Database, type DatabaseSettings, openDatabase } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import type { Generation } from '../store/generation-store.ts';
import { createPostgresArticleFiles } from '../store/postgres-article-files.ts';
import { YuanwenError } from '../util/errors.ts';
import type { FolderSettings, IndexReport, OpenBot, OpenBotOptions } from './folder-settings.ts';
import type { OpenCorpus } from './open-corpus.ts';
import { type BuilderSettings, runBuilder } from './run-builder.ts';
import { openSharedBot, type SharedBot, type SharedBotSettings } from './shared-bot.ts';
import { copiedArticles, noneBuilt, openCopiedCorpus } from './shared-corpus.ts';

/** Connections for articles and postings, beside those of the chats. */
const CONNECTIONS = 4;
/** Milliseconds between two looks for the first generation. */
const LOOK_EVERY = 500;

/** The database that a worker answers from. */
export interface SharedSettings extends FolderSettings {
  readonly database: DatabaseSettings;
  /** Whether a generation built here has its postings in the database. */
  readonly remote: boolean;
}

/** A bot over what one of all workers builds of its folder. */
export interface OpenShared extends Omit<OpenBot, 'folder'> {
  readonly database: Database;
  /** Takes newer generations over from now on; @returns a function that ends that */
  follow(log: FollowLog): () => Promise<void>;
}

/** The receiver of what becomes of the articles in service, one line each. */
interface FollowLog {
  info(line: string): void;
  /** Called whenever newer articles were looked for. */
  looked?(): void;
  /** Called when other articles were taken over, with their number. */
  changed?(articles: number): void;
  /** Called with the articles taken over, and what was wrong with their files. */
  read?(corpus: Corpus): void;
}

/** How a shared bot is opened. */
export interface OpenSharedOptions extends Omit<OpenBotOptions, 'indexer'> {
  readonly indexer: BuilderSettings['indexer'];
  /**
   * Whether this process may become the one that builds generations of its folder; it then waits for
   * the first one, whoever builds it.
   */
  readonly leads: boolean;
}

/** Opens a bot over the newest generation in the database. */
export async function openShared(
  settings: SharedSettings,
  report: IndexReport,
  options: OpenSharedOptions,
): Promise<OpenShared> {
  const { stateDir, searchEngine } = settings;
  const { many = false, reader, conversations, leads } = options;
  const database = await openTables(settings);
  const stop = new AbortController();
  let failure: Error | undefined;
  const told = {
    built() {
      failure = undefined;
    },
    failed(error: Error) {
      failure = error;
    },
  };
  const { warn } = report;
  const builder = builderOf(settings, database, report, options.indexer, told);
  const building = leads
    ? runBuilder(builder, stop.signal).catch((error: Error) => warn(error.message))
    : Promise.resolve();

  async function end(): Promise<void> {
    stop.abort();
    await building;
    await database.close();
  }

  let shared: SharedBot;
  try {
    shared = await first(
      { database, stateDir, searchEngine, many, reader, conversations, warn },
      leads ? () => failure : noneBuilt,
    );
  } catch (error) {
    await end();
    throw error;
  }

  let closing: Promise<void> | undefined;
  function close(): Promise<void> {
    closing ??= shared.close().finally(end);
    return closing;
  }

  return {
    bot: shared.bot,
    corpus: shared.corpus,
    database,
    follow(log) {
      const following = shared.follow(stop.signal, {
        taken({ number }, corpus) {
          log.read?.(corpus);
          log.changed?.(corpus.articles.length);
          log.info(`articles: ${corpus.articles.length} in all, of generation ${number}`);
        },
        looked: () => log.looked?.(),
      });
      return async () => {
        stop.abort();
        await following;
        await close();
      };
    },
    close: () => void close(),
  };
}

/** The first generation, waited for unless there is a reason to give up. */
async function first(
  settings: SharedBotSettings,
  giveUp: () => Error | undefined,
): Promise<SharedBot> {
  for (;;) {
    const shared = await openSharedBot(settings);
    if (shared !== undefined) return shared;
    const reason = giveUp();
    if (reason !== undefined) throw reason;
    await pause(LOOK_EVERY);
  }
}

/** Opens the articles of the newest generation in the database without a bot over them. */
export async function openSharedCorpus(
  settings: SharedSettings,
  report: IndexReport,
): Promise<OpenCorpus> {
  const database = await openTables(settings);
  try {
    return await openCopiedCorpus(database, settings.stateDir, report);
  } finally {
    await database.close();
  }
}

/** The files of the articles in the database, over those that its newest generation was made of. */
export async function openSharedFiles(
  settings: SharedSettings,
  report: IndexReport,
): Promise<{ readonly files: ArticleFiles; close(): Promise<void> }> {
  const database = await openTables(settings);
  const served = await copiedArticles(database, settings.stateDir, report).catch(async (error) => {
    await database.close();
    throw error;
  });
  return {
    files: createPostgresArticleFiles(database, () => served),
    close: () => database.close(),
  };
}

/** Milliseconds after which another worker is taken to be the one that builds. */
const LEAD_WITHIN = 20_000;

/**
 * Builds a generation of the folder and publishes it, where it is not published already.
 * @throws YuanwenError `config` where another worker is the one that builds
 */
export async function publishFolder(
  settings: SharedSettings,
  report: IndexReport,
  indexer: BuilderSettings['indexer'],
): Promise<Generation> {
  const database = await openTables(settings);
  const stop = new AbortController();
  let building = Promise.resolve();
  try {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(
          new YuanwenError('config', 'another worker builds the articles, from its own folder.'),
        );
      }, LEAD_WITHIN);
      const began = () => clearTimeout(late);
      const told = { began, built: resolve, failed: reject };
      const builder = builderOf(settings, database, report, indexer, told);
      building = runBuilder(builder, stop.signal).catch(reject);
    });
  } finally {
    stop.abort();
    await building;
    await database.close();
  }
}

/** The database with its tables made, and jieba's dictionary chosen, on which the tags of values hang. */
async function openTables({ database, dictionary }: SharedSettings): Promise<Database> {
  if (dictionary !== undefined) (await import('../language/jieba.ts')).chooseDictionary(dictionary);
  await migrate(database.url);
  return openDatabase({ ...database, connections: CONNECTIONS });
}

function builderOf(
  settings: SharedSettings,
  database: Database,
  { problems, warn }: IndexReport,
  indexer: BuilderSettings['indexer'],
  told: Pick<BuilderSettings, 'began' | 'built' | 'failed'>,
): BuilderSettings {
  const { dir, stateDir, remote, searchEngine } = settings;
  const engine = remote ? 'sqlite' : searchEngine;
  return { dir, stateDir, remote, engine, database, problems, warn, indexer, ...told };
}

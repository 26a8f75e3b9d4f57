import { join } from 'node:path';
import type { ReaderUse } from '../../src/answer/reader/reader.ts';
import type { Conversations } from '../../src/bot/conversations.ts';
import type { ArticleFiles } from '../../src/corpus/change-folder.ts';
import type { WaitingFiles } from '../../src/corpus/waiting-files.ts';
import type { FolderSettings, IndexReport, OpenBot } from '../../src/indexer/folder-settings.ts';
import { indexFolder } from '../../src/indexer/index-folder.ts';
import { openBot } from '../../src/indexer/open-bot.ts';
import { type OpenCorpus, openCorpus } from '../../src/indexer/open-corpus.ts';
import type { SharedSettings } from '../../src/indexer/open-shared.ts';
import type { WatchLog } from '../../src/indexer/watch-folder.ts';
import { packageFile } from '../../src/util/package-file.ts';
import type { Config } from '../common/settings.ts';
import { type Io, print } from './io.ts';
import { problemLines } from './problems.ts';
import { oneLine } from './style.ts';

const MAIN = packageFile('dist/adapters/main.js');
/** The process that indexes a folder. */
const INDEXER = { script: MAIN, args: (dir: string) => ['index', '--corpus', dir] };
/** The folders, of the state folder, that removed articles go to, and that sent ones wait in. */
const REMOVED = 'removed';
const INCOMING = 'incoming';

/**
 * The articles of a folder, or of the database where there is one; what was left out is written to
 * standard error.
 */
export async function openCorpusFor(dir: string, config: Config, io: Io): Promise<OpenCorpus> {
  const shared = sharedSettingsOf(dir, config);
  if (shared === undefined) return openCorpus(settingsOf(dir, config), reportTo(io));
  const { openSharedCorpus } = await import('../../src/indexer/open-shared.ts');
  return openSharedCorpus(shared, reportTo(io));
}

/**
 * The articles' files, in the folder, or in the database where there is one; `where` is how that is
 * told to people.
 */
export async function openFilesFor(
  dir: string,
  config: Config,
  io: Io,
): Promise<{ readonly files: ArticleFiles; readonly where: string; close(): Promise<void> }> {
  const shared = sharedSettingsOf(dir, config);
  if (shared === undefined) {
    const { folderFiles } = await import('../../src/corpus/change-folder.ts');
    const files = folderFiles(dir, join(config.stateDir, REMOVED));
    return { files, where: dir, close: async () => {} };
  }
  const { openSharedFiles } = await import('../../src/indexer/open-shared.ts');
  return { ...(await openSharedFiles(shared, reportTo(io))), where: 'the database' };
}

/** A bot and its articles, wherever they are kept. */
export interface ServedBot extends Pick<OpenBot, 'bot' | 'corpus' | 'close'> {
  /** Where an operator puts articles in and takes them out. */
  readonly files: ArticleFiles;
  /** Where articles wait that were sent by chat. */
  readonly waiting: WaitingFiles;
  /** Takes changed articles over from now on; @returns a function that ends that */
  watch(log: WatchLog): Promise<() => Promise<void>>;
}

/** How a bot is served. */
export interface ServeOptions {
  /** Whether many will ask, so that all that questions may need is made ahead of them. */
  readonly many?: boolean;
  /** Whether this process may be the one that builds for all workers; false unless given. */
  readonly leads?: boolean;
  /** As `BotOptions.conversations`. */
  readonly conversations?: Conversations | undefined;
}

/**
 * A bot over a folder, or over what a worker has built of its folder where there is a database; what
 * was left out is written to standard error.
 */
export async function serveFor(
  dir: string,
  config: Config,
  io: Io,
  { many = false, leads = false, conversations }: ServeOptions = {},
): Promise<ServedBot> {
  const shared = sharedSettingsOf(dir, config);
  if (shared === undefined) {
    const { folderFiles } = await import('../../src/corpus/change-folder.ts');
    const { folderWaitingFiles } = await import('../../src/corpus/waiting-files.ts');
    const { bot, corpus, folder, close } = await openBotFor(dir, config, io, many, conversations);
    return {
      bot,
      corpus,
      close,
      files: folderFiles(dir, join(config.stateDir, REMOVED)),
      waiting: folderWaitingFiles(join(config.stateDir, INCOMING)),
      async watch(log) {
        const { watchFolder } = await import('../../src/indexer/watch-folder.ts');
        return watchFolder(dir, folder, bot, log);
      },
    };
  }
  const { openShared } = await import('../../src/indexer/open-shared.ts');
  const { createPostgresArticleFiles } = await import('../../src/store/postgres-article-files.ts');
  const { createPostgresWaitingFiles } = await import('../../src/store/postgres-waiting-files.ts');
  const report = reportTo(io);
  const { bot, corpus, database, follow, close } = await openShared(shared, report, {
    indexer: INDEXER,
    many,
    leads,
    reader: await readerOf(config, report.warn),
    conversations,
  });
  return {
    bot,
    corpus,
    close,
    files: createPostgresArticleFiles(database, () => bot.articles),
    waiting: createPostgresWaitingFiles(database),
    watch: async (log) => follow(log),
  };
}

/**
 * A bot over a folder; what was left out is written to standard error.
 * @param many whether many will ask, so that all that questions may need is made ahead of them
 */
export async function openBotFor(
  dir: string,
  config: Config,
  io: Io,
  many = false,
  conversations?: Conversations,
): Promise<OpenBot> {
  const report = reportTo(io);
  return openBot(settingsOf(dir, config), report, {
    indexer: { script: MAIN, args: INDEXER.args(dir) },
    many,
    reader: await readerOf(config, report.warn),
    conversations,
    lost(error) {
      io.errors.write(`yuanwen: ${oneLine(error.message)}\n`);
      // a supervisor starts it again, with files of its own making
      if (many) process.exit(1);
    },
  });
}

/** The reader of the settings; loaded only where there is one. */
async function readerOf(
  { reader }: Config,
  warn: (line: string) => void,
): Promise<ReaderUse | undefined> {
  if (reader === undefined) return undefined;
  const { createOpenAiReader } = await import('../../src/answer/reader/openai-reader.ts');
  return { reader: createOpenAiReader({ ...reader, warn }), when: reader.when };
}

/** `npm run index`: says on standard output how far it has come. */
export async function indexFor(dir: string, config: Config, io: Io): Promise<void> {
  const say = (line: string) => print(io.output, `${line}\n`);
  const shared = sharedSettingsOf(dir, config);
  // the process that a worker starts to index a folder writes files, which the worker publishes
  if (shared !== undefined && !process.connected) {
    const { publishFolder } = await import('../../src/indexer/open-shared.ts');
    const { number, paragraphs } = await publishFolder(shared, reportTo(io), INDEXER);
    return say(`generation ${number} in the database: ${paragraphs} paragraphs`);
  }
  return indexFolder(settingsOf(dir, config), reportTo(io), {
    nothingToKeep: () => say('nothing to keep: these articles are read and indexed at each start'),
    indexed: ({ articles }) => say(`${articles.length} articles indexed`),
    finished: () => say('and all that questions may need is made'),
  });
}

function settingsOf(dir: string, { stateDir, searchEngine, jiebaDict }: Config): FolderSettings {
  return { dir, stateDir, searchEngine, ...(jiebaDict && { dictionary: jiebaDict }) };
}

/** As `settingsOf`, with the database; undefined where there is none. */
function sharedSettingsOf(dir: string, config: Config): SharedSettings | undefined {
  const { database } = config;
  if (database === undefined) return undefined;
  return { ...settingsOf(dir, config), database, remote: database.remote };
}

function reportTo(io: Io): IndexReport {
  return {
    async problems({ problems }) {
      for (const line of problemLines(problems)) await print(io.errors, `${line}\n`);
    },
    warn(line) {
      io.errors.write(`yuanwen: ${oneLine(line)}\n`);
    },
  };
}

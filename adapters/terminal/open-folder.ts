import { fileURLToPath } from 'node:url';
import type { ReaderUse } from '../../src/answer/reader/reader.ts';
import type { FolderSettings, IndexReport, OpenBot } from '../../src/indexer/folder-settings.ts';
import { indexFolder } from '../../src/indexer/index-folder.ts';
import { openBot } from '../../src/indexer/open-bot.ts';
import { type OpenCorpus, openCorpus } from '../../src/indexer/open-corpus.ts';
import type { Config } from '../common/settings.ts';
import { type Io, print } from './io.ts';
import { problemLines } from './problems.ts';
import { oneLine } from './style.ts';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));

/** The articles of a folder; what was left out is written to standard error. */
export function openCorpusFor(dir: string, config: Config, io: Io): Promise<OpenCorpus> {
  return openCorpus(settingsOf(dir, config), reportTo(io));
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
): Promise<OpenBot> {
  const report = reportTo(io);
  return openBot(settingsOf(dir, config), report, {
    indexer: { script: MAIN, args: ['index', '--corpus', dir] },
    many,
    reader: await readerOf(config, report.warn),
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
export function indexFor(dir: string, config: Config, io: Io): Promise<void> {
  const say = (line: string) => print(io.output, `${line}\n`);
  return indexFolder(settingsOf(dir, config), reportTo(io), {
    nothingToKeep: () => say('nothing to keep: these articles are read and indexed at each start'),
    indexed: ({ articles }) => say(`${articles.length} articles indexed`),
    finished: () => say('and all that questions may need is made'),
  });
}

function settingsOf(dir: string, { stateDir, searchEngine, jiebaDict }: Config): FolderSettings {
  return { dir, stateDir, searchEngine, ...(jiebaDict && { dictionary: jiebaDict }) };
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

import type { ReaderUse } from '../answer/reader/reader.ts';
import type { Corpus } from '../article/article.ts';
import type { Bot } from '../bot/bot.ts';
import type { CorpusFolder } from '../corpus/folder.ts';
import type { SearchEngineName } from '../search/engine.ts';

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

/** Chooses the dictionary before any value that depends on it is looked up. */
export async function useDictionary({ dictionary }: FolderSettings): Promise<void> {
  if (dictionary === undefined) return;
  const { chooseDictionary } = await import('../language/jieba.ts');
  chooseDictionary(dictionary);
}

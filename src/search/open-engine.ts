import type { Database } from 'better-sqlite3';
import { loadSqlite, type OpenDatabase, openFile } from '../sqlite/sealed-file.ts';
import { reasonOf, YuanwenError } from '../util/errors.ts';
import type { SearchEngine, SearchEngineName } from './engine.ts';
import { createMiniSearch } from './engines/minisearch.ts';
import { createSqlite } from './engines/sqlite.ts';

export interface SearchSettings {
  /**
   * `auto`, the default: SQLite from `SQLITE_FROM` paragraphs on. An engine of one's own is given as
   * the function that makes it.
   */
  readonly engine?: SearchEngineName | (() => SearchEngine);
  /** The file that SQLite keeps the index in; without one it lasts as long as the process. */
  readonly file?: string;
  /** Whether another process has just seen to it that the file is whole. */
  readonly isSound?: boolean;
  /** Told in one line what could not be used and what is used instead. */
  readonly warn?: (line: string) => void;
}

/** Paragraphs from which SQLite builds in less time than MiniSearch and answers no slower. */
const SQLITE_FROM = 300;

/**
 * Gives `use` an engine fit for a corpus, to fill and to keep. Where SQLite's file cannot be used,
 * `use` is called again with a temporary one; where SQLite cannot be loaded, with MiniSearch.
 * @throws YuanwenError `config` where `engine` is `sqlite` and it cannot be loaded
 */
export async function withEngine<T>(
  corpus: Paragraphs,
  { engine = 'auto', file, isSound = false, warn = () => {} }: SearchSettings,
  use: (engine: SearchEngine) => Promise<T>,
): Promise<T> {
  if (typeof engine === 'function') return use(engine());
  if (engine === 'minisearch' || (engine === 'auto' && !isLarge(corpus)))
    return use(createMiniSearch());
  const open = load(engine, warn);
  if (open === undefined) return use(createMiniSearch());
  if (file !== undefined) {
    let database: Database | undefined;
    try {
      database = openFile(file, open, isSound);
      return await use(createSqlite(database, file));
    } catch (error) {
      database?.close();
      const code = codeOf(error);
      if (code === undefined) throw error;
      warn(
        `the index cannot be kept in ${file} (${code}), so this process makes one for itself: check the folder's permissions and whether another process is writing it`,
      );
    }
  }
  // SQLite's name for a temporary file, which is deleted when closed
  return use(createSqlite(open('')));
}

/** The part of a corpus that the choice of an engine depends on. */
interface Paragraphs {
  readonly articles: readonly { readonly paragraphs: readonly unknown[] }[];
}

/** Whether a corpus has enough paragraphs for SQLite; articles are opened until that is known. */
export function isLarge({ articles }: Paragraphs): boolean {
  let count = 0;
  return articles.some((article) => {
    count += article.paragraphs.length;
    return count >= SQLITE_FROM;
  });
}

function load(engine: SearchEngineName, warn: (line: string) => void): OpenDatabase | undefined {
  try {
    return loadSqlite();
  } catch (error) {
    const reason = reasonOf(error).split('\n', 1)[0];
    const failed = `better-sqlite3 could not be loaded (${reason})`;
    if (engine === 'sqlite')
      throw new YuanwenError(
        'config',
        `SEARCH_ENGINE is sqlite, but ${failed}: run npm ci, or set SEARCH_ENGINE=minisearch.`,
        { cause: error },
      );
    warn(`${failed}, so MiniSearch is used, which is slower on many articles: run npm ci`);
    return undefined;
  }
}

/** The code of an error of SQLite or of the file system; undefined for a fault of our own. */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(?:SQLITE_|E[A-Z]+$)/.test(code) ? code : undefined;
}

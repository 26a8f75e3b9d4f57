import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import type { ReadingStore } from './article/corpus-folder.ts';
import type { FileReading } from './article/read-articles.ts';
import type { Article } from './article/types.ts';
import type { Figure } from './figures/types.ts';
import { openFile, seal, unseal } from './search/sqlite-file.ts';
import { loadSqlite } from './search/sqlite-module.ts';

/** Articles as they were read, and their figures as they were found, kept in a file. */
export interface KeptArticles extends ReadingStore {
  /** Finds the figures of an article, or takes them from what is kept. */
  figuresBy(extract: ReadFigures): ReadFigures;
  close(): void;
}

type ReadFigures = (article: Article) => readonly Figure[];

/** Bytes of files below which reading them all costs less than opening what was kept. */
const WORTH_KEEPING = 500_000;

/** Where the articles of the corpus in the folder `corpus` are kept; undefined where that would not pay. */
export function keptArticlesFile(stateDir: string, corpus: string): string | undefined {
  let size = 0;
  try {
    for (const name of readdirSync(corpus)) size += statSync(join(corpus, name)).size;
  } catch {
    // whoever reads the folder says what is wrong with it
    return undefined;
  }
  if (size < WORTH_KEEPING) return undefined;
  const name = createHash('sha1').update(resolve(corpus)).digest('hex').slice(0, 12);
  return join(stateDir, 'articles', `${name}.sqlite`);
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS kept (
    key TEXT PRIMARY KEY, sum TEXT NOT NULL, value TEXT NOT NULL
  ) WITHOUT ROWID;
`;

/** Rows that figures come in before they are written. */
const BATCH = 50;

/**
 * Opens the file, made when missing and made anew when it is torn or not ours. What is in it counts
 * only for the code that wrote it, and only where its checksum holds.
 * @param warn told in one line why nothing can be kept, or no more; the rest goes on without
 */
export function openKeptArticles(file: string, warn: (line: string) => void): KeptArticles {
  const code = codeVersion();
  const pending = new Map<string, string>();
  const used = new Set<string>();
  const keys = new WeakMap<Article, string>();
  let works = true;

  function tryTo<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      works = false;
      const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
      warn(
        `what was read cannot be kept in ${file} (${reason}), so the next start reads all again: run npm ci, and check the folder's permissions and room`,
      );
      return undefined;
    }
  }

  const database = tryTo(() => {
    const opened = openFile(file, loadSqlite());
    opened.exec(TABLES);
    return opened;
  });

  function find(key: string): unknown {
    const waiting = pending.get(key);
    if (waiting !== undefined) return JSON.parse(waiting);
    if (database === undefined || !works) return undefined;
    const row = tryTo(() =>
      database
        .prepare<[string], { sum: string; value: string }>(
          'SELECT sum, value FROM kept WHERE key = ?',
        )
        .get(key),
    );
    return row === undefined || row.sum !== checksum(key, row.value)
      ? undefined
      : JSON.parse(row.value);
  }

  function keep(key: string, value: unknown): void {
    used.add(key);
    if (works) pending.set(key, JSON.stringify(value));
  }

  function write(forget: readonly string[] = []): void {
    if (database === undefined || !works || pending.size + forget.length === 0) return;
    tryTo(() => {
      unseal(file);
      writeAll(database, pending, forget);
      pending.clear();
      seal(database, file);
    });
  }

  function name(key: string, { articles }: FileReading): void {
    for (const [place, article] of articles.entries()) keys.set(article, `${key} ${place}`);
  }

  return {
    find(hash) {
      const key = `${code} ${hash}`;
      const reading = find(key) as FileReading | undefined;
      if (reading === undefined) return undefined;
      used.add(key);
      name(key, reading);
      return reading;
    },
    keep(hash, reading) {
      const key = `${code} ${hash}`;
      keep(key, reading);
      name(key, reading);
    },
    settle() {
      if (database === undefined || !works) return;
      const held = tryTo(() => database.prepare<[], string>('SELECT key FROM kept').pluck().all());
      // figures stay with their article: its key begins theirs
      write(held?.filter((key) => !used.has(key.split(' ').slice(0, 2).join(' '))));
    },
    figuresBy: (extract) => (article) => {
      const key = keys.get(article);
      if (key === undefined) return extract(article);
      const known = find(`${key} figures`) as readonly Figure[] | undefined;
      if (known !== undefined) return known;
      const figures = extract(article);
      if (works) pending.set(`${key} figures`, JSON.stringify(figures));
      if (pending.size >= BATCH) write();
      return figures;
    },
    close() {
      write();
      database?.close();
    },
  };
}

function writeAll(
  database: Database,
  values: ReadonlyMap<string, string>,
  forget: readonly string[],
): void {
  const put = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  const drop = database.prepare('DELETE FROM kept WHERE key = ?');
  database
    .transaction(() => {
      for (const key of forget) drop.run(key);
      for (const [key, value] of values) put.run(key, checksum(key, value), value);
    })
    .immediate();
}

function checksum(key: string, value: string): string {
  return createHash('sha1').update(key).update(value).digest('hex');
}

/** A hash of the code that reads articles and figures: what other code has read counts for nothing. */
function codeVersion(): string {
  const hash = createHash('sha1').update(process.version);
  for (const room of ['article', 'figures', 'language']) {
    const folder = fileURLToPath(new URL(room, import.meta.url));
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

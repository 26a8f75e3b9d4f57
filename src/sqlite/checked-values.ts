import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { reasonOf } from '../util/errors.ts';
import { loadSqlite, openFile, seal, unseal } from './sealed-file.ts';

/** Values kept in a file by their keys. Where the file cannot be used, nothing is found and nothing kept. */
export interface CheckedValues {
  /** Whether what is put will be found again. */
  readonly works: boolean;
  /** Undefined where there is none, or where it is not as it was put. */
  get(key: string): unknown;
  /** Whether `get` would give something. */
  has(key: string): boolean;
  /** Written with the next `write`; `value` is of what JSON holds. */
  put(key: string, value: unknown): void;
  /** How many values wait to be written. */
  readonly waiting: number;
  /** Drops the values written before whose keys are not wanted. */
  drop(isWanted: (key: string) => boolean): void;
  /** Writes all that waits, in one transaction. */
  write(): void;
  /** Writes, and leaves the file so that the next process can trust it. */
  seal(): void;
  /** Seals and ends. */
  close(): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS kept (
    key TEXT PRIMARY KEY, sum TEXT NOT NULL, value TEXT NOT NULL
  ) WITHOUT ROWID;
`;

/**
 * Opens the file, made when missing and made anew when it is torn or not ours.
 * @param warn told in one line why nothing can be kept, or no more; the rest goes on without
 * @param readOnly nothing is kept, and the file is trusted: another process has just seen to it
 */
export function openCheckedValues(
  file: string,
  warn: (line: string) => void,
  readOnly = false,
): CheckedValues {
  const waiting = new Map<string, string>();
  let works = true;
  let isLeftSealed = true;

  function tryTo<T>(act: () => T): T | undefined {
    if (!works) return undefined;
    try {
      return act();
    } catch (error) {
      // what waits can still be found
      works = false;
      const reason = reasonOf(error).split('\n', 1)[0];
      warn(
        `what was read cannot be kept in ${file} (${reason}), so the next start reads all again: run npm ci, and check the folder's permissions and room`,
      );
      return undefined;
    }
  }

  const opened = tryTo(() => {
    const database = openFile(file, loadSqlite(), readOnly);
    database.exec(TABLES);
    return { database, ...statementsOf(database) };
  });

  function find(key: string): string | undefined {
    const put = waiting.get(key);
    if (put !== undefined) return put;
    try {
      const row = opened?.find.get(key);
      return row?.sum === checksum(key, row?.value ?? '') ? row.value : undefined;
    } catch {
      // what cannot be read is not there: whoever needs it says so
      return undefined;
    }
  }

  function change(act: (file: NonNullable<typeof opened>) => void): void {
    tryTo(() => {
      if (opened === undefined) return;
      // always: another process may have sealed it since
      unseal(file);
      isLeftSealed = false;
      opened.database.transaction(() => act(opened)).immediate();
    });
  }

  function write(): void {
    if (waiting.size === 0) return;
    change(({ put }) => {
      for (const [key, value] of waiting) put.run(key, checksum(key, value), value);
    });
    if (works) waiting.clear();
  }

  function sealNow(): void {
    write();
    if (isLeftSealed) return;
    tryTo(() => {
      if (opened !== undefined) seal(opened.database, file);
      isLeftSealed = true;
    });
  }

  return {
    get works() {
      return works;
    },
    get(key) {
      const text = find(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    has: (key) => find(key) !== undefined,
    put(key, value) {
      if (works && !readOnly) waiting.set(key, JSON.stringify(value));
    },
    get waiting() {
      return waiting.size;
    },
    drop(isWanted) {
      const gone = tryTo(() => opened?.keys.all())?.filter((key) => !isWanted(key)) ?? [];
      if (gone.length === 0) return;
      change(({ drop }) => {
        for (const key of gone) drop.run(key);
      });
    },
    write,
    seal: sealNow,
    close() {
      sealNow();
      opened?.database.close();
    },
  };
}

function statementsOf(database: Database) {
  return {
    find: database.prepare<[string], { readonly sum: string; readonly value: string }>(
      'SELECT sum, value FROM kept WHERE key = ?',
    ),
    keys: database.prepare<[], string>('SELECT key FROM kept').pluck(),
    put: database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)'),
    drop: database.prepare('DELETE FROM kept WHERE key = ?'),
  };
}

function checksum(key: string, value: string): string {
  return createHash('sha1').update(key).update(value).digest('hex');
}

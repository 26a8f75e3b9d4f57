import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { reasonOf } from '../util/errors.ts';
import { loadSqlite, openFile, seal, unseal } from './sealed-file.ts';

/**
 * Values in a file by their keys, each with a checksum. Where the file cannot be used, no value is
 * found and none is written.
 */
export interface CheckedValues {
  /** Whether the file can be used, so that a value put will be found again. */
  readonly works: boolean;
  /** The value at a key; undefined where there is none, or where its checksum does not hold. */
  get(key: string): unknown;
  /** Whether there is a value at a key whose checksum holds. */
  has(key: string): boolean;
  /**
   * Sets the value at a key, to be written with the next `write`; it must be one that JSON holds.
   */
  put(key: string, value: unknown): void;
  /** As `put`, of a value that is JSON already. */
  putText(key: string, text: string): void;
  /** Number of values that wait to be written. */
  readonly waiting: number;
  /** Deletes the written values whose keys are not wanted. */
  drop(isWanted: (key: string) => boolean): void;
  /** Writes all values that wait, in one transaction. */
  write(): void;
  /** Writes, and seals the file: its hash beside it lets the next process trust it. */
  seal(): void;
  /** Seals and closes the file. */
  close(): void;
}

/**
 * With row ids, so that the tree that keys are looked up in holds keys alone: without them, a look-up
 * reads each value that it passes, and some have megabytes.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS kept (
    key TEXT PRIMARY KEY, sum TEXT NOT NULL, value TEXT NOT NULL
  );
`;

/**
 * Opens the file, which is made when missing and begun anew when it is torn or another program's.
 * @param warn told in one line why values can no longer be written; those that wait are still found
 * @param readOnly writes nothing and trusts the file: for a file that another process has just
 *   sealed
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
      // Values that wait to be written are still found.
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
      // A value that cannot be read counts as missing; the caller that needs it reports that.
      return undefined;
    }
  }

  function putText(key: string, text: string): void {
    if (works && !readOnly) waiting.set(key, text);
  }

  function change(act: (file: NonNullable<typeof opened>) => void): void {
    tryTo(() => {
      if (opened === undefined) return;
      // Each time, as another process may have sealed the file since.
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
      putText(key, JSON.stringify(value));
    },
    putText,
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
  return hash('sha1', key + value);
}

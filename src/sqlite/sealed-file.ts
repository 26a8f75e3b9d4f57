import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';

/**
 * SQLite, loaded only when it is used: the module is native, and loading it takes time.
 * @throws Error where it was not built for this machine
 */
export function loadSqlite(): OpenDatabase {
  const require = createRequire(import.meta.url);
  const Sqlite: typeof import('better-sqlite3') = require('better-sqlite3');
  const open: OpenDatabase = (file, options) => new Sqlite(file, options);
  open(':memory:').close();
  return open;
}

/** SQLite's application id in the file's header: "YWen". */
const APPLICATION = 0x5957656e;
/** The version of the tables in the file's header, raised whenever they change. */
const LAYOUT = 3;
/** Milliseconds to wait for another process that is writing the file. */
const PATIENCE = 1000;
/** Bytes hashed at a time. */
const CHUNK = 1 << 20;

export type OpenDatabase = (file: string, options?: { timeout?: number }) => Database;

/**
 * Opens the database in `file`, which is made when missing. A file of another program or layout, or
 * one that is torn or altered, is deleted and begun anew, as its content can always be derived
 * again.
 * @param isSound whether another process has just sealed the file, so that its hash is not computed
 *   here
 * @throws SqliteError, or a file system's error, where the place cannot be written
 */
export function openFile(file: string, open: OpenDatabase, isSound = false): Database {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) {
    const database = openTrusted(file, open, isSound);
    if (database !== undefined) return database;
    for (const end of ['', '-wal', '-shm', '-journal', '.seal'])
      rmSync(file + end, { force: true });
  }
  const database = configure(open(file, { timeout: PATIENCE }), WRITER_PAGES);
  database.pragma(`application_id = ${APPLICATION}`);
  database.pragma(`user_version = ${LAYOUT}`);
  return database;
}

/** The database, or undefined where the file is not to be trusted. */
function openTrusted(file: string, open: OpenDatabase, isSound: boolean): Database | undefined {
  const seal = isSound ? undefined : readSeal(file);
  const holds = seal !== undefined && isSealOf(file, seal);
  // A seal that has gone meanwhile means that another process is writing. No seal at all means that
  // a process ended while it wrote: SQLite's own check then decides.
  if (seal !== undefined && !holds && readSeal(file)?.hash === seal.hash) return undefined;
  let database: Database | undefined;
  try {
    database = open(file, { timeout: PATIENCE });
    const ours =
      database.pragma('application_id', { simple: true }) === APPLICATION &&
      database.pragma('user_version', { simple: true }) === LAYOUT;
    if (ours && (isSound || holds || isWhole(database)))
      return configure(database, isSound ? READER_PAGES : WRITER_PAGES);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (!/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(code)) throw error;
  }
  database?.close();
  return undefined;
}

/** Whether the file has a seal and its content is still the sealed one. */
export function isSealed(file: string): boolean {
  const seal = readSeal(file);
  return seal !== undefined && existsSync(file) && isSealOf(file, seal);
}

/** A file as it was left: the hash of its content, and its stamp. */
interface Seal {
  readonly hash: string;
  readonly stamp: string;
}

/**
 * Whether a file is as its seal says: by its stamp, which tells at once at any size, and where that
 * differs, as in a copy of the file, by its content.
 */
function isSealOf(file: string, { hash, stamp }: Seal): boolean {
  return stampOf(file) === stamp || hashOf(file) === hash;
}

/** A file's inode, size and time, which change whenever its content is written. */
function stampOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true });
  return [ino, size, mtimeNs].join(':');
}

function isWhole(database: Database): boolean {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/**
 * KB of pages that SQLite holds of a file: a process that answers has four files open for months, and
 * what it misses the system's own cache holds.
 */
const READER_PAGES = 2_000;
const WRITER_PAGES = 16_000;

function configure(database: Database, pages: number): Database {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma(`cache_size = -${pages}`);
  return database;
}

/** Removes the seal before the file changes, so that a process killed meanwhile leaves none. */
export function unseal(file: string): void {
  rmSync(`${file}.seal`, { force: true });
}

/**
 * Moves the write-ahead log into the file itself and writes the file's hash and stamp beside it. Does
 * nothing while another process reads from the log.
 */
export function seal(database: Database, file: string): void {
  const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  if (busy !== 0) return;
  writeFileSync(`${file}.seal.new`, `${hashOf(file)} ${stampOf(file)}`);
  renameSync(`${file}.seal.new`, `${file}.seal`);
}

function readSeal(file: string): Seal | undefined {
  try {
    const [hash = '', stamp = ''] = readFileSync(`${file}.seal`, 'utf8').split(' ');
    return { hash, stamp };
  } catch {
    return undefined;
  }
}

function hashOf(file: string): string {
  const hash = createHash('sha1');
  const chunk = Buffer.allocUnsafe(CHUNK);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, chunk, 0, CHUNK, null);
      if (length === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSqlite } from './sealed-file.ts';

/** Milliseconds to wait for the process that holds the lock: longer than any indexing takes. */
const PATIENCE = 600_000;

/**
 * Takes the lock of `file`, a database beside it, as soon as no other process holds it. The lock is
 * held until the returned function is called or the process ends, also by being killed.
 * @throws Error where the folder of the file cannot be written
 */
export function lock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const database = loadSqlite()(`${file}.lock`, { timeout: PATIENCE });
  database.exec('BEGIN IMMEDIATE');
  return () => database.close();
}

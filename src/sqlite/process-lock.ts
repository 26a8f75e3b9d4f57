import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSqlite } from './sealed-file.ts';

/** Milliseconds that a process waits for another one to be done. */
const PATIENCE = 600_000;

/**
 * Waits until no other process has the lock of `file`, which stands beside it, and takes it, until the
 * function returned is called or the process ends, however it does.
 * @throws Error where nothing can be written there
 */
export function lock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const database = loadSqlite()(`${file}.lock`, { timeout: PATIENCE });
  database.exec('BEGIN IMMEDIATE');
  return () => database.close();
}

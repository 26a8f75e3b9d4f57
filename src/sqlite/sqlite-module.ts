import { createRequire } from 'node:module';
import type { OpenDatabase } from './sealed-file.ts';

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

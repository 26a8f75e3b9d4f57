import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { YuanwenError } from '../util/errors.ts';
import { clientConfig, SCHEMA } from './database.ts';

/** Read from the sources by built code too: SQL is not compiled. */
const MIGRATIONS = dirname(createRequire(import.meta.url).resolve('#migrations/0001_lease.sql'));
/** The table that says which migrations were run. */
const TABLE = 'migration';
/** The key of PostgreSQL's lock that one worker at a time holds while it makes the schema. */
const SCHEMA_LOCK = 0x5957656e;
/** PostgreSQL's code of a right that is missing. */
const NO_RIGHT = '42501';

/** Errors reach the caller; what else the library says is of no use to anybody. */
const SILENT = { info() {}, warn() {}, error() {} };

/**
 * Brings the tables up to date, forward only; several workers may call it at once, and each waits for
 * the one that is at it. Where nothing is left to do, it needs no right to make tables.
 * @returns the names of the migrations that were run
 * @throws YuanwenError `config` where the role lacks a right
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const client = new pg.Client(clientConfig(url));
  client.on('error', () => {});
  await client.connect();
  try {
    const {
      rows: [found],
    } = await client.query('SELECT to_regnamespace($1) IS NOT NULL AS there', [SCHEMA]);
    if (!found?.there) await makeSchema(client);
    const run = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      schema: SCHEMA,
      migrationsTable: TABLE,
      advisoryLockMode: 'wait',
      logger: SILENT,
    });
    return run.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: string }).code !== NO_RIGHT) throw error;
    throw new YuanwenError(
      'config',
      `the role of DATABASE_URL may not make the tables: let it own the schema ${SCHEMA}, or run npm run migrate with a role that does.`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

async function makeSchema(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  await client.query('COMMIT');
}

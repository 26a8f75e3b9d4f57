import pg from 'pg';
import { YuanwenError } from '../util/errors.ts';
import { isDatabaseUrl } from './database-url.ts';

/** The schema that holds every table of ours; the role needs no right outside it. */
export const SCHEMA = 'yuanwen';

/** How a database is opened. */
export interface DatabaseSettings {
  /** `postgres://user:password@host/database`; what it says of TLS (`sslmode`, `sslrootcert`) holds. */
  readonly url: string;
  /** Whose rows are read and written: several operators' bots may share one database. */
  readonly tenant: string;
  /** Connections at once; 10 unless given. */
  readonly connections?: number;
  /** Milliseconds that one statement may take; 15,000 unless given. */
  readonly statementTimeout?: number;
}

/** A row by the names of its columns. Which those are is the statement's to know. */
type Row = Readonly<Record<string, unknown>>;

/** Runs one statement and gives its rows; `bigint` columns come as numbers. */
export type Query = <R = Row>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>;

/** PostgreSQL behind a bounded pool of connections, for one tenant. */
export interface Database {
  /** Every table has a column `tenant`, and every statement names it. */
  readonly tenant: string;
  readonly query: Query;
  /**
   * Runs statements as one transaction on one connection, committed when `use` resolves and rolled
   * back when it rejects.
   */
  transaction<T>(use: (query: Query) => Promise<T>): Promise<T>;
  /** Ends all connections once their statements are done; it must not be used afterwards. */
  close(): Promise<void>;
}

const CONNECTIONS = 10;
const STATEMENT_TIMEOUT = 15_000;
/** Milliseconds to wait for a connection, a free one of the pool or a new one. */
const CONNECT_TIMEOUT = 5_000;
/** Milliseconds beyond the statement's own limit after which a server that is silent counts as gone. */
const SILENCE = 5_000;
/** Milliseconds after which the server ends a transaction that no statement comes for. */
const IDLE_IN_TRANSACTION = 30_000;
/** PostgreSQL's id of the type bigint. */
const BIGINT = 20;

/**
 * Opens a pool; connects at the first statement.
 * @throws YuanwenError `config` where the address cannot be read; no message holds its password
 */
export function openDatabase(settings: DatabaseSettings): Database {
  const { tenant, connections = CONNECTIONS, statementTimeout = STATEMENT_TIMEOUT } = settings;
  const pool = new pg.Pool({
    ...clientConfig(settings.url),
    max: connections,
    // a command that has its answer ends, though nobody closes the pool
    allowExitOnIdle: true,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + SILENCE,
    lock_timeout: statementTimeout,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  });
  // A connection that breaks while nobody uses it is replaced; the next statement tells if none can be.
  pool.on('error', () => {});

  const over =
    (client: pg.Pool | pg.PoolClient): Query =>
    async <R>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as unknown as readonly R[];

  return {
    tenant,
    query: over(pool),
    async transaction(use) {
      const client = await pool.connect();
      // A connection that breaks between two statements would otherwise end the process.
      const ignore = () => {};
      client.on('error', ignore);
      let broken = true;
      try {
        await client.query('BEGIN');
        const result = await use(over(client));
        await client.query('COMMIT');
        broken = false;
        return result;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => {
            broken = false;
          },
          () => {},
        );
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** What every connection has in common, a pool's and a migration's. */
export function clientConfig(url: string): pg.ClientConfig {
  if (!isDatabaseUrl(url))
    throw new YuanwenError('config', 'DATABASE_URL must be a postgres:// address.');
  return {
    connectionString: withSearchPath(url),
    application_name: 'yuanwen',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    types: { getTypeParser },
  };
}

/** The address with our schema as the one in which names of tables are looked up. */
function withSearchPath(address: string): string {
  const url = new URL(address);
  const options = url.searchParams.get('options');
  const path = `-c search_path=${SCHEMA}`;
  url.searchParams.set('options', options === null ? path : `${options} ${path}`);
  return url.href;
}

/** As `pg` parses values, but for `bigint`, which no count of ours outgrows a number in. */
const getTypeParser: typeof pg.types.getTypeParser = (id: number, format?: unknown) =>
  id === BIGINT && format !== 'binary' ? Number : pg.types.getTypeParser(id, format as 'text');

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';

const DATABASE = 'yuanwen';
/** The role of the bot, which may do nothing but what docs/operators.md says. */
const ROLE = 'yuanwen';
const PASSWORD = 'a-secret-of-tests';
/** Milliseconds within which a server must answer after its start. */
const PATIENCE = 50_000;

/** One server on loopback. */
interface PostgresServer {
  readonly port: number;
  /** Its address for the bot's role, which owns the schema `yuanwen` and nothing else. */
  readonly url: string;
  /** Runs statements as the superuser, one after the other, and gives the rows of the last. */
  admin(...statements: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  /** Kills it as `kill -9` does; resolves when it has gone. */
  kill(): Promise<void>;
  /** Ends it as an operator does, at once and cleanly. */
  stop(): Promise<void>;
  /** Starts it again at the same port. */
  start(): Promise<void>;
  /** Makes a standby a primary. */
  promote(): Promise<void>;
}

/** Servers of one data folder: a primary, and the standbys that stream from it. */
export interface PostgresCluster extends PostgresServer {
  /** Adds a standby that every commit waits for from now on. */
  addStandby(): Promise<PostgresServer>;
  /** Runs a statement as the superuser in the bot's own database and schema. */
  inBotDatabase(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends all servers and deletes what they wrote. */
  end(): Promise<void>;
}

/** The files of a certificate and of its key. */
interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Starts a server of its own on a free port of loopback, with a database and the bot's role; one that
 * speaks TLS where it is given a certificate.
 */
export async function startPostgres(certificate?: Certificate): Promise<PostgresCluster> {
  const binaries = postgresBinaries();
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-cluster-'));
  own(home, binaries);
  const data = join(home, 'primary');
  run(binaries, binaries.initdb, [
    ...['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'],
    ...['--encoding=UTF8', '--locale=C', '--no-instructions'],
  ]);
  // only the superuser is trusted: the bot's role must give its password
  writeFileSync(
    join(data, 'pg_hba.conf'),
    [
      'host all postgres 127.0.0.1/32 trust',
      'host replication postgres 127.0.0.1/32 trust',
      'host all all 127.0.0.1/32 scram-sha-256',
      '',
    ].join('\n'),
  );
  const tls = certificate && useCertificate(certificate, data, binaries);
  const primary = createServerOf(binaries, data, await freePort(), tls);
  await primary.start();
  await primary.admin(
    `CREATE ROLE ${ROLE} LOGIN PASSWORD '${PASSWORD}'`,
    `CREATE DATABASE ${DATABASE}`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${DATABASE} TO ${ROLE}`,
  );
  await inDatabase(primary.port, DATABASE, [
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `CREATE SCHEMA ${ROLE} AUTHORIZATION ${ROLE}`,
  ]);
  const standbys: PostgresServer[] = [];
  return {
    ...primary,
    async addStandby() {
      const copy = join(home, `standby-${standbys.length + 1}`);
      await copyData(primary, binaries, data, copy);
      const standby = createServerOf(binaries, copy, await freePort());
      await standby.start();
      standbys.push(standby);
      await primary.admin(
        "ALTER SYSTEM SET synchronous_standby_names = '*'",
        'SELECT pg_reload_conf()',
      );
      await until(async () => {
        const rows = await primary.admin('SELECT sync_state FROM pg_stat_replication');
        return rows.some(({ sync_state }) => sync_state === 'sync');
      });
      return standby;
    },
    inBotDatabase: (statement) =>
      inDatabase(primary.port, DATABASE, [`SET search_path = ${ROLE}`, statement]),
    async end() {
      for (const server of [...standbys, primary]) await server.kill();
      binaries.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function createServerOf(
  binaries: PostgresBinaries,
  data: string,
  port: number,
  flags: readonly string[] = [],
): PostgresServer {
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }

  return {
    port,
    url: `postgres://${ROLE}:${PASSWORD}@127.0.0.1:${port}/${DATABASE}`,
    admin: (...statements) => inDatabase(port, 'postgres', statements),
    start: () => until(startOnce),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    async promote() {
      await inDatabase(port, 'postgres', ['SELECT pg_promote(true, 30)']);
      // the standby that every commit waited for has gone with its primary
      await inDatabase(port, 'postgres', [
        "ALTER SYSTEM SET synchronous_standby_names = ''",
        'SELECT pg_reload_conf()',
      ]);
    },
  };

  /** Whether it has started: processes of a server that was killed may hold its memory for a moment. */
  async function startOnce(): Promise<boolean> {
    const started = spawn(
      binaries.postgres,
      ['-D', data, '-p', String(port), '-k', '', '-h', '127.0.0.1', ...FLAGS, ...flags],
      { ...binaries.user, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    started.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
    child = started;
    process.once('exit', () => started.kill('SIGKILL'));
    let isHeld = false;
    await until(async () => {
      if (started.exitCode !== null) {
        isHeld = said.includes('still in use');
        if (isHeld) return true;
        throw new Error(`PostgreSQL did not start: ${said}`);
      }
      return inDatabase(port, 'postgres', ['SELECT 1']).then(
        () => true,
        () => false,
      );
    });
    return !isHeld;
  }
}

/** Has a server speak TLS; @returns its flags for that */
function useCertificate(
  { certificate, key }: Certificate,
  data: string,
  binaries: PostgresBinaries,
): string[] {
  for (const [name, path] of [
    ['server.crt', certificate],
    ['server.key', key],
  ] as const) {
    copyFileSync(path, join(data, name));
    own(join(data, name), binaries);
    chmodSync(join(data, name), 0o600);
  }
  return ['-c', 'ssl=on'];
}

/** A server of tests need not outlive the machine, and gets along with little of it. */
const FLAGS = [
  'fsync=off',
  'full_page_writes=off',
  'shared_buffers=32MB',
  'max_connections=60',
  'wal_level=replica',
  'max_wal_senders=4',
  'wal_keep_size=256MB',
  'hot_standby=on',
  'dynamic_shared_memory_type=mmap',
  'log_min_messages=fatal',
].flatMap((setting) => ['-c', setting]);

/** Copies the data of a server that runs, as pg_basebackup does, and makes it a standby's. */
async function copyData(
  primary: PostgresServer,
  binaries: PostgresBinaries,
  from: string,
  to: string,
): Promise<void> {
  const client = new pg.Client(superuser(primary.port, 'postgres'));
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('standby', true)");
    run(binaries, 'cp', ['-a', from, to]);
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    rmSync(join(to, 'postmaster.pid'), { force: true });
    rmSync(join(to, 'postmaster.opts'), { force: true });
    const write = (name: string, text: string) => {
      writeFileSync(join(to, name), text);
      own(join(to, name), binaries);
    };
    write('backup_label', rows[0].labelfile);
    write('standby.signal', '');
    appendFileSync(
      join(to, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres'\n`,
    );
  } finally {
    await client.end();
  }
}

async function inDatabase(
  port: number,
  database: string,
  statements: readonly string[],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(superuser(port, database));
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

function superuser(port: number, database: string): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: 'postgres', database, connectionTimeoutMillis: 5000 };
}

/** Runs a program as the server's user. */
function run({ user }: PostgresBinaries, program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { ...user, cwd: tmpdir(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

function own(path: string, { user }: PostgresBinaries): void {
  chmodSync(path, 0o700);
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('PostgreSQL does not answer');
    await setTimeout(50);
  }
}

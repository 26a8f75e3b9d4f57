import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAway } from '../../src/postgres/away.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { endLease, holdsLease, renewLease, takeLease } from '../../src/postgres/lease.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { until } from '../helpers/worker-process.ts';

/** Of 127.0.0.1, trusted by nobody, and made for tests alone. */
const TLS = {
  certificate: fileURLToPath(new URL('../fixtures/tls/certificate.pem', import.meta.url)),
  key: fileURLToPath(new URL('../fixtures/tls/key.pem', import.meta.url)),
};

describe.skipIf(!HAS_POSTGRES)('a database of PostgreSQL', () => {
  let cluster: PostgresCluster;
  let database: Database;

  beforeAll(async () => {
    cluster = await startPostgres(TLS);
    database = openDatabase({ url: cluster.url, tenant: 'default', connections: 3 });
  });

  afterAll(async () => {
    await database?.close();
    await cluster?.end();
  });

  it('is migrated once, however many workers start at once', async () => {
    const run = await Promise.all(Array.from({ length: 4 }, () => migrate(cluster.url)));
    const names = run.flat();
    expect(names).toContain('0001_lease');
    expect(new Set(names).size).toBe(names.length);
    expect(await migrate(cluster.url)).toEqual([]);
  });

  it('gives every table a tenant', async () => {
    const rows = await database.query(
      `SELECT table_name FROM information_schema.tables t WHERE table_schema = 'yuanwen'
         AND table_name <> 'migration' AND NOT EXISTS (
           SELECT FROM information_schema.columns c WHERE c.table_schema = 'yuanwen'
             AND c.table_name = t.table_name AND column_name = 'tenant')`,
    );
    expect(rows).toEqual([]);
  });

  it('names itself, and ends a statement that takes too long', async () => {
    const hasty = openDatabase({ url: cluster.url, tenant: 'default', statementTimeout: 200 });
    try {
      expect(await hasty.query("SELECT current_setting('application_name') AS name")).toEqual([
        { name: 'yuanwen' },
      ]);
      const error = await hasty.query('SELECT pg_sleep(60)').catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: '57014' });
      expect(isAway(error)).toBe(false);
    } finally {
      await hasty.close();
    }
  });

  it('never has more connections than it may', async () => {
    const count = async () =>
      (
        await cluster.admin(
          "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'yuanwen'",
        )
      )[0]?.['count'];
    const asked = Promise.all(
      Array.from({ length: 12 }, () => database.query('SELECT pg_sleep(0.1)')),
    );
    const most = Math.max(...[await count(), await count(), await count()].map(Number));
    await asked;
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('rolls a transaction back where its work rejects', async () => {
    const failing = database.transaction(async (query) => {
      await query('CREATE TABLE half (one int)');
      throw new Error('no further');
    });
    await expect(failing).rejects.toThrow('no further');
    expect(await database.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });

  it('tells no password where it is refused', async () => {
    const url = cluster.url.replace(/:[^:@/]+@/, ':another-secret-word@');
    const refused = openDatabase({ url, tenant: 'default' });
    const error = await refused.query('SELECT 1').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: '28P01' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('another-secret-word');
    await refused.close();
    const bad = 'postgres://me:another-secret-word@:no port/';
    expect(() => openDatabase({ url: bad, tenant: 'default' })).toThrow(/DATABASE_URL/);
    try {
      openDatabase({ url: bad, tenant: 'default' });
    } catch (thrown) {
      expect(inspect(thrown, { depth: 10 })).not.toContain('another-secret-word');
    }
  });

  it('speaks TLS as its address says, with a server whose certificate is trusted alone', async () => {
    const asked = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
    const over = async (settings: string) => {
      const opened = openDatabase({ url: `${cluster.url}?${settings}`, tenant: 'default' });
      return opened.query(asked).finally(() => opened.close());
    };
    const trusted = `sslmode=verify-full&sslrootcert=${encodeURIComponent(TLS.certificate)}`;
    expect(await over(trusted)).toEqual([{ ssl: true }]);
    await expect(over('sslmode=verify-full')).rejects.toThrow(/self-signed certificate/);
    expect(await over('sslmode=disable')).toEqual([{ ssl: false }]);
  });

  it('gives a role without the right to make tables all else, once they are there', async () => {
    await cluster.admin("CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
    await cluster.admin('GRANT CONNECT ON DATABASE yuanwen TO clerk');
    await database.query('GRANT USAGE ON SCHEMA yuanwen TO clerk');
    await database.query(
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA yuanwen TO clerk',
    );
    const url = cluster.url.replace(/\/\/[^@]+@/, '//clerk:clerk@');
    expect(await migrate(url)).toEqual([]);
    const clerk = openDatabase({ url, tenant: 'default' });
    const lease = await takeLease(clerk, 'of a clerk', 60);
    expect(lease).toBeDefined();
    await expect(clerk.query('CREATE TABLE more (one int)')).rejects.toThrow(/permission denied/);
    await clerk.close();
  });

  describe('a lease', () => {
    it('is held by one worker, until it is given back', async () => {
      const first = await takeLease(database, 'builder', 60);
      expect(await takeLease(database, 'builder', 60)).toBeUndefined();
      await endLease(database, first!);
      expect(await takeLease(database, 'builder', 60)).toBeDefined();
    });

    it('is of one tenant', async () => {
      const other = openDatabase({ url: cluster.url, tenant: 'other' });
      expect(await takeLease(database, 'poller', 60)).toBeDefined();
      expect(await takeLease(other, 'poller', 60)).toBeDefined();
      await other.close();
    });

    it('ends by itself, and is not renewed afterwards', async () => {
      const first = await takeLease(database, 'short', 0.05);
      expect(await renewLease(database, first!, 0.05)).toBe(true);
      await database.query('SELECT pg_sleep(0.1)');
      const second = await takeLease(database, 'short', 60);
      expect(second).toBeDefined();
      expect(await renewLease(database, first!, 60)).toBe(false);
      await endLease(database, first!);
      await database.transaction(async (query) => {
        expect(await holdsLease(query, 'default', first!)).toBe(false);
        expect(await holdsLease(query, 'default', second!)).toBe(true);
      });
    });
  });

  it('tells that the server is away, and answers again once it is back', async () => {
    await cluster.kill();
    // a connection may outlive its server for a moment
    const error = await until(() =>
      database.query('SELECT 1').then(
        () => undefined,
        (thrown: unknown) => thrown,
      ),
    );
    expect(isAway(error)).toBe(true);
    await cluster.start();
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('goes on with a synchronous standby that takes over', async () => {
    const standby = await cluster.addStandby();
    await takeLease(database, 'before the end', 60);
    await cluster.kill();
    await standby.promote();
    const taken = openDatabase({ url: standby.url, tenant: 'default' });
    expect(await takeLease(taken, 'before the end', 60)).toBeUndefined();
    expect(await takeLease(taken, 'after it', 60)).toBeDefined();
    await taken.close();
  });
});

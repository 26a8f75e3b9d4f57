import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHeartbeat } from '../../src/postgres/heartbeat.ts';
import { sharedSecret } from '../../src/postgres/secret.ts';
import { shareParts } from '../../src/postgres/share-leases.ts';
import { collectWrites, commit, read, write } from '../../src/postgres/unit-of-work.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../helpers/shared-database.ts';

/** Milliseconds between two looks of tests. */
const EVERY = 50;
const PATIENT = { timeout: 20_000 };

describe.skipIf(!HAS_POSTGRES)('workers over one database', () => {
  let shared: SharedDatabase;

  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());

  it('share parts out evenly, each done by one at a time, whoever comes and goes', async () => {
    const database = shared.connect('parts');
    const doers = new Map<number, string[]>();
    let twice = 0;
    function join(name: string) {
      const stop = new AbortController();
      const sharing = shareParts(
        database,
        randomUUID(),
        {
          name: 'work',
          count: 5,
          async work(part, signal) {
            const doing = doers.get(part) ?? [];
            doers.set(part, doing);
            doing.push(name);
            if (doing.length > 1) twice += 1;
            if (!signal.aborted) await once(signal, 'abort');
            doing.splice(doing.indexOf(name), 1);
          },
        },
        stop.signal,
        EVERY,
      );
      return async () => {
        stop.abort();
        await sharing;
      };
    }
    const shares = () => {
      const names = [...doers.values()].flat();
      return ['甲', '乙', '丙'].map((name) => names.filter((each) => each === name).length);
    };
    const leave = [join('甲')];
    await expect.poll(shares, PATIENT).toEqual([5, 0, 0]);
    leave.push(join('乙'));
    await expect.poll(() => shares().toSorted(), PATIENT).toEqual([0, 2, 3]);
    leave.push(join('丙'));
    await expect.poll(() => shares().toSorted(), PATIENT).toEqual([1, 2, 2]);
    await leave.shift()?.();
    await expect.poll(() => shares().toSorted(), PATIENT).toEqual([0, 2, 3]);
    for (const end of leave) await end();
    expect(shares()).toEqual([0, 0, 0]);
    expect(twice).toBe(0);
    expect(await database.query('SELECT name FROM lease WHERE tenant = $1', ['parts'])).toEqual([]);
  });

  it('end the work of all where a part of it fails', async () => {
    const work = () => Promise.reject(new Error('refused'));
    const parts = { name: 'failing', count: 2, work };
    const never = new AbortController().signal;
    await expect(
      shareParts(shared.connect('failing'), randomUUID(), parts, never, EVERY),
    ).rejects.toThrow('refused');
  });

  it('agree on a secret, whoever asks first', async () => {
    const database = shared.connect('secrets');
    const made = ['一', '二', '三'].map((own) => sharedSecret(database, 'hook', () => own));
    const secrets = new Set(await Promise.all(made));
    expect(secrets.size).toBe(1);
    expect(await sharedSecret(database, 'hook', () => '四')).toBe([...secrets][0]);
    expect(await sharedSecret(shared.connect('others'), 'hook', () => '五')).toBe('五');
  });

  it('write nothing of work that fails, and all of work that does not', async () => {
    const database = shared.connect('units');
    const put = (name: string) =>
      write(database, 'INSERT INTO secret (tenant, name, value) VALUES ($1, $2, $2)', [
        'units',
        name,
      ]);
    const names = async () =>
      (
        await read<{ name: string }>(database, 'SELECT name FROM secret WHERE tenant = $1', [
          'units',
        ])
      )
        .map(({ name }) => name)
        .sort();
    const failing = collectWrites(async () => {
      await put('一');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { writes } = await collectWrites(async () => {
      await Promise.all([put('二'), put('三')]);
      expect(await names()).toEqual([]);
    });
    await commit(database, writes);
    expect(await names()).toEqual(['三', '二']);
    // where one cannot be written, none is
    await expect(commit(database, [...writes, ...writes])).rejects.toThrow(/duplicate/);
    await put('四');
    expect(await names()).toEqual(['三', '二', '四']);
  });

  it('know when the database is away and there again', async () => {
    const told: string[] = [];
    const report = { away: () => told.push('away'), back: () => told.push('back') };
    const heartbeat = await startHeartbeat(shared.connect('beats'), report, {
      lease: 3,
      every: EVERY,
    });
    expect([heartbeat.isThere(), heartbeat.isFresh(), heartbeat.isSteady()]).toEqual([
      true,
      true,
      false,
    ]);
    const since = heartbeat.thereSince;
    await shared.cluster.kill();
    await expect.poll(() => heartbeat.isThere(), PATIENT).toBe(false);
    await expect.poll(() => heartbeat.isFresh(), PATIENT).toBe(false);
    const work = () =>
      collectWrites(() => read(shared.connect('beats'), 'SELECT 1', []), heartbeat.isThere);
    expect((await work()).result).toEqual([]);
    const there = heartbeat.there(new AbortController().signal);
    await shared.cluster.start();
    await there;
    expect(heartbeat.thereSince).toBeGreaterThan(since);
    expect(told).toEqual(['away', 'back']);
    await heartbeat.stop();
    const left = await shared
      .connect('beats')
      .query('SELECT name FROM lease WHERE tenant = $1', ['beats']);
    expect(left).toEqual([]);
  });
});

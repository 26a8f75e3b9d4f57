import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createPostgresQueue,
  type IncomingUpdate,
  type WaitingUpdate,
} from '../../../src/chat/queue/postgres-queue.ts';
import { type Handled, workOff } from '../../../src/chat/queue/work-off.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { startHeartbeat } from '../../../src/postgres/heartbeat.ts';
import { write } from '../../../src/postgres/unit-of-work.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';

const update = (id: number, place = '甲'): IncomingUpdate => ({
  id,
  place,
  person: place,
  message: id,
  body: JSON.stringify({ id }),
  isOver: false,
  limit: 100,
});

describe.skipIf(!HAS_POSTGRES)('a worker at a queue', () => {
  let shared: SharedDatabase;
  let ends: (() => Promise<unknown>)[] = [];
  let tenants = 0;

  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());
  afterEach(async () => {
    for (const end of ends) await end();
    ends = [];
  });

  function begin() {
    const database = shared.connect(`w${++tenants}`);
    return { database, queue: createPostgresQueue(database, 'telegram:1') };
  }

  /** A worker that handles as it is told, until it is ended. */
  async function work(
    { database, queue }: ReturnType<typeof begin>,
    handle: (update: WaitingUpdate, database: Database) => Promise<Handled>,
    places?: number,
  ) {
    const heartbeat = await startHeartbeat(database, { away() {}, back() {} });
    const stop = new AbortController();
    const faults: unknown[] = [];
    let wake = () => {};
    const working = workOff(queue, heartbeat, (each) => handle(each, database), stop.signal, {
      onWake: (told) => {
        wake = told;
      },
      fault: (error) => faults.push(error),
      lookEvery: 100,
      ...(places !== undefined && { places }),
    });
    async function end() {
      stop.abort();
      await working;
      await heartbeat.stop();
    }
    ends.push(end);
    return { faults, wake: () => wake(), end };
  }

  const waiting = async ({ database }: ReturnType<typeof begin>) =>
    database.query('SELECT id FROM queued_update WHERE tenant = $1 AND done_at IS NULL', [
      database.tenant,
    ]);

  it('handles each place’s updates one after the other, and places side by side', async () => {
    const there = begin();
    await there.queue.take([update(1), update(2), update(3, '乙')]);
    const seen: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await work(there, async ({ id }) => {
      seen.push(`begin ${id}`);
      if (id === 1) await gate;
      seen.push(`end ${id}`);
      return 'done';
    });
    await expect.poll(() => seen).toContain('end 3');
    expect(seen).not.toContain('begin 2');
    release();
    await expect.poll(() => seen.slice(-2)).toEqual(['begin 2', 'end 2']);
    await expect.poll(() => waiting(there)).toEqual([]);
  });

  it('answers once what it cannot write down, and says what was wrong', async () => {
    const there = begin();
    await there.queue.take([update(1), update(2)]);
    const seen: number[] = [];
    const { faults } = await work(there, async ({ id }, database) => {
      seen.push(id);
      if (id === 1) await write(database, 'INSERT INTO answer (tenant) VALUES ($1)', ['x']);
      return 'done';
    });
    await expect.poll(() => waiting(there)).toEqual([]);
    expect(seen).toEqual([1, 2]);
    expect(String(faults)).toMatch(/null value/);
  });

  it('goes on after an update whose handling throws', async () => {
    const there = begin();
    await there.queue.take([update(1), update(2)]);
    const seen: number[] = [];
    const { faults } = await work(there, async ({ id }) => {
      seen.push(id);
      if (id === 1) throw new Error('broken');
      return 'done';
    });
    await expect.poll(() => waiting(there)).toEqual([]);
    expect(seen).toEqual([1, 2]);
    expect(String(faults)).toBe('Error: broken');
  });

  it('hands an update that is left out again, before any later one of its place', async () => {
    const there = begin();
    await there.queue.take([update(1), update(2)]);
    const seen: number[] = [];
    await work(there, async ({ id }) => {
      seen.push(id);
      return id === 1 && seen.length < 3 ? 'left' : 'done';
    });
    await expect.poll(() => waiting(there), { timeout: 10_000 }).toEqual([]);
    expect(seen).toEqual([1, 1, 1, 2]);
  });

  it('leaves what it has no room for to others, and gives all back at its end', async () => {
    const there = begin();
    await there.queue.take(['甲', '乙', '丙'].map((place, i) => update(i + 1, place)));
    const [seen, others]: [number[], number[]] = [[], []];
    const first = await work(
      there,
      async ({ id }) => {
        seen.push(id);
        await pause(300);
        return seen.length > 1 ? 'left' : 'done';
      },
      1,
    );
    await expect.poll(() => seen.length).toBe(1);
    await work(there, async ({ id }) => {
      others.push(id);
      return 'done';
    });
    await expect.poll(() => others.length).toBeGreaterThan(0);
    await first.end();
    await expect.poll(() => waiting(there), { timeout: 10_000 }).toEqual([]);
    expect([...seen.slice(0, 1), ...others].sort()).toEqual([1, 2, 3]);
  });
});

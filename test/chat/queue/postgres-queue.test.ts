import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPostgresQueue,
  type IncomingUpdate,
} from '../../../src/chat/queue/postgres-queue.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { endLease, type Lease, takeLease } from '../../../src/postgres/lease.ts';
import { collectWrites, write } from '../../../src/postgres/unit-of-work.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';

let shared: SharedDatabase;
let tenants = 0;

const update = (id: number, place = '甲', limit = 30): IncomingUpdate => ({
  id,
  place,
  person: place,
  message: id,
  body: JSON.stringify({ id }),
  isOver: false,
  limit,
});

async function begin() {
  const database = shared.connect(`q${++tenants}`);
  const queue = createPostgresQueue(database, 'telegram:1');
  return { database, queue, a: await newWorker(database), b: await newWorker(database) };
}

async function newWorker(database: Database): Promise<Lease> {
  return (await takeLease(database, `worker:${++tenants}`, 600))!;
}

/** What the database counts, beside what is there to count. */
async function counts(database: Database) {
  return database.query<{ place: string; waiting: number; there: number }>(
    `SELECT place, waiting, (
       SELECT count(*) FROM queued_update u
       WHERE u.tenant = q.tenant AND u.place = q.place AND done_at IS NULL
     ) AS there FROM queued_place q WHERE tenant = $1`,
    [database.tenant],
  );
}

describe.skipIf(!HAS_POSTGRES)('a queue in PostgreSQL', () => {
  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());

  it('gives a place to one worker, and to another only when the lease of the first has ended', async () => {
    const { database, queue, a, b } = await begin();
    await queue.take([update(1), update(2, '乙')]);
    expect([...(await queue.claim(a.holder, [], 9, true))].sort()).toEqual(['乙', '甲']);
    expect(await queue.claim(b.holder, [], 9, true)).toEqual([]);
    await endLease(database, a);
    expect(await queue.claim(b.holder, [], 9, false)).toEqual([]);
    expect(await queue.claim(b.holder, [], 1, true)).toHaveLength(1);
    // one whose answer to a claim was lost has the place all the same
    expect(await queue.claim(b.holder, [], 9, true)).toHaveLength(2);
    expect(await queue.claim(b.holder, ['甲', '乙'], 9, true)).toEqual([]);
  });

  it('lets a worker that lost a place write nothing', async () => {
    const { database, queue, a, b } = await begin();
    await queue.take([update(1)]);
    await queue.claim(a.holder, [], 9, true);
    await endLease(database, a);
    await queue.claim(b.holder, [], 9, true);
    expect(await queue.next(a.holder, '甲')).toBeUndefined();
    const answers = { chat: 1, message: 1, answers: [5] };
    const { writes } = await collectWrites(() => queue.noteAnswers(answers));
    expect(await queue.finish(a.holder, '甲', 1, writes)).toBe('lost');
    expect(await queue.answersTo(1, 1)).toEqual([]);
    expect(await queue.finish(b.holder, '甲', 1, writes)).toBe('released');
    expect(await queue.answersTo(1, 1)).toEqual([5]);
  });

  it('commits what an update writes with its being done, all or nothing, and once', async () => {
    const { database, queue, a } = await begin();
    await queue.take([update(1), update(2)]);
    await queue.claim(a.holder, [], 9, true);
    const { writes } = await collectWrites(async () => {
      await queue.noteAnswers({ chat: 1, message: 1, answers: [5] });
      await write(database, 'INSERT INTO answer (tenant) VALUES ($1)', [database.tenant]);
    });
    await expect(queue.finish(a.holder, '甲', 1, writes)).rejects.toThrow(/null value/);
    expect(await queue.answersTo(1, 1)).toEqual([]);
    expect((await queue.next(a.holder, '甲'))?.id).toBe(1);
    expect(await queue.finish(a.holder, '甲', 1, writes.slice(0, 1))).toBe('more');
    // as where the commit was made and its answer lost
    const { writes: others } = await collectWrites(() =>
      queue.noteAnswers({ chat: 1, message: 1, answers: [6] }),
    );
    expect(await queue.finish(a.holder, '甲', 1, others)).toBe('more');
    expect(await queue.answersTo(1, 1)).toEqual([5]);
    expect(await counts(database)).toEqual([{ place: '甲', waiting: 1, there: 1 }]);
  });

  it('takes the same updates once from workers that get them at the same time', async () => {
    const { database, queue } = await begin();
    const sent = Array.from({ length: 20 }, (_, i) => update(i + 1, i % 2 ? '甲' : '乙'));
    const taken = await Promise.all([
      queue.take(sent),
      queue.take(sent.toReversed()),
      queue.take(sent.slice(5)),
    ]);
    expect(taken.flat().sort((x, y) => x - y)).toEqual(sent.map(({ id }) => id));
    expect(new Set(await queue.known([1, 20, 21]))).toEqual(new Set([1, 20]));
    for (const { waiting, there } of await counts(database)) expect(waiting).toBe(there);
  });

  it('has no more wait in a place than may, and tells it once', async () => {
    const { queue, a } = await begin();
    const sent = Array.from({ length: 5 }, (_, i) => update(i + 1, '甲', 3));
    expect(await queue.take(sent)).toEqual([1, 2, 3, 4]);
    expect(await queue.take([update(6, '甲', 3), update(7, '乙', 3)])).toEqual([7]);
    await queue.claim(a.holder, [], 9, true);
    const beyond: boolean[] = [];
    for (;;) {
      const next = await queue.next(a.holder, '甲');
      if (next === undefined) break;
      beyond.push(next.isBeyond);
      await queue.finish(a.holder, '甲', next.id, []);
    }
    expect(beyond).toEqual([false, false, false, true]);
    expect(await queue.take([8, 9, 10, 11, 12].map((id) => update(id, '甲', 3)))).toHaveLength(4);
  });

  it('is another tenant’s own, and another bot’s', async () => {
    const { database, queue, a } = await begin();
    const other = await begin();
    await queue.take([update(1)]);
    const sibling = createPostgresQueue(database, 'telegram:2');
    for (const stranger of [other.queue, sibling]) {
      expect(await stranger.known([1])).toEqual(new Set());
      expect(await stranger.claim(a.holder, [], 9, true)).toEqual([]);
      expect(await stranger.finish(a.holder, '甲', 1, [])).toBe('lost');
      await stranger.forget('甲');
    }
    expect(await queue.claim(a.holder, [], 9, true)).toEqual(['甲']);
    expect((await queue.next(a.holder, '甲'))?.id).toBe(1);
  });

  it('has each update done once, in the order of its place, whatever workers do and die', async () => {
    const places = ['甲', '乙', '丙'];
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('take' as const),
        place: fc.constantFrom(...places),
        n: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({
        kind: fc.constantFrom(
          'claim' as const,
          'answer' as const,
          'answer' as const,
          'die' as const,
        ),
        worker: fc.nat(2),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { database, queue } = await begin();
        const workers = await Promise.all(
          [0, 1, 2].map(async () => ({
            lease: await newWorker(database),
            held: new Set<string>(),
          })),
        );
        const done = new Map<string, number[]>(places.map((place) => [place, []]));
        let id = 0;
        const answerOne = async (worker: (typeof workers)[number]) => {
          const [place] = worker.held;
          if (place === undefined) return;
          const { holder } = worker.lease;
          const next = await queue.next(holder, place);
          const left = next && (await queue.finish(holder, place, next.id, []));
          if (next && left !== 'lost') done.get(place)?.push(next.id);
          if (left !== 'more') worker.held.delete(place);
        };
        const claim = async (worker: (typeof workers)[number]) => {
          for (const place of await queue.claim(worker.lease.holder, [...worker.held], 2, true))
            worker.held.add(place);
        };
        for (const each of steps) {
          if (each.kind === 'take') {
            const sent = Array.from({ length: each.n }, () => update(++id, each.place, 1000));
            await queue.take(sent);
            continue;
          }
          const worker = workers[each.worker]!;
          if (each.kind === 'claim') await claim(worker);
          if (each.kind === 'answer') await answerOne(worker);
          if (each.kind === 'die') {
            await endLease(database, worker.lease);
            worker.lease = await newWorker(database);
            worker.held.clear();
          }
        }
        for (const { lease } of workers.slice(1)) await endLease(database, lease);
        const [last] = workers;
        for (let quiet = 0; last && quiet < 2; ) {
          await claim(last);
          quiet = last.held.size === 0 ? quiet + 1 : 0;
          while (last.held.size > 0) await answerOne(last);
        }
        const all = [...done.values()].flat();
        expect(all.toSorted((x, y) => x - y)).toEqual(Array.from({ length: id }, (_, i) => i + 1));
        for (const ids of done.values()) expect(ids).toEqual(ids.toSorted((x, y) => x - y));
        for (const { waiting } of await counts(database)) expect(waiting).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.ts';
import type { Database } from './database.ts';
import { endLease, type Lease, renewLease, takeLease } from './lease.ts';

/** Parts of some work, each of which one worker at a time does. */
export interface SharedParts {
  /** Names the work, and is the beginning of its leases' names. */
  readonly name: string;
  readonly count: number;
  /** Does one part until `signal` is aborted. */
  work(part: number, signal: AbortSignal): Promise<void>;
}

/** Seconds for which a lease outlives the last sign of its worker. */
const LEASE = 6;
/** Milliseconds between two looks at who is there, and who does what. */
const EVERY = 1500;

const JOIN = `
  INSERT INTO lease (tenant, name, holder, until)
  VALUES ($1, $2 || $3, $3::uuid, clock_timestamp() + $4 * interval '1 second')
  ON CONFLICT (tenant, name) DO UPDATE SET until = excluded.until
`;
const LEAVE = 'DELETE FROM lease WHERE tenant = $1 AND name = $2';
const MEMBERS = `
  SELECT holder FROM lease
  WHERE tenant = $1 AND starts_with(name, $2) AND until > clock_timestamp() ORDER BY holder
`;

/** A part that this worker does. */
interface Doing {
  lease: Lease;
  readonly end: AbortController;
  readonly done: Promise<void>;
}

/**
 * Does this worker's share of the parts: as many as each worker there has, or one more. It takes free
 * ones, and gives up what is more than its share as others join, until `stop` is given. While the
 * database is away it goes on with what it has, which nobody else can take.
 * Rejects where a part does.
 * @param worker the id of this worker
 */
export async function shareParts(
  database: Database,
  worker: string,
  { name, count, work }: SharedParts,
  stop: AbortSignal,
  every: number = EVERY,
): Promise<void> {
  const { tenant } = database;
  const members = `${name} member `;
  const doing = new Map<number, Doing>();
  let failed: { readonly error: unknown } | undefined;

  function begin(part: number, lease: Lease): void {
    const end = new AbortController();
    const done = work(part, end.signal)
      .catch((error) => {
        failed ??= { error };
      })
      .finally(() => doing.delete(part));
    doing.set(part, { lease, end, done });
  }

  async function giveUp(part: number): Promise<void> {
    const own = doing.get(part);
    if (own === undefined) return;
    own.end.abort();
    await own.done;
    await endLease(database, own.lease);
  }

  /** Keeps what is held; a part whose lease ended and that somebody else took is left at once. */
  async function renew(): Promise<void> {
    for (const own of doing.values()) {
      if (await renewLease(database, own.lease, LEASE)) continue;
      const again = await takeLease(database, own.lease.name, LEASE);
      if (again) own.lease = again;
      else own.end.abort();
    }
  }

  async function look(): Promise<void> {
    await database.query(JOIN, [tenant, members, worker, LEASE]);
    await renew();
    const there = await database.query<{ holder: string }>(MEMBERS, [tenant, members]);
    const rank = there.findIndex(({ holder }) => holder === worker);
    const share = Math.floor(count / there.length) + (rank < count % there.length ? 1 : 0);
    for (const part of [...doing.keys()].slice(share)) await giveUp(part);
    for (let part = 0; part < count && doing.size < share; part++) {
      if (doing.has(part)) continue;
      const lease = await takeLease(database, `${name} part ${part}`, LEASE);
      if (lease) begin(part, lease);
    }
  }

  try {
    while (!stop.aborted) {
      await look().catch((error) => {
        if (!isAway(error)) throw error;
      });
      if (failed) throw failed.error;
      await pause(every, undefined, { signal: stop }).catch(() => {});
    }
  } finally {
    await Promise.all([...doing.keys()].map((part) => giveUp(part).catch(ignoreAway)));
    await database.query(LEAVE, [tenant, members + worker]).catch(ignoreAway);
  }
}

function ignoreAway(error: unknown): void {
  if (!isAway(error)) throw error;
}

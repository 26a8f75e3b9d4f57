import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.ts';
import type { Database } from './database.ts';
import { endLease, type Lease, renewLease, takeLease } from './lease.ts';

/** A lease while it is held; another one where it was lost and taken again meanwhile. */
export interface HeldLease {
  readonly lease: Lease;
}

/** Seconds for which a lease outlives the last sign of its worker. */
const LEASE = 6;
/** Milliseconds between two signs of whoever holds it, and between two tries of whoever does not. */
const EVERY = 1500;

/**
 * Does some work while no other worker does: waits for the lease `name`, works until the lease is lost
 * (`signal` is aborted then), and waits again; until `stop` is given. While the database is away, what
 * is held is held on, for nobody else can take it.
 * Rejects where the work does.
 */
export async function whileHolding(
  database: Database,
  name: string,
  work: (signal: AbortSignal, held: HeldLease) => Promise<void>,
  stop: AbortSignal,
  every: number = EVERY,
): Promise<void> {
  while (!stop.aborted) {
    const lease = await unlessAway(takeLease(database, name, LEASE));
    if (lease === undefined) {
      await pause(every, undefined, { signal: stop }).catch(() => {});
      continue;
    }
    const lost = new AbortController();
    const held = { lease };
    const renewing = renew(database, held, lost, AbortSignal.any([stop, lost.signal]), every);
    try {
      await work(AbortSignal.any([stop, lost.signal]), held);
    } finally {
      lost.abort();
      await renewing;
      await unlessAway(endLease(database, held.lease));
    }
    // work that ends by itself is begun again, at the same pace as one that waits
    await pause(every, undefined, { signal: stop }).catch(() => {});
  }
}

async function renew(
  database: Database,
  held: { lease: Lease },
  lost: AbortController,
  stop: AbortSignal,
  every: number,
): Promise<void> {
  for (;;) {
    await pause(every, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    try {
      if (await renewLease(database, held.lease, LEASE)) continue;
      // it ended while the database was away, and who is first has it
      const again = await takeLease(database, held.lease.name, LEASE);
      if (again === undefined) return lost.abort();
      held.lease = again;
    } catch (error) {
      if (!isAway(error)) return lost.abort();
    }
  }
}

/** Undefined where the database is away: whoever waits for it tries again. */
async function unlessAway<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

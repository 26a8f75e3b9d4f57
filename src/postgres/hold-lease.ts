import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.ts';
import type { Database } from './database.ts';
import { endLease, type Lease, renewLease, takeLease } from './lease.ts';

/** A lease while it is held; another one where it was lost and taken again meanwhile. */
export interface HeldLease {
  readonly lease: Lease;
}

/** How a lease is held. */
interface LeaseTiming {
  /** Seconds for which it outlives the last sign of its worker. */
  readonly lease: number;
  /** Milliseconds between two signs of whoever holds it, and between two tries of whoever does not. */
  readonly every: number;
}
const TIMING: LeaseTiming = { lease: 6, every: 1500 };

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
  timing: LeaseTiming = TIMING,
): Promise<void> {
  const { every } = timing;
  while (!stop.aborted) {
    const lease = await unlessAway(takeLease(database, name, timing.lease));
    if (lease === undefined) {
      await pause(every, undefined, { signal: stop }).catch(() => {});
      continue;
    }
    const lost = new AbortController();
    const held = { lease };
    const renewing = renew(database, held, lost, AbortSignal.any([stop, lost.signal]), timing);
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
  { lease, every }: LeaseTiming,
): Promise<void> {
  for (;;) {
    await pause(every, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    try {
      if (await renewLease(database, held.lease, lease)) continue;
      // it ended while the database was away, and who is first has it
      const again = await takeLease(database, held.lease.name, lease);
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

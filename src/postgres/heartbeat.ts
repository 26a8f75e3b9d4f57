import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.ts';
import type { Database } from './database.ts';

/**
 * A worker's sign of life in the database: what a worker holds by its `id` is its own for as long as it
 * beats, and somebody else's to take a few seconds after.
 */
export interface Heartbeat {
  /** The worker, as the holder of its lease. */
  readonly id: string;
  /** Whether the last beat is so fresh that nobody can have taken what this worker holds. */
  isFresh(): boolean;
  /**
   * Whether it has beaten without fail for longer than a lease lasts. After an outage all leases have
   * ended, and whoever is back first must not take what the others hold still.
   */
  isSteady(): boolean;
  /** Whether the last beat succeeded, and is not long ago. */
  isThere(): boolean;
  /** When the database was there again after it was away, or the first time, in milliseconds. */
  readonly thereSince: number;
  /** Resolves when the database answers, or when `stop` is given. */
  there(stop: AbortSignal): Promise<void>;
  /** Ends the lease, so that nobody waits for its end. */
  stop(): Promise<void>;
}

/** What is told of the database's being away and there. */
export interface HeartbeatReport {
  /** At once, and then once a minute. */
  away(reason: string): void;
  back(): void;
}

export interface HeartbeatTiming {
  /** Seconds for which a lease outlives its last beat. */
  readonly lease: number;
  /** Milliseconds between two beats. */
  readonly every: number;
}
const TIMING: HeartbeatTiming = { lease: 5, every: 1000 };
/** Milliseconds between two lines about the same outage. */
const TOLD_EVERY = 60_000;

/** A lease of its own name has one holder for good: where it ended, it goes on. */
const BEAT = `
  INSERT INTO lease (tenant, name, holder, until)
  VALUES ($1, 'worker:' || $2, $2::uuid, clock_timestamp() + $3 * interval '1 second')
  ON CONFLICT (tenant, name) DO UPDATE SET until = excluded.until
`;
const END = 'DELETE FROM lease WHERE tenant = $1 AND holder = $2';

/** Begins to beat; resolves after the first beat. Rejects where that fails. */
export async function startHeartbeat(
  database: Database,
  report: HeartbeatReport,
  { lease, every }: HeartbeatTiming = TIMING,
): Promise<Heartbeat> {
  const id = randomUUID();
  const ended = new AbortController();
  let beatAt = 0;
  let thereSince = 0;
  let isThere = false;
  let toldAt = 0;
  let waiting: (() => void)[] = [];

  async function beat(): Promise<void> {
    const at = Date.now();
    await database.query(BEAT, [database.tenant, id, lease]);
    beatAt = at;
    if (isThere) return;
    isThere = true;
    thereSince = Date.now();
    if (toldAt > 0) report.back();
    toldAt = 0;
    for (const go of waiting) go();
    waiting = [];
  }

  function missed(error: unknown): void {
    isThere = false;
    if (Date.now() - toldAt < TOLD_EVERY) return;
    toldAt = Date.now();
    report.away(error instanceof Error ? error.message || error.name : String(error));
  }

  await beat();
  const beating = (async () => {
    while (!ended.signal.aborted) {
      await pause(every, undefined, { signal: ended.signal }).catch(() => {});
      if (!ended.signal.aborted) await beat().catch(missed);
    }
  })();

  return {
    id,
    isFresh: () => Date.now() - beatAt < (lease - 1) * 1000,
    isSteady: () => isThere && Date.now() - thereSince > lease * 1000,
    isThere: () => isThere && Date.now() - beatAt < lease * 1000,
    get thereSince() {
      return thereSince;
    },
    async there(stop) {
      if (isThere || stop.aborted) return;
      const left = new AbortController();
      const back = new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
      const stopped = once(stop, 'abort', left).catch(() => {});
      await Promise.race([back, stopped]);
      left.abort();
    },
    async stop() {
      ended.abort();
      await beating;
      await database.query(END, [database.tenant, id]).catch((error) => {
        if (!isAway(error)) throw error;
      });
    },
  };
}

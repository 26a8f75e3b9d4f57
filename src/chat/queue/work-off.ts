import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from '../../postgres/away.ts';
import type { Heartbeat } from '../../postgres/heartbeat.ts';
import { collectWrites } from '../../postgres/unit-of-work.ts';
import type { PostgresQueue, WaitingUpdate } from './postgres-queue.ts';

/** Whether an update is over; `left`: it cannot be handled now and is to be handed out again. */
export type Handled = 'done' | 'left';

export interface WorkOptions {
  /** Tells that something may wait: calls `wake` whenever it does. */
  readonly onWake: (wake: () => void) => void;
  /** Told what could not be done, in one line. */
  readonly fault: (error: unknown) => void;
  /** Places handled side by side; one that a platform keeps waiting soon counts no more. */
  readonly places?: number;
  /** Milliseconds after which it is looked for what waits, whatever was told. */
  readonly lookEvery?: number;
}

const PLACES = 64;
const LOOK_EVERY = 1000;
/**
 * Milliseconds after which an update that is not done waits for its platform, as in a flood wait, and
 * keeps nobody else from being handled; and places held at most all the same.
 */
const LONG = 5000;
const MOST_PLACES = 2000;
/** Milliseconds before an update that was left, or a commit that failed, is tried again. */
const AGAIN = 300;

/**
 * Handles what waits in a queue, place by place, side by side with the other workers, until `stop` is
 * given; then waits for what is under way, and gives back what is not begun. All that handling an update
 * writes is one commit with its being done.
 */
export async function workOff(
  queue: PostgresQueue,
  heartbeat: Heartbeat,
  handle: (update: WaitingUpdate) => Promise<Handled>,
  stop: AbortSignal,
  { onWake, fault, places = PLACES, lookEvery = LOOK_EVERY }: WorkOptions,
): Promise<void> {
  /** When the update began that is handled in each place. */
  const held = new Map<string, number>();
  const serving = new Set<Promise<void>>();
  let mayWait = false;
  let wake = () => {};
  const woken = () => {
    mayWait = true;
    wake();
  };
  onWake(woken);
  // every place that is handled may wait for it
  setMaxListeners(0, stop);
  stop.addEventListener('abort', woken, { once: true });

  while (!stop.aborted) {
    mayWait = false;
    const room = roomNow();
    const claimed = room > 0 && heartbeat.isFresh() ? await claim(room) : [];
    for (const place of claimed) {
      held.set(place, Date.now());
      const served = serve(place)
        .catch(async (error) => {
          if (!isAway(error)) fault(error);
          // what fails at once would fail again at once
          await pause(lookEvery, undefined, { signal: stop }).catch(() => {});
        })
        .finally(() => {
          const wasFull = roomNow() <= 0;
          held.delete(place);
          serving.delete(served);
          if (wasFull) woken();
        });
      serving.add(served);
    }
    if (claimed.length === 0 && !mayWait) await told();
  }
  await Promise.all(serving);

  function roomNow(): number {
    const long = Date.now() - LONG;
    let busy = 0;
    for (const since of held.values()) if (since > long) busy += 1;
    return Math.min(places - busy, MOST_PLACES - held.size);
  }

  async function claim(room: number): Promise<readonly string[]> {
    try {
      return await queue.claim(heartbeat.id, [...held.keys()], room, heartbeat.isSteady());
    } catch (error) {
      if (!isAway(error)) fault(error);
      return [];
    }
  }

  async function told(): Promise<void> {
    const ended = new AbortController();
    const news = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([
      news,
      pause(lookEvery, undefined, { signal: ended.signal }).catch(() => {}),
    ]);
    ended.abort();
    wake = () => {};
  }

  /** Handles the updates of a place one after the other, until none waits or the place is lost. */
  async function serve(place: string): Promise<void> {
    while (!stop.aborted) {
      const update = await queue.next(heartbeat.id, place);
      if (update === undefined) break;
      held.set(place, Date.now());
      const { result, writes } = await collectWrites(() => handled(update));
      if (result === 'left') {
        if (!heartbeat.isFresh()) await heartbeat.there(stop);
        await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
        continue;
      }
      const finished = await insist(async () => {
        try {
          return await queue.finish(heartbeat.id, place, update.id, writes);
        } catch (error) {
          if (isRepeatable(error)) throw error;
          // what cannot be written must not have the update answered again and again
          fault(error);
          return queue.finish(heartbeat.id, place, update.id, []);
        }
      });
      if (finished !== 'more') return;
    }
    await queue.release(heartbeat.id, place);
  }

  async function handled(update: WaitingUpdate): Promise<Handled> {
    try {
      return await handle(update);
    } catch (error) {
      if (isAway(error)) return 'left';
      fault(error);
      return 'done';
    }
  }

  /** Makes a commit, however long the database is away: what it says was done already. */
  async function insist<T>(commit: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await commit();
      } catch (error) {
        if (!isRepeatable(error)) throw error;
        if (stop.aborted) return undefined;
        await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
      }
    }
  }
}

/** PostgreSQL's codes of a deadlock, and of a lock that was waited for too long. */
const REPEATABLE = new Set(['40P01', '40001', '55P03', '57014']);

function isRepeatable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return isAway(error) || REPEATABLE.has(code);
}

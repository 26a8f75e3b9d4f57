import { setTimeout as pause } from 'node:timers/promises';
import type { UpdateSupplier } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Vitals } from '../../common/health.ts';
import type { Log } from '../../common/log.ts';
import { floodWait, isConflict, refusedLogin } from '../login.ts';
import { grammySignal } from '../signal.ts';
import { readUpdates, UPDATE_KINDS } from './updates.ts';

/** Milliseconds before the next try after a fault, doubled each time up to the last. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
/** A poll that brings nothing new takes longer than this, or it is not being held open. */
const HELD_OPEN = 1000;

/**
 * Fetches updates by long polling; Telegram holds a poll open for so many `seconds`. What one poll
 * brings is handed to `take`, which must have it safely on disk before it returns: the next poll
 * makes Telegram forget it.
 * @param conflictPatience milliseconds for which another poller is borne with: it may be the last
 *   process of our own, which is about to end
 * @throws YuanwenError where no further poll can succeed: wrong token, second poller, webhook set
 */
export function polling(
  api: Api,
  seconds: number,
  take: (updates: readonly Update[]) => Promise<Update[]>,
  log: Log,
  conflictPatience: number,
  vitals: Pick<Vitals, 'heard'>,
): UpdateSupplier<Update> {
  let offset = 0;
  let faults = 0;
  let idle = 0;
  let conflict: { readonly first: number; last: number } | undefined;
  const pauseAfter = (times: number) => Math.min(FIRST_PAUSE * 2 ** (times - 1), LONGEST_PAUSE);

  async function poll(limit: number, signal: AbortSignal): Promise<Update[]> {
    const at = Date.now();
    const batch: unknown = await api.getUpdates(
      {
        offset,
        limit: Math.max(1, Math.min(limit, 100)),
        timeout: seconds,
        allowed_updates: UPDATE_KINDS,
      },
      grammySignal(signal),
    );
    vitals.heard();
    const { updates, next } = readUpdates(batch, (why) => log.warn(`dropped ${why}`));
    const fresh = await take(updates);
    const isNew = (next ?? 0) > offset;
    offset = Math.max(offset, next ?? 0);
    // a batch of nothing new that comes at once would come at once again
    idle = isNew || Date.now() - at > HELD_OPEN ? 0 : idle + 1;
    if (idle > 1) await pause(pauseAfter(idle - 1), undefined, { signal });
    return fresh;
  }

  /** Whether another process polls, and has not done so for longer than that is borne with. */
  function isBearable(error: unknown): boolean {
    if (!isConflict(error)) return false;
    const now = Date.now();
    // polls of two processes succeed in turns: only a while without any conflict ends it
    if (conflict === undefined || now - conflict.last > conflictPatience)
      conflict = { first: now, last: now };
    conflict.last = now;
    return now - conflict.first < conflictPatience;
  }

  return {
    async supply(limit, stop) {
      const signal = stop as unknown as AbortSignal;
      for (;;) {
        try {
          const updates = await poll(limit, signal);
          if (faults > 0) log.info('polling works again');
          faults = 0;
          return updates;
        } catch (error) {
          if (signal.aborted) throw error;
          const bearable = isBearable(error);
          const refusal = bearable ? undefined : refusedLogin(error);
          if (refusal) throw refusal;
          const pace = pauseAfter(++faults);
          const delay = bearable
            ? Math.min(pace, conflictPatience / 4)
            : Math.max(pace, floodWait(error));
          log.warn({ err: error }, `polling failed, again in ${delay / 1000} s`);
          await pause(delay, undefined, { signal });
        }
      }
    },
  };
}

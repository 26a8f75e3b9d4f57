import { setTimeout as pause } from 'node:timers/promises';
import type { UpdateSupplier } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../common/log.ts';
import { floodWait, refusedLogin } from './login.ts';
import { grammySignal } from './signal.ts';
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
 * @throws YuanwenError where no further poll can succeed: wrong token, second poller, webhook set
 */
export function polling(
  api: Api,
  seconds: number,
  take: (updates: readonly Update[]) => Update[],
  log: Log,
): UpdateSupplier<Update> {
  let offset = 0;
  let faults = 0;
  let idle = 0;
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
    const { updates, next } = readUpdates(batch, (why) => log.warn(`dropped ${why}`));
    const fresh = take(updates);
    offset = Math.max(offset, next ?? 0);
    // a batch of nothing new that comes at once would come at once again
    idle = fresh.length > 0 || Date.now() - at > HELD_OPEN ? 0 : idle + 1;
    if (idle > 1) await pause(pauseAfter(idle - 1), undefined, { signal });
    return fresh;
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
          const refusal = refusedLogin(error);
          if (refusal) throw refusal;
          const delay = Math.max(pauseAfter(++faults), floodWait(error));
          log.warn({ err: error }, `polling failed, again in ${delay / 1000} s`);
          await pause(delay, undefined, { signal });
        }
      }
    },
  };
}

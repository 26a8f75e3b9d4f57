import { setTimeout as pause } from 'node:timers/promises';
import type { UpdateSupplier } from '@grammyjs/runner';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../log.ts';
import { refusedLogin } from './login.ts';
import { readUpdates, UPDATE_KINDS } from './updates.ts';

/** Milliseconds before the next try after a fault, doubled each time up to the last. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/**
 * Fetches updates by long polling; Telegram holds a poll open for so many `seconds`. What one poll brings is handed to `take`, which must have it
 * safely on disk before it returns: the next poll makes Telegram forget it.
 * @throws YuanwenError where no further poll can succeed: wrong token, second poller, webhook set
 */
export function polling(
  api: Api,
  seconds: number,
  take: (updates: readonly Update[]) => Update[],
  log: Log,
): UpdateSupplier<Update> {
  let offset = 0;
  let wait = FIRST_PAUSE;

  async function poll(limit: number, signal: AbortSignal): Promise<Update[]> {
    const batch = await api.getUpdates(
      {
        offset,
        limit: Math.max(1, Math.min(limit, 100)),
        timeout: seconds,
        allowed_updates: UPDATE_KINDS,
      },
      signal as never,
    );
    const { updates, next } = readUpdates(batch, (why) => log.warn(`dropped ${why}`));
    const fresh = take(updates);
    // without an id there is nothing to confirm, and the same batch would come at once
    if (next === undefined && batch.length !== 0) await pause(LONGEST_PAUSE, undefined, { signal });
    offset = next ?? offset;
    return fresh;
  }

  return {
    async supply(limit, signal) {
      for (;;) {
        try {
          const updates = await poll(limit, signal as unknown as AbortSignal);
          if (wait > FIRST_PAUSE) log.info('polling works again');
          wait = FIRST_PAUSE;
          return updates;
        } catch (error) {
          if (signal.aborted) throw error;
          const refusal = refusedLogin(error);
          if (refusal) throw refusal;
          const flood = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) : 0;
          const delay = Math.max(wait, flood * 1000);
          log.warn({ err: error }, `polling failed, again in ${delay / 1000} s`);
          await pause(delay, undefined, { signal: signal as unknown as AbortSignal });
          wait = Math.min(wait * 2, LONGEST_PAUSE);
        }
      }
    },
  };
}

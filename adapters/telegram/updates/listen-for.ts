import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Vitals } from '../../common/health.ts';
import { grammySignal } from '../signal.ts';

/** Milliseconds between two questions whether Telegram is there. */
const ASK_EVERY = 30_000;

/** Where Telegram posts, or another process polls, a quiet hour says nothing of it: it is asked. */
export async function listenFor(
  api: Api,
  vitals: Pick<Vitals, 'heard'>,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    await api.getMe(grammySignal(stopping)).then(vitals.heard, () => {});
    await pause(ASK_EVERY, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}

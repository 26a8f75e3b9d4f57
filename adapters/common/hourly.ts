import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';

const HOUR = 60 * 60 * 1000;

/** Does something now and every hour until `stop` is given; what fails is logged and tried again. */
export async function hourly(
  task: () => Promise<void>,
  what: string,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    await task().catch((error) => {
      if (!stop.aborted) log.warn({ err: error }, `${what} failed, again in an hour`);
    });
    await pause(HOUR, undefined, { signal: stop, ref: false }).catch(() => {});
  }
}

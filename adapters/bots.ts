import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf, YuanwenError } from '../src/util/errors.ts';
import type { Log } from './common/log.ts';

/** A bot of one platform. */
export interface PlatformBot {
  readonly name: string;
  /** Runs until `stop` is given and all is drained; rejects when the bot cannot go on. */
  run(stop: AbortSignal): Promise<void>;
}

/** Aborted by SIGTERM or SIGINT. A second one does not cut short what the first began. */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

/** Milliseconds before each further start of a platform that was lost; the last goes on. */
const RESTART_PAUSES = [30_000, 60_000, 120_000, 300_000, 900_000];
/** Milliseconds after which a platform that runs counts as well again. */
const WELL = 900_000;

/**
 * Runs bots side by side until `stop` is given. One that fails says so, leaves the others alone and
 * is started again after a pause, which grows while it fails again and again.
 * @param pauses milliseconds before each further start
 * @throws YuanwenError with the last fault when none is left that runs
 */
export async function runBots(
  bots: readonly PlatformBot[],
  stop: AbortSignal,
  log: Log,
  redact: (text: string) => string,
  pauses: readonly number[] = RESTART_PAUSES,
): Promise<void> {
  logUnexpected(log);
  let running = bots.length;

  async function keep({ name, run }: PlatformBot): Promise<void> {
    for (let failures = 0; !stop.aborted; failures++) {
      const began = Date.now();
      try {
        return await run(stop);
      } catch (error) {
        running -= 1;
        const why = redact(reasonOf(error));
        if (running === 0) throw new YuanwenError('platform', why, { cause: error });
        if (Date.now() - began > WELL) failures = 0;
        const wait = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
        const again = `it is started again in ${wait / 1000} s`;
        log.error({ err: error }, `${name} has ended: ${why}; the others go on, and ${again}`);
        await pause(wait, undefined, { signal: stop, ref: false }).catch(() => {});
        running += 1;
      }
    }
  }

  await Promise.all(bots.map(keep));
}

/** Node itself would print these, past the log and what it keeps secret. */
function logUnexpected(log: Log): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'a warning'));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unexpected'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unexpected');
    process.exit(1);
  });
}

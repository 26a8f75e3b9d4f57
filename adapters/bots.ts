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

/**
 * Runs bots side by side until `stop` is given. One that fails says so and leaves the others alone.
 * @throws YuanwenError with the last fault when none is left
 */
export async function runBots(
  bots: readonly PlatformBot[],
  stop: AbortSignal,
  log: Log,
  redact: (text: string) => string,
): Promise<void> {
  logUnexpected(log);
  let running = bots.length;
  await Promise.all(
    bots.map(async ({ name, run }) => {
      try {
        await run(stop);
      } catch (error) {
        running -= 1;
        const why = redact(reasonOf(error));
        if (running === 0) throw new YuanwenError('platform', why, { cause: error });
        log.error({ err: error }, `${name} has ended: ${why}; the others go on`);
      }
    }),
  );
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

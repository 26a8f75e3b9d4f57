import { YuanwenError } from '../src/errors.ts';
import type { Log } from './log.ts';

/** A bot of one platform. */
export interface PlatformBot {
  readonly name: string;
  /** Runs until `stop` is given and all is drained; rejects when the bot cannot go on. */
  run(stop: AbortSignal): Promise<void>;
}

/**
 * Runs bots side by side until SIGTERM or SIGINT. One that fails says so and leaves the others
 * alone. @throws YuanwenError with the last fault when none is left
 */
export async function runBots(
  bots: readonly PlatformBot[],
  log: Log,
  redact: (text: string) => string,
): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unexpected'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unexpected');
    process.exit(1);
  });

  let running = bots.length;
  await Promise.all(
    bots.map(async ({ name, run }) => {
      try {
        await run(stop.signal);
      } catch (error) {
        running -= 1;
        const why = redact(error instanceof Error ? error.message : String(error));
        if (running === 0) throw new YuanwenError('platform', why, { cause: error });
        log.error({ err: error }, `${name} has ended: ${why}; the others go on`);
      }
    }),
  );
}

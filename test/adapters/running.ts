import { createLog, type Log } from '../../adapters/common/log.ts';

/** A bot that runs in this process. */
export interface RunningBot {
  /** What was logged, a JSON line each. */
  readonly lines: readonly string[];
  /** Settles when the bot has ended. */
  readonly ended: Promise<void>;
  /** Stops as SIGTERM does; resolves with the milliseconds that took. */
  stop(): Promise<number>;
}

/** Runs an adapter as main does, with a log that is kept. */
export function running(
  token: string,
  run: (log: Log, stop: AbortSignal) => Promise<void>,
): RunningBot {
  const lines: string[] = [];
  const stop = new AbortController();
  const log = createLog({ logLevel: 'trace' }, [token], (line) => lines.push(line));
  const ended = run(log, stop.signal);
  // each test looks at the end when it comes to it
  ended.catch(() => {});
  return {
    lines,
    ended,
    async stop() {
      const at = Date.now();
      stop.abort();
      await ended;
      return Date.now() - at;
    },
  };
}

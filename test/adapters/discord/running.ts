import { runDiscord, type Timing } from '../../../adapters/discord/start.ts';
import { createLog } from '../../../adapters/log.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { DiscordDouble } from '../../doubles/discord/index.ts';

export interface RunningBot {
  /** What was logged, a JSON line each. */
  readonly lines: readonly string[];
  /** Settles when the bot has ended. */
  readonly ended: Promise<void>;
  /** Stops as SIGTERM does; resolves with the milliseconds that took. */
  stop(): Promise<number>;
}

export interface BotOptions {
  readonly guildId?: string;
  readonly token?: string;
  readonly lostAfter?: number;
}

/** The adapter against the double, in this process. */
export function startBot(
  { token, api }: Pick<DiscordDouble, 'token' | 'api'>,
  chat: Chat,
  { guildId, lostAfter = 90_000, ...options }: BotOptions = {},
): RunningBot {
  const lines: string[] = [];
  const stop = new AbortController();
  // Discord's pace of logins is not what the tests are about
  const ws: Timing['ws'] = {
    buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }),
  };
  const ended = runDiscord(
    { token: options.token ?? token, apiBase: api, ...(guildId && { guildId }) },
    chat,
    createLog({ logLevel: 'trace' }, [token], (line) => lines.push(line)),
    stop.signal,
    { lostAfter, loginPauses: [100, 300], ws },
  );
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

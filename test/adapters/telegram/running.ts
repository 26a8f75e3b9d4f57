import { Bot, type Context } from 'grammy';
import { createLog } from '../../../adapters/log.ts';
import { runTelegram, type Timing } from '../../../adapters/telegram/start.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Config } from '../../../src/config.ts';
import type { TelegramDouble } from '../../doubles/telegram/index.ts';
import { newStateDir } from '../../helpers/chat.ts';

export interface RunningBot {
  /** What was logged, a JSON line each. */
  readonly lines: readonly string[];
  /** Settles when the bot has ended. */
  readonly ended: Promise<void>;
  /** Stops as SIGTERM does; resolves with the milliseconds that took. */
  stop(): Promise<number>;
}

export interface BotOptions {
  readonly stateDir?: string;
  readonly timing?: Partial<Timing>;
  readonly webhook?: NonNullable<NonNullable<Config['telegram']>['webhook']>;
}

/** As many tries as in earnest, at a pace that tests can wait for. */
export const QUICK = { timeout: 2000, delays: [25, 50, 100, 200, 400, 800, 1600, 2000] };

/** The adapter against the double, in this process. */
export function startBot(
  telegram: Pick<TelegramDouble, 'token' | 'root'>,
  chat: Chat,
  { stateDir = newStateDir(), timing, webhook }: BotOptions = {},
): RunningBot {
  const { token, root } = telegram;
  const lines: string[] = [];
  const stop = new AbortController();
  const ended = runTelegram(
    { token, apiRoot: root, ...(webhook && { webhook }) },
    stateDir,
    chat,
    createLog({ logLevel: 'trace' }, [token], (line) => lines.push(line)),
    stop.signal,
    { pollSeconds: 5, hungSeconds: 8, tries: QUICK, ...timing },
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

/** What a bot is that follows grammY's first example: what a fault does to it shows that it is real. */
export function stockBot({ token, root }: Pick<TelegramDouble, 'token' | 'root'>): Bot {
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.on('message:text', (ctx: Context) =>
    ctx.reply('答', { reply_parameters: { message_id: ctx.msg?.message_id ?? 0 } }),
  );
  return bot;
}

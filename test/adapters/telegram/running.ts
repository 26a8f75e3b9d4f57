import { Bot, type Context } from 'grammy';
import { createAccess } from '../../../adapters/common/access.ts';
import { createWay, type Way } from '../../../adapters/common/proxy.ts';
import type { Config } from '../../../adapters/common/settings.ts';
import { runTelegram, type Timing } from '../../../adapters/telegram/start.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { TelegramDouble } from '../../doubles/telegram/index.ts';
import { newStateDir } from '../../helpers/chat.ts';
import { type RunningBot, running } from '../running.ts';

export interface BotOptions {
  readonly stateDir?: string;
  readonly timing?: Partial<Timing>;
  /** The way to the double; straight where it is left out. */
  readonly way?: Way;
  readonly allow?: readonly string[];
  readonly admins?: readonly string[];
  /** The chat that gets the weekly report. */
  readonly reportTo?: string;
  readonly webhook?: NonNullable<NonNullable<Config['telegram']>['webhook']>;
}

/** As many tries as in earnest, at a pace that tests can wait for. */
export const QUICK = { timeout: 2000, delays: [25, 50, 100, 200, 400, 800, 1600, 2000] };

/** The adapter against the double, in this process. */
export function startBot(
  { token, root }: Pick<TelegramDouble, 'token' | 'root'>,
  chat: Chat,
  {
    stateDir = newStateDir(),
    timing,
    way = createWay(undefined),
    allow = [],
    admins = [],
    reportTo,
    webhook,
  }: BotOptions = {},
): RunningBot {
  const settings = { token, apiRoot: root, ...(webhook && { webhook }) };
  const pace = { pollSeconds: 5, hungSeconds: 8, tries: QUICK, conflictPatience: 1000, ...timing };
  return running(token, (log, stop) =>
    runTelegram(
      settings,
      stateDir,
      chat,
      { way, access: createAccess(allow, admins), ...(reportTo && { reportTo }) },
      log,
      stop,
      pace,
    ),
  );
}

/** What a bot is that follows grammY's first example: what a fault does to it shows that it is real. */
export function stockBot({ token, root }: Pick<TelegramDouble, 'token' | 'root'>): Bot {
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.on('message:text', (ctx: Context) =>
    ctx.reply('答', { reply_parameters: { message_id: ctx.msg?.message_id ?? 0 } }),
  );
  return bot;
}

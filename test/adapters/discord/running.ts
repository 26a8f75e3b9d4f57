import { createAccess } from '../../../adapters/common/access.ts';
import { createWay, type Way } from '../../../adapters/common/proxy.ts';
import { runDiscord, type Timing } from '../../../adapters/discord/start.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { DiscordDouble } from '../../doubles/discord/index.ts';
import { type RunningBot, running } from '../running.ts';

export interface BotOptions {
  readonly guildId?: string;
  readonly token?: string;
  readonly lostAfter?: number;
  /** The way to the double; straight where it is left out. */
  readonly way?: Way;
  readonly allow?: readonly string[];
  readonly admins?: readonly string[];
  /** The channel that gets the weekly report. */
  readonly reportTo?: string;
}

// Discord's pace of logins is not what the tests are about
const ws: NonNullable<Timing['ws']> = {
  buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }),
};

/** The adapter against the double, in this process. */
export function startBot(
  { token: right, api }: Pick<DiscordDouble, 'token' | 'api'>,
  chat: Chat,
  {
    guildId,
    token = right,
    lostAfter = 90_000,
    way = createWay(undefined),
    allow = [],
    admins = [],
    reportTo,
  }: BotOptions = {},
): RunningBot {
  const settings = { token, apiBase: api, ...(guildId && { guildId }) };
  const timing = { lostAfter, loginPauses: [100, 300], ws };
  return running(token, (log, stop) =>
    runDiscord(
      settings,
      chat,
      { way, access: createAccess(allow, admins), ...(reportTo && { reportTo }) },
      log,
      stop,
      timing,
    ),
  );
}

import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createConcurrentSink,
  createRunner,
  createSource,
  type UpdateSupplier,
} from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Chat } from '../../src/chat/chat.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Log } from '../common/log.ts';
import type { Policy } from '../common/policy.ts';
import { tellWay } from '../common/proxy.ts';
import type { Config } from '../common/settings.ts';
import { TELEGRAM } from './api-root.ts';
import { publishMenus } from './commands.ts';
import { handlers } from './handlers.ts';
import { type Journal, openJournal } from './journal.ts';
import { insist } from './login.ts';
import { polling } from './polling.ts';
import { createRecentTopics, type RecentTopics } from './recent-topics.ts';
import { requestIn } from './request.ts';
import { retrying, type Tries } from './retry.ts';
import { grammySignal } from './signal.ts';
import { UPDATE_KINDS } from './updates.ts';
import { listen, type Webhook } from './webhook.ts';

export interface Timing {
  /** Seconds that Telegram holds a poll open while there is nothing new. */
  readonly pollSeconds: number;
  /** Seconds after which a poll that brought no answer is given up as hung. */
  readonly hungSeconds: number;
  /** For any other call. */
  readonly tries: Tries;
}
const TIMING: Timing = {
  pollSeconds: 30,
  hungSeconds: 45,
  // about 40 s in all, longer than a short outage
  tries: { timeout: 20_000, delays: [250, 500, 1000, 2000, 4000, 8000, 12_000, 12_000] },
};

/** Milliseconds that answers in flight have to be sent once a stop was asked for. */
const DRAIN = 3500;
/** Updates handled side by side; most of them wait for others of their chat. */
const CONCURRENCY = 10_000;

type Settings = NonNullable<Config['telegram']>;

/**
 * Runs the bot until `stop` is given, then sends what is in flight and returns; what was taken but
 * not answered by then stays in the journal for the next start.
 * @throws YuanwenError when Telegram will not work with this token
 */
export async function runTelegram(
  { token, apiRoot, webhook: hook }: Settings,
  stateDir: string,
  chat: Chat,
  { way, access }: Policy,
  log: Log,
  stop: AbortSignal,
  { pollSeconds, hungSeconds, tries }: Timing = TIMING,
): Promise<void> {
  // ends every wait: at once while nothing is taken yet, later once the answers had their time
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let drain = () => stopping.abort();
  stop.addEventListener('abort', () => drain(), { once: true });
  if (stop.aborted) return;

  tellWay(way, apiRoot ?? TELEGRAM, log);
  const agent = way.agentOf(apiRoot ?? TELEGRAM);
  const bot = new Bot(token, {
    client: {
      timeoutSeconds: hungSeconds,
      ...(apiRoot !== undefined && { apiRoot }),
      ...(agent && { baseFetchConfig: { agent } }),
    },
  });
  bot.api.config.use(...retrying(stopping.signal, tries));
  const me = await insist(() => bot.api.getMe(grammySignal(stop)), log, stop);
  if (me === undefined) return;
  bot.botInfo = me;

  const recent = createRecentTopics();
  const journal = open(join(stateDir, `telegram-${me.id}.jsonl`), log);
  const take = (updates: readonly Update[]) =>
    journal.take(updates.filter((update) => concerns(update, me, recent)));
  bot.use(handlers(chat, access, recent, journal, log, stopping.signal));
  let webhook: Webhook | undefined;
  try {
    if (hook) {
      webhook = await listen(hook, take, log);
      const secret = { secret_token: webhook.secret, allowed_updates: UPDATE_KINDS };
      await insist(() => bot.api.setWebhook(hook.url, secret), log, stop);
    }
    const supplier = webhook ?? polling(bot.api, pollSeconds, take, log);
    const sink = createConcurrentSink<Update>(
      { consume: (update) => bot.handleUpdate(update) },
      async (error) => log.error({ err: error }, 'an update could not be handled'),
      { concurrency: CONCURRENCY },
    );
    const runner = createRunner(createSource(afterPending(journal, supplier)), sink);
    if (stop.aborted) return;
    drain = () => void runner.stop();
    runner.start();
    log.info(`@${me.username} listens by ${webhook ? 'webhook' : 'long polling'}`);
    publishMenus(bot.api).catch((error) => {
      if (!stop.aborted) log.warn({ err: error }, 'menus and descriptions could not be set');
    });
    await runner.task();
    for (const end = Date.now() + DRAIN; sink.size() > 0 && Date.now() < end; ) await pause(10);
    stopping.abort();
    // handlers cut off see the signal and leave their updates in the journal
    for (let i = 0; i < 20 && sink.size() > 0; i++) await pause(10);
  } finally {
    stopping.abort();
    await webhook?.close();
    journal.close();
  }
}

/** Whether an update is worth keeping: most of what is said in a group is not for the bot. */
function concerns(
  { message, edited_message }: Update,
  me: UserFromGetMe,
  recent: RecentTopics,
): boolean {
  const said = message ?? edited_message;
  return said === undefined || requestIn(said, me, recent.covers(said)) !== undefined;
}

/** Hands out first what the last process left, then what comes. */
function afterPending(
  { pending }: Journal,
  supplier: UpdateSupplier<Update>,
): UpdateSupplier<Update> {
  let left = pending;
  return {
    async supply(size, signal) {
      if (left.length === 0) return supplier.supply(size, signal);
      const first = left.slice(0, size);
      left = left.slice(size);
      return first;
    },
  };
}

function open(file: string, log: Log): Journal {
  try {
    return openJournal(file, (why) => log.warn(`dropped ${why}`));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new YuanwenError(
      'config',
      `the journal ${file} cannot be written (${code}): set STATE_DIR to a folder that can be.`,
      { cause: error },
    );
  }
}

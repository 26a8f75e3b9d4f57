import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createConcurrentSink,
  createRunner,
  createSource,
  type UpdateSupplier,
} from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Chat } from '../../src/chat/chat.ts';
import type { Config } from '../../src/config.ts';
import { YuanwenError } from '../../src/errors.ts';
import type { Log } from '../log.ts';
import { publishMenus } from './commands.ts';
import { handlers } from './handlers.ts';
import { type Journal, openJournal } from './journal.ts';
import { refusedLogin } from './login.ts';
import { polling } from './polling.ts';
import { retrying, type Tries } from './retry.ts';
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
/** Milliseconds before the next try to log in. */
const LOGIN_PAUSES = [500, 1000, 2000, 5000, 10_000, 30_000];

type Settings = NonNullable<Config['telegram']>;

/**
 * Runs the bot until `stop` is given, then sends what is in flight and returns; what was taken but
 * not answered by then stays in the journal for the next start.
 * @throws YuanwenError when Telegram will not work with this token
 */
export async function runTelegram(
  settings: Settings,
  stateDir: string,
  chat: Chat,
  log: Log,
  stop: AbortSignal,
  { pollSeconds, hungSeconds, tries }: Timing = TIMING,
): Promise<void> {
  const { token, apiRoot, webhook: hook } = settings;
  const stopping = new AbortController();
  const bot = new Bot(token, {
    client: { timeoutSeconds: hungSeconds, ...(apiRoot !== undefined && { apiRoot }) },
  });
  bot.api.config.use(...retrying(stopping.signal, tries));
  await logIn(bot, log, stop);
  if (stop.aborted) return;

  const journal = open(join(stateDir, `telegram-${bot.botInfo.id}.jsonl`), log);
  bot.use(handlers(chat, journal, log, stopping.signal));
  let webhook: Webhook | undefined;
  try {
    if (hook) webhook = await receivePosts(bot, hook, journal, log);
    const source = createSource(
      afterPending(journal, webhook ?? polling(bot.api, pollSeconds, journal.take, log)),
    );
    const sink = createConcurrentSink<Update>(
      { consume: (update) => bot.handleUpdate(update) },
      async (error) => log.error({ err: error }, 'an update could not be handled'),
    );
    const runner = createRunner(source, sink);
    stop.addEventListener('abort', () => runner.stop(), { once: true });
    runner.start();
    log.info(`@${bot.botInfo.username} listens by ${webhook ? 'webhook' : 'long polling'}`);
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

/** Learns who the bot is, however long Telegram is out of reach. */
async function logIn(bot: Bot, log: Log, stop: AbortSignal): Promise<void> {
  for (let tries = 0; !stop.aborted; tries++) {
    try {
      bot.botInfo = await bot.api.getMe(stop as never);
      return;
    } catch (error) {
      if (stop.aborted) return;
      const refusal = refusedLogin(error);
      if (refusal) throw refusal;
      const wait = LOGIN_PAUSES[Math.min(tries, LOGIN_PAUSES.length - 1)] ?? 0;
      log.warn({ err: error }, `Telegram cannot be reached, again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}

/** Opens the port first, so that Telegram's first post finds it. */
async function receivePosts(
  bot: Bot,
  { url, secret = randomBytes(32).toString('hex'), host, port }: NonNullable<Settings['webhook']>,
  journal: Journal,
  log: Log,
): Promise<Webhook> {
  const { pathname: path } = new URL(url);
  const webhook = await listen({ path, secret, host, port }, journal.take, log);
  try {
    await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATE_KINDS });
  } catch (error) {
    await webhook.close();
    throw refusedLogin(error) ?? error;
  }
  return webhook;
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

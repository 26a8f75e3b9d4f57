import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createConcurrentSink,
  createRunner,
  createSource,
  type UpdateSupplier,
} from '@grammyjs/runner';
import { Bot, type Transformer } from 'grammy';
import type { Update } from 'grammy/types';
import type { Chat } from '../../src/chat/chat.ts';
import type { Worker } from '../../src/chat/worker.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import { UNWATCHED, type Vitals } from '../common/health.ts';
import { hourly } from '../common/hourly.ts';
import type { Log } from '../common/log.ts';
import type { Policy } from '../common/policy.ts';
import { tellWay } from '../common/proxy.ts';
import type { Config } from '../common/settings.ts';
import { TELEGRAM } from './api-root.ts';
import { publishMenus } from './commands.ts';
import { post } from './deliver.ts';
import { handlers } from './handlers.ts';
import { insist } from './login.ts';
import { createFileFetch } from './managing.ts';
import { render } from './render.ts';
import { retrying, type Tries } from './retry.ts';
import { runShared, unlessTaken } from './shared.ts';
import { grammySignal } from './signal.ts';
import { createGate, createIntake, type Intake } from './updates/intake.ts';
import { type FileJournal, openJournal } from './updates/journal.ts';
import { listenFor } from './updates/listen-for.ts';
import { polling } from './updates/polling.ts';
import { createRecentTopics } from './updates/recent-topics.ts';
import { UPDATE_KINDS } from './updates/updates.ts';
import { listen, type Webhook } from './updates/webhook.ts';

export interface Timing {
  /** Seconds that Telegram holds a poll open while there is nothing new. */
  readonly pollSeconds: number;
  /** Seconds after which a poll that brought no answer is given up as hung. */
  readonly hungSeconds: number;
  /** For any other call. */
  readonly tries: Tries;
  /** Milliseconds for which another poller of the same token is borne with; a minute by default. */
  readonly conflictPatience?: number;
}
const TIMING: Timing = {
  pollSeconds: 30,
  hungSeconds: 45,
  // about 40 s in all, longer than a short outage
  tries: { timeout: 20_000, delays: [250, 500, 1000, 2000, 4000, 8000, 12_000, 12_000] },
};

/** Milliseconds that answers in flight have to be sent once a stop was asked for. */
const DRAIN = 3500;
/** Updates handled side by side; of one chat there are no more than its queue holds. */
const CONCURRENCY = 10_000;
const CONFLICT_PATIENCE = 60_000;

type Settings = NonNullable<Config['telegram']>;

/**
 * Runs the bot until `stop` is given, then sends what is in flight and returns; what was taken but
 * not answered by then stays in the journal for the next start.
 * @param worker what this process shares with others, where it is one of several
 * @throws YuanwenError when Telegram will not work with this token
 */
export async function runTelegram(
  { token, apiRoot, webhook: hook }: Settings,
  stateDir: string,
  chat: Chat,
  { way, access, reportTo }: Policy,
  log: Log,
  stop: AbortSignal,
  { pollSeconds, hungSeconds, tries, conflictPatience = CONFLICT_PATIENCE }: Timing = TIMING,
  vitals: Vitals = UNWATCHED,
  worker?: Worker,
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
  const fence = worker ? [unlessTaken(worker)] : [];
  bot.api.config.use(countFaults(vitals), ...fence, ...retrying(stopping.signal, tries));
  const me = await insist(() => bot.api.getMe(grammySignal(stop)), log, stop);
  if (me === undefined) return;
  bot.botInfo = me;
  const fetchFile = createFileFetch(bot.api, apiRoot ?? TELEGRAM, token, way);
  const report = async (): Promise<void> => {
    if (reportTo === undefined) return;
    await chat.reportWeekly((card) => post(bot.api, reportTo, render(card, chat.view)));
  };
  if (worker !== undefined) {
    const drained = drain;
    drain = () => void setTimeout(drained, DRAIN);
    const timing = { pollSeconds, conflictPatience };
    const run = { bot, hook, chat, access, log, stop, stopping, timing, vitals, worker };
    return runShared({ ...run, fetchFile, report });
  }

  const recent = createRecentTopics();
  const journal = open(join(stateDir, `telegram-${me.id}.jsonl`), log);
  const startedAt = Date.now();
  const intake = createIntake(
    createGate(chat, me, recent, () => startedAt),
    vitals,
  );
  const take = (updates: readonly Update[]) => takeIn(updates, intake, journal);
  bot.use(handlers(chat, access, intake, recent, journal, log, stopping.signal, fetchFile));
  let webhook: Webhook | undefined;
  try {
    if (hook) {
      webhook = await listen(hook, take, log);
      const secret = { secret_token: webhook.secret, allowed_updates: UPDATE_KINDS };
      await insist(() => bot.api.setWebhook(hook.url, secret), log, stop);
    }
    if (webhook) void listenFor(bot.api, vitals, stopping.signal);
    const supplier = webhook ?? polling(bot.api, pollSeconds, take, log, conflictPatience, vitals);
    const sink = createConcurrentSink<Update>(
      { consume: (update) => bot.handleUpdate(update) },
      async (error) => log.error({ err: error }, 'an update could not be handled'),
      { concurrency: CONCURRENCY },
    );
    const runner = createRunner(
      createSource(afterPending(await pendingOf(journal, intake, log), supplier)),
      sink,
    );
    if (stop.aborted) return;
    const cutOff = new Promise<void>((resolve) => {
      drain = () => {
        void runner.stop();
        setTimeout(resolve, DRAIN);
      };
    });
    runner.start();
    vitals.connected(true);
    log.info(`@${me.username} listens by ${webhook ? 'webhook' : 'long polling'}`);
    void hourly(report, 'the weekly report', log, stopping.signal);
    publishMenus(bot.api).catch((error) => {
      if (!stop.aborted) log.warn({ err: error }, 'menus and descriptions could not be set');
    });
    // a runner that is full waits for room, stopped or not
    await Promise.race([runner.task(), cutOff]);
    await Promise.race([emptied(sink), cutOff]);
    stopping.abort();
    // handlers cut off see the signal and leave their updates in the journal
    for (let i = 0; i < 20 && sink.size() > 0; i++) await pause(10);
  } finally {
    stopping.abort();
    vitals.connected(false);
    await webhook?.close();
    journal.close();
  }
}

/** Counts calls as Telegram answers them, before any is waited for or made again. */
function countFaults(vitals: Vitals): Transformer {
  return async (call, method, payload, signal) => {
    try {
      const answer = await call(method, payload, signal);
      if (!answer.ok && answer.error_code === 429) vitals.met('flood');
      if (!answer.ok && answer.error_code >= 500) vitals.met('retry');
      return answer;
    } catch (error) {
      if (!signal?.aborted) vitals.met('retry');
      throw error;
    }
  };
}

/** The updates of a batch that are new and let in, once they are on disk. */
async function takeIn(
  updates: readonly Update[],
  intake: Intake,
  journal: FileJournal,
): Promise<Update[]> {
  const unknown = updates.filter(({ update_id: id }) => !journal.knows(id));
  const admitted = await intake.admit(unknown);
  try {
    return await journal.take(admitted);
  } catch (error) {
    for (const { update_id: id } of admitted) intake.leave(id);
    throw error;
  }
}

/** What the last process left and is worth an answer; the rest is marked as done. */
async function pendingOf(
  journal: FileJournal,
  intake: Intake,
  log: Log,
): Promise<readonly Update[]> {
  const pending = intake.admitPending(journal.pending);
  const kept = new Set(pending);
  const shed = journal.pending.filter((update) => !kept.has(update));
  for (const { update_id: id } of shed) await journal.finish(id);
  if (shed.length > 0) log.warn(`dropped ${shed.length} updates that waited too long`);
  return pending;
}

/** Resolves when nothing is handled any more. */
async function emptied(sink: { size(): number }): Promise<void> {
  while (sink.size() > 0) await pause(10);
}

/** Hands out first what the last process left, then what comes. */
function afterPending(
  pending: readonly Update[],
  supplier: UpdateSupplier<Update>,
): UpdateSupplier<Update> {
  let left = pending;
  return {
    async supply(size, signal) {
      if (left.length === 0) return supplier.supply(size, signal);
      const first = left.slice(0, size);
      left = left.slice(size);
      return [...first];
    },
  };
}

function open(file: string, log: Log): FileJournal {
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

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Bot, Transformer } from 'grammy';
import type { Update } from 'grammy/types';
import type { Chat } from '../../src/chat/chat.ts';
import type {
  IncomingUpdate,
  PostgresQueue,
  WaitingUpdate,
} from '../../src/chat/queue/postgres-queue.ts';
import type { Handled } from '../../src/chat/queue/work-off.ts';
import type { Worker } from '../../src/chat/worker.ts';
import type { Access } from '../common/access.ts';
import type { Vitals } from '../common/health.ts';
import { hourly } from '../common/hourly.ts';
import type { Log } from '../common/log.ts';
import { publishMenus } from './commands.ts';
import { handlers } from './handlers.ts';
import { insist } from './login.ts';
import type { FetchFile } from './managing.ts';
import { type Admission, type Admitted, createGate, isStale, placeOf } from './updates/intake.ts';
import type { Answer, Journal } from './updates/journal.ts';
import { listenFor } from './updates/listen-for.ts';
import { polling } from './updates/polling.ts';
import { createRecentTopics, LATELY } from './updates/recent-topics.ts';
import { UPDATE, UPDATE_KINDS } from './updates/updates.ts';
import { listen, type WebhookSettings } from './updates/webhook.ts';

interface SharedRun {
  /** Logged in. */
  readonly bot: Bot;
  readonly hook: WebhookSettings | undefined;
  readonly chat: Chat;
  readonly access: Access;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Aborted when answers in flight have had their time. */
  readonly stopping: AbortController;
  readonly timing: { readonly pollSeconds: number; readonly conflictPatience: number };
  readonly vitals: Vitals;
  readonly worker: Worker;
  readonly fetchFile: FetchFile;
  /** Tells the operator's chat what was not answered, once a week. */
  report(): Promise<void>;
}

/** What receives updates, and takes them in. */
interface Receiving extends SharedRun {
  readonly name: string;
  take(updates: readonly Update[]): Promise<Update[]>;
}

/** Updates that one poll brings at most. */
const BATCH = 100;

/**
 * Runs the bot as one of several workers until `stop` is given. Updates come by webhook to any of them,
 * or are polled by one; they wait in the database, and each chat's are answered by whichever worker
 * has it.
 * Rejects with a YuanwenError when Telegram will not work with this token.
 */
export async function runShared(run: SharedRun): Promise<void> {
  const { bot, chat, access, log, stop, stopping, vitals, worker, fetchFile } = run;
  const name = `telegram:${bot.botInfo.id}`;
  const queue = worker.queue(name);
  const recent = createRecentTopics(worker.notes('telegram topic', LATELY));
  const gate = createGate(chat, bot.botInfo, recent, () => worker.thereSince);
  const journal = new SharedJournal(queue, worker);
  bot.use(handlers(chat, access, journal, recent, journal, log, stopping.signal, fetchFile));
  let handled = 0;

  /** Takes in what is new and let in; what is acknowledged after that is safe. */
  async function take(updates: readonly Update[]): Promise<Update[]> {
    const known = await queue.known(updates.map(({ update_id }) => update_id));
    const admitted: IncomingUpdate[] = [];
    for (const update of updates) {
      const admission = known.has(update.update_id) ? undefined : await gate.admit(update);
      if (admission !== undefined) admitted.push(incoming(admission));
    }
    await queue.take(admitted);
    // whichever worker is free hands them out
    return [];
  }

  async function handle({ id, body, isBeyond }: WaitingUpdate): Promise<Handled> {
    const { data: update } = UPDATE.safeParse(JSON.parse(body));
    if (update === undefined || isStale(update)) return 'done';
    journal.begin(id, isBeyond);
    vitals.waits(++handled);
    try {
      await bot.handleUpdate(update);
    } finally {
      vitals.waits(--handled);
    }
    return journal.end(id);
  }

  const ended = new AbortController();
  const until = AbortSignal.any([stop, ended.signal]);
  const sides = [
    receive({ ...run, take, name }, until),
    worker.workOff(name, queue, handle, until),
  ];
  void listenFor(bot.api, vitals, stopping.signal);
  vitals.connected(true);
  try {
    await Promise.all(sides);
  } finally {
    // whoever cannot receive any more ends, and what waits is another worker's
    ended.abort();
    await Promise.allSettled(sides);
    stopping.abort();
    vitals.connected(false);
  }
}

/** Receives updates until `stop` is given: posted to any worker, or polled by the one that is elected. */
async function receive(
  { bot, hook, log, timing, vitals, worker, take, name, report }: Receiving,
  stop: AbortSignal,
): Promise<void> {
  const { username } = bot.botInfo;
  const front = `${name}:front`;
  const menus = () =>
    publishMenus(bot.api).catch((error) => {
      if (!stop.aborted) log.warn({ err: error }, 'menus and descriptions could not be set');
    });
  if (hook) {
    const made = () => randomBytes(32).toString('hex');
    const shared = () => worker.secret(`${name} webhook`, made);
    const secret = hook.secret ?? (await worker.insist(shared, stop));
    const webhook = await listen({ ...hook, secret }, take, log);
    log.info(`@${username} listens by webhook, beside other workers`);
    try {
      await worker.whileHolding(
        front,
        async (signal) => {
          const told = { secret_token: secret, allowed_updates: UPDATE_KINDS };
          await insist(() => bot.api.setWebhook(hook.url, told), log, signal);
          await menus();
          void hourly(report, 'the weekly report', log, signal);
          await aborted(signal);
        },
        stop,
      );
    } finally {
      await webhook.close();
    }
    return;
  }
  await worker.whileHolding(
    front,
    async (signal) => {
      log.info(`@${username} listens by long polling, for all workers`);
      void menus();
      void hourly(report, 'the weekly report', log, signal);
      const patient = (updates: readonly Update[]) => worker.insist(() => take(updates), signal);
      const { pollSeconds, conflictPatience } = timing;
      const source = polling(bot.api, pollSeconds, patient, log, conflictPatience, vitals);
      try {
        while (!signal.aborted) await source.supply(BATCH, signal as never);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    stop,
  );
}

/** Lets no message go where another worker may have taken its chat: that one sends it. */
export function unlessTaken(worker: Pick<Worker, 'isFresh'>): Transformer {
  return (call, method, payload, signal) => {
    if ('chat_id' in payload && !worker.isFresh()) throw new TakenError();
    return call(method, payload, signal);
  };
}

/** What this worker holds may be another's by now, so that nothing is sent. */
class TakenError extends Error {
  override readonly name = 'TakenError';
}

/** The journal of all workers, as the handlers of one see it. */
class SharedJournal implements Journal, Admission {
  readonly #queue: PostgresQueue;
  readonly #worker: Worker;
  readonly #beyond = new Map<number, boolean>();
  readonly #finished = new Set<number>();

  constructor(queue: PostgresQueue, worker: Worker) {
    this.#queue = queue;
    this.#worker = worker;
  }

  begin(id: number, isBeyond: boolean): void {
    this.#beyond.set(id, isBeyond);
  }

  end(id: number): Handled {
    this.#beyond.delete(id);
    return this.#finished.delete(id) ? 'done' : 'left';
  }

  isBeyond(id: number): boolean {
    return this.#beyond.get(id) ?? false;
  }

  leave(): void {}

  async finish(id: number, answer?: Answer): Promise<void> {
    if (answer) await this.#queue.noteAnswers(answer);
    this.#finished.add(id);
  }

  forget(person: number, besides?: number): Promise<void> {
    return this.#queue.forget(String(person), besides);
  }

  answersTo(chat: number, message: number): Promise<readonly number[]> {
    return this.#queue.answersTo(chat, message);
  }

  isAway(error: unknown): boolean {
    return error instanceof TakenError || this.#worker.isAway(error);
  }
}

function incoming({ update, isOver, limit }: Admitted): IncomingUpdate {
  const said = update.message ?? update.edited_message;
  const by = said ?? update.callback_query ?? update.inline_query;
  return {
    id: update.update_id,
    place: placeOf(update),
    person: by?.from === undefined ? undefined : String(by.from.id),
    message: said?.message_id,
    body: JSON.stringify(update),
    isOver,
    limit,
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

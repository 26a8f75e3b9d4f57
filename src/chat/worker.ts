import { setTimeout as pause } from 'node:timers/promises';
import type { Conversations } from '../bot/conversations.ts';
import { createPostgresConversations } from '../bot/postgres-conversations.ts';
import { isAway } from '../postgres/away.ts';
import { type DatabaseSettings, openDatabase } from '../postgres/database.ts';
import { type HeartbeatReport, startHeartbeat } from '../postgres/heartbeat.ts';
import { whileHolding } from '../postgres/hold-lease.ts';
import { takeLease } from '../postgres/lease.ts';
import { listen } from '../postgres/listen.ts';
import { migrate } from '../postgres/migrate.ts';
import { sharedSecret } from '../postgres/secret.ts';
import { type SharedParts, shareParts } from '../postgres/share-leases.ts';
import { collectWrites, commit } from '../postgres/unit-of-work.ts';
import {
  createPostgresQueue,
  type PostgresQueue,
  QUEUE_CHANNEL,
  type WaitingUpdate,
} from './queue/postgres-queue.ts';
import { type Handled, workOff } from './queue/work-off.ts';
import type { Notes } from './records/notes.ts';
import { createPostgresNotes } from './records/postgres-notes.ts';
import { createPostgresRecords } from './records/postgres-records.ts';
import { prune } from './records/prune.ts';
import type { ChatRecords } from './records/records.ts';

/** One process of several over the same database: what its platforms' adapters share with the others. */
export interface Worker {
  readonly records: ChatRecords;
  readonly conversations: Conversations;
  /** Small things that the workers remember together. @param lifetime milliseconds */
  notes(kind: string, lifetime: number): Notes;
  /** A secret that all workers use; `made` where there is none yet. */
  secret(name: string, made: () => string): Promise<string>;
  /** Does some work while no other worker does; see hold-lease.ts. */
  whileHolding(
    name: string,
    work: (signal: AbortSignal) => Promise<void>,
    stop: AbortSignal,
  ): Promise<void>;
  /** The updates of a bot, named `telegram:123456`, that wait for any worker. */
  queue(bot: string): PostgresQueue;
  /** Handles what waits in a queue, side by side with the other workers; see work-off.ts. */
  workOff(
    bot: string,
    queue: PostgresQueue,
    handle: (update: WaitingUpdate) => Promise<Handled>,
    stop: AbortSignal,
  ): Promise<void>;
  /**
   * Does some work, and then makes all that it wrote one commit. While the database is away the work
   * finds nothing there, and its commit waits.
   */
  asOneCommit(work: () => Promise<void>): Promise<void>;
  /** Waits for a turn that some worker has once in so many seconds. */
  inTurn(name: string, seconds: number, stop: AbortSignal): Promise<void>;
  /** Does this worker's share of some parts, beside the other workers; see share-leases.ts. */
  shareParts(parts: SharedParts, stop: AbortSignal): Promise<void>;
  /** Whether an error says that the database, or this worker's hold on it, is away for now. */
  isAway(error: unknown): boolean;
  /** Whether what this worker holds is its own still. */
  isFresh(): boolean;
  /** Whether the database answered a moment ago. */
  isThere(): boolean;
  /** When it was there again, or the first time, in milliseconds. */
  readonly thereSince: number;
  /** Does what needs the database, and again as long as that fails because the database is away. */
  insist<T>(call: () => Promise<T>, stop: AbortSignal): Promise<T>;
  /** Gives everything back, and ends. */
  stop(): Promise<void>;
}

export interface WorkerReport extends HeartbeatReport {
  /** Told of what went wrong and is nobody else's to tell. */
  fault(error: unknown): void;
}

/** Milliseconds that one statement may take. */
const STATEMENT_TIMEOUT = 3000;
/** Milliseconds between two tries to reach the database at the start. */
const AGAIN = 2000;
/** Milliseconds between two deletions of what is kept no longer. */
const PRUNE_EVERY = 10 * 60_000;

/**
 * Joins the workers over a database, and makes its tables where they are missing. While the database
 * cannot be reached it is waited for.
 * Rejects with a YuanwenError `config` where it cannot be used; gives nothing where `stop` came first.
 * @param days after which votes and questions are deleted
 */
export async function startWorker(
  settings: DatabaseSettings,
  days: number,
  report: WorkerReport,
  stop: AbortSignal,
): Promise<Worker | undefined> {
  // a statement of ours takes milliseconds: one that does not is a server that is silent
  const database = openDatabase({ ...settings, statementTimeout: STATEMENT_TIMEOUT });
  // a connection of its own: a worker that is busy is not to pass for one that is dead
  const pulse = openDatabase({ ...settings, connections: 1, statementTimeout: STATEMENT_TIMEOUT });
  const heartbeat = await reach(
    async () => {
      await migrate(settings.url);
      return startHeartbeat(pulse, report);
    },
    report,
    stop,
  );
  if (heartbeat === undefined) {
    await Promise.all([database.close(), pulse.close()]);
    return undefined;
  }
  const records = createPostgresRecords(database, days);
  const conversations = createPostgresConversations(database);
  const ended = new AbortController();
  const wakes = new Map<string, () => void>();
  const listening = listen(
    settings.url,
    QUEUE_CHANNEL,
    (message) => wakes.get(message)?.(),
    ended.signal,
  );
  const pruning = pruneSometimes();

  async function pruneSometimes(): Promise<void> {
    while (!ended.signal.aborted) {
      await prune(database, records, conversations).catch((error) => {
        if (!isAway(error)) report.fault(error);
      });
      await pause(PRUNE_EVERY, undefined, { signal: ended.signal }).catch(() => {});
    }
  }

  return {
    records,
    conversations,
    notes: (kind, lifetime) => createPostgresNotes(database, kind, lifetime),
    secret: (name, made) => sharedSecret(database, name, made),
    whileHolding: (name, work, until) => whileHolding(database, name, work, until),
    queue: (bot) => createPostgresQueue(database, bot),
    workOff: (bot, queue, handle, until) =>
      workOff(queue, heartbeat, handle, until, {
        onWake: (wake) => wakes.set(`${database.tenant} ${bot}`, wake),
        fault: report.fault,
      }),
    async inTurn(name, seconds, until) {
      // nobody gives it back: it ends by itself, and that is the pace
      while ((await takeLease(database, name, seconds)) === undefined)
        await pause(AGAIN / 4, undefined, { signal: until });
    },
    shareParts: (parts, until) => shareParts(database, heartbeat.id, parts, until),
    async asOneCommit(work) {
      const { writes } = await collectWrites(work, heartbeat.isThere);
      while (!ended.signal.aborted) {
        try {
          return await commit(database, writes);
        } catch (error) {
          if (!isAway(error)) throw error;
          await heartbeat.there(ended.signal);
          await pause(AGAIN, undefined, { signal: ended.signal }).catch(() => {});
        }
      }
    },
    isAway,
    isFresh: heartbeat.isFresh,
    isThere: heartbeat.isThere,
    get thereSince() {
      return heartbeat.thereSince;
    },
    async insist(call, until) {
      for (;;) {
        try {
          return await call();
        } catch (error) {
          if (!isAway(error) || until.aborted) throw error;
          await heartbeat.there(until);
          await pause(AGAIN / 4, undefined, { signal: until });
        }
      }
    },
    async stop() {
      ended.abort();
      await Promise.all([listening, pruning, heartbeat.stop()]);
      await Promise.all([database.close(), pulse.close()]);
    },
  };
}

/** Does what needs the database, however long that is away; undefined where `stop` came first. */
async function reach<T>(
  call: () => Promise<T>,
  report: HeartbeatReport,
  stop: AbortSignal,
): Promise<T | undefined> {
  let toldAt = 0;
  while (!stop.aborted) {
    try {
      const result = await call();
      if (toldAt > 0) report.back();
      return result;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (Date.now() - toldAt >= 60_000) {
        toldAt = Date.now();
        report.away(error instanceof Error ? error.message || error.name : String(error));
      }
      await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
    }
  }
  return undefined;
}

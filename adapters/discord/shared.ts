import { setTimeout as pause } from 'node:timers/promises';
import { REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Chat } from '../../src/chat/chat.ts';
import type { Worker } from '../../src/chat/worker.ts';
import type { Vitals } from '../common/health.ts';
import type { Log } from '../common/log.ts';
import type { Policy } from '../common/policy.ts';
import type { Way } from '../common/proxy.ts';
import { refusedLogin } from './gateway.ts';
import type { Timing } from './timing.ts';

/** What the shards of a bot run with. */
export interface ShardsRun {
  readonly token: string;
  readonly apiBase: string | undefined;
  readonly guildId: string | undefined;
  readonly chat: Chat;
  readonly way: Way;
  readonly policy: Policy;
  readonly log: Log;
  readonly timing: Timing;
  readonly vitals: Vitals;
  /** Which shards are run, of how many; all that Discord recommends where one process has them. */
  readonly shards: 'auto' | { readonly of: readonly number[]; readonly count: number };
  /** What this process shares with others, where it is one of several. */
  readonly worker?: Worker;
}

/** Runs some shards until `stop` is given. */
type RunShards = (run: ShardsRun, stop: AbortSignal) => Promise<void>;

/** Milliseconds before Discord is asked again how many shards there are to be. */
const AGAIN = 5000;
/** Milliseconds for which the number of shards holds that the workers agreed on, once none runs any. */
const AGREED = 60_000;
/** Milliseconds between two signs of life of a worker without a shard. */
const PULSE = 5000;
/** Seconds between two logins, as Discord wants them. */
const LOGIN_PACE = 5;

/**
 * Runs this worker's share of a bot's shards until `stop` is given: each shard is logged in by one
 * worker, and by another within seconds where that one is gone.
 */
export async function shareShards(
  run: Omit<ShardsRun, 'shards' | 'worker'>,
  worker: Worker,
  stop: AbortSignal,
  runShards: RunShards,
): Promise<void> {
  const { log, timing } = run;
  const gateway = await askGateway(run, worker, stop);
  if (gateway === undefined) return;
  const { name, count, atOnce } = gateway;
  const vitals = createSharedVitals(run.vitals);
  const ws: NonNullable<Timing['ws']> = {
    // Discord wants so many seconds between two logins, of whatever workers
    buildIdentifyThrottler: () => ({
      waitForIdentify: (shard, signal) =>
        worker.inTurn(`${name} login ${shard % atOnce}`, LOGIN_PACE, signal),
    }),
    ...timing.ws,
  };
  const agreed = worker.notes('discord shards', AGREED);
  const pulse = setInterval(() => {
    vitals.stand();
    if (vitals.runs) void agreed.put(name, String(count)).catch(() => {});
  }, PULSE).unref();
  log.info(`stands by for ${count} shards, beside other workers`);
  vitals.stand();
  try {
    await worker.shareParts(
      {
        name,
        count,
        async work(shard, signal) {
          log.info(`runs shard ${shard} of ${count}`);
          const own = vitals.of(shard);
          const shards = { of: [shard], count };
          try {
            await runShards(
              { ...run, timing: { ...timing, ws }, vitals: own, shards, worker },
              signal,
            );
          } finally {
            vitals.drop(shard);
          }
        },
      },
      stop,
    );
  } finally {
    clearInterval(pulse);
    run.vitals.connected(false);
  }
}

/** The bot's name among leases, and how many shards it has: what the workers agreed on, or Discord recommends. */
async function askGateway(
  { token, apiBase, way, log }: Omit<ShardsRun, 'shards' | 'worker'>,
  worker: Worker,
  stop: AbortSignal,
) {
  const rest = new REST({
    version: '10',
    ...(apiBase && { api: apiBase }),
    // typed by an older undici, whose calls ours takes as well
    agent: way.dispatcher as never,
  }).setToken(token);
  while (!stop.aborted) {
    try {
      const { id } = (await rest.get(Routes.user())) as { readonly id: string };
      const found = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
      const name = `discord:${id}`;
      const notes = worker.notes('discord shards', AGREED);
      const agreed = Number(await notes.get(name));
      const count = agreed > 0 ? agreed : found.shards;
      await notes.put(name, String(count));
      return { name, count, atOnce: Math.max(1, found.session_start_limit.max_concurrency) };
    } catch (error) {
      const refusal = refusedLogin(error);
      if (refusal) throw refusal;
      if (!worker.isAway(error))
        log.warn({ err: error }, `Discord cannot be reached, again in ${AGAIN / 1000} s`);
      await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
    }
  }
  return undefined;
}

/** The vitals of a bot by those of its shards here: a worker without any is well, too. */
function createSharedVitals(whole: Vitals) {
  const shards = new Map<number, { connected: boolean; waiting: number }>();
  function tell(): void {
    const all = [...shards.values()];
    whole.connected(all.every(({ connected }) => connected));
    whole.waits(all.reduce((sum, { waiting }) => sum + waiting, 0));
  }
  return {
    get runs() {
      return shards.size > 0;
    },
    /** Says of a worker without a shard that it is well. */
    stand() {
      if (shards.size > 0) return;
      whole.connected(true);
    },
    of(shard: number): Vitals {
      const state = { connected: false, waiting: 0 };
      shards.set(shard, state);
      tell();
      return {
        ...whole,
        connected(isConnected) {
          state.connected = isConnected;
          tell();
        },
        waits(count) {
          state.waiting = count;
          tell();
        },
      };
    },
    drop(shard: number) {
      shards.delete(shard);
      tell();
    },
  };
}

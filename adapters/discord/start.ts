import './gateway-socket.ts';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  DefaultRestOptions,
  Events,
  GatewayIntentBits,
  type Guild,
  type Interaction,
  type Message,
  Options,
  type PartialMessage,
  Partials,
  type RESTOptions,
} from 'discord.js';
import type { Chat } from '../../src/chat/chat.ts';
import type { Worker } from '../../src/chat/worker.ts';
import type { YuanwenError } from '../../src/util/errors.ts';
import { UNWATCHED, type Vitals } from '../common/health.ts';
import { hourly } from '../common/hourly.ts';
import type { Log } from '../common/log.ts';
import type { Policy } from '../common/policy.ts';
import { tellWay, type Way } from '../common/proxy.ts';
import type { Config } from '../common/settings.ts';
import { DISCORD } from './api-base.ts';
import { publishCommands } from './commands/publish.ts';
import { createDelivery } from './deliver.ts';
import { refusedLogin, watch } from './gateway.ts';
import { connectBy } from './gateway-socket.ts';
import { handlers } from './handlers.ts';
import { greet, post } from './post.ts';
import { type ShardsRun, shareShards } from './shared.ts';
import type { Timing } from './timing.ts';

export type { Timing } from './timing.ts';

const TIMING: Timing = { lostAfter: 90_000, loginPauses: [5000, 15_000, 60_000] };

/** Milliseconds that answers in flight have to be sent once a stop was asked for. */
const DRAIN = 3500;
/** Milliseconds between two looks at the heartbeats, and those that one of them counts as fresh. */
const PULSE = 5000;
const FRESH = 60_000;
/** Milliseconds that a client has to leave: one whose login hangs ends with the process. */
const LEAVE = 500;

type Settings = NonNullable<Config['discord']>;

/**
 * Runs the bot until `stop` is given, then sends the answers in flight and returns.
 * @param worker what this process shares with others, where it is one of several
 * @throws YuanwenError when Discord will not work with this token, or its gateway is lost for good
 */
export async function runDiscord(
  { token, apiBase, guildId }: Settings,
  chat: Chat,
  policy: Policy,
  log: Log,
  stop: AbortSignal,
  timing: Timing = TIMING,
  vitals: Vitals = UNWATCHED,
  worker?: Worker,
): Promise<void> {
  const { way } = policy;
  connectBy(way.agentOf);
  tellWay(way, apiBase ?? DISCORD, log);
  const run = { token, apiBase, guildId, chat, way, policy, log, timing };
  if (worker === undefined) return runShards({ ...run, vitals, shards: 'auto' }, stop);
  return shareShards({ ...run, vitals }, worker, stop, runShards);
}

/** Runs the shards of one client until `stop` is given, then sends the answers in flight and returns. */
async function runShards(run: ShardsRun, stop: AbortSignal): Promise<void> {
  const { token, guildId, chat, policy, log, vitals, shards, worker } = run;
  const { reportTo } = policy;
  // of several workers one registers the commands and reports
  const isFirst = shards === 'auto' || shards.of.includes(0);
  const { lostAfter, loginPauses, ws } = run.timing;
  const stopped = once(stop, 'abort');
  const stopping = new AbortController();
  let lost: (error: unknown) => void = () => {};
  const deliver = createDelivery(
    log,
    stopping.signal,
    (error) => lost(error),
    () => vitals.met('retry'),
  );
  const answers = handlers(chat, policy, deliver);
  const inFlight = new Set<Promise<void>>();
  function track<T>(handle: (event: T) => Promise<void>): (event: T) => void {
    return (event) => {
      if (stop.aborted) return;
      vitals.waits(inFlight.size + 1);
      const handled = () => handle(event);
      const done = (worker ? worker.asOneCommit(handled) : handled())
        .catch((error) => log.error({ err: error }, 'an event could not be answered'))
        .finally(() => {
          inFlight.delete(done);
          vitals.waits(inFlight.size);
        });
      inFlight.add(done);
    };
  }

  let online: Client<true> | undefined;
  let isReporting = false;
  /** Tells the chat of the operator's what was not answered, once a week. */
  async function report(): Promise<void> {
    const client = online;
    if (client === undefined || reportTo === undefined) return;
    await chat.reportWeekly((card) => post(client, reportTo, card, chat));
  }

  /** Attached before the login: what came while it went on is handed out the moment it is over. */
  function listen(client: Client): void {
    client.on(Events.MessageCreate, track<Message>(answers.message));
    const edited = track<Message | PartialMessage>(answers.edited);
    client.on(Events.MessageUpdate, (_, message) => edited(message));
    client.on(Events.InteractionCreate, track<Interaction>(answers.interaction));
    const joined = track<Guild>((guild) => greet(guild, chat, policy.access, deliver));
    client.on(Events.GuildCreate, joined);
    client.on(Events.Error, (error) => log.warn({ err: error }, 'the gateway has an error'));
    client.rest.on('rateLimited', () => vitals.met('flood'));
    client.once(Events.ClientReady, (ready) => {
      vitals.connected(true);
      log.info(`${ready.user.tag} listens in ${ready.guilds.cache.size} servers`);
      online = ready;
      if (isFirst && !isReporting) void hourly(report, 'the weekly report', log, stopping.signal);
      isReporting = true;
      if (isFirst)
        void deliver(async () => {
          if (await publishCommands(ready, guildId)) log.info('commands registered');
        });
    });
    watch(client, lostAfter, log, (error: YuanwenError) => lost(error));
  }

  for (let tries = 0; !stop.aborted; tries++) {
    const client = createClient(run, ws);
    const failed = new Promise<never>((_, reject) => {
      lost = reject;
    });
    listen(client);
    const pulse = setInterval(() => feel(client, vitals), PULSE).unref();
    const login = client.login(token).catch((error) => lost(error));
    try {
      await Promise.race([stopped, failed]);
      await Promise.race([Promise.allSettled(inFlight), pause(DRAIN)]);
    } catch (error) {
      const refusal = refusedLogin(error);
      if (refusal) throw refusal;
      const wait = loginPauses[Math.min(tries, loginPauses.length - 1)] ?? 0;
      log.warn({ err: error }, `Discord cannot be reached, again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
    } finally {
      lost = () => {};
      clearInterval(pulse);
      vitals.connected(false);
      online = undefined;
      if (stop.aborted) stopping.abort();
      client.removeAllListeners();
      // a client destroyed in the middle of its login would go on with it in the background
      const left = login.then(() => client.destroy());
      await Promise.race([left, pause(LEAVE)]);
    }
  }
}

/** Tells of the last heartbeats that Discord has acknowledged, if all of them are fresh. */
function feel(client: Client, vitals: Vitals): void {
  const beats = [...client.ws.shards.values()].map(({ lastPingTimestamp: at }) => at);
  if (beats.length > 0 && Date.now() - Math.min(...beats) < FRESH) vitals.heard();
}

function createClient({ apiBase, way, shards }: ShardsRun, ws: Timing['ws']): Client {
  return new Client({
    // none of these is privileged: mentions and direct messages come with their content
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    ...(shards === 'auto' ? { shards } : { shards: [...shards.of], shardCount: shards.count }),
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      // with none kept, a message that the gateway replays would count as new
      MessageManager: 50,
      UserManager: { maxSize: PEOPLE, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildMemberManager: {
        maxSize: PEOPLE,
        keepOverLimit: ({ id, client }) => id === client.user.id,
      },
    }),
    rest: {
      version: '10',
      timeout: 10_000,
      retries: 2,
      agent: restAgent(way),
      makeRequest: async (url, init) => DefaultRestOptions.makeRequest(url, await asBytes(init)),
      ...(apiBase && { api: apiBase }),
    },
    waitGuildTimeout: 5000,
    ...(ws && { ws }),
  });
}

/** People remembered, and members of each server: they are only looked at while they ask. */
const PEOPLE = 1000;

type RestRequest = Parameters<RESTOptions['makeRequest']>[1];

/**
 * A form with files as the bytes that are sent: the undici of our agents knows no form made by
 * another one.
 */
async function asBytes(request: RestRequest): Promise<RestRequest> {
  if (!(request.body instanceof FormData)) return request;
  const form = new Response(request.body);
  const type = form.headers.get('content-type') ?? '';
  const headers = { ...(request.headers as Record<string, string>), 'content-type': type };
  return { ...request, headers, body: new Uint8Array(await form.arrayBuffer()) };
}

/** discord.js types its agents by an older undici, whose calls ours takes as well. */
function restAgent({ dispatcher }: Way): NonNullable<RESTOptions['agent']> {
  return dispatcher as unknown as NonNullable<RESTOptions['agent']>;
}

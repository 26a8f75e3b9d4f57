import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Options,
  Partials,
} from 'discord.js';
import type { Chat } from '../../src/chat/chat.ts';
import type { Config } from '../../src/config.ts';
import { YuanwenError } from '../../src/errors.ts';
import type { Log } from '../log.ts';
import { publishCommands } from './commands.ts';
import { createDelivery, refusedToken } from './deliver.ts';
import { handlers } from './handlers.ts';

export interface Timing {
  /** Milliseconds without a session on some shard after which the process is better started anew. */
  readonly lostAfter: number;
  /** Milliseconds before each further try to log in; the last goes on. */
  readonly loginPauses: readonly number[];
  /** For tests, which cannot wait for Discord's pace of logins. */
  readonly ws?: NonNullable<ClientOptions['ws']>;
}
const TIMING: Timing = { lostAfter: 90_000, loginPauses: [5000, 15_000, 60_000] };

/** Milliseconds that answers in flight have to be sent once a stop was asked for. */
const DRAIN = 3500;
/** Milliseconds that the gateway has to close. */
const LEAVE = 500;

type Settings = NonNullable<Config['discord']>;

/**
 * Runs the bot until `stop` is given, then sends the answers in flight and returns.
 * @throws YuanwenError when Discord will not work with this token, or its gateway is lost for good
 */
export async function runDiscord(
  settings: Settings,
  chat: Chat,
  log: Log,
  stop: AbortSignal,
  timing: Timing = TIMING,
): Promise<void> {
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const track = <T>(handle: (event: T) => Promise<void>) => {
    return (event: T) => {
      if (stop.aborted) return;
      const done = handle(event)
        .catch((error) => log.error({ err: error }, 'an event could not be answered'))
        .finally(() => inFlight.delete(done));
      inFlight.add(done);
    };
  };

  for (let tries = 0; !stop.aborted; tries++) {
    const client = createClient(settings.apiBase, timing.ws);
    let login: Promise<unknown> = Promise.resolve();
    try {
      await new Promise<void>((resolve, reject) => {
        stop.addEventListener('abort', () => resolve(), { once: true });
        const deliver = createDelivery(log, stopping.signal, reject);
        // before the login: what came while it went on is handed out the moment it is over
        const { message, interaction } = handlers(chat, deliver);
        client.on(Events.MessageCreate, track<Message>(message));
        client.on(Events.InteractionCreate, track<Interaction>(interaction));
        client.on(Events.Error, (error) => log.warn({ err: error }, 'the gateway has an error'));
        client.once(Events.ClientReady, (ready) => announce(ready, settings.guildId, log, stop));
        watch(client, timing.lostAfter, log, stop, reject);
        login = client.login(settings.token).catch(reject);
      });
      await Promise.race([Promise.allSettled(inFlight), pause(DRAIN)]);
    } catch (error) {
      if (stop.aborted) return;
      const refusal = refusedLogin(error);
      if (refusal) throw refusal;
      const wait = timing.loginPauses[Math.min(tries, timing.loginPauses.length - 1)] ?? 0;
      log.warn({ err: error }, `Discord cannot be reached, again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
    } finally {
      if (stop.aborted) stopping.abort();
      // a client destroyed in the middle of its login would go on with it in the background
      const left = login.then(() => client.destroy());
      await Promise.race([left, pause(LEAVE)]);
    }
  }
}

/** Once it is ready: says so, and brings the commands up to date. */
function announce(
  client: Client<true>,
  guildId: string | undefined,
  log: Log,
  stop: AbortSignal,
): void {
  log.info(`${client.user.tag} listens in ${client.guilds.cache.size} servers`);
  publishCommands(client, guildId)
    .then((changed) => changed && log.info('commands registered'))
    .catch((error) => {
      if (!stop.aborted) log.warn({ err: error }, 'commands could not be registered');
    });
}

function createClient(apiBase: string | undefined, ws: Timing['ws']): Client {
  return new Client({
    // none of these is privileged: mentions and direct messages come with their content
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // with none kept, a message that the gateway replays would count as new
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 50 }),
    rest: { version: '10', timeout: 10_000, retries: 2, ...(apiBase && { api: apiBase }) },
    waitGuildTimeout: 5000,
    ...(ws && { ws }),
  });
}

/**
 * Watches the gateway: discord.js resumes by itself, but not where Discord closes for good, and it
 * waits for ever on a RESUME that is not answered.
 */
function watch(
  client: Client,
  lostAfter: number,
  log: Log,
  stop: AbortSignal,
  lost: (error: YuanwenError) => void,
): void {
  const waiting = new Map<number, NodeJS.Timeout>();
  const away = (shard: number) => {
    if (stop.aborted) return;
    log.info(`shard ${shard} reconnects`);
    if (waiting.has(shard)) return;
    const timer = setTimeout(() => {
      lost(
        new YuanwenError(
          'platform',
          `Discord: shard ${shard} got no session back within ${lostAfter / 1000} s: start again.`,
        ),
      );
    }, lostAfter);
    waiting.set(shard, timer.unref());
  };
  const back = (shard: number) => {
    clearTimeout(waiting.get(shard));
    waiting.delete(shard);
  };
  client.on(Events.ShardReconnecting, away);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardDisconnect, ({ code }) => lost(closed(code)));
  client.on(Events.Invalidated, () => lost(closed()));
}

/** What it means that Discord closed the gateway and will not have us back. */
function closed(code?: number): YuanwenError {
  if (code === 4004) return refusedToken();
  const why =
    code === 4013 || code === 4014
      ? 'refuses the intents of the bot: check its page in the developer portal'
      : code === 4010 || code === 4011
        ? 'refuses its shards: start again'
        : 'has ended the session for good: start again';
  return new YuanwenError('platform', `Discord: the gateway ${why} (${code ?? 'invalidated'}).`);
}

/** The error to stop with when Discord will not work with us whatever we try; else undefined. */
function refusedLogin(error: unknown): YuanwenError | undefined {
  if (error instanceof YuanwenError) return error;
  if (!(error instanceof DiscordjsError)) return undefined;
  if (error.code === DiscordjsErrorCodes.TokenInvalid) return refusedToken();
  return error.code === DiscordjsErrorCodes.DisallowedIntents ? closed(4014) : undefined;
}

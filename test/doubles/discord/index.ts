import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { Signal } from '../signal.ts';
import { CALLBACK_SCHEMAS } from './acknowledge.ts';
import { createBot } from './bot.ts';
import { CommandRegistry } from './command-registry.ts';
import { controlsOf, type GatewayControls } from './gateway/controls.ts';
import { Gateway } from './gateway/gateway.ts';
import { welcome } from './gateway/welcome.ts';
import { listen } from './listen.ts';
import { Faults, seeded } from './rest/faults.ts';
import { Router } from './rest/router.ts';
import { gatewayRoutes } from './rest/routes/gateway.ts';
import { type Call, createRest } from './rest/server.ts';
import { loadSchemas, type SchemaSource } from './schema.ts';
import { seen } from './seen.ts';
import { Stage } from './stage.ts';
import type { State } from './state.ts';
import { type Command, type Message, type User, World } from './world.ts';

export type { Person } from './people/person.ts';
export type { Said } from './people/said.ts';
export type { Channel, Guild } from './world.ts';

export interface DiscordOptions {
  /** The name under which REST and gateway say that they are found; 127.0.0.1. */
  readonly hostname?: string;
  /** Milliseconds between heartbeats; 41,250 as at Discord unless a test is about them. */
  readonly heartbeatInterval?: number;
  /** Privileged intents switched on in the developer portal, as bits; none. */
  readonly privilegedIntents?: number;
  /** Shards that `/gateway/bot` recommends; one. */
  readonly shards?: number;
  /** Shards below which a login is refused with 4011, as over 2,500 servers; one. */
  readonly leastShards?: number;
  /** Logins left of the day's 1,000. */
  readonly logins?: number;
  /** Milliseconds the bot has to acknowledge an interaction; 3,000. */
  readonly acknowledgeWithin?: number;
  /** Of the faults that strike by chance. */
  readonly seed?: number;
  /** Where the schemas of bodies are from: Discord's document where it is at hand, else the package. */
  readonly schemas?: SchemaSource;
}

/**
 * Discord on loopback: REST and gateway for one bot, and the people who talk to it.
 *
 * ```ts
 * const discord = await startDiscord();
 * const client = new Client({ rest: { api: discord.api, version: '10' }, … });
 * await client.login(discord.token);
 * await discord.ready();
 * const channel = discord.channel(discord.guild());
 * const li = discord.user({ name: 'li' });
 * const answer = await li.mention(channel, '成交额是多少？').answer();
 * const shown = await li.slash(channel, 'ask', { question: '成交额是多少？' }).response();
 * await li.press(shown, '下一条').response();
 * discord.faults.add({ method: 'POST', route: /messages$/, kind: 'status', status: 503, times: 2 });
 * discord.gateway.drop();
 * await client.destroy();
 * await discord.close();
 * ```
 */
export interface DiscordDouble
  extends Pick<
    Stage,
    | 'user'
    | 'guild'
    | 'channel'
    | 'joins'
    | 'thread'
    | 'privateChannel'
    | 'role'
    | 'deleteChannel'
    | 'deleteMessage'
  > {
  /** For discord.js' `rest.api`: `http://HOSTNAME:PORT/api`. */
  readonly api: string;
  readonly token: string;
  /** The bot, whose id is the application's too. */
  readonly bot: User;
  /** What goes wrong with REST calls. */
  readonly faults: Faults;
  readonly gateway: GatewayControls;
  /** Messages of the bot's that were accepted, in order, as they are now; without "thinking…". */
  readonly messages: readonly Message[];
  /** Every REST call, in order, those refused too. */
  readonly calls: readonly Call[];
  /** Commands registered in a guild, or globally. */
  commands(guild?: { readonly id: string }): readonly Command[];
  /** Resolves once every shard that the bot asked for is logged in. */
  ready(timeout?: number): Promise<void>;
  /** Resolves with what `find` gives once that is neither undefined nor false. */
  waitFor<T>(what: string, find: () => T | undefined | false, timeout?: number): Promise<T>;
  /** Ends every connection and timer. */
  close(): Promise<void>;
}

/** Starts a Discord on a free port, with nobody on it but the bot. */
export async function startDiscord(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const {
    acknowledgeWithin = 3000,
    hostname = '127.0.0.1',
    leastShards = 1,
    shards = leastShards,
    logins = 1000,
    privilegedIntents = 0,
  } = options;
  const calls: Call[] = [];
  const signal = new Signal(() => seen(calls, messages()));
  const { bot, token } = createBot();
  const world = new World();
  world.users.set(bot.id, bot);
  const messages = () =>
    [...world.messages.values()].filter(({ author, loading }) => author === bot && !loading);
  const state: State = {
    token,
    bot,
    world,
    commands: new CommandRegistry(bot.id),
    interactions: new Map(),
    readsContent: (privilegedIntents & GatewayIntentBits.MessageContent) !== 0,
    validate: await loadSchemas(options.schemas),
    signal,
    files: new Map(),
    filesAt: () => `http://${hostname}:${http.port}`,
    dispatch: (event) => gateway.dispatch(event),
  };
  // the address is known only once the server listens, and nobody calls before that
  let answer: RequestListener = (_, response) => response.destroy();
  const http = await listen((request, response) => answer(request, response));
  const url = `ws://${hostname}:${http.port}`;
  const gateway = new Gateway({
    token,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    privilegedIntents,
    leastShards,
    welcome: (session) => welcome(state, session, url),
    changed: () => signal.changed(),
  });
  http.server.on('upgrade', (request, socket, head) =>
    gateway.upgrade(request, socket as Socket, head),
  );
  const remaining = () => Math.max(0, logins - gateway.identifies.length);
  const faults = new Faults(seeded(options.seed ?? 1));
  const router = new Router(gatewayRoutes({ url, shards, remaining }));
  // compiled now: within the first calls it would take so long that a client gives up
  for (const schema of [...router.schemas, ...Object.values(CALLBACK_SCHEMAS)]) {
    state.validate(schema, {});
  }
  answer = createRest(state, router, faults, calls);
  const stage = new Stage(state, acknowledgeWithin);
  const controls = controlsOf(gateway, url);

  return {
    api: `http://${hostname}:${http.port}/api`,
    token,
    bot,
    faults,
    gateway: controls,
    calls,
    get messages() {
      return messages();
    },
    commands: (guild) => state.commands.list(guild?.id),
    user: (parts) => stage.user(parts),
    guild: (parts) => stage.guild(parts),
    channel: (guild, parts) => stage.channel(guild, parts),
    joins: (guild) => stage.joins(guild),
    thread: (parent, name) => stage.thread(parent, name),
    privateChannel: (...people) => stage.privateChannel(...people),
    role: (guild, name) => stage.role(guild, name),
    deleteChannel: (channel) => stage.deleteChannel(channel),
    deleteMessage: (message) => stage.deleteMessage(message),
    async ready(timeout) {
      await signal.waitFor('the bot to be logged in', () => gateway.isComplete, timeout);
    },
    waitFor: (what, find, timeout) => signal.waitFor(what, find, timeout),
    async close() {
      gateway.close();
      await http.close();
    },
  };
}

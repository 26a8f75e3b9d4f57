import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { type DiscordDouble, type DiscordOptions, startDiscord } from './index.ts';

export interface Connected {
  readonly discord: DiscordDouble;
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** A discord.js client as the bot's is, which may log in again at once. */
export function createClient(
  discord: DiscordDouble,
  { rest, ...options }: Partial<ClientOptions> = {},
): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    rest: { api: discord.api, version: '10', timeout: 2000, retries: 2, ...rest },
    waitGuildTimeout: 500,
    // discord.js would wait 5 s between two logins of a shard
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
}

/** Starts a double and logs a client in to it. */
export async function connect(
  options: DiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Connected> {
  const discord = await startDiscord(options);
  const client = createClient(discord, clientOptions);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return {
    discord,
    client: client as Client<true>,
    async close() {
      await client.destroy();
      await discord.close();
    },
  };
}

import { Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Connected, connect, createClient } from './client.ts';
import { type Channel, type Person, startDiscord } from './index.ts';

const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

interface Listening extends Connected {
  readonly channel: Channel;
  readonly li: Person;
  /** What the bot read, in order. */
  readonly heard: string[];
}

async function listen(...options: Parameters<typeof connect>): Promise<Listening> {
  const connected = await connect(...options);
  ends.push(() => connected.close());
  const { discord, client } = connected;
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => heard.push(content));
  const channel = discord.channel(discord.guild());
  return { ...connected, channel, li: discord.user(), heard };
}

describe('login', () => {
  it('tells what the bot said of itself', async () => {
    const { discord, client } = await listen();
    expect(discord.gateway.identifies).toMatchObject([
      { token: discord.token, intents: 4609, shard: [0, 1] },
    ]);
    expect(client.user.id).toBe(discord.bot.id);
    expect(discord.calls).toMatchObject([{ method: 'GET', route: '/gateway/bot', status: 200 }]);
  });

  it('is refused to a wrong token, by REST and by the gateway', async () => {
    const discord = await startDiscord();
    const client = createClient(discord);
    ends.push(() => client.destroy(), discord.close);
    await expect(client.login('wrong')).rejects.toThrow(/token/i);
    expect(discord.calls).toMatchObject([{ status: 401 }]);
    discord.gateway.behave({ closesOnIdentify: 4004 });
    await expect(client.login(discord.token)).rejects.toThrow('Authentication failed');
  });

  it('is refused to intents that the portal did not allow', async () => {
    const discord = await startDiscord();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    const client = createClient(discord, { intents });
    ends.push(() => client.destroy(), discord.close);
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
  });

  it('gives the content to a bot that is allowed all of it', async () => {
    const privileged = GatewayIntentBits.MessageContent;
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, privileged];
    const { discord, channel, li, heard } = await listen(
      { privilegedIntents: privileged },
      { intents },
    );
    li.say(channel, '随便说说');
    await discord.waitFor('the message', () => heard.length > 0);
    expect(heard).toEqual(['随便说说']);
  });

  it('spreads servers over as many shards as Discord recommends', async () => {
    const { discord, client, heard } = await listen({ leastShards: 2 }, { shards: 'auto' });
    await discord.ready();
    expect(discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const li = discord.user();
    const shards = new Set<number>();
    client.on(Events.MessageCreate, ({ guild }) => shards.add(guild!.shardId));
    for (let count = 0; count < 40; count++) {
      li.mention(discord.channel(discord.guild()), String(count));
      // ids that a millisecond tells apart: the shard hangs on it
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await discord.waitFor('all messages', () => heard.length === 40);
    expect([...shards].sort()).toEqual([0, 1]);
  });
});

describe('a connection that is lost', () => {
  it.each([
    ['a socket that breaks', (it: Listening) => it.discord.gateway.drop()],
    ['a socket closed with 1001', (it: Listening) => it.discord.gateway.closeWith(1001)],
    ['a socket closed with 4000', (it: Listening) => it.discord.gateway.closeWith(4000)],
    ['op 7', (it: Listening) => it.discord.gateway.reconnect()],
    [
      'op 9 that may be resumed',
      (it: Listening) => it.discord.gateway.invalidate({ resumable: true }),
    ],
  ])('is resumed after %s, and what was missed comes once', async (_, lose) => {
    const listening = await listen();
    const { discord, channel, li, heard } = listening;
    li.mention(channel, '一');
    await discord.waitFor('the first', () => heard.length === 1);
    lose(listening);
    li.mention(channel, '二');
    await discord.waitFor('the resumption', () => discord.gateway.resumes.length === 1);
    li.mention(channel, '三');
    await discord.waitFor('the others', () => heard.length === 3);
    expect(heard.map((content) => content.slice(-1))).toEqual(['一', '二', '三']);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it.each([
    ['op 9', (it: Listening) => it.discord.gateway.invalidate()],
    [
      'a RESUME that is refused',
      (it: Listening) => {
        it.discord.gateway.behave({ onResume: 'invalid session' });
        it.discord.gateway.drop();
      },
    ],
    [
      'sessions that are forgotten',
      (it: Listening) => {
        it.discord.gateway.forgetSessions();
        it.discord.gateway.drop();
      },
    ],
    ['a socket closed with 1000', (it: Listening) => it.discord.gateway.closeWith(1000)],
  ])('is made anew after %s', async (_, lose) => {
    const listening = await listen();
    const { discord, channel, li, heard } = listening;
    lose(listening);
    await discord.waitFor('a second login', () => discord.gateway.identifies.length === 2);
    await discord.ready();
    li.mention(channel, '二');
    await discord.waitFor('the message', () => heard.length === 1);
  });

  it('is noticed by heartbeats that nobody answers', async () => {
    const { discord } = await listen({ heartbeatInterval: 60 });
    await discord.waitFor('heartbeats', () => discord.gateway.heartbeats.length > 1);
    discord.gateway.behave({ answersHeartbeats: false });
    await discord.waitFor('the resumption', () => discord.gateway.resumes.length === 1);
    discord.gateway.behave({ answersHeartbeats: true });
  });

  it('stays lost where RESUME is never answered', async () => {
    const { discord, channel, li, heard } = await listen();
    discord.gateway.behave({ onResume: 'nothing' });
    discord.gateway.drop();
    await discord.waitFor('the attempt', () => discord.gateway.resumes.length === 1);
    li.mention(channel, '二');
    expect(discord.gateway.sessions).toBe(0);
    expect(heard).toEqual([]);
  });

  it.each([
    'unavailable',
    'reset',
  ] as const)('is tried again while new connections are turned away: %s', async (onConnect) => {
    const { discord, channel, li, heard } = await listen();
    discord.gateway.behave({ onConnect }, 700);
    discord.gateway.drop();
    li.mention(channel, '二');
    await discord.ready();
    li.mention(channel, '三');
    await discord.waitFor('the message', () => heard.length > 0);
  });

  it('is given up after 4014', async () => {
    const { discord, client } = await listen();
    const lost = new Promise<number>((resolve) =>
      client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    );
    discord.gateway.closeWith(4014);
    expect(await lost).toBe(4014);
    expect(client.isReady()).toBe(true);
  });
});

describe('frames out of the ordinary', () => {
  it('pass by a bot that stays alive', async () => {
    const { discord, channel, li, heard } = await listen();
    discord.gateway.sendRaw('{"op":');
    discord.gateway.sendRaw('');
    discord.gateway.dispatch('SOMETHING_NEW', { a: 1 });
    li.mention(channel, '在吗');
    await discord.waitFor('the message', () => heard.length === 1);
  });

  it('close the connection of a client that sends them', async () => {
    const discord = await startDiscord();
    ends.push(discord.close);
    const closeOf = (frame: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(discord.gateway.url);
        socket.onmessage = () => socket.send(frame);
        socket.onclose = ({ code }) => resolve(code);
      });
    expect(await closeOf('{')).toBe(4002);
    expect(await closeOf('{"op":99}')).toBe(4001);
    expect(await closeOf('{"op":3,"d":{}}')).toBe(4003);
  });
});

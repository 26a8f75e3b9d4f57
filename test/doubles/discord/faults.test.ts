import { Events } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, connect } from './client.ts';
import type { Channel, Person, Said } from './index.ts';

const POST = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;

let connected: Connected;
let channel: Channel;
let li: Person;
const thrown: unknown[] = [];

beforeAll(async () => {
  connected = await connect();
  const { discord, client } = connected;
  channel = discord.channel(discord.guild());
  li = discord.user();
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    message
      .reply({ content: message.cleanContent, nonce: message.id, enforceNonce: true })
      .catch((error: unknown) => thrown.push(error));
  });
});

afterEach(() => {
  connected.discord.faults.clear();
  thrown.length = 0;
});

afterAll(() => connected.close());

/** What the attempts to answer something were answered with. */
const attempts = ({ message }: Said) =>
  connected.discord.calls
    .filter(({ body }) => (body as { nonce?: string })?.nonce === message.id)
    .map(({ status }) => status);

describe('a fault', () => {
  it('turns a call away until the time is over', async () => {
    const { discord } = connected;
    const fault = discord.faults.add({ ...POST, kind: 'rate limit', retryAfter: 0.15 });
    const at = Date.now();
    const said = li.mention(channel, '一');
    await said.answer();
    expect(Date.now() - at).toBeGreaterThan(140);
    expect(fault.hits).toBe(1);
    expect(attempts(said)).toEqual([429, 200]);
  });

  it('turns every call away when it is global, those too that do not wait', async () => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'rate limit', retryAfter: 30, global: true });
    const ask = () =>
      fetch(`${discord.api}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
    expect((await ask()).status).toBe(200);
    await fetch(`${discord.api}/v10/channels/1/messages`, { method: 'POST' });
    const turnedAway = await ask();
    expect(turnedAway.status).toBe(429);
    expect(turnedAway.headers.get('x-ratelimit-global')).toBe('true');
    expect(await turnedAway.json()).toMatchObject({ global: true });
  });

  it.each([
    ['500 in JSON', { status: 500 }],
    ['502 in HTML', { status: 502, html: true }],
  ])('is an error of the server’s: %s', async (_, how) => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'status', ...how });
    const said = li.mention(channel, '一');
    await said.answer();
    expect(attempts(said)).toEqual([how.status, 200]);
  });

  it('is any code of Discord’s', async () => {
    const { discord } = connected;
    const message = 'Unknown interaction';
    discord.faults.add({ ...POST, kind: 'status', status: 404, code: 10062, message });
    li.mention(channel, '一');
    await discord.waitFor('the failure', () => thrown.length > 0);
    expect(thrown).toMatchObject([{ code: 10062, status: 404, rawError: { message } }]);
  });

  it('is a connection that is reset, which discord.js tries again', async () => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'reset' });
    const said = li.mention(channel, '一');
    await said.answer();
    expect(attempts(said)).toEqual([undefined, 200]);
  });

  it('is a connection that is closed, which discord.js does not try again', async () => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'close' });
    const said = li.mention(channel, '一');
    await discord.waitFor('the failure', () => thrown.length > 0);
    expect(thrown).toMatchObject([{ code: 'UND_ERR_SOCKET' }]);
    expect(attempts(said)).toEqual([undefined]);
  });

  it('may strike what was taken, where a nonce keeps a second copy away', async () => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'reset', accepted: true });
    const said = li.mention(channel, '一');
    await discord.waitFor('a second attempt', () => attempts(said)[1] === 200);
    expect(said.answers).toHaveLength(1);
  });

  it('is an answer that comes late or never', async () => {
    const { discord } = connected;
    discord.faults.add({ ...POST, kind: 'late', milliseconds: 100 });
    const at = Date.now();
    const said = li.mention(channel, '一');
    await said.answer();
    await discord.waitFor('the call', () => attempts(said)[0] === 200);
    expect(Date.now() - at).toBeGreaterThan(95);
    discord.faults.add({ ...POST, kind: 'hang' });
    const signal = AbortSignal.timeout(50);
    const hung = fetch(`${discord.api}/v10/channels/1/messages`, { method: 'POST', signal });
    await expect(hung).rejects.toThrow('timeout');
  });

  it('strikes one channel alone, by a pattern, by chance, until it is removed', async () => {
    const { discord } = connected;
    const other = discord.channel(channel.guild!);
    const fault = discord.faults.add({
      ...{ kind: 'status', status: 403, code: 50013 },
      ...{ route: /messages$/, channel: other.id, times: Number.POSITIVE_INFINITY },
      probability: 0.5,
    });
    await li.mention(channel, '一').answer();
    expect(fault.hits).toBe(0);
    for (let count = 0; count < 40; count++) li.mention(other, String(count));
    await discord.waitFor(
      'every call',
      () => discord.calls.filter(({ path }) => path.includes(other.id)).length === 40,
    );
    expect(fault.hits).toBeGreaterThan(8);
    expect(fault.hits).toBeLessThan(32);
    fault.remove();
    await li.mention(other, '末').answer();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Channel, type DiscordDouble, type Person, startDiscord } from './index.ts';

let discord: DiscordDouble;
let channel: Channel;
let li: Person;
let role: { readonly id: string };

beforeAll(async () => {
  discord = await startDiscord();
  const guild = discord.guild();
  channel = discord.channel(guild);
  role = discord.role(guild, '编辑');
  li = discord.user();
});

afterAll(() => discord.close());

async function pings(body: object): Promise<readonly string[]> {
  await fetch(`${discord.api}/v10/channels/${channel.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}` },
    body: JSON.stringify(body),
  });
  return discord.messages.at(-1)!.pings;
}

describe('who is notified', () => {
  const content = () => `@everyone @here <@${li.id}> <@!${li.id}> <@&${role.id}>`;

  it('is everybody mentioned where nothing is said of mentions', async () => {
    expect(await pings({ content: content() })).toEqual([
      '@everyone',
      '@here',
      `<@${li.id}>`,
      `<@&${role.id}>`,
    ]);
  });

  it('is nobody where none are allowed, nor in embeds', async () => {
    expect(await pings({ content: content(), allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pings({ embeds: [{ description: content() }] })).toEqual([]);
  });

  it('is who is allowed and mentioned too', async () => {
    const users = { users: [li.id, '8'] };
    expect(await pings({ content: content(), allowed_mentions: users })).toEqual([`<@${li.id}>`]);
    const roles = { parse: ['roles'] };
    expect(await pings({ content: content(), allowed_mentions: roles })).toEqual([
      `<@&${role.id}>`,
    ]);
  });

  it('is the author of the message replied to, unless that is forbidden', async () => {
    const { message } = li.say(channel, '多少？');
    const reply = { content: '一', message_reference: { message_id: message.id } };
    expect(await pings(reply)).toEqual([`reply:${li.id}`]);
    expect(await pings({ ...reply, allowed_mentions: { parse: [] } })).toEqual([]);
    const asked = { parse: [], replied_user: true };
    expect(await pings({ ...reply, allowed_mentions: asked })).toEqual([`reply:${li.id}`]);
  });

  it('is whom a text display mentions', async () => {
    const components = [{ type: 10, content: '@here' }];
    expect(await pings({ flags: 32_768, components })).toEqual(['@here']);
  });
});

import { Events, MessageFlags, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, connect } from './client.ts';
import type { Channel, Person } from './index.ts';

let connected: Connected;
let channel: Channel;
let li: Person;

beforeAll(async () => {
  connected = await connect();
  const { discord, client } = connected;
  channel = discord.channel(discord.guild({ name: '读书会' }), { name: '提问' });
  li = discord.user({ name: 'li' });
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    const text = `${message.content}|${message.channel.type}`;
    await message.reply({ content: text, allowedMentions: { parse: [], repliedUser: false } });
  });
});

afterAll(() => connected.close());

describe('messages', () => {
  it('brings a mention to the bot and its reply back', async () => {
    const { discord } = connected;
    const said = li.mention(channel, '成交额是多少？');
    const answer = await said.answer();
    expect(answer.content).toBe(`<@${discord.bot.id}> 成交额是多少？|0`);
    expect(answer).toMatchObject({ channel, pings: [], via: 'channel', edits: [] });
    expect(answer.reference?.message_id).toBe(said.message.id);
    expect(discord.messages.at(-1)).toBe(answer);
  });

  it('brings a direct message to the bot and its reply back', async () => {
    const answer = await li.say(li.direct, '你好').answer();
    expect(answer.content).toBe('你好|1');
  });

  it('withholds what neither mentions the bot nor replies to it with a ping', async () => {
    const answer = await li.say(channel, '随便说说').answer();
    expect(answer.content).toBe('|0');
    expect((await li.reply(answer, '那去年呢？').answer()).content).toBe('那去年呢？|0');
    expect((await li.reply(answer, '那去年呢？', { ping: false }).answer()).content).toBe('|0');
  });

  it('brings a thread', async () => {
    const thread = connected.discord.thread(channel);
    const answer = await li.mention(thread, '在吗').answer();
    expect(answer.channel).toBe(thread);
    expect(answer.flags & MessageFlags.Ephemeral).toBe(0);
  });

  it('brings what is not for the bot: other bots, webhooks, files alone, edits, deletions', async () => {
    const { discord, client } = connected;
    const seen: string[] = [];
    const here = discord.channel(channel.guild!);
    client.on(Events.MessageCreate, ({ author, webhookId, attachments, channelId }) => {
      if (![here.id, li.direct.id].includes(channelId)) return;
      seen.push(`${author.bot} ${webhookId !== null} ${attachments.map(({ name }) => name)}`);
    });
    client.on(Events.MessageUpdate, (_, { content }) => seen.push(`now ${content}`));
    client.on(Events.MessageDelete, ({ id }) => seen.push(`gone ${id}`));
    const other = discord.user({ kind: 'bot' }).mention(here, '一');
    discord.user({ kind: 'webhook' }).mention(here, '一');
    const said = li.say(li.direct, '', { files: ['图.png'] });
    await said.answer();
    li.edit(said, '改');
    discord.deleteMessage(said.message);
    await discord.waitFor('the deletion', () => seen.at(-1)?.startsWith('gone'));
    await other.silence(50);
    expect(seen).toEqual([
      'true false ',
      'true true ',
      'false false 图.png',
      'true false ',
      'now 改',
      `gone ${said.message.id}`,
    ]);
  });

  it('withholds the message replied to where that does not mention the bot', async () => {
    const { discord, client } = connected;
    const referenced: (string | undefined)[] = [];
    client.on(Events.MessageCreate, async (message) => {
      if (message.reference === null || message.author.bot) return;
      referenced.push((await message.fetchReference()).content);
    });
    const wang = discord.user();
    const { message } = wang.say(channel, '去年多少？');
    await li.reply(message, `<@${discord.bot.id}> 答一下`).answer();
    await discord.waitFor('the reference', () => referenced.length === 1);
    expect(referenced).toEqual(['']);
  });

  it('takes files, edits and deletions of the bot’s own', async () => {
    const { discord, client } = connected;
    const there = client.channels.cache.get(channel.id) as TextChannel;
    await there.sendTyping();
    const file = { attachment: Buffer.from('png'), name: 'chart.png', description: '图' };
    const sent = await there.send({ content: ' 图 ', files: [file] });
    const [message] = discord.messages.slice(-1);
    expect(message).toMatchObject({
      content: '图',
      attachments: [{ filename: 'chart.png', size: 3, description: '图' }],
      files: [{ name: 'chart.png', data: Buffer.from('png') }],
    });
    await sent.edit('改');
    expect(message).toMatchObject({ content: '改', edits: [{ content: '图' }], deleted: false });
    await sent.delete();
    expect(message!.deleted).toBe(true);
    await expect(sent.edit('再改')).rejects.toMatchObject({ code: 10008 });
    expect(discord.calls.map(({ route }) => route)).toContain('/channels/{channel_id}/typing');
  });

  it('can be looked up, and so can channels, servers and people', async () => {
    const { discord, client } = connected;
    const here = discord.channel(channel.guild!, { name: '这里' });
    li.say(here, '一');
    const { message } = li.mention(here, '二');
    const found = (await client.channels.fetch(here.id, { force: true })) as TextChannel;
    expect(found.name).toBe('这里');
    const earlier = await found.messages.fetch({ limit: 2, before: message.id, cache: false });
    expect(earlier.map(({ content }) => content)).toEqual(['']);
    const own = await found.messages.fetch({ message: message.id, force: true });
    expect(own.content).toBe(message.content);
    expect(await client.guilds.fetch({ guild: here.guild!.id, force: true })).toMatchObject({
      name: '读书会',
    });
    expect((await client.users.fetch(li.id, { force: true })).username).toBe('li');
    expect((await client.application.fetch()).id).toBe(discord.bot.id);
    await expect(client.guilds.fetch('1')).rejects.toMatchObject({ code: 10004 });
  });

  it('opens direct messages, which are refused where the person takes none', async () => {
    const { discord, client } = connected;
    const wang = discord.user({ takesDirect: false });
    await (await client.users.createDM(li.id)).send('一');
    expect(discord.messages.at(-1)).toMatchObject({ channel: li.direct, content: '一' });
    const refused = client.users.createDM(wang.id).then((direct) => direct.send('一'));
    await expect(refused).rejects.toMatchObject({ code: 50007 });
  });
});

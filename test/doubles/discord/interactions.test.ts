import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  Events,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  SlashCommandBuilder,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, connect } from './client.ts';
import type { Channel, Person } from './index.ts';

const EVERYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];
const INSTALLS = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask about the articles')
  .setDescriptionLocalizations({ 'zh-CN': '问文章', 'zh-TW': '問文章' })
  .setContexts(EVERYWHERE)
  .setIntegrationTypes(INSTALLS)
  .addStringOption((option) =>
    option.setName('question').setDescription('The question').setRequired(true),
  );
const stat = new SlashCommandBuilder()
  .setName('stat')
  .setDescription('Look a figure up')
  .addStringOption((option) =>
    option.setName('measure').setDescription('What').setRequired(true).setAutocomplete(true),
  )
  .addIntegerOption((option) => option.setName('year').setDescription('When'));
const menu = new ContextMenuCommandBuilder()
  .setName('问这条消息')
  .setType(ApplicationCommandType.Message);

let connected: Connected;
let channel: Channel;
let li: Person;
let handle: (interaction: Interaction) => Promise<unknown> = async () => {};
const thrown: unknown[] = [];

beforeAll(async () => {
  connected = await connect();
  const { discord, client } = connected;
  channel = discord.channel(discord.guild());
  li = discord.user({ name: 'li', locale: 'zh-TW' });
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => thrown.push(error));
  });
  await client.application.commands.set([ask.toJSON(), stat.toJSON(), menu.toJSON()]);
});

afterEach(() => {
  thrown.length = 0;
});

afterAll(() => connected.close());

const question = (interaction: Interaction) =>
  interaction.isChatInputCommand() ? interaction.options.getString('question', true) : '';

describe('a slash command', () => {
  it('is answered where it was used: in a server, in direct messages, between people', async () => {
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { context, locale, authorizingIntegrationOwners } = interaction;
      const owner = authorizingIntegrationOwners.userId === null ? 'guild' : 'user';
      await interaction.reply(`${question(interaction)} ${context} ${locale} ${owner}`);
    };
    const wang = connected.discord.user({ name: 'wang' });
    const between = connected.discord.privateChannel(li, wang);
    const elsewhere = connected.discord.channel(connected.discord.guild({ hasBot: false }));
    for (const [place, seen] of [
      [channel, '多少？ 0 zh-TW guild'],
      [li.direct, '多少？ 1 zh-TW guild'],
      [between, '多少？ 2 zh-TW user'],
      [elsewhere, '多少？ 0 zh-TW user'],
    ] as const) {
      const shown = await li.slash(place, 'ask', { question: '多少？' }).response();
      expect(shown.content).toBe(seen);
      expect(shown).toMatchObject({ channel: place, via: 'response', ephemeral: false });
    }
    expect(thrown).toEqual([]);
  });

  it('may be answered for one person alone, deferred, and followed up', async () => {
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('好了');
      await interaction.followUp({ content: '还有', flags: MessageFlags.Ephemeral });
    };
    const use = li.slash(channel, 'ask', { question: '多少？' });
    expect(await use.acknowledged()).toBe(5);
    expect(await use.response()).toMatchObject({ content: '好了', ephemeral: true, edits: [] });
    expect(await use.followUp()).toMatchObject({ content: '还有', ephemeral: true });
  });

  it('has an answer that is told, fetched and deleted', async () => {
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: '一', withResponse: true });
      expect(resource?.message).toMatchObject({ content: '一' });
      expect((await interaction.fetchReply()).id).toBe(resource?.message?.id);
      await interaction.deleteReply();
      await expect(interaction.editReply('二')).rejects.toMatchObject({ code: 10008 });
      await interaction.followUp('三');
    };
    const use = li.slash(channel, 'ask', { question: '多少？' });
    expect(await use.followUp()).toMatchObject({ content: '三', via: 'follow-up' });
    expect(await use.response()).toMatchObject({ content: '一', deleted: true });
    expect(thrown).toEqual([]);
  });

  it('is followed up five times at most where only the person installed the app', async () => {
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('零');
      for (const content of '一二三四五六') await interaction.followUp(content);
    };
    const use = li.slash(connected.discord.privateChannel(li), 'ask', { question: '多少？' });
    await connected.discord.waitFor('a refusal', () => thrown.length > 0);
    expect(thrown).toMatchObject([{ code: 40094 }]);
    expect(use.followUps).toHaveLength(5);
  });

  it('is what Discord offers: registered, with the options it declared', () => {
    expect(() => li.slash(channel, 'tell')).toThrow('only: ask, stat, 问这条消息');
    expect(() => li.slash(channel, 'ask')).toThrow('/ask needs question');
    expect(() => li.slash(channel, 'ask', { q: '' })).toThrow('has no option q, only question');
    expect(() => li.slash(channel, 'stat', { measure: 'a', year: '2022' })).toThrow('not a number');
    expect(() => li.autocomplete(channel, 'ask', {}, 'question')).toThrow('no autocomplete');
    const between = connected.discord.privateChannel(li);
    expect(() => li.slash(between, 'stat', { measure: 'a' })).toThrow('not offered in context 2');
  });
});

describe('autocomplete', () => {
  it('shows the choices for what is typed', async () => {
    handle = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}`, value: 'x' }]);
    };
    const use = li.autocomplete(channel, 'stat', { measure: '成交', year: 2022 }, 'measure');
    expect(await use.choices()).toEqual([{ name: 'measure 成交', value: 'x' }]);
  });

  it('takes 25 choices of 100 characters and nothing but choices', async () => {
    const choice = (length: number) => ({ name: '额'.repeat(length), value: 'x' });
    handle = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const text = interaction.options.getFocused();
      await interaction.respond(text === '26' ? Array(26).fill(choice(1)) : [choice(101)]);
    };
    for (const measure of ['26', '101']) {
      const use = li.autocomplete(channel, 'stat', { measure }, 'measure');
      await connected.discord.waitFor('a refusal', () => thrown.length > 0);
      expect(thrown.pop()).toMatchObject({ code: 50035, status: 400 });
      expect(use.interaction.choices).toBeUndefined();
    }
  });
});

describe('a message menu', () => {
  it('tells the content of the message though it does not mention the bot', async () => {
    handle = async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(`“${interaction.targetMessage.content}”`);
    };
    const { message } = li.say(channel, '江苏的成交额是多少？');
    expect((await li.menu(message, '问这条消息').response()).content).toBe(
      '“江苏的成交额是多少？”',
    );
  });
});

describe('an interaction', () => {
  it('is acknowledged once, in time, before anything else', async () => {
    const codes: unknown[] = [];
    let expire = () => {};
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const send = (path: string, body: object) =>
        fetch(`${connected.discord.api}/v10${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
        }).then((response) => (response.ok ? response.status : response.json()));
      const { id, token, applicationId } = interaction;
      const callback = `/interactions/${id}/${token}/callback`;
      const reply = { type: 4, data: { content: '好' } };
      codes.push(await send(`/webhooks/${applicationId}/${token}`, { content: '早' }));
      codes.push(await send(callback, { type: 7, data: {} }));
      codes.push(await send(callback, reply));
      codes.push(await send(callback, reply));
      codes.push(await send(`/webhooks/${applicationId}/x`, { content: '?' }));
      expire();
      codes.push(await send(`/webhooks/${applicationId}/${token}`, { content: '晚' }));
      codes.push(await send(`/interactions/${id}/x/callback`, reply));
    };
    const use = li.slash(channel, 'ask', { question: '多少？' });
    expire = () => use.expireToken();
    await connected.discord.waitFor('all answers', () => codes.length === 7);
    expect(codes).toMatchObject([
      { code: 10015 },
      { code: 50035, errors: { type: {} } },
      204,
      { code: 40060 },
      { code: 50027 },
      { code: 50027 },
      { code: 10062 },
    ]);
  });

  it('is unknown when it took too long', async () => {
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    handle = async (interaction) => {
      await late;
      if (interaction.isChatInputCommand()) await interaction.reply('晚了');
    };
    const use = li.slash(channel, 'ask', { question: '多少？' });
    use.expire();
    answer();
    await connected.discord.waitFor('a refusal', () => thrown.length > 0);
    expect(thrown).toMatchObject([{ code: 10062, status: 404 }]);
  });

  it('that nobody answers fails with what was awaited and seen', async () => {
    handle = async () => {};
    const use = li.slash(channel, 'ask', { question: '多少？' });
    await expect(use.response(20)).rejects.toThrow(
      /Waited 20 ms for \/ask {"question":"多少？"} to be answered\. Seen:\ncalls \(\d+\):\n {2}/,
    );
  });
});

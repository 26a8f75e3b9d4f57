import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  type MessageComponentInteraction,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, connect } from './client.ts';
import type { Channel, Person } from './index.ts';

const button = (customId: string, label: string) =>
  new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary);

const ROWS = [
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('v1:next', '下一条'),
    button('v1:last', '上一条').setDisabled(true),
  ),
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('pick')
      .addOptions({ label: '甲', value: 'a' }, { label: '乙', value: 'b' }),
  ),
];

let connected: Connected;
let channel: Channel;
let li: Person;
let handle: (interaction: MessageComponentInteraction) => Promise<unknown> = async () => {};

beforeAll(async () => {
  connected = await connect();
  const { discord, client } = connected;
  channel = discord.channel(discord.guild());
  li = discord.user();
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot) await message.reply({ content: '一', components: ROWS });
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isMessageComponent()) await handle(interaction);
  });
});

afterAll(() => connected.close());

const shown = () => li.mention(channel, '多少？').answer();

describe('components', () => {
  it('update the message they are on', async () => {
    handle = (interaction) => interaction.update({ content: interaction.customId, components: [] });
    const message = await shown();
    expect(await li.press(message, '下一条').response()).toBe(message);
    expect(message).toMatchObject({ content: 'v1:next', edits: [{ content: '一' }] });
    expect(() => li.press(message, 'v1:next')).toThrow('No button v1:next');
  });

  it('are answered with another message, for whoever pressed alone', async () => {
    handle = (interaction) => interaction.reply({ content: '全段', flags: MessageFlags.Ephemeral });
    const message = await shown();
    const whole = await li.press(message, 'v1:next').response();
    expect(whole).toMatchObject({ content: '全段', ephemeral: true, via: 'response' });
    expect(message.edits).toEqual([]);
  });

  it('are selects too, and may be acknowledged first', async () => {
    handle = async (interaction) => {
      await interaction.deferUpdate();
      const content = interaction.isStringSelectMenu() ? interaction.values.join() : '';
      await interaction.editReply({ content, components: [] });
    };
    const message = await shown();
    expect(await li.select(message, 'pick', ['b']).acknowledged()).toBe(6);
    await connected.discord.waitFor('the edit', () => message.content === 'b');
    expect(() => li.select(message, 'pick', ['b'])).toThrow('No select pick');
  });

  it('are those the message has, and not disabled', async () => {
    const message = await shown();
    expect(() => li.press(message, 'v1:last')).toThrow('only: 下一条 (v1:next)');
    expect(() => li.select(message, 'pick', ['c'])).toThrow('has no value c');
    connected.discord.deleteMessage(message);
    expect(() => li.press(message, 'v1:next')).toThrow('is deleted');
  });
});

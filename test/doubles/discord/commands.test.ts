import { ApplicationCommandOptionType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connected, connect, createClient } from './client.ts';
import { type Guild, startDiscord } from './index.ts';

const ASK = {
  name: 'ask',
  integrationTypes: [0, 1],
  contexts: [0, 1, 2],
  description: 'Ask',
  nameLocalizations: { 'zh-CN': '问' },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'The question',
      descriptionLocalizations: { 'zh-TW': '問題' },
      required: false,
    },
  ],
} as const;

let connected: Connected;
let guild: Guild;

beforeAll(async () => {
  connected = await connect();
  guild = connected.discord.guild();
});

afterAll(() => connected.close());

describe('commands', () => {
  it('are kept globally and for each server, by discord.js’ own calls', async () => {
    const { discord, client } = connected;
    const { commands } = client.application;
    await commands.set([ASK]);
    const [first] = discord.commands();
    await commands.set([ASK, { name: 'help', description: 'Help', defaultMemberPermissions: '8' }]);
    expect(discord.commands()).toMatchObject([
      { id: first!.id, name: 'ask', name_localizations: { 'zh-CN': '问' } },
      { name: 'help', default_member_permissions: '8', name_localizations: null },
    ]);
    await commands.create({ name: 'stat', description: 'Statistics' }, guild.id);
    await commands.create({ name: 'stat', description: 'Figures' }, guild.id);
    expect(discord.commands(guild)).toMatchObject([{ name: 'stat', description: 'Figures' }]);
    const [stat] = discord.commands(guild);
    await commands.edit(stat!.id, { description: 'Numbers' }, guild.id);
    expect(discord.commands(guild)).toMatchObject([{ id: stat!.id, description: 'Numbers' }]);
    await commands.delete(stat!.id, guild.id);
    expect(discord.commands(guild)).toEqual([]);
    await expect(commands.delete(stat!.id, guild.id)).rejects.toMatchObject({ code: 10063 });
  });

  it('come back as they were declared, with localisations only where these are asked for', async () => {
    const { client } = connected;
    const { commands } = client.application;
    await commands.set([ASK]);
    const full = await commands.fetch({ withLocalizations: true });
    expect(full.first()?.equals(ASK)).toBe(true);
    const bare = await client.rest.get(`/applications/${client.application.id}/commands`);
    expect(bare).toMatchObject([{ name: 'ask', options: [{ name: 'question' }] }]);
    expect(JSON.stringify(bare)).not.toContain('localizations');
  });

  it('belong to the app alone, in servers it is in', async () => {
    const { discord, client } = connected;
    const elsewhere = discord.guild({ hasBot: false });
    await expect(client.application.commands.set([ASK], elsewhere.id)).rejects.toMatchObject({
      code: 50001,
    });
  });
});

describe('closing', () => {
  it('ends every connection, those too that wait for an answer', async () => {
    const discord = await startDiscord();
    discord.faults.add({ kind: 'hang' });
    const hung = fetch(`${discord.api}/v10/gateway`);
    await discord.waitFor('the call', () => discord.calls.length === 1);
    await discord.close();
    await expect(hung).rejects.toThrow('fetch failed');
    await expect(fetch(`${discord.api}/v10/gateway`)).rejects.toThrow('fetch failed');
  });
});

describe('a login', () => {
  it('is not tried when none is left of the day', async () => {
    const discord = await startDiscord({ logins: 0 });
    const client = createClient(discord);
    await expect(client.login(discord.token)).rejects.toThrow('Not enough sessions remaining');
    await client.destroy();
    await discord.close();
  });

  it('tells the presence', async () => {
    const { discord, client } = connected;
    client.user.setPresence({ activities: [{ name: '读书' }] });
    const told = await discord.waitFor('the presence', () => discord.gateway.presences[1]);
    expect(told).toMatchObject({ activities: [{ name: '读书' }] });
  });
});

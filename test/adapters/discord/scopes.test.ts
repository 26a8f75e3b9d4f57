import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScopes } from '../../../adapters/common/scopes.ts';
import { type DiscordDouble, type Person, startDiscord } from '../../doubles/discord/index.ts';
import type { Channel } from '../../doubles/discord/world.ts';
import { chatOver, newStateDir } from '../../helpers/chat.ts';
import { BULLETIN_PAGE, RAIN, WEATHER_PAGE } from '../../helpers/two-articles.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

let discord: DiscordDouble;
let bot: RunningBot;
let li: Person;
let water: Channel;
let thread: Channel;
let open: Channel;
beforeAll(async () => {
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
  const guild = discord.guild();
  [water, open] = [discord.channel(guild), discord.channel(guild)];
  thread = discord.thread(water, '水务');
  li = discord.user();
  const { scopeOf } = readScopes(
    `water: {articles: [bulletin], in: ["discord:${water.id}"]}
weather: {articles: [weather], in: ["discord:${guild.id}"]}`,
  );
  const chat = await chatOver([BULLETIN_PAGE, WEATHER_PAGE], newStateDir(), { scopeOf });
  bot = startBot(discord, chat);
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length > 0);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

it('a channel and its threads are asked their own articles, whatever the server is', async () => {
  for (const channel of [water, thread]) {
    expect((await li.mention(channel, '新建了几座水厂？').answer()).content).toContain('4座');
    expect((await li.mention(channel, RAIN).answer()).content).not.toMatch(/1200|气象/);
    const list = await li.slash(channel, 'article').response();
    expect(JSON.stringify(list)).not.toContain('气象');
    const figures = await li.slash(channel, 'stat', { measure: '降雨量' }).response();
    expect(figures.content).not.toContain('1200');
  }
  expect((await li.mention(open, RAIN).answer()).content).toContain('1200毫米');
  expect((await li.mention(open, '新建了几座水厂？').answer()).content).not.toContain('4座');
  expect((await li.mention(li.direct, '新建了几座水厂？').answer()).content).toContain('4座');
});

it('what is completed is of the articles of the place', async () => {
  const measures = async (channel: Channel) =>
    (await li.autocomplete(channel, 'stat', { measure: '' }, 'measure').choices())
      .map(({ name }) => name)
      .join();
  expect(await measures(water)).not.toMatch(/气温|降雨/);
  expect(await measures(open)).toMatch(/气温|降雨/);
});

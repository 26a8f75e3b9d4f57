import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../adapters/discord/commands/commands.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { type DiscordDouble, type Person, startDiscord } from '../../doubles/discord/index.ts';
import type { Channel, Message } from '../../doubles/discord/world.ts';
import { articleOf } from '../../helpers/article.ts';
import { LONG, MIXED, YEARS } from '../../helpers/charts.ts';
import { newStateDir } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const BASE = 'https://yuanwen.example.org';
const articles = [articleOf('years', YEARS), articleOf('mixed', MIXED), articleOf('long', LONG)];
const chat = createChat(await createBot({ articles, problems: [] }), newStateDir(), 30, {
  webBaseUrl: BASE,
});
const MEASURE = '青江市技术合同成交额';

let discord: DiscordDouble;
let bot: RunningBot;
let channel: Channel;
let li: Person;
beforeAll(async () => {
  // what draws is loaded before anybody waits for it
  await (await chat.chart({ words: ['青江市技术合同成交额'] })).picture?.png();
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
  bot = startBot(discord, chat);
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length === COMMANDS.length);
  channel = discord.channel(discord.guild());
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await discord.close();
});
beforeEach(() => {
  li = discord.user();
});

const labels = (message: Message) =>
  message.components.flatMap((row) =>
    'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
  );
/** The answer once it no longer thinks. */
async function drawn(answer: Promise<Message>): Promise<Message> {
  const { id } = await answer;
  return discord.waitFor('the picture', () =>
    discord.messages.find((one) => one.id === id && one.attachments.length > 0),
  );
}
function expectPicture({ attachments: [attached], files: [file] }: Message): void {
  expect(attached).toMatchObject({ filename: 'chart.png', contentType: 'image/png' });
  expect([...(file?.data.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
}

describe('/stat chart', () => {
  it.each([
    { measure: MEASURE, chart: true },
    { measure: `图 ${MEASURE}` },
  ])('%j is an attachment that is told in words, with the figures as text', async (options) => {
    const message = await drawn(li.slash(channel, 'stat', options).response());
    expectPicture(message);
    expect(message.ephemeral).toBe(false);
    expect(message.attachments[0]?.description).toBe(
      `${MEASURE} (单位：元): 2017年 180亿元; 2018年 205.5亿元; 2019年 231亿元; 2020年 219.4亿元; 2022年 超268亿元; 2023年 约301亿元`,
    );
    expect(message.content).toContain('• **超268亿元**　2022年');
    expect(message.content).toMatch(
      /-# \[来源：《青江市技术合同年报》（2024-03-01）\]\(<https:\/\/yuanwen\.example\.org\/a\/years@/,
    );
  });

  it('keeps within the limits of a message and of what tells of a picture', async () => {
    const options = { measure: '云岭省用电量', chart: true };
    const message = await drawn(li.slash(channel, 'stat', options).response());
    expectPicture(message);
    expect(message.content.length).toBeLessThanOrEqual(2000);
    expect(message.content).toContain('2023年');
    expect(message.attachments[0]?.description?.length).toBeLessThanOrEqual(1024);
  });

  it('says to the asker alone why figures share no chart, and offers those that do', async () => {
    const options = { measure: '东山区', chart: true };
    const refused = await li.slash(channel, 'stat', options).response();
    expect(refused).toMatchObject({ ephemeral: true, attachments: [] });
    expect(refused.content).toMatch(/不能画在一张图上/);
    expect(labels(refused)).toEqual(['东山区产值 · 元　共3个数字', '东山区企业 · 家　共2个数字']);
    const message = await drawn(li.press(refused, '东山区企业 · 家　共2个数字').response());
    expectPicture(message);
    expect(message.content).toContain('**61家**　2023年');
  });
});

describe('the button 看图', () => {
  it('draws what a look-up lists', async () => {
    const list = await li.slash(channel, 'stat', { measure: MEASURE }).response();
    expectPicture(await drawn(li.press(list, '看图').response()));
  });

  it('draws the years around the figure of an answer, whose citation leads to the page', async () => {
    const answer = await li.mention(channel, '2022年青江市技术合同成交额是多少？').answer();
    expect(answer.content).toMatch(/\]\(<https:\/\/yuanwen\.example\.org\/a\/years@[^)]*quote=/);
    expect(
      answer.components.flatMap((row): unknown[] => ('components' in row ? row.components : [])),
    ).toContainEqual(
      expect.objectContaining({ label: '原文 ↗', url: expect.stringMatching(/\?quote=.*#p5,/) }),
    );
    const message = await drawn(li.press(answer, '看图').response());
    expectPicture(message);
    expect(message.content.match(/^• /gm)?.length).toBe(6);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ASK_THIS, COMMANDS } from '../../../adapters/discord/commands/commands.ts';
import { type DiscordDouble, type Person, startDiscord } from '../../doubles/discord/index.ts';
import type { Channel, Guild, Message } from '../../doubles/discord/world.ts';
import { articleOf } from '../../helpers/article.ts';
import {
  ANSWERED,
  BULLETIN,
  BULLETIN_URL,
  chatOver,
  newStateDir,
  PUBLISHED_BULLETIN,
  UNANSWERED,
} from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER_QUESTION, OTHER_ANSWER]] = ANSWERED;
const stateDir = newStateDir();
const chat = await chatOver(undefined, stateDir);

let discord: DiscordDouble;
let bot: RunningBot;
let guild: Guild;
let channel: Channel;
let li: Person;
beforeAll(async () => {
  discord = await startDiscord({ acknowledgeWithin: 20_000 });
  bot = startBot(discord, chat);
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length === COMMANDS.length);
  guild = discord.guild();
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});
beforeEach(() => {
  channel = discord.channel(guild);
  li = discord.user();
});

const labels = (message: Message) =>
  message.components.flatMap((row) =>
    'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
  );
/** What somebody reads, without the backslashes that keep it plain. */
const plain = (text = '') => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const view = ({ embeds: [embed] }: Message) =>
  plain(`${embed?.author?.name ?? ''}\n${embed?.description ?? ''}`);
async function press(message: Message, label: RegExp): Promise<Message> {
  const found = labels(message).find((each) => each && label.test(each)) ?? String(label);
  return li.press(message, found).response();
}
async function expectSilence(say: () => unknown): Promise<void> {
  const before = discord.messages.length;
  say();
  await li.mention(channel, QUESTION).answer();
  expect(discord.messages.length).toBe(before + 1);
}

describe('a channel', () => {
  it('gets answers to mentions and replies, with lead, figures and citation', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    expect(answer.content).toContain(`**达${ANSWER}**`);
    expect(answer.content).toMatch(/-# ——《滨江新区2022年水务公报》（2023-04-22，滨江日报）第1段/);
    expect(answer.embeds).toEqual([]);
    const further = await li.reply(answer, OTHER_QUESTION).answer();
    expect(further.content).toContain(OTHER_ANSWER);
    expect(further.reference).toBeDefined();
    expect((await li.say(channel, `${QUESTION} <@!${discord.bot.id}>`).answer()).content).toContain(
      ANSWER,
    );
  });

  it('gets nothing else', async () => {
    const other = discord.user({ kind: 'bot' });
    const hook = discord.user({ kind: 'webhook' });
    await expectSilence(() => {
      li.say(channel, QUESTION);
      li.say(channel, `@everyone ${QUESTION}`);
      other.mention(channel, QUESTION);
      hook.mention(channel, QUESTION);
      li.say(channel, '', { files: ['a.png'] as never });
    });
  });

  it('is answered in its thread', async () => {
    const thread = discord.thread(channel, '水务');
    const answer = await li.mention(thread, QUESTION).answer();
    expect(answer.channel).toBe(thread);
  });

  it('gets help for a bare mention', async () => {
    expect((await li.mention(channel, '').answer()).content).toMatch(/\/查数/);
  });

  it('keeps the follow-ups of two people apart', async () => {
    const wang = discord.user();
    await li.mention(channel, QUESTION).answer();
    expect((await wang.mention(channel, '那总投资呢？').answer()).content).not.toContain('江北');
    expect((await li.mention(channel, '那总投资呢？').answer()).content).toContain('超25亿元');
  });
});

describe('direct messages', () => {
  it('are questions, whatever they hold', async () => {
    expect((await li.say(li.direct, QUESTION).answer()).content).toContain(ANSWER);
    expect((await li.say(li.direct, UNANSWERED).answer()).content).not.toContain('水厂');
    expect((await li.say(li.direct, '长'.repeat(3900)).answer()).content).toMatch(/太长/);
  });

  it('without words get a short hint', async () => {
    const said = li.say(li.direct, '', { files: [{ filename: 'a.png', size: 1 }] as never });
    expect((await said.answer()).content).toMatch(/文字/);
  });
});

describe('/ask', () => {
  it('answers everybody, with the question above', async () => {
    const answer = await li.slash(channel, 'ask', { question: QUESTION }).response();
    expect(answer.ephemeral).toBe(false);
    const [above, ...below] = plain(answer.content).split('\n');
    expect(above).toBe(`问：${QUESTION}`);
    expect(below.join()).toContain(ANSWER);
  });

  it('says to the asker alone what the article does not say', async () => {
    const answer = await li
      .slash(channel, 'ask', { question: '滨江新区2019年供水总量是多少？' })
      .response();
    expect(answer.ephemeral).toBe(true);
    expect(answer.content).toMatch(/文中没有2019年供水总量的数字[\s\S]*不是答案/);
    expect(view(answer)).toContain('8.6亿立方米');
    expect(answer.embeds.at(-1)?.footer?.text).toMatch(/第1段/);
  });

  it('works in direct messages and where only the user installed the app', async () => {
    const elsewhere = discord.channel(discord.guild({ hasBot: false }));
    for (const place of [li.direct, elsewhere])
      expect((await li.slash(place, 'ask', { question: QUESTION }).response()).content).toContain(
        ANSWER,
      );
  });
});

describe('the menu of a message', () => {
  it('asks what it says', async () => {
    const { message } = discord.user().say(channel, QUESTION);
    const answer = await li.menu(message, ASK_THIS).response();
    expect(plain(answer.content)).toContain(`问：${QUESTION}`);
    expect(answer.content).toContain(ANSWER);
  });
});

describe('/stat', () => {
  it('completes the measure, then years and actors that fit it', async () => {
    const measures = await li
      .autocomplete(channel, 'stat', { measure: '供水' }, 'measure')
      .choices();
    expect(measures.map(({ value }) => value)).toContain('滨江新区供水总量');
    const initials = await li
      .autocomplete(channel, 'stat', { measure: 'rcl' }, 'measure')
      .choices();
    expect(initials.map(({ value }) => value)).toEqual(['日处理能力']);
    const measure = '滨江新区供水总量';
    const years = await li.autocomplete(channel, 'stat', { measure, year: '' }, 'year').choices();
    expect(years.map(({ value }) => value)).toEqual(['2022']);
    const none = await li
      .autocomplete(channel, 'stat', { measure, year: '1999' }, 'year')
      .choices();
    expect(none).toEqual([]);
    await li.autocomplete(channel, 'stat', { measure, actor: '' }, 'actor').choices();
  });

  it('shows the figure, or a list whose buttons show the sentence of each', async () => {
    const only = await li.slash(channel, 'stat', { measure: '每只价格' }).response();
    expect(only.content).toMatch(/每只价格为\*\*180元\*\*/);
    const list = await li.slash(channel, 'stat', { measure: '2022' }).response();
    expect(labels(list).slice(0, 2)).toEqual(['1', '2']);
    const shown = await press(list, /^2$/);
    expect(shown.content).toBe(list.content);
    expect(BULLETIN).toContain(view(shown).trim().replaceAll('**', ''));
    expect(labels(shown)).toEqual(labels(list));
  });

  it('of another year says so to the asker alone', async () => {
    const answer = await li
      .slash(channel, 'stat', { measure: '供水总量', year: '2019' })
      .response();
    expect(answer).toMatchObject({
      ephemeral: true,
      content: expect.stringMatching(/没有时期为“2019”/),
    });
  });
});

describe('/article and /help', () => {
  it('complete a title and show what is in it', async () => {
    const [choice] = await li
      .autocomplete(channel, 'article', { title: '水务' }, 'title')
      .choices();
    expect(choice?.name).toBe('滨江新区2022年水务公报');
    for (const title of [String(choice?.value), '水务公报']) {
      const shown = await li.slash(channel, 'article', { title }).response();
      expect(plain(shown.content)).toMatch(/目录[\s\S]*一、供水[\s\S]*二、节水[\s\S]*8\.6亿立方米/);
    }
    expect((await li.slash(channel, 'article', { title: '没有这篇' }).response()).ephemeral).toBe(
      true,
    );
    expect((await li.slash(channel, 'article').response()).content).toMatch(/已收1篇/);
    expect((await li.slash(channel, 'help').response()).content).toMatch(/\/提问/);
  });
});

describe('buttons', () => {
  it('turn over the passages and open and close the paragraph, below the answer', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    const { content } = answer;
    await press(answer, /原文段落/);
    expect(view(answer)).toContain(BULLETIN.split('\n')[6]);
    await press(answer, /下一条/);
    expect(view(answer)).toContain('相关段落 2/');
    await press(answer, /上一条/);
    expect(view(answer)).toContain('相关段落 1/');
    await press(answer, /收起/);
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toBe(content);
    expect(labels(answer)).toContain('看原文段落');
  });

  it('ask the suggested question', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    const unfolded = await press(answer, /还可以问/);
    expect(labels(unfolded)).not.toContain('还可以问');
    const label = labels(unfolded).find((each) => each?.endsWith('？'))!;
    const next = await li.press(answer, label).response();
    expect(plain(next.content).startsWith(`问：${label}\n`)).toBe(true);
  });

  it('keep a vote without who gave it', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    const thanks = await li.press(answer, '👎').response();
    expect(thanks).toMatchObject({ ephemeral: true, content: expect.stringMatching(/谢谢/) });
    await li.press(answer, '👎').response();
    const file = join(stateDir, 'votes.jsonl');
    expect(existsSync(file)).toBe(true);
    const votes = readFileSync(file, 'utf8').trimEnd();
    expect(JSON.parse(votes)).toMatchObject({
      platform: 'discord',
      vote: 'down',
      question: QUESTION,
      paragraph: 1,
    });
    expect(votes).not.toContain(li.id);
  });

  it('still work after a restart, and have expired once the article changed', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    await bot.stop();
    bot = startBot(discord, chat);
    await discord.ready();
    await press(answer, /原文段落/);
    expect(view(answer)).toContain('供水总量');
    await bot.stop();
    bot = startBot(discord, await chatOver([articleOf('bulletin', `${BULLETIN}\n又及：更正。\n`)]));
    await discord.ready();
    expect(await press(answer, /下一条/)).toMatchObject({
      ephemeral: true,
      content: expect.stringMatching(/已过期，请重新提问/),
    });
    await bot.stop();
    bot = startBot(discord, chat);
    await discord.ready();
  });
});

describe('commands', () => {
  it('are declared in three languages, for servers, direct messages and user installs', () => {
    const registered = discord.commands();
    expect(registered.map(({ name }) => name).sort()).toEqual(
      COMMANDS.map(({ name }) => name).sort(),
    );
    for (const command of registered) {
      expect(Object.keys(command.name_localizations ?? {}).sort()).toEqual([
        'en-GB',
        'en-US',
        'zh-CN',
        'zh-TW',
      ]);
      // what only the operator may ask is offered in direct messages alone
      const isOwn = ['unanswered', 'corpus'].includes(command.name);
      expect(command.contexts).toEqual(isOwn ? [1] : [0, 1, 2]);
      expect(command.integration_types).toEqual(isOwn ? [0] : [0, 1]);
    }
  });

  it('are registered only when they changed', async () => {
    const puts = () =>
      discord.calls.filter(({ method, path }) => method === 'PUT' && /commands$/.test(path)).length;
    const before = puts();
    await bot.stop();
    const reads = discord.calls.length;
    bot = startBot(discord, chat);
    await discord.ready();
    await discord.waitFor('a look at the commands', () =>
      discord.calls
        .slice(reads)
        .some(
          ({ method, path, status }) => method === 'GET' && /commands/.test(path) && status === 200,
        ),
    );
    await li.mention(channel, QUESTION).answer();
    expect(puts()).toBe(before);
  });

  it('of one server are registered there, and there too only when they changed', async () => {
    const own = discord.guild();
    await bot.stop();
    const puts = () =>
      discord.calls.filter(({ method, path }) => method === 'PUT' && path.includes(own.id)).length;
    for (let start = 0; start < 2; start++) {
      const reads = discord.calls.length;
      bot = startBot(discord, chat, { guildId: own.id });
      await discord.ready();
      await discord.waitFor(
        'the commands of the server',
        () => discord.commands(own).length === COMMANDS.length,
      );
      await discord.waitFor('a look at the commands', () =>
        discord.calls
          .slice(reads)
          .some(
            ({ method, path, status }) =>
              method === 'GET' && path.includes(own.id) && status === 200,
          ),
      );
      await li.mention(channel, QUESTION).answer();
      await bot.stop();
    }
    expect(puts()).toBe(1);
    bot = startBot(discord, chat);
    await discord.ready();
  });
});

describe('the gateway', () => {
  it('is asked for no privileged intent', () => {
    // Guilds, GuildMessages, DirectMessages
    expect(discord.gateway.identifies.at(-1)?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });
});

describe('an article and a question of marks', () => {
  const MARKS =
    '水厂*加粗*_斜_~~删~~`代码`||剧透||[链接](http://x.io) http://y.io discord.gg/abc <@1> <@&2> <#3> @everyone @here <t:1:R> <:e:4> \\ > # 标题';
  const page = articleOf(
    'marks',
    `记号公报\n\n- ${MARKS}另有水厂12座。其余各项从略。\n\n水厂投资25亿元。\n\n3. 水厂员工300人。\n`,
  );

  it('come out as plain characters, and ping nobody', async () => {
    await bot.stop();
    bot = startBot(discord, await chatOver([page]));
    await discord.ready();
    const answer = await li.mention(channel, '另有水厂多少座？').answer();
    await press(answer, /原文段落/);
    expect(view(answer)).toContain(MARKS);
    const asked = await li
      .slash(channel, 'ask', { question: '水厂投资多少？@everyone <@&5> **粗** [x](http://z.io)' })
      .response();
    expect(plain(asked.content)).toContain(
      '问：水厂投资多少？@everyone <@&5> **粗** [x](http://z.io)',
    );
    for (const { pings } of [answer, asked]) expect(pings).toEqual([]);
    for (const shown of [answer.embeds.at(-1)?.description ?? '', asked.content]) {
      const text = shown.replace(/^-# /gm, '');
      expect(text).not.toMatch(/(?<!\\)[<@`[\]|~_#]|(?<![\\*])\*(?!\*)|(?<!\\):\/\//);
    }
    await bot.stop();
    bot = startBot(discord, chat);
    await discord.ready();
  });
});

describe('/privacy and /forget', () => {
  it('answer the asker alone', async () => {
    const [channel, user] = [discord.channel(discord.guild()), discord.user()];
    for (const [name, words] of [
      ['privacy', '/删除记录'],
      ['forget', '已删除'],
    ] as const) {
      const answer = await user.slash(channel, name, {}).response();
      expect(answer.content).toContain(words);
      expect(answer.ephemeral).toBe(true);
    }
  });
});
describe('the language of the interface', () => {
  it.each([
    ['en-US', 'Whole paragraph', /^\/ask, mention me/m],
    ['zh-TW', '看原文段落', /^\/提問，或/m],
    ['zh-CN', '看原文段落', /^\/提问，或/m],
  ] as const)('of somebody whose Discord speaks %s is that, with its names of commands', async (locale, button, howTo) => {
    const somebody = discord.user({ locale });
    const answer = await somebody
      .slash(channel, 'ask', { question: '青禾水厂日处理能力是多少？' })
      .response();
    expect(labels(answer)).toContain(button);
    const help = await somebody.slash(channel, 'help').response();
    expect(plain(help.content)).toMatch(howTo);
    const named = COMMANDS.map(({ name, name_localizations: names }) =>
      locale === 'en-US' ? name : (names?.[locale] ?? name),
    );
    const [, first = ''] = /^\/([^\s，,]+)/m.exec(plain(help.content)) ?? [];
    expect(named).toContain(first);
  });
});

describe('the source of an answer', () => {
  it('is one tap away: as a masked link, as the title of an embed and as a button', async () => {
    const platform = await startDiscord({ acknowledgeWithin: 20_000 });
    const published = await chatOver([articleOf('bulletin', PUBLISHED_BULLETIN)]);
    const running = startBot(platform, published);
    await platform.ready();
    const somebody = platform.user();
    const place = platform.channel(platform.guild());
    const answer = await somebody.mention(place, '青禾水厂日处理能力是多少？').answer();
    expect(answer.content).toContain(`](<${BULLETIN_URL}>)`);
    expect(plain(answer.content)).toMatch(/^-# \[——《.*》（2023-04-22，滨江日报）/m);
    expect(
      answer.components.flatMap((row): unknown[] => ('components' in row ? row.components : [])),
    ).toContainEqual(expect.objectContaining({ label: '原文 ↗', style: 5, url: BULLETIN_URL }));
    const shown = await somebody.press(answer, '看原文段落').response();
    expect(shown.embeds[0]).toMatchObject({
      url: BULLETIN_URL,
      title: expect.stringContaining('滨江日报'),
    });
    await running.stop();
    await platform.close();
  });
});

describe('a vote', () => {
  it('down may be given a reason, by its sender alone, and be changed', async () => {
    const answer = await li.mention(channel, QUESTION).answer();
    const asked = await li.press(answer, '👎').response();
    expect(asked.ephemeral).toBe(true);
    expect(labels(asked)).toEqual(['错了', '不全', '没找到', '其他']);
    const thanked = await li.press(asked, '错了').response();
    expect(thanked.content).toMatch(/谢谢.*👎 错了/);
    expect(labels(thanked)).toEqual([]);
    await li.press(answer, '👍').response();
    const lines = readFileSync(join(stateDir, 'votes.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-3);
    const votes = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(votes.map(({ vote, reason }) => [vote, reason])).toEqual([
      ['down', undefined],
      ['down', 'wrong'],
      ['up', undefined],
    ]);
    expect(new Set(votes.map(({ id }) => id)).size).toBe(1);
    for (const { question } of votes) expect(question).toBe(QUESTION);
  });
});

describe('/forget', () => {
  it('forgets what a reason would belong to, and which answer an edit would change', async () => {
    const said = li.mention(channel, QUESTION);
    const answer = await said.answer();
    const asked = await li.press(answer, '👎').response();
    expect((await li.slash(channel, 'forget').response()).content).toMatch(/^已删除/);
    expect((await li.press(asked, '错了').response()).content).toMatch(/已过期/);
    const { content } = answer;
    li.edit(said, `<@${discord.bot.id}> ${OTHER_QUESTION}`);
    await li.mention(channel, QUESTION).answer();
    expect(answer.content).toBe(content);
  });
});

describe('manners in a server', () => {
  it.each([
    '哈哈',
    '谢谢！',
    '不对吧',
  ])('leave “%s” alone, said in reply to the bot', async (words) => {
    const answer = await li.mention(channel, QUESTION).answer();
    await expectSilence(() => li.reply(answer, words));
    expect((await li.reply(answer, OTHER_QUESTION).answer()).content).toContain(OTHER_ANSWER);
  });

  it('change the answer of a question that is edited', async () => {
    const said = li.mention(channel, QUESTION);
    const answer = await said.answer();
    const before = discord.messages.length;
    li.edit(said, `<@${discord.bot.id}> ${OTHER_QUESTION}`);
    await discord.waitFor('the new answer', () => answer.content.includes(OTHER_ANSWER));
    expect(answer.content).not.toContain(ANSWER);
    expect(discord.messages.length).toBe(before);
  });

  it('ask the message that a mention alone replies to, where the bot may read it', async () => {
    const asked = wang().say(channel, `<@${discord.bot.id}> ${QUESTION}`);
    await asked.answer();
    const answer = await li.reply(asked.message, `<@${discord.bot.id}>`, { ping: false }).answer();
    expect(answer.content).toContain(ANSWER);
    const unread = wang().say(channel, QUESTION);
    const help = await li.reply(unread.message, `<@${discord.bot.id}>`, { ping: false }).answer();
    expect(plain(help.content)).toContain('问这条消息');
  });
});

const wang = () => discord.user({ name: 'wang' });

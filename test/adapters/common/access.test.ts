import { afterEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../../adapters/common/access.ts';
import { startDiscord } from '../../doubles/discord/index.ts';
import { startTelegram } from '../../doubles/telegram/index.ts';
import { ANSWERED, chatOver, UNANSWERED } from '../../helpers/chat.ts';
import { startBot as startDiscordBot } from '../discord/running.ts';
import { startBot as startTelegramBot } from '../telegram/running.ts';

const [[QUESTION, ANSWER]] = ANSWERED;
const chat = await chatOver();

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('access', () => {
  it('is open to everybody while nobody is named', () => {
    const access = createAccess([], ['1']);
    expect(access.isClosed).toBe(false);
    expect(access.admit([2], 2)).toBe('yes');
  });

  it('is closed to all but those named and the admins, and tells each stranger once', () => {
    const access = createAccess(['-100', '@Reader'], ['1']);
    expect(access.admit([2, -100], 2)).toBe('yes');
    expect(access.admit([3, '@reader'], 3)).toBe('yes');
    expect(access.admit([1, undefined], 1)).toBe('yes');
    expect([1, 2].map(() => access.admit([4, undefined], 4))).toEqual(['hint', 'silent']);
    expect(access.admit([5], 5)).toBe('hint');
  });
});

describe('on Telegram', () => {
  it('an allowed group, an allowed name and an admin are answered, a stranger is told once', async () => {
    const telegram = await startTelegram();
    closing.push(() => telegram.close());
    const [group, reader, admin, stranger] = [
      telegram.group(),
      telegram.private({ username: 'reader' }),
      telegram.private(),
      telegram.private(),
    ];
    const bot = startTelegramBot(telegram, chat, {
      allow: [String(group.id), '@reader'],
      admins: [String(admin.id)],
    });
    closing.push(() => bot.stop());
    for (const allowed of [reader, admin])
      expect((await telegram.answerTo(allowed.says(QUESTION))).text).toContain(ANSWER);
    const inGroup = await telegram.answerTo(group.says(`/ask ${QUESTION}`));
    expect(inGroup.text).toContain(ANSWER);

    const told = await telegram.answerTo(stranger.says(QUESTION));
    expect(told.text).toContain(String(stranger.id));
    expect(told.text).not.toContain(ANSWER);
    stranger.says(QUESTION);
    await telegram.answerTo(reader.says(QUESTION));
    expect(stranger.sent).toHaveLength(1);
  });

  it('a stranger is offered nothing inline, and no results are shared', async () => {
    const telegram = await startTelegram();
    closing.push(() => telegram.close());
    const reader = telegram.person({ username: 'reader' });
    const bot = startTelegramBot(telegram, chat, { allow: ['@reader'] });
    closing.push(() => bot.stop());
    const offered = await telegram.answerToInline(telegram.asksInline(QUESTION, { from: reader }));
    expect(offered.answer.results.length).toBeGreaterThan(0);
    expect(offered.answer.is_personal).toBe(true);
    const refused = await telegram.answerToInline(telegram.asksInline(QUESTION));
    expect(refused.answer.results).toEqual([]);
  });
});

describe('on Discord', () => {
  it('a thread of an allowed channel is answered, a stranger is told in private', async () => {
    const discord = await startDiscord({ acknowledgeWithin: 20_000 });
    closing.push(() => discord.close());
    const guild = discord.guild();
    const [open, other] = [discord.channel(guild), discord.channel(guild)];
    const bot = startDiscordBot(discord, chat, { allow: [open.id] });
    closing.push(() => bot.stop());
    await discord.ready();
    await discord.waitFor('the commands', () => discord.commands().length > 0);
    const li = discord.user();
    const inThread = discord.thread(open, '一个话题');
    expect((await li.mention(inThread, QUESTION).answer()).content).toContain(ANSWER);

    const whispered = await li.slash(other, 'ask', { question: QUESTION }).response();
    expect(whispered.content).toContain(li.id);
    expect(whispered.flags).toBe(64);
    const wang = discord.user();
    expect((await wang.mention(other, QUESTION).answer()).content).toContain(wang.id);
    const before = discord.messages.length;
    wang.mention(other, QUESTION);
    await li.mention(open, QUESTION).answer();
    expect(discord.messages.length).toBe(before + 1);
  });
});

describe('what was not answered', () => {
  it('is told to an admin in private, on both platforms, and to nobody else', async () => {
    const own = await chatOver();
    await own.ask(UNANSWERED);
    const telegram = await startTelegram();
    closing.push(() => telegram.close());
    const [admin, other] = [telegram.private(), telegram.private()];
    const bot = startTelegramBot(telegram, own, { admins: [String(admin.id)] });
    closing.push(() => bot.stop());
    expect((await telegram.answerTo(admin.says('/unanswered'))).text).toContain(UNANSWERED);
    expect((await telegram.answerTo(other.says('/unanswered'))).text).toMatch(/管理员/);

    const discord = await startDiscord({ acknowledgeWithin: 20_000 });
    closing.push(() => discord.close());
    const [li, wang] = [discord.user(), discord.user()];
    const second = startDiscordBot(discord, own, { admins: [li.id] });
    closing.push(() => second.stop());
    await discord.ready();
    await discord.waitFor('the commands', () => discord.commands().length > 0);
    expect((await li.slash(li.direct, 'unanswered').response()).content).toContain(UNANSWERED);
    expect((await wang.slash(wang.direct, 'unanswered').response()).content).toMatch(/管理员/);
  });
});

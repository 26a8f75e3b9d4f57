import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { late, startTelegram, type TelegramDouble } from './index.ts';

let telegram: TelegramDouble;
let bot: Bot;
beforeEach(async () => {
  telegram = await startTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.root } });
});
afterEach(() => telegram.close());

const idsOf = (updates: readonly Update[]): number[] => updates.map(({ update_id }) => update_id);

it('delivers what people say to a running bot and keeps what it answers', async () => {
  bot.on('message', (ctx) =>
    ctx.reply(`re: ${ctx.msg.text}`, { reply_parameters: { message_id: ctx.msg.message_id } }),
  );
  const running = bot.start();
  const zhang = telegram.private();
  const answer = await telegram.answerTo(zhang.says('耕地有多少'));
  expect(answer.text).toBe('re: 耕地有多少');
  await telegram.delivered();
  expect(zhang.sent).toEqual([answer]);
  await bot.stop();
  await running;
});

it('serves the runner as well', async () => {
  bot.on('message', (ctx) => ctx.reply('答'));
  const handle = run(bot);
  const zhang = telegram.private();
  const said = [zhang.says('一'), zhang.says('二')];
  await telegram.waitFor('two answers', () => zhang.sent.length === said.length);
  expect((await telegram.nextAfter(said[1]!)).text).toBe('答');
  await handle.stop();
});

it('tells who the bot is', async () => {
  expect(await bot.api.getMe()).toEqual(telegram.bot);
  await bot.init();
  expect(bot.botInfo.username).toBe('yuanwen_test_bot');
});

it('delivers again what no offset confirmed, and forgets what one did', async () => {
  const zhang = telegram.private();
  for (const text of ['一', '二', '三']) zhang.says(text);
  const first = await bot.api.getUpdates({ limit: 2 });
  expect(first.map(({ message }) => message?.text)).toEqual(['一', '二']);
  expect(await bot.api.getUpdates({ limit: 2 })).toEqual(first);
  const rest = await bot.api.getUpdates({ offset: first[1]!.update_id + 1 });
  expect(rest.map(({ message }) => message?.text)).toEqual(['三']);
  expect(telegram.pendingUpdates).toBe(1);
  expect(await bot.api.getUpdates({ offset: -1 })).toEqual(rest);
  expect(await bot.api.getUpdates({ offset: rest[0]!.update_id + 1 })).toEqual([]);
});

it('holds a poll open until something is said, and gives one turn as one batch', async () => {
  const poll = bot.api.getUpdates({ timeout: 30 });
  await telegram.waitFor('poll', () => telegram.polling);
  const zhang = telegram.private();
  zhang.says('一');
  zhang.says('二');
  expect(await poll).toHaveLength(2);
});

it('answers an open poll with nothing at its timeout', async () => {
  expect(await bot.api.getUpdates({ timeout: 1 })).toEqual([]);
});

it('gives nothing to a poll whose caller left', async () => {
  const leaving = new AbortController();
  // grammY's type for it lacks what Node's has
  const poll = bot.api.getUpdates({ timeout: 30 }, leaving.signal as never);
  await telegram.waitFor('poll', () => telegram.polling);
  leaving.abort();
  await expect(poll).rejects.toThrow();
  await telegram.waitFor('end of the poll', () => !telegram.polling);
  expect(telegram.calls.at(-1)?.outcome).toBe('gone');
  telegram.private().says('一');
  expect(await bot.api.getUpdates()).toHaveLength(1);
});

it('ends the first of two polls with 409', async () => {
  const first = bot.api.getUpdates({ timeout: 30 });
  const refused = expect(first).rejects.toMatchObject({
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await telegram.waitFor('first poll', () => telegram.polling);
  const second = bot.api.getUpdates({ timeout: 30 });
  await refused;
  telegram.private().says('一');
  expect(await second).toHaveLength(1);
});

it('refuses polls with 409 while a webhook is set, and ends the open one', async () => {
  const open = bot.api.getUpdates({ timeout: 30 });
  const ended = expect(open).rejects.toMatchObject({ error_code: 409 });
  await telegram.waitFor('poll', () => telegram.polling);
  await bot.api.setWebhook('http://127.0.0.1:9/hook');
  await ended;
  await expect(bot.api.getUpdates()).rejects.toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await bot.api.deleteWebhook();
  expect(await bot.api.getUpdates()).toEqual([]);
});

it('delivers the kinds asked for, and remembers them', async () => {
  await bot.api.getUpdates({ allowed_updates: ['message'] });
  const zhang = telegram.private();
  zhang.says('一');
  telegram.asksInline('耕地');
  zhang.blocksBot();
  const updates = await bot.api.getUpdates();
  expect(updates.map((update) => Object.keys(update)[1])).toEqual(['message']);
});

it('delivers whatever is pushed: null, unknown kinds, the same update again after it was confirmed', async () => {
  const zhang = telegram.private();
  zhang.says('一');
  const [update] = await bot.api.getUpdates();
  telegram.push(null);
  telegram.push({ update_id: update!.update_id + 10, of_a_later_version: {} });
  telegram.push(update);
  const offset = update!.update_id + 11;
  const pushed = await bot.api.getUpdates({ offset });
  expect(pushed).toEqual([null, { update_id: offset - 1, of_a_later_version: {} }, update]);
  zhang.says('二');
  const later = await bot.api.getUpdates({ offset });
  expect(idsOf(later)).toEqual([offset]);
});

it('says what came instead of what a test waited for', async () => {
  const zhang = telegram.private();
  const question = zhang.says('耕地有多少');
  await bot.api.sendMessage(zhang.id, '别的');
  await expect(telegram.answerTo(question, 20)).rejects.toThrow(
    /^Waited 20 ms for answer to message 1 \("耕地有多少"\) .*\. Seen:\nsendMessage chat \d+ "别的" → ok/,
  );
});

it('ends what is under way when it is closed', async () => {
  telegram.faults.add(late(60_000), { method: 'sendMessage' });
  const calls = [
    bot.api.getUpdates({ timeout: 50 }),
    bot.api.sendMessage(telegram.private().id, '一'),
  ];
  const ended = Promise.allSettled(calls);
  await telegram.waitFor('both calls', () => telegram.polling && telegram.sent.length === 1);
  await telegram.close();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(telegram.polling).toBe(false);
});

it('refuses a wrong token with 401 and an unknown method with 404', async () => {
  const wrong = new Bot('1:wrong', { client: { apiRoot: telegram.root } });
  await expect(wrong.api.getMe()).rejects.toMatchObject({
    error_code: 401,
    description: 'Unauthorized',
  });
  await expect(wrong.start()).rejects.toMatchObject({ error_code: 401 });
  const response = await fetch(`${telegram.root}/bot${telegram.token}/sendNothing`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
  expect((await fetch(telegram.root)).status).toBe(404);
});

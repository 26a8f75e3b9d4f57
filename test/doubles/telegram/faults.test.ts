import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  badGatewayPage,
  type Effect,
  flood,
  hang,
  late,
  refuse,
  resetAfter,
  resetBefore,
  serverError,
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
  truncated,
} from './index.ts';

let telegram: TelegramDouble;
let bot: Bot;
let zhang: TelegramChat;
beforeEach(async () => {
  telegram = await startTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.root } });
  zhang = telegram.private();
});
afterEach(() => telegram.close());

const send = (text = '答') => bot.api.sendMessage(zhang.id, text);

describe('a fault on sendMessage', () => {
  it.each<[name: string, effect: Effect, error: object, accepted: number]>([
    ['429', flood(7), { error_code: 429, parameters: { retry_after: 7 } }, 0],
    ['500', serverError(500), { error_code: 500, description: 'Internal Server Error' }, 0],
    ['502', serverError(502), { error_code: 502, description: 'Bad Gateway' }, 0],
    ['503', serverError(503), { error_code: 503, description: 'Service Unavailable' }, 0],
    [
      'any refusal',
      refuse(403, 'Forbidden: no', { migrate_to_chat_id: -1 }),
      { error_code: 403, parameters: { migrate_to_chat_id: -1 } },
      0,
    ],
  ])('%s is an error of the API', async (_name, effect, error, accepted) => {
    telegram.faults.add(effect, { method: 'sendMessage', times: 1 });
    const thrown = await send().catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(GrammyError);
    expect(thrown).toMatchObject(error);
    expect(telegram.sent).toHaveLength(accepted);
    await send();
    expect(telegram.sent).toHaveLength(accepted + 1);
  });

  it.each<[name: string, effect: Effect, accepted: number]>([
    ['502 with a page', badGatewayPage(), 0],
    ['truncated JSON', truncated(), 0],
    ['truncated JSON of what was accepted', truncated(true), 1],
    ['a reset before acceptance', resetBefore(), 0],
    ['a reset after acceptance', resetAfter(), 1],
  ])('%s is an error of HTTP', async (_name, effect, accepted) => {
    telegram.faults.add(effect, { method: 'sendMessage', times: 1 });
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    expect(telegram.sent).toHaveLength(accepted);
    expect(telegram.calls[0]).toMatchObject({ outcome: 'fault', why: effect.name });
    await send();
    expect(telegram.sent).toHaveLength(accepted + 1);
  });

  it.each([resetBefore(), resetAfter()])('$name is ECONNRESET', async (effect) => {
    telegram.faults.add(effect);
    const thrown = await send().catch((e: unknown) => e as HttpError);
    expect(thrown).toMatchObject({
      // an end of the stream without RST would read "socket hang up"
      error: { code: 'ECONNRESET', message: expect.stringContaining('read ECONNRESET') },
    });
  });
});

it('accepts at once and replies late', async () => {
  telegram.faults.add(late(150), { times: 1 });
  const sending = send();
  const sent = await telegram.waitFor('message', () => telegram.sent[0]);
  expect((await sending).message_id).toBe(sent.messageId);
  expect(Date.now() - sent.at).toBeGreaterThanOrEqual(145);
});

it('never replies while it hangs', async () => {
  telegram.faults.add(hang());
  const impatient = new Bot(telegram.token, {
    client: { apiRoot: telegram.root, timeoutSeconds: 0.1 },
  });
  await expect(impatient.api.sendMessage(zhang.id, '答')).rejects.toThrow(HttpError);
  expect(telegram.sent).toEqual([]);
});

it('accepts and never replies, where told so', async () => {
  telegram.faults.add(hang(true), { times: 1 });
  const leaving = new AbortController();
  const sending = bot.api.sendMessage(zhang.id, '答', {}, leaving.signal as never);
  await telegram.waitFor('message', () => telegram.sent[0]);
  leaving.abort();
  await expect(sending).rejects.toThrow();
});

it('meets only the method and the chat named, as often as named, until removed', async () => {
  const li = telegram.private();
  const fault = telegram.faults.add(serverError(500), {
    method: ['sendMessage', 'sendPhoto'],
    chat: zhang.id,
    times: 2,
  });
  await bot.api.sendMessage(li.id, '答');
  await bot.api.sendChatAction(zhang.id, 'typing');
  await expect(send()).rejects.toThrow('500');
  await expect(bot.api.sendPhoto(zhang.id, 'x')).rejects.toThrow('500');
  await send();
  expect(fault.hits).toHaveLength(2);
  const forever = telegram.faults.add(serverError(502), {
    when: ({ payload }) => payload['text'] === '坏',
  });
  await expect(send('坏')).rejects.toThrow('502');
  await send('好');
  forever.remove();
  await send('坏');
});

it('meets the same calls for the same seed', async () => {
  const met = async (seed: number): Promise<string> => {
    const fault = telegram.faults.add(serverError(500), { probability: 0.4, seed });
    const outcomes: string[] = [];
    for (let i = 0; i < 30; i++)
      outcomes.push(
        await send().then(
          () => '.',
          () => 'x',
        ),
      );
    fault.remove();
    return outcomes.join('');
  };
  const first = await met(3);
  expect(await met(3)).toBe(first);
  expect(await met(4)).not.toBe(first);
  expect(first).toMatch(/x/);
  expect(first).toMatch(/\./);
});

it('tells when a failed call was tried again', async () => {
  const fault = telegram.faults.add(flood(1), { times: 1 });
  await expect(send()).rejects.toThrow('429');
  await bot.api.sendMessage(zhang.id, '别的');
  expect(fault.delays).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 60));
  await send();
  expect(fault.delays).toHaveLength(1);
  expect(fault.delays[0]).toBeGreaterThanOrEqual(55);
  expect(fault.hits[0]?.retry?.outcome).toBe('ok');
});

it('sees auto-retry come back not before retry_after', async () => {
  bot.api.config.use(autoRetry());
  const fault = telegram.faults.add(flood(1), { times: 1 });
  await send();
  expect(telegram.sent).toHaveLength(1);
  // a timer of Node's may be early by a millisecond
  expect(fault.delays[0]).toBeGreaterThanOrEqual(999);
});

it('keeps updates through an outage and comes back on the same port', async () => {
  const { root } = telegram;
  const poll = bot.api.getUpdates({ timeout: 30 });
  await telegram.waitFor('poll', () => telegram.polling);
  await telegram.outage();
  await expect(poll).rejects.toThrow(HttpError);
  await expect(send()).rejects.toMatchObject({ error: { code: 'ECONNREFUSED' } });
  zhang.says('一');
  await telegram.restore();
  expect(telegram.root).toBe(root);
  expect(await bot.api.getUpdates()).toHaveLength(1);
});

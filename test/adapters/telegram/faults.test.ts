import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { autoRetry } from '@grammyjs/auto-retry';
import { run } from '@grammyjs/runner';
import { HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  badGatewayPage,
  flood,
  hang,
  late,
  refuse,
  resetAfter,
  resetBefore,
  serverError,
  startTelegram,
  type TelegramDouble,
  truncated,
} from '../../doubles/telegram/index.ts';
import { ANSWERED, chatOver, newStateDir } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { type BotOptions, QUICK, startBot, stockBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER_QUESTION, OTHER_ANSWER]] = ANSWERED;
const chat = await chatOver();

let telegram: TelegramDouble;
let bot: RunningBot | undefined;
beforeEach(async () => {
  // the stock bots print their errors
  vi.spyOn(console, 'error').mockImplementation(() => {});
  telegram = await startTelegram();
});
afterEach(async () => {
  await bot?.stop().catch(() => {});
  bot = undefined;
  await telegram.close();
});
const start = (options?: BotOptions) => {
  bot = startBot(telegram, chat, options);
  return bot;
};

/** Copies of answers to a message, once no further one can be under way. */
async function copies(message: Parameters<TelegramDouble['answersTo']>[0], settled = 400) {
  await telegram.answerTo(message);
  await pause(settled);
  return telegram.answersTo(message).length;
}

async function expectAlive(): Promise<void> {
  const { text } = await telegram.answerTo(telegram.private().says(OTHER_QUESTION));
  expect(text).toContain(OTHER_ANSWER);
}

describe('429 with retry_after', () => {
  it('is waited for: one copy, not earlier, and other chats are not held up', async () => {
    start();
    const [slow, quick] = [telegram.private(), telegram.private()];
    const fault = telegram.faults.add(flood(2), { method: 'sendMessage', chat: slow.id, times: 1 });
    const asked = slow.says(QUESTION);
    await telegram.waitFor('the flood', () => fault.hits.length === 1);
    const at = Date.now();
    await telegram.answerTo(quick.says(OTHER_QUESTION));
    expect(Date.now() - at).toBeLessThan(1500);
    expect(await copies(asked)).toBe(1);
    expect(fault.delays[0]).toBeGreaterThanOrEqual(2000);
  });

  it('of an hour is given up and logged; the chat goes on', async () => {
    start();
    const person = telegram.private();
    telegram.faults.add(flood(3600), { method: 'sendMessage', times: 1 });
    const lost = person.says(QUESTION);
    await telegram.answerTo(person.says(OTHER_QUESTION));
    expect(telegram.answersTo(lost)).toEqual([]);
    expect(bot?.lines.join('')).toMatch(/"level":"error".*Too Many Requests/);
  });

  it('control: the stock bot loses the answer and ends', async () => {
    const stock = stockBot(telegram);
    telegram.faults.add(flood(1), { method: 'sendMessage', times: 1 });
    const asked = telegram.private().says(QUESTION);
    await expect(stock.start()).rejects.toThrow(/Too Many Requests/);
    expect(telegram.answersTo(asked)).toEqual([]);
  });

  it('control: with auto-retry alone, the stock bot holds up every other chat', async () => {
    const stock = stockBot(telegram);
    stock.api.config.use(autoRetry());
    const started = stock.start();
    const slow = telegram.private();
    const fault = telegram.faults.add(flood(2), { method: 'sendMessage', chat: slow.id, times: 1 });
    slow.says(QUESTION);
    await telegram.waitFor('the flood', () => fault.hits.length === 1);
    const at = Date.now();
    await telegram.answerTo(telegram.private().says(OTHER_QUESTION), 5000);
    expect(Date.now() - at).toBeGreaterThan(1000);
    await stock.stop();
    await started;
  });
});

describe.each([
  ['500', serverError(500)],
  ['502 in JSON', serverError(502)],
  ['502 as a page of HTML', badGatewayPage()],
  ['JSON that breaks off', truncated()],
  ['a connection reset before acceptance', resetBefore()],
])('%s', (_, effect) => {
  it('is tried again: one copy, alive', async () => {
    start();
    telegram.faults.add(effect, { method: 'sendMessage', times: 1 });
    expect(await copies(telegram.private().says(QUESTION))).toBe(1);
    await expectAlive();
  });

  it('without end is given up after a bounded number of tries, alive', async () => {
    start();
    const person = telegram.private();
    const fault = telegram.faults.add(effect, { method: 'sendMessage', chat: person.id });
    person.says(QUESTION);
    await telegram.waitFor(
      'the last try',
      () => bot?.lines.join('').includes('"level":"error"'),
      20_000,
    );
    expect(fault.hits.length).toBeGreaterThan(1);
    expect(fault.hits.length).toBeLessThanOrEqual(9);
    await expectAlive();
  });

  it('control: the stock bot loses the answer and ends', async () => {
    const stock = stockBot(telegram);
    telegram.faults.add(effect, { method: 'sendMessage', times: 1 });
    const asked = telegram.private().says(QUESTION);
    await expect(stock.start()).rejects.toThrow();
    expect(telegram.answersTo(asked)).toEqual([]);
  });
});

describe('a call that Telegram carries out without saying so', () => {
  it.each([
    ['a reset', resetAfter(), 1],
    ['a reply slower than the time-out', late(1200), 1],
    ['replies that are all slower than the time-out', late(1200), Number.POSITIVE_INFINITY],
    ['an answer that breaks off', truncated(true), 1],
    ['answers that all break off', truncated(true), Number.POSITIVE_INFINITY],
  ])('for %s: at most two copies, and no apology', async (_, effect, times) => {
    start({ timing: { tries: { ...QUICK, timeout: 500 } } });
    const person = telegram.private();
    telegram.faults.add(effect, { method: 'sendMessage', chat: person.id, times });
    expect(await copies(person.says(QUESTION), 2500)).toBeLessThanOrEqual(2);
    for (const { text } of person.sent) expect(text).toContain(ANSWER);
    await expectAlive();
  });
});

describe('two connections reset in a row', () => {
  it('do not lose the answer: one copy', async () => {
    start();
    const person = telegram.private();
    telegram.faults.add(resetBefore(), { method: 'sendMessage', chat: person.id, times: 2 });
    expect(await copies(person.says(QUESTION))).toBe(1);
  });
});

describe('an outage', () => {
  const OUTAGE = 15_000;

  it('of 15 s ends with each question answered once, and no spin meanwhile', async () => {
    start();
    const person = telegram.private();
    await telegram.answerTo(person.says(QUESTION));
    const before = telegram.calls.length;
    await telegram.outage();
    const asked = person.says(OTHER_QUESTION);
    await pause(OUTAGE);
    await telegram.restore();
    const at = Date.now();
    await telegram.answerTo(asked, 12_000);
    expect(Date.now() - at).toBeLessThan(12_000);
    expect(await copies(asked)).toBe(1);
    expect(telegram.calls.length - before).toBeLessThan(20);
    expect(bot?.lines.filter((line) => line.includes('polling failed')).length).toBeLessThan(12);
  }, 40_000);

  it('in which an answer is being sent does not lose it', async () => {
    start();
    const person = telegram.private();
    const fault = telegram.faults.add(resetBefore(), { method: 'sendMessage', times: 1 });
    const asked = person.says(QUESTION);
    await telegram.waitFor('the cut', () => fault.hits.length === 1);
    await telegram.outage();
    await pause(2500);
    await telegram.restore();
    expect(await copies(asked)).toBe(1);
  });

  it.each([
    ['a proxy’s error pages', badGatewayPage()],
    ['broken connections', resetBefore()],
  ])('of %s in which an answer is being sent does not lose it, one copy', async (_, effect) => {
    start();
    const person = telegram.private();
    const fault = telegram.faults.add(effect, { method: ['sendMessage', 'getMe'] });
    const asked = person.says(QUESTION);
    await pause(2000);
    fault.remove();
    expect(await copies(asked)).toBe(1);
  });

  it('at the start is waited for, and so is a flood then', async () => {
    const fault = telegram.faults.add(flood(1), { method: 'getMe', times: 1 });
    start();
    await expectAlive();
    expect(fault.delays[0]).toBeGreaterThanOrEqual(999);
  });

  it('at the start is waited for', async () => {
    await telegram.outage();
    start();
    await pause(800);
    await telegram.restore();
    await expectAlive();
  });
});

describe('a poll that hangs', () => {
  it('is given up in time, and the bot hears again', async () => {
    const fault = telegram.faults.add(hang(), { method: 'getUpdates', times: 1 });
    start({ timing: { pollSeconds: 1, hungSeconds: 2 } });
    await telegram.waitFor('the poll', () => fault.hits.length === 1);
    const asked = telegram.private().says(QUESTION);
    const at = Date.now();
    await telegram.answerTo(asked, 6000);
    expect(Date.now() - at).toBeLessThan(5000);
  });

  it('control: the stock bot stays deaf for its 500 s', async () => {
    const stock = stockBot(telegram);
    const fault = telegram.faults.add(hang(), { method: 'getUpdates', times: 1 });
    void stock.start();
    await telegram.waitFor('the poll', () => fault.hits.length === 1);
    const asked = telegram.private().says(QUESTION);
    await pause(3000);
    expect(telegram.answersTo(asked)).toEqual([]);
    // stop() would poll once more, behind the one that hangs
    void stock.stop().catch(() => {});
  });
});

describe('a login that Telegram refuses', () => {
  it.each([
    ['a wrong token', refuse(401, 'Unauthorized'), 'getMe', /TELEGRAM_TOKEN/],
    ['a token that is none', refuse(404, 'Not Found'), 'getMe', /TELEGRAM_TOKEN/],
    [
      'a second poller',
      refuse(409, 'Conflict: terminated by other getUpdates request'),
      'getUpdates',
      /another process/,
    ],
    [
      'a webhook still set',
      refuse(409, "Conflict: can't use getUpdates method while webhook is active"),
      'getUpdates',
      /TELEGRAM_WEBHOOK_URL/,
    ],
  ])('for %s ends with one clear line, without the token', async (_, effect, method, remedy) => {
    telegram.faults.add(effect, { method });
    const { ended, lines } = start();
    const error = await ended.then(
      () => undefined,
      (fault: unknown) => fault,
    );
    bot = undefined;
    expect(error).toMatchObject({ code: 'platform', message: expect.stringMatching(remedy) });
    expect(`${inspect(error)}${lines.join('')}`).not.toContain(telegram.token);
    expect((error as Error).message).not.toContain('\n');
  });

  it('control: stock errors hold the token', async () => {
    await telegram.outage();
    const error = await stockBot(telegram)
      .api.getMe()
      .catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(HttpError);
    expect(inspect(error)).toContain(telegram.token);
  });
});

describe('another process that polls with the same token', () => {
  const poll = () =>
    fetch(`${telegram.root}/bot${telegram.token}/getUpdates?timeout=1`).catch(() => {});

  it('and ends soon, as the last one of our own, is outlived', async () => {
    start();
    await expectAlive();
    await poll();
    await expectAlive();
    expect(bot?.lines.join('')).toContain('polling failed');
  });

  it('and stays ends this one with a clear line', async () => {
    const { ended } = start();
    await expectAlive();
    const other = setInterval(poll, 100);
    await expect(ended).rejects.toMatchObject({
      code: 'platform',
      message: expect.stringMatching(/another process polls/),
    });
    clearInterval(other);
    bot = undefined;
  });
});

describe('an update that cannot be read', () => {
  const MALFORMED = [
    null,
    7,
    'text',
    {},
    { update_id: 'x' },
    { update_id: 900_001, message: {} },
    { update_id: 900_002, message: { message_id: 1, date: 0, chat: { id: 'x' } } },
    { update_id: 900_003, callback_query: null },
    { update_id: 900_004, some_new_kind: { hello: true } },
  ];

  it.each(
    MALFORMED.map((raw) => [JSON.stringify(raw), raw]),
  )('%s is dropped with a line; the next is answered', async (_, raw) => {
    start();
    telegram.push(raw);
    await expectAlive();
    expect(bot?.lines.filter((line) => line.includes('dropped'))).not.toEqual([]);
  });

  it('alone in its batch keeps nobody waiting', async () => {
    start();
    await expectAlive();
    telegram.push(null);
    await pause(300);
    const at = Date.now();
    await expectAlive();
    expect(Date.now() - at).toBeLessThan(3000);
  });

  it('with a wild number does not end the polling', async () => {
    start();
    telegram.push({ update_id: Number.MAX_SAFE_INTEGER, message: {} });
    await telegram.waitFor('the line', () => bot?.lines.join('').includes('dropped'));
    // a server that counts on from there is another matter: what it confirms is still our offset
    const offsets = telegram.callsOf('getUpdates').map(({ payload }) => Number(payload['offset']));
    expect(Math.max(...offsets)).toBeLessThan(2 ** 41);
  });

  it('or polls that bring nothing at once are no reason to spin', async () => {
    telegram.faults.add(
      {
        kind: 'reply',
        name: 'nothing',
        status: 200,
        body: '{"ok":true,"result":[]}',
        type: 'application/json',
      },
      { method: 'getUpdates', times: 500 },
    );
    start();
    await pause(2000);
    expect(telegram.callsOf('getUpdates').length).toBeLessThan(15);
  });

  it('control: a null ends the stock bot', async () => {
    const stock = stockBot(telegram);
    telegram.push(null);
    await expect(stock.start()).rejects.toThrow();
  });
});

describe('the same update twice', () => {
  const update = (id: number, text: string) => {
    const person = telegram.private();
    const message = person.says(text, { deliver: false });
    return { message, raw: { update_id: id, message } };
  };

  it('is answered once, also after a restart', async () => {
    const stateDir = newStateDir();
    start({ stateDir });
    const { message, raw } = update(900_100, QUESTION);
    telegram.push(raw);
    telegram.push(raw);
    expect(await copies(message)).toBe(1);
    await bot?.stop();
    start({ stateDir });
    telegram.push(raw);
    await expectAlive();
    expect(telegram.answersTo(message)).toHaveLength(1);
  });

  it('control: the stock bot answers twice', async () => {
    const stock = stockBot(telegram);
    const started = stock.start();
    const { message, raw } = update(900_100, QUESTION);
    telegram.push(raw);
    await telegram.answerTo(message);
    telegram.push(raw);
    await telegram.waitFor('a second answer', () => telegram.answersTo(message).length === 2);
    await stock.stop();
    await started;
  });
});

describe('a chat that is closed', () => {
  it('by a block is not tried again, and is no alarm', async () => {
    start();
    const person = telegram.private();
    const asked = person.says(QUESTION, { deliver: false });
    person.blocksBot();
    telegram.push({ update_id: 900_200, message: asked });
    await telegram.waitFor('the refusal', () => telegram.callsOf('sendMessage').length > 0);
    await pause(600);
    expect(telegram.callsOf('sendMessage')).toHaveLength(1);
    expect(bot?.lines.join('')).not.toContain('"level":"error"');
    await expectAlive();
  });

  it('by an upgrade is answered at its new id', async () => {
    start();
    const group = telegram.group({ admin: true });
    const asked = group.says(`@${telegram.bot.username} ${QUESTION}`, { deliver: false });
    const upgraded = group.upgrades();
    telegram.push({ update_id: 900_201, message: asked });
    await telegram.waitFor('the answer', () => upgraded.sent.length > 0);
    expect(upgraded.sent[0]?.text).toContain(ANSWER);
  });

  it('control: the stock bot ends at a block', async () => {
    const stock = stockBot(telegram);
    const person = telegram.private();
    const asked = person.says(QUESTION, { deliver: false });
    person.blocksBot();
    telegram.push({ update_id: 900_202, message: asked });
    await expect(stock.start()).rejects.toThrow(/Forbidden/);
  });
});

describe('a stop in the middle of a batch', () => {
  const EIGHT = 8;

  it('loses and repeats nothing, and is over within 5 s', async () => {
    const stateDir = newStateDir();
    start({ stateDir });
    telegram.faults.add(late(150), { method: 'sendMessage' });
    const person = telegram.private();
    const asked = Array.from({ length: EIGHT }, () => person.says(QUESTION));
    await telegram.waitFor('three answers', () => person.sent.length >= 3);
    expect(await bot?.stop()).toBeLessThan(5000);
    start({ stateDir });
    for (const message of asked) await telegram.answerTo(message);
    await pause(500);
    expect(asked.map((message) => telegram.answersTo(message).length)).toEqual(asked.map(() => 1));
  });

  it('does not wait for a flood longer than the stop may take: the next start answers', async () => {
    const stateDir = newStateDir();
    start({ stateDir });
    const person = telegram.private();
    const fault = telegram.faults.add(flood(30), { method: 'sendMessage', times: 1 });
    const asked = person.says(QUESTION);
    await telegram.waitFor('the flood', () => fault.hits.length === 1);
    expect(await bot?.stop()).toBeLessThan(5000);
    expect(telegram.answersTo(asked)).toEqual([]);
    start({ stateDir });
    expect(await copies(asked)).toBe(1);
  });

  it('again and again loses nothing, whatever was waiting', async () => {
    const stateDir = newStateDir();
    const person = telegram.private();
    const fault = telegram.faults.add(flood(30), { method: 'sendMessage' });
    const asked = [QUESTION, OTHER_QUESTION].map((question) => person.says(question));
    for (let restart = 1; restart <= 5; restart++) {
      start({ stateDir });
      await telegram.waitFor('the flood', () => fault.hits.length >= restart);
      await bot?.stop();
    }
    fault.remove();
    start({ stateDir });
    for (const message of asked) expect(await copies(message)).toBe(1);
  }, 60_000);

  it('control: the stock bot repeats answers', async () => {
    telegram.faults.add(late(150), { method: 'sendMessage' });
    const person = telegram.private();
    const asked = Array.from({ length: EIGHT }, () => person.says(QUESTION));
    const first = stockBot(telegram);
    void first.start().catch(() => {});
    await telegram.waitFor('three answers', () => person.sent.length >= 3);
    await first.stop();
    await pause(500);
    const second = stockBot(telegram);
    const started = second.start();
    for (const message of asked) await telegram.answerTo(message);
    await telegram.waitFor('a repeated answer', () => person.sent.length > EIGHT);
    await second.stop();
    await started;
  });

  it('control: the stock runner loses answers with the process', async () => {
    telegram.faults.add(late(150), { method: 'sendMessage' });
    const person = telegram.private();
    for (let i = 0; i < EIGHT; i++) person.says(QUESTION);
    const stock = stockBot(telegram);
    await stock.init();
    const handle = run(stock);
    await telegram.waitFor('a poll behind the batch', () => telegram.pendingUpdates === 0);
    await handle.stop();
    // what grammY's documentation calls stopped still has work in flight, and Telegram has forgotten it
    expect(handle.size()).toBeGreaterThan(0);
    await vi.waitFor(() => expect(handle.size()).toBe(0), 5000);
  });
});

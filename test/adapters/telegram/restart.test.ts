import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  flood,
  late,
  resetBefore,
  serverError,
  startTelegram,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { ANSWERED } from '../../helpers/chat.ts';
import { newHome, npmStart, STARTUP, startProcess } from '../process.ts';

const [[QUESTION, ANSWER]] = ANSWERED;

let telegram: TelegramDouble;
let running: ReturnType<typeof startProcess> | undefined;
const start = (home: string, env?: Record<string, string>) => {
  const own = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root };
  running = startProcess(home, { ...own, ...env });
  return running;
};
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  await telegram.close();
});

const copies = (asked: readonly Message[]) =>
  asked.map((message) => telegram.answersTo(message).length);

describe('a process stopped in the middle of a batch', () => {
  it.each([
    'SIGTERM',
    'SIGINT',
  ] as const)('by %s leaves within 5 s with code 0, nothing lost or repeated', async (signal) => {
    const home = newHome();
    const { end } = start(home);
    const person = telegram.private();
    await telegram.answerTo(person.says(QUESTION), STARTUP);
    telegram.faults.add(late(100), { method: 'sendMessage' });
    const asked = Array.from({ length: 8 }, () => person.says(QUESTION));
    await telegram.waitFor('three answers', () => person.sent.length >= 4);
    const { code, ms, printed } = await end(signal);
    expect({ code, within: ms < 5000 }).toEqual({ code: 0, within: true });
    expect(printed).not.toContain(telegram.token);
    start(home);
    for (const message of asked) await telegram.answerTo(message, STARTUP);
    await pause(600);
    expect(copies(asked)).toEqual(asked.map(() => 1));
  });

  it('by two signals leaves as by one', async () => {
    const home = newHome();
    const { end } = start(home);
    const person = telegram.private();
    await telegram.answerTo(person.says(QUESTION), STARTUP);
    const fault = telegram.faults.add(late(1200), { method: 'sendMessage' });
    const asked = person.says(QUESTION);
    await telegram.waitFor('the answer on its way', () => fault.hits.length === 1);
    const first = end('SIGTERM');
    await pause(200);
    expect((await end('SIGINT')).code).toBe(0);
    await first;
    start(home);
    await telegram.answerTo(person.says(QUESTION), STARTUP);
    expect(copies([asked])).toEqual([1]);
  });

  it('while it logs in leaves with code 0', async () => {
    telegram.faults.add(late(20_000), { method: 'getMe' });
    const { end } = start(newHome());
    await telegram.waitFor('the login', () => telegram.callsOf('getMe').length > 0, STARTUP);
    const { code, ms } = await end('SIGTERM');
    expect({ code, within: ms < 5000 }).toEqual({ code: 0, within: true });
  });

  it('by SIGKILL loses nothing, and repeats at most one answer a chat', async () => {
    const home = newHome();
    const { end } = start(home);
    const person = telegram.private();
    await telegram.answerTo(person.says(QUESTION), STARTUP);
    telegram.faults.add(late(100), { method: 'sendMessage' });
    const asked = Array.from({ length: 8 }, () => person.says(QUESTION));
    await telegram.waitFor('three answers', () => person.sent.length >= 4);
    await end('SIGKILL');
    // what a write cut in the middle leaves behind
    const state = join(home, '.state');
    const [journal = ''] = readdirSync(state).filter((name) => name.startsWith('telegram-'));
    appendFileSync(join(state, journal), '{"update":{"update_id":70000');
    start(home);
    for (const message of asked) await telegram.answerTo(message, STARTUP);
    await pause(600);
    const counts = copies(asked);
    expect(Math.min(...counts)).toBe(1);
    expect(counts.reduce((all, count) => all + count, 0)).toBeLessThanOrEqual(asked.length + 1);
  });
});

describe('npm start', () => {
  it('hands its signal on: the answer on its way is sent, and nobody is left polling', async () => {
    const token = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root };
    running = npmStart(newHome(), token);
    const person = telegram.private();
    await telegram.answerTo(person.says(QUESTION), STARTUP);
    const fault = telegram.faults.add(late(800), { method: 'sendMessage' });
    const asked = person.says(QUESTION);
    await telegram.waitFor('the answer on its way', () => fault.hits.length === 1);
    expect((await running.end('SIGTERM')).ms).toBeLessThan(5000);
    expect(copies([asked])).toEqual([1]);
    await telegram.waitFor('the end of polling', () => !telegram.polling);
  });
});

describe('a start that cannot succeed', () => {
  it('ends with one clear line, a code that is not 0, and no token', async () => {
    const { ended } = start(newHome(), { TELEGRAM_TOKEN: '999:wrong-token' });
    const { code, printed } = await ended;
    expect(code).toBe(1);
    expect(printed.split('\n').filter((line) => line.startsWith('yuanwen: '))).toEqual([
      expect.stringMatching(/TELEGRAM_TOKEN/),
    ]);
    expect(printed).not.toContain('wrong-token');
  });

  it('for want of a place for the journal names STATE_DIR', async () => {
    // a file is no folder
    const { ended } = start(newHome(), { STATE_DIR: 'corpus/bulletin.txt/state' });
    expect(await ended).toMatchObject({ code: 1, printed: expect.stringMatching(/STATE_DIR/) });
  });
});

describe('200 questions of 50 chats at once, 5 % of sends failing, one SIGKILL', () => {
  it('are each answered, and only those in flight at the kill twice, at most one a chat', async () => {
    const home = newHome();
    const { end } = start(home);
    await telegram.answerTo(telegram.private().says(QUESTION), STARTUP);
    for (const [i, effect] of [flood(1), serverError(502), resetBefore()].entries())
      telegram.faults.add(effect, { method: 'sendMessage', probability: 0.05 / 3, seed: i + 1 });
    const chats = Array.from({ length: 50 }, () => telegram.private());
    const asked = Array.from({ length: 4 }, (_, i) =>
      chats.map((chat) => {
        const [question, answer] = ANSWERED[i]!;
        return { chat, message: chat.says(question), answer };
      }),
    ).flat();
    const answered = () => asked.filter(({ message }) => telegram.answersTo(message).length > 0);
    await telegram.waitFor('half of the answers', () => answered().length >= 100, 60_000);
    await end('SIGKILL');
    start(home);
    await telegram.waitFor('all answers', () => answered().length === asked.length, 60_000);
    await pause(1500);
    for (const chat of chats) {
      const own = asked.filter((each) => each.chat === chat).map(({ message }) => message);
      const extra = copies(own).reduce((all, count) => all + count - 1, 0);
      expect(extra).toBeLessThanOrEqual(1);
    }
    for (const { message, answer } of asked)
      for (const { text } of telegram.answersTo(message)) expect(text).toContain(answer);
    expect(asked[0]?.answer).toBe(ANSWER);
    // the faults were real
    expect(telegram.calls.filter(({ outcome }) => outcome === 'fault').length).toBeGreaterThan(3);
  }, 180_000);
});

import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  flood,
  late,
  resetBefore,
  startTelegram,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { ANSWERED, chatOver, newStateDir } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER]] = ANSWERED;
const SECRET = 'a-secret_0';
const chat = await chatOver();

let telegram: TelegramDouble;
let bot: RunningBot | undefined;
let port: number;
beforeEach(async () => {
  telegram = await startTelegram();
  port = await freePort();
});
afterEach(async () => {
  await bot?.stop().catch(() => {});
  bot = undefined;
  await telegram.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const address = (path = 'telegram/hook') => `http://127.0.0.1:${port}/${path}`;
function start(stateDir = newStateDir(), secret = SECRET, path?: string): RunningBot {
  const webhook = { url: address(path), host: '127.0.0.1', port, ...(secret && { secret }) };
  bot = startBot(telegram, chat, { stateDir, webhook });
  return bot;
}
const listening = () =>
  telegram.waitFor('the webhook', () =>
    telegram.callsOf('setWebhook').some(({ outcome }) => outcome === 'ok'),
  );
const post = (body: string, secret?: string, method = 'POST') =>
  fetch(address(), {
    method,
    headers: {
      'content-type': 'application/json',
      // a body refused halfway closes its connection
      connection: 'close',
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    },
    ...(method === 'POST' && { body }),
  });

async function expectListening(): Promise<void> {
  const message = telegram.private().says(QUESTION, { deliver: false });
  expect((await post(JSON.stringify({ update_id: 99, message }), SECRET)).status).toBe(200);
  await telegram.answerTo(message);
}

describe('a webhook', () => {
  it('answers what Telegram posts', async () => {
    start();
    expect((await telegram.answerTo(telegram.private().says(QUESTION))).text).toContain(ANSWER);
    expect(telegram.callsOf('getUpdates')).toEqual([]);
    expect(telegram.callsOf('setWebhook')[0]?.payload).toMatchObject({
      url: address(),
      secret_token: SECRET,
    });
  });

  it('without a secret in the settings makes one up', async () => {
    start(undefined, '');
    expect((await telegram.answerTo(telegram.private().says(QUESTION))).text).toContain(ANSWER);
    expect(telegram.callsOf('setWebhook')[0]?.payload['secret_token']).toMatch(/^\w{64}$/);
  });

  it('refuses posts without its secret, and what is no post of an update', async () => {
    start();
    await listening();
    const message = telegram.private().says(QUESTION, { deliver: false });
    const update = JSON.stringify({ update_id: 5, message });
    expect((await post(update)).status).toBe(401);
    expect((await post(update, 'wrong')).status).toBe(401);
    expect((await post(update, SECRET, 'GET')).status).toBe(404);
    expect((await post('x'.repeat(2_000_000), SECRET)).status).toBe(413);
    // malformed updates are taken and dropped: Telegram would send them again for ever
    expect((await post('not json', SECRET)).status).toBe(200);
    expect((await post('{"update_id":6}', SECRET)).status).toBe(200);
    expect(telegram.answersTo(message)).toEqual([]);
    expect((await post(update, SECRET)).status).toBe(200);
    await telegram.answerTo(message);
  });

  it.each(['原文', '{x}', ':x'])('takes its path /%s as it is, and no other', async (path) => {
    start(undefined, SECRET, path);
    expect((await telegram.answerTo(telegram.private().says(QUESTION))).text).toContain(ANSWER);
    expect((await post('{}', SECRET)).status).toBe(404);
  });

  it('stops while it is being set up', async () => {
    telegram.faults.add(late(8000), { method: 'setWebhook' });
    start();
    await telegram.waitFor('the set-up', () => telegram.callsOf('setWebhook').length > 0);
    expect(await bot?.stop()).toBeLessThan(4000);
  });

  it('insists on being set up', async () => {
    telegram.faults.add(resetBefore(), { method: 'setWebhook', times: 4 });
    start();
    expect((await telegram.answerTo(telegram.private().says(QUESTION), 15_000)).text).toContain(
      ANSWER,
    );
  });

  it('acknowledges at once, before the answer is sent', async () => {
    start();
    await listening();
    const person = telegram.private();
    telegram.faults.add(flood(2), { method: 'sendMessage', times: 1 });
    const message = person.says(QUESTION, { deliver: false });
    const at = Date.now();
    expect((await post(JSON.stringify({ update_id: 7, message }), SECRET)).status).toBe(200);
    expect(Date.now() - at).toBeLessThan(1500);
    await telegram.answerTo(message);
  });

  it('answers once what is posted twice, also after a restart', async () => {
    const stateDir = newStateDir();
    start(stateDir);
    await listening();
    const message = telegram.private().says(QUESTION, { deliver: false });
    const update = JSON.stringify({ update_id: 8, message });
    await Promise.all([post(update, SECRET), post(update, SECRET)]);
    await telegram.answerTo(message);
    await bot?.stop();
    start(stateDir);
    await telegram.waitFor('the webhook again', () => telegram.callsOf('setWebhook').length === 2);
    await post(update, SECRET);
    await pause(300);
    expect(telegram.answersTo(message)).toHaveLength(1);
  });

  it('leaves what it took but did not answer to the next start', async () => {
    const stateDir = newStateDir();
    start(stateDir);
    await listening();
    const fault = telegram.faults.add(flood(30), { method: 'sendMessage', times: 1 });
    const message = telegram.private().says(QUESTION, { deliver: false });
    await post(JSON.stringify({ update_id: 9, message }), SECRET);
    await telegram.waitFor('the flood', () => fault.hits.length === 1);
    expect(await bot?.stop()).toBeLessThan(5000);
    start(stateDir);
    await telegram.answerTo(message);
  });

  it('whose port is taken ends with a clear line', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { ended } = start();
    await expect(ended).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/PORT/),
    });
    bot = undefined;
    server.close();
  });

  it('reads nothing of a post without its secret, and closes its connection', async () => {
    start();
    await listening();
    const sockets = Array.from({ length: 400 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {}).resume();
      socket.write(
        'POST /telegram/hook HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{',
      );
      return socket;
    });
    const closed = await Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.on('close', () => resolve(true)))),
    );
    expect(closed).toHaveLength(400);
    expect(bot?.lines.filter((line) => line.includes('without its secret'))).toHaveLength(1);
    await expectListening();
  });

  it.each([
    ['nested 100,000 levels deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'an update with a part nested 100,000 levels deep',
      `{"update_id":90,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    ],
    ['no JSON', '{"update_id":'],
  ])('takes what is %s for good, and says so once', async (_, body) => {
    start();
    await listening();
    expect((await post(body, SECRET)).status).toBe(200);
    expect(bot?.lines.filter((line) => line.includes('dropped'))).toHaveLength(1);
    await expectListening();
  });
});

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTelegram, type TelegramDouble } from './index.ts';

let telegram: TelegramDouble;
let api: Api;
let hook: Server;
let url: string;
/** What the hook got, and the status that it answers with from now on. */
let got: { readonly headers: IncomingHttpHeaders; readonly update: Update }[];
let status: number;

beforeEach(async () => {
  telegram = await startTelegram({ webhookRetryMs: 20 });
  api = new Api(telegram.token, { apiRoot: telegram.root });
  got = [];
  status = 200;
  hook = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: request.headers, update: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  await telegram.close();
  await new Promise((resolve) => hook.close(resolve));
});

const texts = () => got.map(({ update }) => update.message?.text);

it('posts what was pending and what comes, with the secret', async () => {
  const zhang = telegram.private();
  zhang.says('一');
  await api.setWebhook(url, { secret_token: 'Secret_1-' });
  await telegram.delivered();
  zhang.says('二');
  await telegram.delivered();
  expect(texts()).toEqual(['一', '二']);
  expect(got[0]?.headers['x-telegram-bot-api-secret-token']).toBe('Secret_1-');
});

it('posts an update again until it is taken, the next of that chat after it, others meanwhile', async () => {
  status = 500;
  await api.setWebhook(url);
  const zhang = telegram.private();
  zhang.says('一');
  zhang.says('二');
  telegram.private().says('别人');
  await vi.waitFor(() => expect(texts().filter((text) => text === '一').length).toBeGreaterThan(1));
  expect(texts()).toContain('别人');
  expect(texts()).not.toContain('二');
  expect((await api.getWebhookInfo()).last_error_message).toContain('500');
  expect(telegram.pendingUpdates).toBe(3);
  status = 200;
  await telegram.delivered();
  expect(texts().lastIndexOf('一')).toBeLessThan(texts().indexOf('二'));
});

it('posts nothing more when the server is closed', async () => {
  status = 500;
  await api.setWebhook(url);
  const zhang = telegram.private();
  zhang.says('一');
  await vi.waitFor(() => expect(got).not.toEqual([]));
  telegram.private().says('二');
  await telegram.close();
  // what was on its way may still arrive
  await setTimeout(300);
  const { length } = got;
  await setTimeout(300);
  expect(got).toHaveLength(length);
});

it('tells of the webhook and forgets it', async () => {
  await api.setWebhook(url, { max_connections: 3, allowed_updates: ['message'] });
  expect(await api.getWebhookInfo()).toMatchObject({
    url,
    max_connections: 3,
    allowed_updates: ['message'],
  });
  await api.deleteWebhook();
  telegram.private().says('一');
  await api.deleteWebhook({ drop_pending_updates: true });
  expect(await api.getWebhookInfo()).toMatchObject({ url: '', pending_update_count: 0 });
  expect(got).toEqual([]);
});

it('refuses what is no webhook', async () => {
  await expect(api.setWebhook('http://example.com/')).rejects.toThrow(
    'An HTTPS URL must be provided',
  );
  await expect(api.setWebhook(url, { secret_token: 'a b' })).rejects.toThrow(
    'unallowed characters',
  );
  await expect(api.setWebhook(url, { max_connections: 101 })).rejects.toThrow('max_connections');
});

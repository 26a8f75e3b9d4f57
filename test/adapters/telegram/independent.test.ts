import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const TOKEN = '123456:independent';

describe('against a Bot API server of other people', () => {
  let server: TelegramServer;
  let bot: RunningBot;
  beforeAll(async () => {
    server = new TelegramServer({ port: 0, host: '127.0.0.1' });
    await server.start();
    bot = startBot({ token: TOKEN, root: server.config.apiURL }, await chatOver());
  });
  afterAll(async () => {
    await bot.stop();
    await server.stop();
  });

  it.each(ANSWERED)('%s is answered', async (question, answer) => {
    const client = server.getClient(TOKEN, { timeout: 20_000 });
    await client.sendMessage(client.makeMessage(question));
    const { result } = await client.getUpdates();
    expect(JSON.stringify(result.at(-1)?.message)).toContain(answer);
  });

  it('a command is answered', async () => {
    const client = server.getClient(TOKEN, { timeout: 20_000 });
    await client.sendCommand(client.makeCommand('/help'));
    const { result } = await client.getUpdates();
    expect(JSON.stringify(result.at(-1)?.message)).toContain('/stat');
  });
});

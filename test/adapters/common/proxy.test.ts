import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWay, fetchBy } from '../../../adapters/common/proxy.ts';
import { type DiscordDouble, startDiscord } from '../../doubles/discord/index.ts';
import { type ProxyDouble, type ProxyOptions, startProxy } from '../../doubles/proxy/index.ts';
import { startTelegram, type TelegramDouble } from '../../doubles/telegram/index.ts';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';
import { startBot as startDiscordBot } from '../discord/running.ts';
import type { RunningBot } from '../running.ts';
import { startBot as startTelegramBot } from '../telegram/running.ts';

const [[QUESTION, ANSWER]] = ANSWERED;
const LOGIN = 'reader:p%40ss'; // as an address writes `p@ss`
const SCHEMES = ['http', 'socks5'] as const;

const chat = await chatOver();

let proxy: ProxyDouble;
let bot: RunningBot | undefined;
const closing: { close(): Promise<void> }[] = [];
async function open(options?: ProxyOptions): Promise<ProxyDouble> {
  proxy = await startProxy(options);
  closing.push(proxy);
  return proxy;
}
afterEach(async () => {
  await bot?.stop().catch(() => {});
  bot = undefined;
  for (const each of closing.splice(0)) await each.close();
});

describe('the way of a call', () => {
  const [http, https] = ['http://plain.example:3128', 'http://sealed.example:3128'];
  const way = createWay({ http, https, none: ['.cn.example', 'exact.example:8443', '10.0.0.1'] });

  it.each([
    ['http://a.example/x', http],
    ['ws://a.example/x', http],
    ['https://a.example/x', https],
    ['wss://a.example/x', https],
    ['https://b.cn.example/x', undefined],
    ['https://cn.example/x', undefined],
    ['https://notcn.example/x', https],
    ['https://exact.example:8443', undefined],
    ['https://exact.example', https],
    ['http://10.0.0.1', undefined],
    ['http://localhost:8081', undefined],
    ['http://127.0.0.1:8081', undefined],
    ['http://[::1]:8081', undefined],
  ])('%s goes by %s', (url, wanted) => {
    expect(way.proxyOf(url)).toBe(wanted);
    expect(way.agentOf(url) === undefined).toBe(wanted === undefined);
  });

  it('of a platform is its own proxy, whatever the others are', () => {
    const own = createWay({ http, none: ['*'] }, 'socks5://127.0.0.1:1080');
    expect(own.proxyOf('http://127.0.0.1:8081')).toBe('socks5://127.0.0.1:1080');
  });

  it('without settings is straight, and with `*` too', () => {
    expect(createWay(undefined).proxyOf('https://a.example')).toBeUndefined();
    expect(createWay({ https, none: ['*'] }).proxyOf('https://a.example')).toBeUndefined();
  });
});

describe('Telegram', () => {
  let telegram: TelegramDouble;
  beforeEach(async () => {
    telegram = await startTelegram();
    closing.push(telegram);
  });

  it.each(SCHEMES)('is reached through a %s proxy that wants a password', async (scheme) => {
    const { port } = await open({ login: 'reader:p@ss' });
    const way = createWay(undefined, `${scheme}://${LOGIN}@127.0.0.1:${port}`);
    bot = startTelegramBot(telegram, chat, { way });
    const answer = await telegram.answerTo(telegram.private().says(QUESTION));
    expect(answer.text).toContain(ANSWER);
    expect(new Set(proxy.reached)).toEqual(new Set([new URL(telegram.root).host]));
    expect(proxy.refused()).toBe(0);
    const log = bot.lines.join('');
    expect(log).toContain(`through the proxy ${scheme}://127.0.0.1:${port}`);
    expect(log).not.toMatch(/p@ss|p%40ss|reader/);
  });

  it.each(SCHEMES)('is named to a %s proxy, which finds the address', async (scheme) => {
    const { port } = await open();
    const at = new URL(telegram.root);
    const way = createWay({ http: `${scheme}://127.0.0.1:${port}`, none: [] });
    const root = `http://telegram.invalid:${at.port}`;
    bot = startTelegramBot({ token: telegram.token, root }, chat, { way });
    const answer = await telegram.answerTo(telegram.private().says(QUESTION));
    expect(answer.text).toContain(ANSWER);
    expect(new Set(proxy.reached)).toEqual(new Set([`telegram.invalid:${at.port}`]));
  });

  it('is asked for again and again while a proxy refuses, and the log says why', async () => {
    const { port } = await open({ login: 'reader:other' });
    const way = createWay(undefined, `http://${LOGIN}@127.0.0.1:${port}`);
    bot = startTelegramBot(telegram, chat, { way });
    await expect.poll(() => proxy.refused(), { timeout: 10_000 }).toBeGreaterThan(1);
    expect(telegram.calls).toEqual([]);
    expect(bot.lines.join('')).toContain('Telegram cannot be reached');
  });
});

describe('Discord', () => {
  let discord: DiscordDouble;
  beforeEach(async () => {
    discord = await startDiscord({ acknowledgeWithin: 20_000, hostname: 'discord.invalid' });
    closing.push(discord);
  });

  it.each(SCHEMES)('and its gateway are reached through a %s proxy', async (scheme) => {
    const { port } = await open({ login: 'reader:p@ss' });
    const way = createWay(undefined, `${scheme}://${LOGIN}@127.0.0.1:${port}`);
    bot = startDiscordBot(discord, chat, { way });
    await discord.ready();
    await discord.waitFor('the commands', () => discord.commands().length > 0);
    const [li, channel] = [discord.user(), discord.channel(discord.guild())];
    const answer = await li.slash(channel, 'ask', { question: QUESTION }).response();
    expect(answer.content).toContain(ANSWER);
    expect(proxy.refused()).toBe(0);
    // a name that nobody but the proxy can resolve: whatever came, came through it
    const { host } = new URL(discord.api);
    expect(new Set(proxy.reached)).toEqual(new Set([host]));
    const before = proxy.reached.length;
    discord.gateway.drop();
    await discord.waitFor('a session resumed', () => proxy.reached.length > before);
  });
});

describe('fetch', () => {
  it.each(SCHEMES)('goes through a %s proxy', async (scheme) => {
    const { port } = await open();
    const server = createServer((_, response) => response.end('here'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const at = (server.address() as AddressInfo).port;
    fetchBy({ http: `${scheme}://127.0.0.1:${port}`, none: [] });
    const response = await fetch(`http://page.invalid:${at}/`);
    expect(await response.text()).toBe('here');
    expect(proxy.reached).toEqual([`page.invalid:${at}`]);
    server.closeAllConnections();
    server.close();
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { redactor } from '../../../adapters/common/log.ts';
import { doctor } from '../../../adapters/terminal/doctor.ts';
import { type DiscordDouble, startDiscord } from '../../doubles/discord/index.ts';
import { startProxy } from '../../doubles/proxy/index.ts';
import { startTelegram, type TelegramDouble } from '../../doubles/telegram/index.ts';
import { BULLETIN, newStateDir } from '../../helpers/chat.ts';

let telegram: TelegramDouble;
let discord: DiscordDouble;
let home: string;
beforeEach(async () => {
  telegram = await startTelegram();
  discord = await startDiscord();
  home = newStateDir();
  mkdirSync(join(home, 'corpus'));
  writeFileSync(join(home, 'corpus', 'bulletin.txt'), BULLETIN);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await telegram.close();
  await discord.close();
});

/** Runs it with these settings; resolves with what it printed and whether all is well. */
async function run(env: Readonly<Record<string, string>>) {
  const settings = {
    STATE_DIR: join(home, 'state'),
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_BASE: discord.api,
    ...env,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  let printed = '';
  const output = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  const io = { input: Readable.from([]), output, errors: output, env: {} };
  return { sound: await doctor(join(home, 'corpus'), redactor, io), printed: () => printed };
}

describe('scopes', () => {
  const scopes = () => join(home, 'corpus', 'scopes.yaml');

  it('are told to be sound, to name what is not there, or to be wrong', async () => {
    writeFileSync(scopes(), 'water: {articles: [bulletin], in: [web]}');
    expect((await run({})).printed()).toContain('✓ scopes: read');
    writeFileSync(scopes(), 'water: {articles: [buletin], in: [web]}');
    expect((await run({})).printed()).toMatch(
      /· scopes: water: no article is named buletin\n {4}→/,
    );
    writeFileSync(scopes(), 'water: {articles: [bulletin], in: [nowhere]}');
    const { sound, printed } = await run({});
    expect(sound).toBe(false);
    expect(printed()).toMatch(/✗ scopes: .*nowhere is no place/);
  });
});

describe('doctor', () => {
  it('finds all well, and says what could be better', async () => {
    const { sound, printed } = await run({});
    expect(printed()).toMatch(/✓ Node: \d+/);
    expect(printed()).toContain('✓ native addons: nodejieba and better-sqlite3 work');
    expect(printed()).toMatch(/✓ articles: .*corpus holds 1,/);
    expect(printed()).toContain(`✓ Telegram: the token is that of @${telegram.bot.username}`);
    expect(printed()).toContain(`✓ Discord: the token is that of ${discord.bot.name}`);
    expect(printed()).toMatch(/· privacy mode: on.*\n {4}→ .*BotFather/);
    expect(printed()).toContain('✓ intents: none is privileged');
    expect(printed()).not.toContain('✗');
    expect(sound).toBe(true);
  });

  it('tells a refused token, and prints none', async () => {
    const { sound, printed } = await run({ TELEGRAM_TOKEN: '1:wrong', DISCORD_TOKEN: 'a.b.wrong' });
    expect(sound).toBe(false);
    expect(printed()).toMatch(
      /✗ Telegram: the token is not accepted \(40[14]\)\n {4}→ set TELEGRAM_TOKEN/,
    );
    expect(printed()).toMatch(
      /✗ Discord: the token is not accepted \(401\)\n {4}→ set DISCORD_TOKEN/,
    );
    expect(printed()).not.toContain('wrong');
  });

  it('asks by the way that the bot goes, and tells a proxy that is away without its password', async () => {
    const proxy = await startProxy();
    const through = await run({ DISCORD_PROXY: `http://127.0.0.1:${proxy.port}` });
    expect(through.printed()).toContain('✓ Discord');
    expect(proxy.reached).toContain(new URL(discord.api).host);
    await proxy.close();
    const away = await run({ DISCORD_PROXY: `http://me:hush@127.0.0.1:${proxy.port}` });
    expect(away.printed()).toMatch(
      /✗ Discord: .*cannot be reached through http:\/\/127\.0\.0\.1:\d+: /,
    );
    expect(away.printed()).not.toContain('hush');
    expect(away.sound).toBe(false);
  });

  it('tells settings that cannot be read, and folders that are missing', async () => {
    const settings = await run({ LOG_LEVEL: 'loud' });
    expect(settings.printed()).toContain('✗ settings: LOG_LEVEL must be one of');
    vi.unstubAllEnvs();
    const blocked = join(home, 'file');
    writeFileSync(blocked, '');
    const state = await run({ STATE_DIR: join(blocked, 'state') });
    expect(state.printed()).toMatch(/✗ state: .*\n {4}→ set STATE_DIR/);
    expect(state.sound).toBe(false);
  });
});

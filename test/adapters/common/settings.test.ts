import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { envFileProblem, readConfig } from '../../../adapters/common/settings.ts';

const NONE = 'no such file';

function envFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), '.env');
  writeFileSync(file, text);
  return file;
}

function faultOf(env: Record<string, string>, file = NONE): { code: string; message: string } {
  try {
    readConfig(env, file);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('no fault');
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, NONE)).toEqual({
      corpusDir: 'corpus',
      logLevel: 'info',
      retentionDays: 30,
      searchEngine: 'auto',
      stateDir: '.state',
    });
  });

  it('counts empty settings as not set', () => {
    const env = { CORPUS_DIR: '', DISCORD_TOKEN: ' ', TELEGRAM_API_ROOT: '', LOG_LEVEL: '' };
    expect(readConfig(env, NONE)).toEqual(readConfig({}, NONE));
  });

  it('reads all there is', () => {
    expect(
      readConfig(
        {
          CORPUS_DIR: '/articles',
          DISCORD_TOKEN: ' a.b.c\n',
          DISCORD_GUILD_ID: '81384788765712384',
          DISCORD_API_BASE: 'http://127.0.0.1:8080/api/',
          TELEGRAM_TOKEN: '1:x',
          TELEGRAM_API_ROOT: 'https://bots.example',
          TELEGRAM_WEBHOOK_URL: 'https://me.example/hook',
          TELEGRAM_WEBHOOK_SECRET: 'a-b_C',
          PORT: '9000',
          LOG_LEVEL: 'silent',
          SEARCH_ENGINE: 'sqlite',
          STATE_DIR: '/state',
          JIEBA_DICT: 'full',
          PATH: '/bin',
        },
        NONE,
      ),
    ).toEqual({
      corpusDir: '/articles',
      discord: {
        token: 'a.b.c',
        guildId: '81384788765712384',
        apiBase: 'http://127.0.0.1:8080/api',
      },
      telegram: {
        token: '1:x',
        apiRoot: 'https://bots.example',
        webhook: { url: 'https://me.example/hook', secret: 'a-b_C', host: '127.0.0.1', port: 9000 },
      },
      logLevel: 'silent',
      retentionDays: 30,
      searchEngine: 'sqlite',
      stateDir: '/state',
      jiebaDict: 'full',
    });
  });

  it('lets the process win over the file, also with an empty value', () => {
    const file = envFile('CORPUS_DIR=a\nSTATE_DIR="b" # why\nTELEGRAM_TOKEN=1:x\n');
    const config = readConfig({ CORPUS_DIR: 'c', TELEGRAM_TOKEN: '' }, file);
    expect(config).toMatchObject({ corpusDir: 'c', stateDir: 'b' });
    expect(config).not.toHaveProperty('telegram');
  });

  it('names every fault at once and holds no value', () => {
    const { code, message } = faultOf({
      DISCORD_TOKEN: 'secret one',
      DISCORD_GUILD_ID: 'secret2',
      DISCORD_API_BASE: 'ftp://secret3',
      TELEGRAM_TOKEN: 'secret４',
      TELEGRAM_API_ROOT: 'secret5',
      LOG_LEVEL: 'secret6',
    });
    expect(code).toBe('config');
    for (const name of [
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_API_BASE',
      'TELEGRAM_TOKEN',
      'TELEGRAM_API_ROOT',
      'LOG_LEVEL',
    ])
      expect(message).toContain(`${name} must be`);
    expect(message).not.toMatch(/secret|\n/);
  });

  it.each([
    'https://x.example/?a=b',
    'https://x.example/#a',
    'x.example',
    '//x',
    'https://',
  ])('refuses %s as a base address', (DISCORD_API_BASE) => {
    expect(faultOf({ DISCORD_API_BASE }).message).toMatch(/^DISCORD_API_BASE must be/);
  });

  it('says that .env cannot be read', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), '.env');
    mkdirSync(folder);
    expect(faultOf({}, folder).message).toMatch(/cannot be read \(EISDIR\)/);
  });
});

describe('proxies', () => {
  it('are read in capitals and in small letters, which other programs know', () => {
    const env = {
      https_proxy: 'http://small.example:3128',
      HTTPS_PROXY: 'http://capital.example:3128',
      ALL_PROXY: 'socks5://all.example:1080',
      no_proxy: 'a.example, .b.example',
    };
    expect(readConfig(env, NONE).proxy).toEqual({
      http: 'socks5://all.example:1080',
      https: 'http://small.example:3128',
      none: ['a.example', '.b.example'],
    });
  });

  it('may leave out http://, and may be set for one platform', () => {
    const env = { TELEGRAM_TOKEN: '1:x', TELEGRAM_PROXY: '127.0.0.1:7890' };
    const { telegram, proxy } = readConfig(env, NONE);
    expect(telegram?.proxy).toBe('http://127.0.0.1:7890');
    expect(proxy).toBeUndefined();
  });

  it.each([
    'ftp://secret:1',
    'http://',
    'socks4://secret:1',
    'http://secret:1/path',
    'http://a b',
  ])('%s is none', (HTTPS_PROXY) => {
    const { message } = faultOf({ HTTPS_PROXY });
    expect(message).toMatch(/^HTTPS_PROXY must be/);
    expect(message).not.toContain('secret');
  });
});

describe('who may ask', () => {
  it('is a list of ids, and of names on Telegram', () => {
    const config = readConfig(
      {
        TELEGRAM_TOKEN: '1:x',
        TELEGRAM_ALLOW: '-1001234567890, 4711 @reading_room',
        DISCORD_TOKEN: 'a',
        DISCORD_ALLOW: '81384788765712384',
        ADMINS: '4711,81384788765712385',
      },
      NONE,
    );
    expect(config.telegram?.allow).toEqual(['-1001234567890', '4711', '@reading_room']);
    expect(config.discord?.allow).toEqual(['81384788765712384']);
    expect(config.admins).toEqual(['4711', '81384788765712385']);
  });

  it.each([
    { TELEGRAM_ALLOW: 'secret' },
    { DISCORD_ALLOW: '12' },
    { ADMINS: '@secret' },
  ])('is not %j', (env) => {
    const [name = ''] = Object.keys(env);
    const { message } = faultOf(env);
    expect(message).toMatch(new RegExp(`^${name} must be`));
    expect(message).not.toContain('secret');
  });
});

describe('the webhook', () => {
  it.each([
    { PORT: '0' },
    { PORT: '65536' },
    { PORT: 'x' },
    { TELEGRAM_WEBHOOK_SECRET: 'two words' },
    { TELEGRAM_WEBHOOK_URL: 'me.example' },
  ])('is not set up with %j', (env) => {
    const [name = ''] = Object.keys(env);
    expect(faultOf({ TELEGRAM_TOKEN: '1:x', ...env }).message).toMatch(new RegExp(`^${name} `));
  });
});

describe('the weekly report', () => {
  it('goes to a chat of one platform', () => {
    expect(readConfig({ REPORT_CHAT: 'telegram:-1001234567890' }, NONE).report).toEqual({
      platform: 'telegram',
      chat: '-1001234567890',
    });
    expect(readConfig({}, NONE)).not.toHaveProperty('report');
  });

  it.each(['-1001234567890', 'slack:1', 'discord:12', 'telegram:'])('to %s is a fault', (chat) => {
    expect(faultOf({ REPORT_CHAT: chat }).message).toMatch(/^REPORT_CHAT must be telegram: or/);
  });
});

describe('the reader', () => {
  const env = { READER_URL: 'http://localhost:11434/v1/', READER_MODEL: 'qwen3:8b' };

  it('is asked of what is unsure, for eight seconds, unless told otherwise', () => {
    const plain = { url: 'http://localhost:11434/v1', model: 'qwen3:8b' };
    expect(readConfig(env, NONE).reader).toEqual({ ...plain, when: 'unsure', timeout: 8000 });
    expect(
      readConfig({ ...env, READER_KEY: 'sk-1', READER_WHEN: 'always', READER_TIMEOUT: '2.5' }, NONE)
        .reader,
    ).toEqual({ ...plain, key: 'sk-1', when: 'always', timeout: 2500 });
  });

  it('is none without an address', () => {
    expect(readConfig({ READER_MODEL: 'x', READER_KEY: 'y' }, NONE)).not.toHaveProperty('reader');
  });

  it.each([
    ['READER_MODEL', { READER_URL: 'http://localhost:11434/v1' }],
    ['READER_URL', { ...env, READER_URL: 'https://secret:word@x.example/v1' }],
    ['READER_KEY', { ...env, READER_KEY: 'secret word' }],
    ['READER_WHEN', { ...env, READER_WHEN: 'secret' }],
    ['READER_TIMEOUT', { ...env, READER_TIMEOUT: 'secret' }],
    ['READER_TIMEOUT', { ...env, READER_TIMEOUT: '0' }],
    ['READER_TIMEOUT', { ...env, READER_TIMEOUT: '600' }],
  ])('is not set up with a bad %s, whose value is not told', (name, bad) => {
    const { message } = faultOf(bad);
    expect(message).toMatch(new RegExp(`^${name} must`));
    expect(message).not.toContain('secret');
  });
});

describe('the page', () => {
  it('is set up by its port', () => {
    const all = {
      WEB_PORT: '8443',
      WEB_BASE_URL: 'https://yuanwen.example/',
      WEB_CORS: 'https://a.example, http://b.example:8080',
      ADMIN_PASSWORD: 'correct horse battery',
      HOST: '0.0.0.0',
    };
    expect(readConfig(all, NONE).web).toEqual({
      host: '0.0.0.0',
      port: 8443,
      password: 'correct horse battery',
      origins: ['https://a.example', 'http://b.example:8080'],
    });
    expect(readConfig({ WEB_PORT: '80' }, NONE).web?.origins).toEqual([]);
    expect(readConfig(all, NONE).webBaseUrl).toBe('https://yuanwen.example');
    // another process may serve it
    expect(readConfig({ ...all, WEB_PORT: '' }, NONE)).toMatchObject({
      webBaseUrl: 'https://yuanwen.example',
    });
    expect(readConfig({ ...all, WEB_PORT: '' }, NONE)).not.toHaveProperty('web');
  });

  it.each([
    { WEB_PORT: '0' },
    { WEB_BASE_URL: 'yuanwen.example' },
    { WEB_CORS: 'https://a.example/path' },
    { WEB_CORS: 'a.example' },
    { ADMIN_PASSWORD: 'secret' },
  ])('is not set up with %j', (env) => {
    const [name = ''] = Object.keys(env);
    const { message } = faultOf({ WEB_PORT: '80', ...env });
    expect(message).toMatch(new RegExp(`^${name} must`));
    expect(message).not.toContain('secret');
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');

  it('names every setting and changes none as it stands', () => {
    const named = [...text.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([
      'ADMINS',
      'ADMIN_PASSWORD',
      'ALL_PROXY',
      'CORPUS_DIR',
      'DISCORD_ALLOW',
      'DISCORD_API_BASE',
      'DISCORD_GUILD_ID',
      'DISCORD_PROXY',
      'DISCORD_TOKEN',
      'HEALTH_PORT',
      'HOST',
      'HTTPS_PROXY',
      'HTTP_PROXY',
      'JIEBA_DICT',
      'LOG_LEVEL',
      'NO_PROXY',
      'PORT',
      'READER_KEY',
      'READER_MODEL',
      'READER_TIMEOUT',
      'READER_URL',
      'READER_WHEN',
      'REPORT_CHAT',
      'RETENTION_DAYS',
      'SEARCH_ENGINE',
      'STATE_DIR',
      'TELEGRAM_ALLOW',
      'TELEGRAM_API_ROOT',
      'TELEGRAM_PROXY',
      'TELEGRAM_TOKEN',
      'TELEGRAM_WEBHOOK_SECRET',
      'TELEGRAM_WEBHOOK_URL',
      'WEB_BASE_URL',
      'WEB_CORS',
      'WEB_PORT',
    ]);
    expect(readConfig(parse(text), NONE)).toEqual(readConfig({}, NONE));
  });

  it('gives the defaults there are', () => {
    const uncommented = text.replace(/^# (?=[A-Z_]+=)/gm, '');
    expect(readConfig(parse(uncommented), NONE)).toEqual(readConfig({}, NONE));
  });
});

describe('a file of settings', () => {
  it('that others can read is warned of, with the remedy', () => {
    const file = envFile('TELEGRAM_TOKEN=1:x');
    chmodSync(file, 0o644);
    expect(envFileProblem(file)).toMatch(/chmod 600/);
    chmodSync(file, 0o600);
    expect(envFileProblem(file)).toBeUndefined();
    expect(envFileProblem(NONE)).toBeUndefined();
  });
});

describe('retention and health', () => {
  it('are read where they are set', () => {
    expect(readConfig({ RETENTION_DAYS: '7', HEALTH_PORT: '9100', HOST: '0.0.0.0' }, NONE)).toEqual(
      {
        ...readConfig({}, NONE),
        retentionDays: 7,
        health: { host: '0.0.0.0', port: 9100 },
      },
    );
  });

  it.each(['0', '-1', 'long', '1.5'])('refuse %s', (value) => {
    expect(faultOf({ RETENTION_DAYS: value }).message).toMatch(
      /RETENTION_DAYS must|RETENTION_DAYS/,
    );
    expect(faultOf({ HEALTH_PORT: value }).message).toMatch(/HEALTH_PORT/);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../adapters/common/settings.ts';

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
      searchEngine: 'sqlite',
      stateDir: '/state',
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
      baseUrl: 'https://yuanwen.example',
      password: 'correct horse battery',
      origins: ['https://a.example', 'http://b.example:8080'],
    });
    expect(readConfig({ WEB_PORT: '80' }, NONE).web?.origins).toEqual([]);
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
      'ADMIN_PASSWORD',
      'CORPUS_DIR',
      'DISCORD_API_BASE',
      'DISCORD_GUILD_ID',
      'DISCORD_TOKEN',
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'SEARCH_ENGINE',
      'STATE_DIR',
      'TELEGRAM_API_ROOT',
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

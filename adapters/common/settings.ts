import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Config } from './config.ts';
import { REMOTE, SCHEMA, type Settings } from './settings-schema.ts';

export type { Config, ProxySettings } from './config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Settings that other programs read too, of which most know them in small letters. */
const SHARED = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/**
 * Reads the settings from `env` and from the file `envFile`, which may be missing. A setting of
 * `env` wins, even when empty; an empty setting counts as not set.
 * @throws YuanwenError with code `config`, which names every fault and holds no value
 */
export function readConfig(env: Env = process.env, envFile = '.env'): Config {
  const given = { ...readEnvFile(envFile), ...env };
  const set = Object.keys(SCHEMA.shape).flatMap((name) => {
    const small = SHARED.includes(name) ? given[name.toLowerCase()] : undefined;
    const value = (small || given[name])?.trim();
    return value ? [[name, value] as const] : [];
  });
  const { success, data, error } = SCHEMA.safeParse(Object.fromEntries(set));
  if (!success) {
    const faults = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new YuanwenError(
      'config',
      `${faults.join('; ')}. Set them in the environment or in .env; .env.example explains each.`,
    );
  }
  return {
    corpusDir: data.CORPUS_DIR,
    logLevel: data.LOG_LEVEL,
    retentionDays: data.RETENTION_DAYS,
    searchEngine: data.SEARCH_ENGINE === REMOTE ? 'sqlite' : data.SEARCH_ENGINE,
    stateDir: data.STATE_DIR,
    ...(data.JIEBA_DICT && { jiebaDict: data.JIEBA_DICT }),
    ...(data.READER_URL !== undefined &&
      data.READER_MODEL !== undefined && {
        reader: {
          url: data.READER_URL,
          model: data.READER_MODEL,
          ...(data.READER_KEY && { key: data.READER_KEY }),
          when: data.READER_WHEN,
          timeout: data.READER_TIMEOUT * 1000,
        },
      }),
    ...(data.DATABASE_URL && {
      database: {
        url: data.DATABASE_URL,
        tenant: data.TENANT,
        connections: data.DATABASE_CONNECTIONS,
        remote: data.SEARCH_ENGINE === REMOTE,
      },
    }),
    ...(data.HEALTH_PORT && { health: { host: data.HOST, port: data.HEALTH_PORT } }),
    ...(data.ADMINS && { admins: data.ADMINS }),
    ...reportSettings(data),
    ...(data.WEB_BASE_URL && { webBaseUrl: data.WEB_BASE_URL }),
    ...proxySettings(data),
    ...(data.WEB_PORT && {
      web: {
        host: data.HOST,
        port: data.WEB_PORT,
        origins: data.WEB_CORS ?? [],
        ...(data.ADMIN_PASSWORD && { password: data.ADMIN_PASSWORD }),
      },
    }),
    ...(data.DISCORD_TOKEN && {
      discord: {
        token: data.DISCORD_TOKEN,
        ...(data.DISCORD_GUILD_ID && { guildId: data.DISCORD_GUILD_ID }),
        ...(data.DISCORD_API_BASE && { apiBase: data.DISCORD_API_BASE }),
        ...(data.DISCORD_ALLOW && { allow: data.DISCORD_ALLOW }),
        ...(data.DISCORD_PROXY && { proxy: data.DISCORD_PROXY }),
      },
    }),
    ...(data.TELEGRAM_TOKEN && {
      telegram: {
        token: data.TELEGRAM_TOKEN,
        ...(data.TELEGRAM_API_ROOT && { apiRoot: data.TELEGRAM_API_ROOT }),
        ...(data.TELEGRAM_ALLOW && { allow: data.TELEGRAM_ALLOW }),
        ...(data.TELEGRAM_PROXY && { proxy: data.TELEGRAM_PROXY }),
        ...(data.TELEGRAM_WEBHOOK_URL && {
          webhook: {
            url: data.TELEGRAM_WEBHOOK_URL,
            ...(data.TELEGRAM_WEBHOOK_SECRET && { secret: data.TELEGRAM_WEBHOOK_SECRET }),
            host: data.HOST,
            port: data.PORT,
          },
        }),
      },
    }),
  };
}

/** What is wrong with the permissions of the file of the settings; undefined where nothing is. */
export function envFileProblem(envFile = '.env'): string | undefined {
  const mode = statSync(envFile, { throwIfNoEntry: false })?.mode ?? 0;
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return isOpen
    ? `others on this machine can read ${envFile}: run chmod 600 ${envFile}`
    : undefined;
}

function proxySettings(data: Settings): Pick<Config, 'proxy'> {
  const http = data.HTTP_PROXY ?? data.ALL_PROXY;
  const https = data.HTTPS_PROXY ?? data.ALL_PROXY;
  if (http === undefined && https === undefined) return {};
  const none = (data.NO_PROXY ?? '').split(/[\s,]+/).filter(Boolean);
  return { proxy: { ...(http && { http }), ...(https && { https }), none } };
}

function reportSettings(data: Settings): Pick<Config, 'report'> {
  const [platform, chat] = data.REPORT_CHAT?.split(':') ?? [];
  return platform && chat ? { report: { platform, chat } } : {};
}

/** All that no log and no message may hold. */
export function secretsOf({ proxy, discord, telegram, reader, web, database }: Config): string[] {
  const proxies = [proxy?.http, proxy?.https, discord?.proxy, telegram?.proxy];
  const passwords = [...proxies, database?.url].map(
    (address) => address && decodeURIComponent(new URL(address).password),
  );
  const tokens = [discord?.token, telegram?.token, telegram?.webhook?.secret];
  const keys = [reader?.key, web?.password];
  return [...tokens, ...keys, ...passwords].flatMap((secret) => secret || []);
}

/** The file as dotenv reads it, without touching `process.env`. */
function readEnvFile(file: string): Env {
  try {
    return parse(readFileSync(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return {};
    throw new YuanwenError('config', `${file} cannot be read (${code}): make it a readable file.`, {
      cause: error,
    });
  }
}

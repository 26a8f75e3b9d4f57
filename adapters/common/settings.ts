import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
import { READER_WHEN, type ReaderWhen } from '../../src/answer/reader/reader.ts';
import type { DatabaseSettings } from '../../src/postgres/database.ts';
import { isDatabaseUrl } from '../../src/postgres/database-url.ts';
import { SEARCH_ENGINES, type SearchEngineName } from '../../src/search/engine.ts';
import { YuanwenError } from '../../src/util/errors.ts';

/** The proxies that the environment names, as addresses (`http://user:secret@host:8080`). */
export interface ProxySettings {
  /** For http:// and ws://. */
  readonly http?: string;
  /** For https:// and wss://. */
  readonly https?: string;
  /** Hosts that are reached without one, as NO_PROXY lists them. */
  readonly none: readonly string[];
}

export interface Config {
  /** Folder of the articles. */
  readonly corpusDir: string;
  /** The Discord bot's settings; unset where none is to start. */
  readonly discord?: {
    readonly token: string;
    readonly guildId?: string;
    /** Without a closing slash. */
    readonly apiBase?: string;
    /** Ids of the people, channels and servers that may ask; unset for all. */
    readonly allow?: readonly string[];
    /** The proxy of all its calls, whatever `proxy` says. */
    readonly proxy?: string;
  };
  /** The Telegram bot's settings; unset where none is to start. */
  readonly telegram?: {
    readonly token: string;
    /** Without a closing slash. */
    readonly apiRoot?: string;
    /** Ids or @names of the people and chats that may ask; unset for all. */
    readonly allow?: readonly string[];
    /** The proxy of all its calls, whatever `proxy` says. */
    readonly proxy?: string;
    /** Where Telegram posts updates; unset where they are polled. */
    readonly webhook?: {
      /** The address that Telegram posts to. */
      readonly url: string;
      readonly secret?: string;
      /** The host and port where the server behind that address listens. */
      readonly host: string;
      readonly port: number;
    };
  };
  /** Ids of the people of either platform who may always ask, and manage. */
  readonly admins?: readonly string[];
  /** The chat that gets what was not answered, once a week; unset where none does. */
  readonly report?: { readonly platform: string; readonly chat: string };
  /** The proxies of what goes out; unset where all of it goes straight. */
  readonly proxy?: ProxySettings;
  /** Days after which votes and questions without a sure answer are deleted. */
  readonly retentionDays: number;
  /** The web page's settings; unset where none is to be served. */
  readonly web?: {
    readonly host: string;
    readonly port: number;
    /** Opens the operator's desk; without it there is none. */
    readonly password?: string;
    /** Origins whose pages may read the JSON API; `*` for all, none by default. */
    readonly origins: readonly string[];
  };
  /**
   * The address at which people reach the page of this process or of another one, without a closing
   * slash: what citations lead to.
   */
  readonly webBaseUrl?: string;
  readonly logLevel: LogLevel;
  /** The language model that chooses among sentences; unset where none is to. */
  readonly reader?: {
    /** Without a closing slash. */
    readonly url: string;
    readonly model: string;
    readonly key?: string;
    readonly when: ReaderWhen;
    /** Milliseconds. */
    readonly timeout: number;
  };
  /** The search engine; `auto` chooses by the number of paragraphs. */
  readonly searchEngine: SearchEngineName;
  /** Folder of the journal, the index and other small state; made at the first write. */
  readonly stateDir: string;
  /** `full` for jieba's whole dictionary, or the path of another; unset for the one made at build time. */
  readonly jiebaDict?: string;
  /** PostgreSQL, which any number of workers share; unset where this process keeps its state in files. */
  readonly database?: DatabaseSettings & {
    /** Whether postings stay there, instead of being copied to each worker's disk. */
    readonly remote: boolean;
  };
  /** Where health and metrics are served; unset where they are not. */
  readonly health?: { readonly host: string; readonly port: number };
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

type LogLevel = (typeof LOG_LEVELS)[number];

type Env = Readonly<Record<string, string | undefined>>;

const text = z.string().trim();

/** No white space or other character that cannot stand in an HTTP header or path. */
const token = text.regex(/^[\x21-\x7e]+$/, 'must be one word of plain ASCII');

const base = text
  .refine(isBase, 'must be an http:// or https:// address without ? or #')
  .transform((url) => url.replace(/\/+$/, ''));

const port = z.coerce.number('must be a port').int().min(1).max(65_535);

const proxy = text
  .transform((value) => (value.includes('://') ? value : `http://${value}`))
  .refine(isProxy, 'must be an http://, https:// or socks5:// address of host and port');

/** A list of words between commas or white space. */
function listOf(word: RegExp, fault: string) {
  return text
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((words) => words.every((each) => word.test(each)), fault);
}

/** The engine whose postings are in the database. */
const REMOTE = 'postgres';

const SCHEMA = z
  .object({
    CORPUS_DIR: text.default('corpus'),
    DISCORD_TOKEN: token.optional(),
    DISCORD_GUILD_ID: text
      .regex(/^\d{17,20}$/, 'must be a server id of 17 to 20 digits')
      .optional(),
    DISCORD_API_BASE: base.optional(),
    TELEGRAM_TOKEN: token.optional(),
    TELEGRAM_API_ROOT: base.optional(),
    TELEGRAM_WEBHOOK_URL: base.optional(),
    TELEGRAM_WEBHOOK_SECRET: text
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be 1 to 256 of A-Z, a-z, 0-9, _ and -')
      .optional(),
    HOST: text.default('127.0.0.1'),
    WEB_PORT: port.optional(),
    WEB_BASE_URL: base.optional(),
    WEB_CORS: text
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine((list) => list.every(isOrigin), 'must be origins such as https://example.org, or *')
      .optional(),
    ADMIN_PASSWORD: text.min(12, 'must have at least 12 characters').max(1000).optional(),
    PORT: port.default(8080),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
    READER_URL: base
      .refine(hasNoSecret, 'must hold no user name and password: READER_KEY is for them')
      .optional(),
    READER_MODEL: text.optional(),
    READER_KEY: token.optional(),
    READER_WHEN: z.enum(READER_WHEN, `must be one of ${READER_WHEN.join(', ')}`).default('unsure'),
    READER_TIMEOUT: z.coerce
      .number('must be a number of seconds')
      .min(0.1, 'must be at least 0.1 seconds')
      .max(120, 'must be at most 120 seconds')
      .default(8),
    SEARCH_ENGINE: z
      .enum([...SEARCH_ENGINES, REMOTE], `must be one of ${SEARCH_ENGINES.join(', ')}, ${REMOTE}`)
      .default('auto'),
    STATE_DIR: text.default('.state'),
    JIEBA_DICT: text.optional(),
    RETENTION_DAYS: z.coerce
      .number('must be a number of days')
      .int('must be whole days')
      .min(1)
      .max(3650)
      .default(30),
    HEALTH_PORT: port.optional(),
    DATABASE_URL: text.refine(isDatabaseUrl, 'must be a postgres:// address').optional(),
    DATABASE_CONNECTIONS: z.coerce
      .number('must be a number of connections')
      .int('must be a whole number')
      .min(2)
      .max(200)
      .default(10),
    TENANT: text
      .regex(/^[\w.-]{1,63}$/, 'must be 1 to 63 letters, digits, points, _ and -')
      .default('default'),
    HTTP_PROXY: proxy.optional(),
    HTTPS_PROXY: proxy.optional(),
    ALL_PROXY: proxy.optional(),
    NO_PROXY: text.optional(),
    TELEGRAM_PROXY: proxy.optional(),
    DISCORD_PROXY: proxy.optional(),
    TELEGRAM_ALLOW: listOf(
      /^(?:-?\d{1,20}|@\w{4,32})$/,
      'must be ids of people and chats, or their @names, with commas between',
    ).optional(),
    DISCORD_ALLOW: listOf(
      /^\d{17,20}$/,
      'must be ids of people, channels and servers, 17 to 20 digits each, with commas between',
    ).optional(),
    REPORT_CHAT: text
      .regex(
        /^(?:telegram:(?:-?\d{1,20}|@\w{4,32})|discord:\d{17,20})$/,
        'must be telegram: or discord: and the id of a chat or channel',
      )
      .optional(),
    ADMINS: listOf(/^\d{1,20}$/, 'must be ids of people, with commas between').optional(),
  })
  .refine(
    ({ READER_URL, READER_MODEL }) => READER_URL === undefined || READER_MODEL !== undefined,
    {
      path: ['READER_MODEL'],
      message: 'must name the model to ask at READER_URL',
    },
  )
  .refine(
    ({ DATABASE_URL, SEARCH_ENGINE }) => SEARCH_ENGINE !== REMOTE || DATABASE_URL !== undefined,
    { path: ['SEARCH_ENGINE'], message: `must not be ${REMOTE} without a DATABASE_URL` },
  );

function hasNoSecret(value: string): boolean {
  return !URL.canParse(value) || new URL(value).username === '';
}
/** Settings that other programs read too, of which most know them in small letters. */
const SHARED = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

function isOrigin(value: string): boolean {
  return value === '*' || (URL.canParse(value) && new URL(value).origin === value);
}

function isBase(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\/[^?#]+$/i.test(value);
}

function isProxy(value: string): boolean {
  if (!/^(?:https?|socks5h?):\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname, search, hash } = new URL(value);
  return hostname !== '' && /^\/?$/.test(pathname) && search === '' && hash === '';
}

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

function proxySettings(data: z.infer<typeof SCHEMA>): Pick<Config, 'proxy'> {
  const http = data.HTTP_PROXY ?? data.ALL_PROXY;
  const https = data.HTTPS_PROXY ?? data.ALL_PROXY;
  if (http === undefined && https === undefined) return {};
  const none = (data.NO_PROXY ?? '').split(/[\s,]+/).filter(Boolean);
  return { proxy: { ...(http && { http }), ...(https && { https }), none } };
}

function reportSettings(data: z.infer<typeof SCHEMA>): Pick<Config, 'report'> {
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

import { z } from 'zod';
import { READER_WHEN } from '../../src/answer/reader/reader.ts';
import { isDatabaseUrl } from '../../src/postgres/database-url.ts';
import { SEARCH_ENGINES } from '../../src/search/engine.ts';
import { LOG_LEVELS } from './config.ts';

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
export const REMOTE = 'postgres';

/** Every setting by its name in the environment; `.env.example` explains each. */
export const SCHEMA = z
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

/** The settings as they were read. */
export type Settings = z.infer<typeof SCHEMA>;

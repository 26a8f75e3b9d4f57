import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
import { READER_WHEN, type ReaderWhen } from '../../src/answer/reader/reader.ts';
import { SEARCH_ENGINES, type SearchEngineName } from '../../src/search/engine.ts';
import { YuanwenError } from '../../src/util/errors.ts';

export interface Config {
  /** Folder of the articles. */
  readonly corpusDir: string;
  /** The Discord bot's settings; unset where none is to start. */
  readonly discord?: {
    readonly token: string;
    readonly guildId?: string;
    /** Without a closing slash. */
    readonly apiBase?: string;
  };
  /** The Telegram bot's settings; unset where none is to start. */
  readonly telegram?: {
    readonly token: string;
    /** Without a closing slash. */
    readonly apiRoot?: string;
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
  /** Days after which votes are deleted; unset for the default of 30. */
  readonly retentionDays?: number;
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
    PORT: z.coerce.number('must be a port').int().min(1).max(65_535).default(8080),
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
      .enum(SEARCH_ENGINES, `must be one of ${SEARCH_ENGINES.join(', ')}`)
      .default('auto'),
    STATE_DIR: text.default('.state'),
    JIEBA_DICT: text.optional(),
    RETENTION_DAYS: z.coerce
      .number('must be a number of days')
      .int('must be whole days')
      .min(1)
      .max(3650)
      .optional(),
    HEALTH_PORT: z.coerce.number('must be a port').int().min(1).max(65_535).optional(),
  })
  .refine(
    ({ READER_URL, READER_MODEL }) => READER_URL === undefined || READER_MODEL !== undefined,
    {
      path: ['READER_MODEL'],
      message: 'must name the model to ask at READER_URL',
    },
  );

function hasNoSecret(value: string): boolean {
  return !URL.canParse(value) || new URL(value).username === '';
}

function isBase(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\/[^?#]+$/i.test(value);
}

/**
 * Reads the settings from `env` and from the file `envFile`, which may be missing. A setting of
 * `env` wins, even when empty; an empty setting counts as not set.
 * @throws YuanwenError with code `config`, which names every fault and holds no value
 */
export function readConfig(env: Env = process.env, envFile = '.env'): Config {
  const given = { ...readEnvFile(envFile), ...env };
  const set = Object.keys(SCHEMA.shape).flatMap((name) => {
    const value = given[name]?.trim();
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
    searchEngine: data.SEARCH_ENGINE,
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
    ...(data.RETENTION_DAYS && { retentionDays: data.RETENTION_DAYS }),
    ...(data.HEALTH_PORT && { health: { host: data.HOST, port: data.HEALTH_PORT } }),
    ...(data.DISCORD_TOKEN && {
      discord: {
        token: data.DISCORD_TOKEN,
        ...(data.DISCORD_GUILD_ID && { guildId: data.DISCORD_GUILD_ID }),
        ...(data.DISCORD_API_BASE && { apiBase: data.DISCORD_API_BASE }),
      },
    }),
    ...(data.TELEGRAM_TOKEN && {
      telegram: {
        token: data.TELEGRAM_TOKEN,
        ...(data.TELEGRAM_API_ROOT && { apiRoot: data.TELEGRAM_API_ROOT }),
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

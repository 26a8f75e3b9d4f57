import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
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
  /** The web page's settings; unset where none is to be served. */
  readonly web?: {
    readonly host: string;
    readonly port: number;
    /** The address at which people reach it, without a closing slash. */
    readonly baseUrl?: string;
    /** Opens the operator's desk; without it there is none. */
    readonly password?: string;
    /** Origins whose pages may read the JSON API; `*` for all, none by default. */
    readonly origins: readonly string[];
  };
  readonly logLevel: LogLevel;
  /** The search engine; `auto` chooses by the number of paragraphs. */
  readonly searchEngine: SearchEngineName;
  /** Folder of the journal, the index and other small state; made at the first write. */
  readonly stateDir: string;
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

const SCHEMA = z.object({
  CORPUS_DIR: text.default('corpus'),
  DISCORD_TOKEN: token.optional(),
  DISCORD_GUILD_ID: text.regex(/^\d{17,20}$/, 'must be a server id of 17 to 20 digits').optional(),
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
  SEARCH_ENGINE: z
    .enum(SEARCH_ENGINES, `must be one of ${SEARCH_ENGINES.join(', ')}`)
    .default('auto'),
  STATE_DIR: text.default('.state'),
});

function isOrigin(value: string): boolean {
  return value === '*' || (URL.canParse(value) && new URL(value).origin === value);
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
    ...(data.WEB_PORT && {
      web: {
        host: data.HOST,
        port: data.WEB_PORT,
        origins: data.WEB_CORS ?? [],
        ...(data.WEB_BASE_URL && { baseUrl: data.WEB_BASE_URL }),
        ...(data.ADMIN_PASSWORD && { password: data.ADMIN_PASSWORD }),
      },
    }),
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

import type { ReaderWhen } from '../../src/answer/reader/reader.ts';
import type { DatabaseSettings } from '../../src/postgres/database.ts';
import type { SearchEngineName } from '../../src/search/engine.ts';

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

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

type LogLevel = (typeof LOG_LEVELS)[number];

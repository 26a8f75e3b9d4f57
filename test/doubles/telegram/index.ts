import type { InlineQuery, Message, User, UserFromGetMe } from 'grammy/types';
import { Signal } from '../signal.ts';
import { Calls } from './calls.ts';
import { TelegramChat } from './chat.ts';
import { Chats } from './chats.ts';
import { Faults } from './faults.ts';
import { Observation } from './observation.ts';
import { Profile } from './profile.ts';
import { Queries } from './queries.ts';
import { type Call, describeCall } from './records.ts';
import { loadSchema } from './schema.ts';
import { Listener } from './server.ts';
import { Updates } from './updates.ts';
import { Webhook } from './webhook.ts';
import type { World } from './world.ts';

export type { TelegramChat } from './chat.ts';
export * from './faults.ts';
export type { SentMessage } from './records.ts';

export interface TelegramOptions {
  /** Default `123456:TEST-token`. */
  readonly token?: string;
  /** What getMe says of the bot, over the defaults: privacy mode is on, inline mode is on. */
  readonly bot?: Partial<UserFromGetMe>;
  /** Milliseconds after which a webhook is tried again; default 100. */
  readonly webhookRetryMs?: number;
  /** `own`: check by the double's own table even where a description of the whole API is at hand. */
  readonly schema?: 'whole' | 'own';
}

export interface GroupOptions {
  readonly title?: string;
  readonly username?: string;
  /** The bot is an administrator: privacy mode does not apply. */
  readonly admin?: boolean;
  /** Who speaks where nobody is named. */
  readonly person?: User;
}

const BOT: UserFromGetMe = {
  id: 123456,
  is_bot: true,
  first_name: '原文',
  username: 'yuanwen_test_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_guest_queries: false,
  supports_join_request_queries: false,
};

/**
 * Starts a Bot API server on loopback, with people to talk to the bot:
 *
 *     const telegram = await startTelegram();
 *     const bot = new Bot(telegram.token, { client: { apiRoot: telegram.root } });
 *     const zhang = telegram.private();
 *     const answer = await telegram.answerTo(zhang.says('耕地有多少'));
 *     zhang.presses(answer, '下一条');
 *     telegram.faults.add(flood(1), { method: 'sendMessage', times: 1 });
 *     await telegram.close();
 */
export async function startTelegram(options: TelegramOptions = {}): Promise<TelegramDouble> {
  const telegram = new TelegramDouble(options);
  await telegram.restore();
  return telegram;
}

export class TelegramDouble extends Observation {
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly faults = new Faults();
  readonly #listener: Listener;
  readonly #world: World;

  constructor(options: TelegramOptions) {
    const world = newWorld(options);
    super(world);
    this.#world = world;
    this.bot = world.bot;
    this.token = options.token ?? '123456:TEST-token';
    const { token, faults } = this;
    const calls = new Calls({ token, schema: loadSchema(options.schema), world, faults });
    this.#listener = new Listener((request, response) => void calls.handle(request, response));
  }

  /** What to give the bot as `apiRoot`. */
  get root(): string {
    return this.#listener.root;
  }

  person(about: Partial<User> = {}): User {
    return this.#world.chats.person(about);
  }

  /** A private chat of a new person's with the bot, or of one made by `person`. */
  private(about: Partial<User> = {}): TelegramChat {
    const person = this.person(about);
    const { id, first_name, username } = person;
    return this.#chat(
      { id, type: 'private', first_name, ...(username !== undefined && { username }) },
      { person },
    );
  }

  /** A basic group. */
  group(options: GroupOptions = {}): TelegramChat {
    const { title = '农业组' } = options;
    return this.#chat({ id: this.#world.chats.groupId(), type: 'group', title }, options);
  }

  supergroup(options: GroupOptions = {}): TelegramChat {
    return this.#chat({ ...this.#big(options), type: 'supergroup' }, options);
  }

  /** A supergroup with topics; `opensTopic` makes one. */
  forum(options: GroupOptions = {}): TelegramChat {
    return this.#chat({ ...this.#big(options), type: 'supergroup', is_forum: true }, options);
  }

  channel(options: GroupOptions = {}): TelegramChat {
    return this.#chat({ ...this.#big(options), type: 'channel' }, options);
  }

  /** Somebody types `@bot query` in some chat. */
  asksInline(query: string, options: { from?: User; offset?: string } = {}): InlineQuery {
    const { from = this.person(), offset = '' } = options;
    const asked = {
      id: this.#world.queries.newId(),
      from,
      query,
      offset,
      chat_type: 'sender',
    } as const;
    this.#world.queries.askInline(asked);
    this.#world.updates.add('inline_query', asked);
    return asked;
  }

  /** Queues any update at all: malformed, `null`, of an unknown kind, one that was there before. */
  push(raw: unknown): void {
    this.#world.updates.push(raw);
  }

  /** Cuts every connection and refuses new ones, until `restore`. What is queued stays. */
  async outage(): Promise<void> {
    await this.#listener.close();
  }
  /** Listens again, on the same port. */
  async restore(): Promise<void> {
    await this.#listener.open();
  }
  /** Ends everything. */
  async close(): Promise<void> {
    this.#world.webhook.set(undefined);
    await this.#listener.close();
  }

  #big(options: GroupOptions) {
    const { title = '农业大组', username } = options;
    return {
      id: this.#world.chats.supergroupId(),
      title,
      ...(username !== undefined && { username }),
    };
  }

  #chat(
    chat: Message['chat'],
    { admin = false, person = this.person() }: GroupOptions,
  ): TelegramChat {
    return new TelegramChat(this.#world, this.#world.chats.add(chat, admin), person);
  }
}

function newWorld(options: TelegramOptions): World {
  const calls: Call[] = [];
  const signal = new Signal(() => calls.slice(-12).map(describeCall).join('\n') || '(no calls)');
  const changed = (): void => signal.changed();
  const updates: Updates = new Updates(() => webhook.deliver(), changed);
  const webhook = new Webhook(updates, options.webhookRetryMs ?? 100);
  return {
    bot: { ...BOT, ...options.bot },
    chats: new Chats(),
    updates,
    webhook,
    queries: new Queries(),
    profile: new Profile(),
    sent: [],
    calls,
    files: new Map(),
    signal,
  };
}

import type { Chat, Message, User } from 'grammy/types';
import { badRequest, Refusal } from './refusal.ts';

/** A chat as Telegram keeps it. */
export interface Room {
  readonly chat: Chat;
  /** All messages that stand in it now, as they are now. */
  readonly messages: Map<number, Message>;
  /** Topics of a forum: thread id → the service message that opened it. */
  readonly topics: Map<number, Message>;
  /** Whether the bot is an administrator, and so hears all. */
  readonly admin: boolean;
  /** Why the bot can't write here: it is blocked, or the group was upgraded. */
  barred: Refusal | undefined;
  readonly nextMessageId: () => number;
}

/** Ids as Telegram gives them: those of basic groups are negative, those of supergroups and channels begin with -100. */
const FIRST_PERSON = 10_001;
const FIRST_GROUP = -4_000_001;
const FIRST_SUPERGROUP = -1_001_000_000_001;

/** Everybody and every chat there is. */
export class Chats {
  readonly #rooms = new Map<number, Room>();
  #nextPerson = FIRST_PERSON;
  #nextGroup = FIRST_GROUP;
  #nextSupergroup = FIRST_SUPERGROUP;
  #lastSharedMessageId = 0;

  person(about: Partial<User>): User {
    return {
      id: this.#nextPerson++,
      is_bot: false,
      first_name: '张三',
      language_code: 'zh-hans',
      ...about,
    };
  }

  groupId(): number {
    return this.#nextGroup--;
  }
  supergroupId(): number {
    return this.#nextSupergroup--;
  }

  add(chat: Chat, admin: boolean): Room {
    // messages are numbered per supergroup and channel, but through all of a bot's private chats and basic groups;
    // in a forum 1 is the General topic
    const shared = chat.type === 'private' || chat.type === 'group';
    let lastOwnMessageId = chat.type === 'supergroup' && chat.is_forum ? 1 : 0;
    const room: Room = {
      chat,
      admin,
      messages: new Map(),
      topics: new Map(),
      barred: undefined,
      nextMessageId: () => (shared ? ++this.#lastSharedMessageId : ++lastOwnMessageId),
    };
    this.#rooms.set(chat.id, room);
    return room;
  }

  /** The chat that a call names by id or @username. @throws Refusal where there is none */
  find(id: number | string | undefined): Room {
    if (id === undefined || id === '') throw badRequest('chat_id is empty');
    const room =
      this.#rooms.get(Number(id)) ??
      [...this.#rooms.values()].find(({ chat }) => `@${chat.username}` === id);
    if (room === undefined) throw badRequest('chat not found');
    return room;
  }

  /** The same, to write there. @throws Refusal also where the bot may not */
  open(id: number | string | undefined): Room {
    const room = this.find(id);
    if (room.barred) throw room.barred;
    return room;
  }
}

/** A message as it appears where another replies to it: without what it replied to itself. */
export function asReplyTarget(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...rest } = message as Message & { reply_to_message?: unknown };
  return rest as NonNullable<Message['reply_to_message']>;
}

export const upgraded = (to: number): Refusal =>
  new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: to,
  });

import type { CallbackQuery, ChatMember, InlineKeyboardButton, Message, User } from 'grammy/types';
import { type Room, upgraded } from './chats.ts';
import { detectEntities } from './detect.ts';
import { formatted } from './parse-mode.ts';
import { reachesBot } from './privacy.ts';
import type { InlineAnswer } from './queries.ts';
import type { SentMessage } from './records.ts';
import { Refusal } from './refusal.ts';
import { idOf, now, type PressOptions, type SayOptions, standing } from './say.ts';
import type { World } from './world.ts';

/** A chat as the people in it use it. Whatever they do becomes an update at once, without waiting for the bot. */
export class TelegramChat {
  /** Who speaks where nobody is named. */
  readonly person: User;
  readonly #room: Room;
  readonly #world: World;

  constructor(world: World, room: Room, person: User) {
    this.#world = world;
    this.#room = room;
    this.person = person;
  }

  get id(): number {
    return this.#room.chat.id;
  }
  get chat(): Message['chat'] {
    return this.#room.chat;
  }
  /** The bot's messages that were accepted here, in order. */
  get sent(): readonly SentMessage[] {
    return this.#world.sent.filter(({ chatId }) => chatId === this.id);
  }

  says(text: string, options: SayOptions = {}): Message {
    const entities = options.entities ?? detectEntities(text);
    return this.sends({ text, ...(entities.length > 0 && { entities: [...entities] }) }, options);
  }

  /** A message of any content: a photo, a sticker, a service message. */
  sends(content: Partial<Message>, options: SayOptions = {}): Message {
    const message = {
      message_id: this.#room.nextMessageId(),
      ...(this.chat.type === 'channel'
        ? { sender_chat: this.chat }
        : { from: options.from ?? this.person }),
      chat: this.chat,
      date: now(),
      ...standing(this.#room, options),
      ...content,
      ...options.extra,
    } as Message;
    this.#room.messages.set(message.message_id, message);
    if (options.deliver ?? reachesBot(this.#world.bot, this.#room, message)) {
      this.#world.updates.add(
        this.chat.type === 'channel' ? 'channel_post' : 'message',
        message as never,
      );
    }
    return message;
  }

  sendsPhoto(caption?: string, options: SayOptions = {}): Message {
    const photo = [{ file_id: 'photo-of-a-person', file_unique_id: 'p', width: 90, height: 90 }];
    return this.sends({ photo, ...(caption !== undefined && { caption }) }, options);
  }

  /** Somebody sends a file; `size` is what Telegram says of it. */
  sendsFile(
    name: string,
    bytes: Uint8Array,
    size = bytes.length,
    options: SayOptions = {},
  ): Message {
    const file_id = `file-${this.#world.files.size + 1}`;
    this.#world.files.set(file_id, bytes);
    const document = { file_id, file_unique_id: `u-${file_id}`, file_name: name, file_size: size };
    return this.sends({ document }, options);
  }

  sendsSticker(options: SayOptions = {}): Message {
    const size = { width: 512, height: 512, is_animated: false, is_video: false };
    const sticker = { file_id: 'sticker', file_unique_id: 's', type: 'regular', ...size } as const;
    return this.sends({ sticker }, options);
  }

  /** Somebody posts a result of an inline query here; default: the first. The bot is told where it hears the chat. */
  pastes({ answer }: InlineAnswer, resultId?: string, options: SayOptions = {}): Message {
    const result = answer.results.find(({ id }) => id === (resultId ?? id));
    const content =
      result && 'input_message_content' in result ? result.input_message_content : undefined;
    if (!content || !('message_text' in content))
      throw new Error('that result has no text to paste');
    const { text, entities } = formatted(
      content.message_text,
      content.parse_mode,
      content.entities,
    );
    const { id, is_bot, first_name, username } = this.#world.bot;
    const extra = { via_bot: { id, is_bot, first_name, username }, ...options.extra };
    return this.says(text, { entities, ...options, extra });
  }

  /** Somebody changes what they said. */
  edits(message: Message, text: string, options: Pick<SayOptions, 'deliver'> = {}): Message {
    const entities = detectEntities(text);
    const { entities: _, ...rest } = message;
    const edited = {
      ...rest,
      edit_date: now(),
      text,
      ...(entities.length > 0 && { entities }),
    } as Message;
    this.#room.messages.set(message.message_id, edited);
    if (options.deliver ?? reachesBot(this.#world.bot, this.#room, edited)) {
      this.#world.updates.add(
        this.chat.type === 'channel' ? 'edited_channel_post' : 'edited_message',
        edited as never,
      );
    }
    return edited;
  }

  /** A message is gone; the bot learns nothing of it. */
  deletes(message: Message | SentMessage): void {
    this.#room.messages.delete(idOf(message));
  }

  /**
   * Presses a button that the message carries now, found by its text or its callback data.
   * @throws Error where there is none
   */
  presses(sent: SentMessage, button: string, options: PressOptions = {}): CallbackQuery {
    const found = sent.buttons.find(
      (each): each is InlineKeyboardButton.CallbackButton =>
        'callback_data' in each && (each.text === button || each.callback_data === button),
    );
    if (found === undefined) {
      const there = sent.buttons.map(({ text }) => text).join(', ');
      throw new Error(
        `message ${sent.messageId} has no button "${button}", but: ${there || 'none'}`,
      );
    }
    return this.pressesData(sent, found.callback_data, options);
  }

  /** Presses a button with any data: one of an older version of the bot, or forged. */
  pressesData(
    message: Message | SentMessage,
    data: string,
    options: PressOptions = {},
  ): CallbackQuery {
    const id = idOf(message);
    const there = this.#room.messages.get(id);
    const query = {
      id: this.#world.queries.newId(),
      from: options.from ?? this.person,
      chat_instance: String(this.id * 7),
      data,
      message:
        there === undefined || options.inaccessible
          ? { chat: this.chat, message_id: id, date: 0 as const }
          : (there as NonNullable<CallbackQuery['message']>),
    };
    if (!options.expired) this.#world.queries.askCallback(query);
    this.#world.updates.add('callback_query', query);
    return query;
  }

  /** Opens a topic of a forum. @returns its thread id */
  opensTopic(name: string): number {
    const id = this.#room.nextMessageId();
    const opening = {
      message_id: id,
      from: this.person,
      chat: this.chat,
      date: now(),
      message_thread_id: id,
      is_topic_message: true,
      forum_topic_created: { name, icon_color: 0x6fb9f0 },
    } as Message;
    this.#room.messages.set(id, opening);
    this.#room.topics.set(id, opening);
    this.#world.updates.add('message', opening as never);
    return id;
  }

  /** The person blocks the bot, or the group throws it out: sends are refused with 403 from now on. */
  blocksBot(): void {
    const place = {
      private: 'bot was blocked by the user',
      group: 'bot was kicked from the group chat',
    };
    const why = {
      ...place,
      supergroup: 'bot was kicked from the supergroup chat',
      channel: 'bot was kicked from the channel chat',
    };
    this.#room.barred = new Refusal(403, `Forbidden: ${why[this.chat.type]}`);
    this.changesBotMember('member', 'kicked');
  }

  unblocksBot(): void {
    this.#room.barred = undefined;
    this.changesBotMember('kicked', 'member');
  }

  /** The basic group becomes a supergroup; the old id is refused and names the new one. */
  upgrades(): TelegramChat {
    const { id, title = '' } = this.chat;
    const { chats } = this.#world;
    const room = chats.add(
      { id: chats.supergroupId(), type: 'supergroup', title },
      this.#room.admin,
    );
    const upgradedChat = new TelegramChat(this.#world, room, this.person);
    this.sends({ migrate_to_chat_id: room.chat.id });
    this.#room.barred = upgraded(room.chat.id);
    upgradedChat.sends({ migrate_from_chat_id: id });
    return upgradedChat;
  }

  /** `my_chat_member`: the bot's own standing in the chat changes. */
  changesBotMember(before: ChatMember['status'], after: ChatMember['status']): void {
    const member = (status: ChatMember['status']) =>
      ({ user: this.#world.bot, status }) as ChatMember;
    this.#world.updates.add('my_chat_member', {
      chat: this.chat,
      from: this.person,
      date: now(),
      old_chat_member: member(before),
      new_chat_member: member(after),
    });
  }
}

import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
} from 'grammy/types';
import type { UploadedFile } from './body.ts';

/** What a bot sent, field by field, before Telegram's types are known to hold. */
export type Payload = Readonly<Record<string, unknown>>;

/** How a call ended; `open` while no reply has been written, `gone` where the caller left first. */
type Outcome = 'open' | 'ok' | 'refused' | 'fault' | 'gone';

export interface Call {
  readonly method: string;
  readonly payload: Payload;
  /** Milliseconds since the epoch at which the whole request had arrived. */
  readonly at: number;
  readonly outcome: Outcome;
  /** The error's description, or the fault's name. */
  readonly why?: string;
}

export type OpenCall = { -readonly [K in keyof Call]: Call[K] };

/** What a message says at one time. */
export interface MessageVersion {
  readonly at: number;
  /** Text or, of a photo, caption; '' for neither. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly keyboard: InlineKeyboardMarkup | undefined;
}

/** A message of the bot's that was accepted. `text`, `entities` and `keyboard` are those of now, after all edits. */
export class SentMessage {
  readonly method: string;
  readonly payload: Payload;
  /** Milliseconds since the epoch of acceptance. */
  readonly at: number;
  /** Uploaded with the message, by multipart. */
  readonly files: readonly UploadedFile[];
  /** What it said at first, and after each edit. */
  readonly versions: MessageVersion[];
  /** The message as Telegram gives it out, now. */
  message: Message;
  deleted = false;

  constructor(
    call: Pick<Call, 'method' | 'payload'>,
    message: Message,
    files: readonly UploadedFile[],
  ) {
    this.method = call.method;
    this.payload = call.payload;
    this.at = Date.now();
    this.files = files;
    this.message = message;
    this.versions = [versionOf(message, this.at)];
  }

  get chatId(): number {
    return this.message.chat.id;
  }
  get messageId(): number {
    return this.message.message_id;
  }
  get text(): string {
    return this.#now.text;
  }
  get entities(): readonly MessageEntity[] {
    return this.#now.entities;
  }
  get keyboard(): InlineKeyboardMarkup | undefined {
    return this.#now.keyboard;
  }
  /** The keyboard's buttons, row after row. */
  get buttons(): readonly InlineKeyboardButton[] {
    return this.keyboard?.inline_keyboard.flat() ?? [];
  }
  /** Id of the message it replies to. */
  get replyTo(): number | undefined {
    return this.message.reply_to_message?.message_id;
  }
  get quote(): string | undefined {
    return this.message.quote?.text;
  }
  /** Topic that it stands in. */
  get thread(): number | undefined {
    return this.message.message_thread_id;
  }
  get edits(): readonly MessageVersion[] {
    return this.versions.slice(1);
  }

  edit(message: Message): void {
    this.message = message;
    this.versions.push(versionOf(message, Date.now()));
  }

  get #now(): MessageVersion {
    return this.versions.at(-1) ?? versionOf(this.message, this.at);
  }
}

function versionOf(message: Message, at: number): MessageVersion {
  return {
    at,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    keyboard: message.reply_markup,
  };
}

/** One line on a call, for the message of a promise that was not kept. */
export function describeCall(call: Call): string {
  const { chat_id, text, callback_query_id } = call.payload;
  const about = [
    chat_id !== undefined && `chat ${chat_id}`,
    callback_query_id !== undefined && `query ${callback_query_id}`,
    typeof text === 'string' && JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text),
  ].filter(Boolean);
  return `${call.method} ${about.join(' ')} → ${call.outcome}${call.why ? ` (${call.why})` : ''}`;
}

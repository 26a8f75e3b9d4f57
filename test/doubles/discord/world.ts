import type {
  APIApplicationCommandOption,
  APIEmbed,
  APIMessageTopLevelComponent,
  ChannelType,
  Locale,
} from 'discord-api-types/v10';

/** Somebody who writes: a person, a bot or a webhook. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'bot' | 'webhook';
  /** The language of their Discord. */
  readonly locale: `${Locale}`;
  /** Whether they take direct messages; where not, the bot's are refused with 50007. */
  takesDirect: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** False where only people who installed the app for themselves use it. */
  readonly hasBot: boolean;
  readonly owner: User;
  readonly locale: `${Locale}`;
  readonly roles: Role[];
}

/** A guild's text channel or thread, a direct message with the bot, or one between others. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly guild?: Guild;
  /** Of a thread: the channel it hangs on. */
  readonly parent?: Channel;
  /** Of a direct message: who is in it besides the bot. */
  readonly people?: readonly User[];
  /** Whether the bot sees the channel; where not, calls are refused with 50001. */
  botSees: boolean;
  /** Whether the bot may write there; where not, messages are refused with 50013. */
  botWrites: boolean;
  /** True once somebody deleted it; calls are then refused with 10003. */
  deleted: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description?: string;
  /** Where it can be fetched; at Discord's own host where it is left out, as nobody fetches it. */
  readonly url?: string;
}

/** What a message shows at one time. */
export interface Showing {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly attachments: readonly Attachment[];
}

/** A message that Discord took, as it is now. */
export interface Message extends Showing {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly flags: number;
  /** Shown only to one person, as the answer to their interaction. */
  readonly ephemeral: boolean;
  /** "Thinking…": a deferred answer without content yet. */
  readonly loading: boolean;
  /** Of a reply: the message replied to. */
  readonly reference?: { readonly message_id: string; readonly channel_id: string };
  readonly nonce?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When it was last edited, in milliseconds since 1970. */
  readonly editedAt?: number;
  /** What it showed before each edit, the oldest first. */
  readonly edits: readonly Showing[];
  readonly deleted: boolean;
  /**
   * Who would be notified: `@everyone`, `@here`, `<@id>`, `<@&id>`, and `reply:id`
   * for the author of the message replied to. Counted where in doubt, as within code.
   */
  readonly pings: readonly string[];
  /** Of a message of the bot's: how it was sent. */
  readonly via: 'channel' | 'response' | 'follow-up' | 'person';
  /** Id of the interaction it answers. */
  readonly interaction?: string;
  /** The files uploaded with it, in order. */
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

export type Changeable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A command as Discord keeps it. */
export interface Command {
  readonly id: string;
  readonly application_id: string;
  readonly guild_id?: string;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>> | null;
  readonly options?: readonly APIApplicationCommandOption[];
  readonly default_member_permissions: string | null;
  readonly dm_permission: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly nsfw: boolean;
}

/** Everybody and everything there is on this Discord. */
export class World {
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Changeable<Message>>();
  readonly #byChannel = new Map<Channel, Message[]>();
  readonly #replies = new Map<string, Message[]>();

  keep(message: Changeable<Message>): void {
    this.messages.set(message.id, message);
    append(this.#byChannel, message.channel, message);
    if (message.reference !== undefined) {
      append(this.#replies, message.reference.message_id, message);
    }
  }

  /** The messages of a channel, in order. */
  messagesIn(channel: Channel): readonly Message[] {
    return this.#byChannel.get(channel) ?? [];
  }

  /** The messages that reply to one, in order. */
  repliesTo({ id }: Message): readonly Message[] {
    return this.#replies.get(id) ?? [];
  }
}

function append<Key>(lists: Map<Key, Message[]>, key: Key, message: Message): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [message]);
  else list.push(message);
}

import type { Message, Chat as TelegramChat, User } from 'grammy/types';
import { conversationKey } from '../../src/chat/chat.ts';
import { isChatter } from '../../src/chat/chatter.ts';

export const PLATFORM = 'telegram';

/** The bot itself, as far as a message can speak of it. */
export type Self = Pick<User, 'id'> & { readonly username: string };

/** What a message wants of the bot. */
export type Request =
  /** `isGuess`: it names nobody, and is taken for a follow-up only if it can be answered. */
  | { readonly kind: 'ask'; readonly question: string; readonly isGuess?: true }
  /** The bot was added to a group. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'stat'; readonly words: readonly string[] }
  | { readonly kind: 'start'; readonly payload: string }
  /** All articles, or those whose title holds the words. */
  | { readonly kind: 'articles'; readonly words: string }
  /** What was not answered, asked for by an admin in private. */
  | { readonly kind: 'unanswered' }
  /** The articles managed by an admin in private: the words behind the command. */
  | { readonly kind: 'corpus'; readonly words: string }
  /** A file or an address sent in private: an article, where an admin sent it. */
  | {
      readonly kind: 'sent';
      readonly what: SentFile | { readonly address: string };
      /** What it asks where anybody else did. */
      readonly otherwise: Request;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'forget' }
  /** Something without words, sent to the bot alone. */
  | { readonly kind: 'wordless' };

/** A file as a message tells of it. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  /** Bytes, where Telegram says how many. */
  readonly size: number | undefined;
}

/** Content that a person sends, as against what Telegram reports of a chat. */
const WORDLESS = [
  ...['animation', 'audio', 'contact', 'dice', 'document', 'location', 'photo', 'poll'],
  ...['sticker', 'story', 'venue', 'video', 'video_note', 'voice'],
] as const;

/**
 * What a message asks of the bot; undefined when it is not for the bot. In a private chat any text
 * is a question; in a group a command is, a reply to the bot that is more than chatter, and what
 * mentions the bot.
 * @param mayFollowUp whether its sender was answered in its topic a moment ago
 */
export function requestIn(message: Message, self: Self, mayFollowUp = false): Request | undefined {
  const request = spokenIn(message, self, mayFollowUp);
  const what = message.chat.type === 'private' ? sentIn(message) : undefined;
  return request && what ? { kind: 'sent', what, otherwise: request } : request;
}

/** The file or address that a message is, and nothing else. */
function sentIn({
  document,
  text = '',
}: Message): SentFile | { readonly address: string } | undefined {
  if (document !== undefined)
    return { id: document.file_id, name: document.file_name ?? '', size: document.file_size };
  const address = text.trim();
  return ADDRESS.test(address) && URL.canParse(address) ? { address } : undefined;
}

const ADDRESS = /^https?:\/\/\S+$/i;

function spokenIn(message: Message, self: Self, mayFollowUp: boolean): Request | undefined {
  if (!isFromPerson(message) || message.via_bot !== undefined) return undefined;
  const text = message.text ?? message.caption;
  const isPrivate = message.chat.type === 'private';
  if (!isPrivate && message.new_chat_members?.some(({ id }) => id === self.id))
    return { kind: 'welcome' };
  if (text === undefined) {
    const wordless = WORDLESS.some((kind) => message[kind] !== undefined);
    return isPrivate && wordless ? { kind: 'wordless' } : undefined;
  }
  const [typed, name = '', to] = COMMAND.exec(text) ?? [];
  if (typed !== undefined) {
    if (to !== undefined && to.toLowerCase() !== self.username.toLowerCase()) return undefined;
    const request = command(name.toLowerCase(), text.slice(typed.length).trim(), message, self);
    return request ?? (isPrivate || to !== undefined ? { kind: 'help' } : undefined);
  }
  const question = withoutMention(text, message, self);
  if (!isPrivate && question === text) {
    if (isChatter(text)) return undefined;
    if (!repliesTo(message, self))
      return mayFollowUp ? { kind: 'ask', question: text.trim(), isGuess: true } : undefined;
  }
  return asking(question.trim(), message, self);
}

/** Who speaks: a person, or the chat in whose name somebody does. */
export function senderOf({ from, sender_chat }: Message): number | undefined {
  return sender_chat?.id ?? from?.id;
}

/** `/ask2022年` and `/ask天气` are no commands to Telegram, but to whoever types them. */
const COMMAND = /^\/((?:ask|stat)(?=\d)|\w{1,32})(?:@(\w+))?/i;

function command(name: string, rest: string, message: Message, self: Self): Request | undefined {
  switch (name) {
    case 'ask':
      return asking(rest, message, self);
    case 'stat':
      return { kind: 'stat', words: rest.split(/\s+/).filter(Boolean) };
    case 'start':
      return { kind: 'start', payload: rest };
    case 'unanswered':
      return message.chat.type === 'private' ? { kind: name } : undefined;
    case 'corpus':
      return message.chat.type === 'private' ? { kind: name, words: rest } : undefined;
    case 'articles':
      return { kind: name, words: rest };
    case 'help':
    case 'privacy':
    case 'forget':
      return { kind: name };
    default:
      return undefined;
  }
}

/** Without words of its own, a message asks what it replies to. */
function asking(words: string, { reply_to_message: target }: Message, { id }: Self): Request {
  const said = target?.text ?? target?.caption ?? '';
  const question = words || (target?.from?.id === id ? '' : said);
  return question === '' ? { kind: 'help' } : { kind: 'ask', question };
}

/** No bot, and no post of a channel that Telegram copies into its group. */
function isFromPerson({ from, sender_chat, is_automatic_forward }: Message): boolean {
  if (is_automatic_forward) return false;
  // who writes in the name of a chat is told as a bot of Telegram's own
  return from?.is_bot !== true || sender_chat !== undefined;
}

/** The text without what mentions the bot, by its name or, where it has none to the reader, by a link. */
function withoutMention(text: string, message: Message, { id, username }: Self): string {
  const links = (message.entities ?? message.caption_entities ?? []).filter(
    (entity) => entity.type === 'text_mention' && entity.user.id === id,
  );
  const rest = links
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((left, { offset, length }) => {
      return `${left.slice(0, offset)} ${left.slice(offset + length)}`;
    }, text);
  return rest.replace(new RegExp(`(?<!\\w)@${username}(?!\\w)`, 'gi'), ' ');
}

function repliesTo({ reply_to_message: target }: Message, { id }: Self): boolean {
  // in a topic every message replies to the one that opened it
  return target?.from?.id === id && target.forum_topic_created === undefined;
}

/** One person in one chat or topic: whose turns are a conversation. */
export function personIn(message: Message, user = senderOf(message)): string {
  return conversationKey(
    PLATFORM,
    message.chat.id,
    message.is_topic_message ? message.message_thread_id : undefined,
    user,
  );
}

/** By what an operator may name somebody, or the chat that somebody writes in. */
export function idsOf(chat: TelegramChat | undefined, person: User | undefined) {
  const names = [chat?.username, person?.username].filter((name) => name !== undefined);
  return [chat?.id, person?.id, ...names.map((name) => `@${name}`)];
}

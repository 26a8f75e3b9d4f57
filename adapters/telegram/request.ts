import type { Message, MessageEntity, User } from 'grammy/types';

/** The bot itself, as far as a message can speak of it. */
export type Self = Pick<User, 'id'> & { readonly username: string };

/** What a message wants of the bot. */
export type Request =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'stat'; readonly words: readonly string[] }
  | { readonly kind: 'start'; readonly payload: string }
  | { readonly kind: 'articles' }
  | { readonly kind: 'help' }
  /** Something without words, sent to the bot alone. */
  | { readonly kind: 'wordless' };

/** Content that a person sends, as against what Telegram reports of a chat. */
const WORDLESS = [
  ...['animation', 'audio', 'contact', 'dice', 'document', 'location', 'photo', 'poll'],
  ...['sticker', 'story', 'venue', 'video', 'video_note', 'voice'],
] as const;

/**
 * What a message asks of the bot; undefined when it is not for the bot. In a private chat any text
 * is a question; in a group a command is, a reply to the bot, and what mentions the bot.
 */
export function requestIn(message: Message, self: Self): Request | undefined {
  if (!isFromPerson(message) || message.via_bot !== undefined) return undefined;
  const text = message.text ?? message.caption;
  const isPrivate = message.chat.type === 'private';
  if (text === undefined) {
    const wordless = WORDLESS.some((kind) => message[kind] !== undefined);
    return isPrivate && wordless ? { kind: 'wordless' } : undefined;
  }
  const entities = message.entities ?? message.caption_entities ?? [];
  const [first] = entities;
  if (first?.type === 'bot_command' && first.offset === 0) {
    const [name = '', to] = text.slice(1, first.length).split('@');
    if (to !== undefined && to.toLowerCase() !== self.username.toLowerCase()) return undefined;
    const request = command(name.toLowerCase(), text.slice(first.length).trim(), message, self);
    return request ?? (isPrivate || to !== undefined ? { kind: 'help' } : undefined);
  }
  const mentions = entities.filter((entity) => isMention(entity, text, self));
  if (!isPrivate && mentions.length === 0 && !repliesTo(message, self)) return undefined;
  return asking(without(text, mentions), message, self);
}

function command(name: string, rest: string, message: Message, self: Self): Request | undefined {
  switch (name) {
    case 'ask':
      return asking(rest, message, self);
    case 'stat':
      return { kind: 'stat', words: rest.split(/\s+/).filter(Boolean) };
    case 'start':
      return { kind: 'start', payload: rest };
    case 'articles':
    case 'help':
      return { kind: name };
    default:
      return undefined;
  }
}

/** Without words of its own, a message asks what it replies to. */
function asking(words: string, { reply_to_message: target }: Message, { id }: Self): Request {
  const question = words || (target?.from?.id === id ? '' : (target?.text ?? ''));
  return question === '' ? { kind: 'help' } : { kind: 'ask', question };
}

/** No bot, and no post of a channel that Telegram copies into its group. */
function isFromPerson({ from, sender_chat, chat, is_automatic_forward }: Message): boolean {
  if (is_automatic_forward) return false;
  // an anonymous administrator writes as a bot of Telegram's own, in the name of the chat
  return from?.is_bot !== true || sender_chat?.id === chat.id;
}

function isMention(entity: MessageEntity, text: string, { id, username }: Self): boolean {
  if (entity.type === 'text_mention') return entity.user.id === id;
  const { type, offset, length } = entity;
  const name = text.slice(offset, offset + length).toLowerCase();
  return type === 'mention' && name === `@${username.toLowerCase()}`;
}

function repliesTo({ reply_to_message: target }: Message, { id }: Self): boolean {
  // in a topic every message replies to the one that opened it
  return target?.from?.id === id && target.forum_topic_created === undefined;
}

function without(text: string, entities: readonly MessageEntity[]): string {
  return entities
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length }) => {
      return `${rest.slice(0, offset)} ${rest.slice(offset + length)}`;
    }, text)
    .trim();
}

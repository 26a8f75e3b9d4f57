import type { Message, ReplyParameters, TextQuote } from 'grammy/types';
import { asReplyTarget, type Chats, type Room } from './chats.ts';
import { badRequest } from './refusal.ts';
import { format } from './text.ts';

const QUOTE_LIMIT = 1024;

export interface Placed {
  readonly reply_to_message?: NonNullable<Message['reply_to_message']>;
  readonly quote?: TextQuote;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
}

/** Where a message of the bot's goes: what it replies to, and the topic. @throws Refusal */
export function place(
  chats: Chats,
  room: Room,
  thread: number | undefined,
  parameters: ReplyParameters | undefined,
): Placed {
  checkThread(room, thread);
  const target = parameters && replyTarget(chats, room, parameters);
  const topic = thread ?? (target?.is_topic_message ? target.message_thread_id : undefined);
  const opening = topic === undefined ? undefined : room.topics.get(topic);
  const replied = target ?? opening;
  return {
    ...(replied && { reply_to_message: asReplyTarget(replied) }),
    ...(target && parameters?.quote && { quote: quoteOf(target, parameters) }),
    ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
  };
}

/** Refuses a topic that the chat does not have; General, whose thread would be 1, is none. */
export function checkThread(room: Room, thread: number | undefined): void {
  if (thread === undefined) return;
  if (!room.topics.has(thread)) throw badRequest('message thread not found');
}

function replyTarget(chats: Chats, room: Room, parameters: ReplyParameters): Message | undefined {
  const { message_id, chat_id, allow_sending_without_reply } = parameters;
  const from = chat_id === undefined ? room : chats.find(chat_id);
  const target = message_id === undefined ? undefined : from.messages.get(message_id);
  const excused = allow_sending_without_reply === true && from === room;
  if (target === undefined && !excused) throw badRequest('message to be replied not found');
  return target;
}

/** The part of a message that is quoted: found nearest to the position named. */
function quoteOf(target: Message, parameters: ReplyParameters): TextQuote {
  const { quote = '', quote_entities = [], quote_position: wanted = 0 } = parameters;
  const { text, entities } = format(quote, quote_entities);
  const whole = target.text ?? target.caption ?? '';
  const found = [whole.indexOf(text, wanted), whole.lastIndexOf(text, wanted)].filter(
    (at) => at >= 0,
  );
  const position = found.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (position === undefined || text === '' || text.length > QUOTE_LIMIT)
    throw badRequest('QUOTE_TEXT_INVALID');
  return {
    text,
    position,
    is_manual: true,
    ...(entities.length > 0 && { entities: [...entities] }),
  };
}

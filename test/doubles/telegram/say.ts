import type { Message, MessageEntity, User } from 'grammy/types';
import { asReplyTarget, type Room } from './chats.ts';
import type { SentMessage } from './records.ts';

export interface SayOptions {
  /** Who says it; default: the chat's own person. */
  readonly from?: User;
  /** The message that it replies to: a person's or the bot's. */
  readonly replyTo?: Message | SentMessage;
  /** Thread id of the topic it is said in. */
  readonly topic?: number;
  /** Default: the commands and mentions that Telegram marks. */
  readonly entities?: readonly MessageEntity[];
  /** Deliver it, or keep it from the bot, whatever privacy mode says. */
  readonly deliver?: boolean;
  /** Further fields of the message. */
  readonly extra?: Partial<Message>;
}

export interface PressOptions {
  readonly from?: User;
  /** The query is already too old to be answered. */
  readonly expired?: boolean;
  /** The message is too old for its content to come along (`date` 0). */
  readonly inaccessible?: boolean;
}

/** What a message replies to and the topic that it stands in, from what a person did. */
export function standing(room: Room, { replyTo, topic }: SayOptions): Partial<Message> {
  if (topic !== undefined && !room.topics.has(topic)) throw new Error(`no topic ${topic} here`);
  const target = replyTo && room.messages.get(idOf(replyTo));
  // in a topic every message that replies to none hangs on the one that opened it
  const replied = target ?? (topic === undefined ? undefined : room.topics.get(topic));
  const thread = topic ?? (target?.is_topic_message ? target.message_thread_id : undefined);
  return {
    ...(replied && { reply_to_message: asReplyTarget(replied) }),
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
  };
}

export const idOf = (message: Message | SentMessage): number =>
  'messageId' in message ? message.messageId : message.message_id;

/** Telegram counts in seconds. */
export const now = (): number => Math.floor(Date.now() / 1000);

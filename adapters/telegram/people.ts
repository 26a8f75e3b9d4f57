import type { Message, Chat as TelegramChat, User } from 'grammy/types';
import { conversationKey } from '../../src/chat/chat.ts';
import { senderOf } from './request.ts';

export const PLATFORM = 'telegram';

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

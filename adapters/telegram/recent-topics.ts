import type { Message } from 'grammy/types';
import { LRUCache } from 'lru-cache';

/** Milliseconds in which somebody who was answered in a topic may go on without naming the bot. */
const LATELY = 5 * 60 * 1000;
const REMEMBERED = 10_000;

/** Who was answered in which topic in the last minutes. */
export interface RecentTopics {
  note(message: Message): void;
  /** Whether a message may be a follow-up that names nobody: in a topic, and a reply to no one. */
  covers(message: Message): boolean;
  /** Forgets where somebody was answered. */
  forget(person: number): void;
}

export function createRecentTopics(): RecentTopics {
  const topics = new LRUCache<string, true>({ max: REMEMBERED, ttl: LATELY });
  const key = ({ chat, message_thread_id, from, sender_chat }: Message) =>
    `${chat.id}:${message_thread_id}:${sender_chat?.id ?? from?.id}`;
  return {
    forget(person) {
      for (const one of [...topics.keys()]) if (one.endsWith(`:${person}`)) topics.delete(one);
    },
    note: (message) => {
      if (message.is_topic_message) topics.set(key(message), true);
    },
    covers: (message) => {
      const { is_topic_message, reply_to_message: target } = message;
      // in a topic every message replies to the one that opened it
      const repliesToNobody = target === undefined || target.forum_topic_created !== undefined;
      return is_topic_message === true && repliesToNobody && topics.has(key(message));
    },
  };
}

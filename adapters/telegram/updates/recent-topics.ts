import type { Message } from 'grammy/types';
import { createNotes, type Notes } from '../../../src/chat/records/notes.ts';

/** Milliseconds in which somebody who was answered in a topic may go on without naming the bot. */
export const LATELY = 5 * 60 * 1000;

/** Who was answered in which topic in the last minutes. */
export interface RecentTopics {
  note(message: Message): Promise<void>;
  /** Whether a message may be a follow-up that names nobody: in a topic, and a reply to no one. */
  covers(message: Message): Promise<boolean>;
  /** Forgets where somebody was answered. */
  forget(person: number): Promise<void>;
}

export function createRecentTopics(topics: Notes = createNotes(LATELY)): RecentTopics {
  const key = ({ chat, message_thread_id, from, sender_chat }: Message) =>
    `${chat.id}:${message_thread_id}:${sender_chat?.id ?? from?.id}`;
  return {
    forget: (person) => topics.forget((key) => key.endsWith(`:${person}`)),
    note: async (message) => {
      if (message.is_topic_message) await topics.put(key(message), '');
    },
    covers: async (message) => {
      const { is_topic_message, reply_to_message: target } = message;
      // in a topic every message replies to the one that opened it
      const repliesToNobody = target === undefined || target.forum_topic_created !== undefined;
      if (is_topic_message !== true || !repliesToNobody) return false;
      return (await topics.get(key(message))) !== undefined;
    },
  };
}

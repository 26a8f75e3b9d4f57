import type { Allowance } from './rate-limit.ts';

/** What waits for an answer in one chat at most: more than anybody reads, and sent in half a minute. */
export const QUEUE_LIMIT = 30;

/** Bounds what waits in each chat, so that one which cannot be answered holds up nothing else. */
export interface QueueLimit {
  /** Lets one more wait in a chat: `hint` for the first beyond the bound, `silent` for the others. */
  enter(chat: string, limit?: number): Allowance;
  /** To be called once for each that was let in, by `yes` or by `hint`, when it is over. */
  leave(chat: string): void;
  /** Number of all that wait. */
  readonly waiting: number;
}

/** A chat is told once that it is too fast, and again only after all that waited in it is over. */
export function createQueueLimit(): QueueLimit {
  const chats = new Map<string, { waiting: number; hinted: boolean }>();
  let waiting = 0;
  return {
    enter(chat, limit = QUEUE_LIMIT) {
      const queue = chats.get(chat) ?? { waiting: 0, hinted: false };
      const isFull = queue.waiting >= limit;
      if (isFull && queue.hinted) return 'silent';
      queue.waiting += 1;
      queue.hinted ||= isFull;
      waiting += 1;
      chats.set(chat, queue);
      return isFull ? 'hint' : 'yes';
    },
    leave(chat) {
      const queue = chats.get(chat);
      if (queue === undefined) return;
      queue.waiting -= 1;
      waiting -= 1;
      if (queue.waiting === 0) chats.delete(chat);
    },
    get waiting() {
      return waiting;
    },
  };
}

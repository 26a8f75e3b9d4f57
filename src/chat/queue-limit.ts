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

/** The room that one chat has for what waits in it. */
export interface Room {
  enter(limit: number): Allowance;
  leave(): void;
  readonly waiting: number;
  /** Whether the chat was told that it is too fast. */
  readonly hinted: boolean;
}

/** A chat is told once that it is too fast, and again only after all that waited in it is over. */
export function createRoom(waiting = 0, hinted = false): Room {
  return {
    enter(limit) {
      const isFull = waiting >= limit;
      if (isFull && hinted) return 'silent';
      waiting += 1;
      hinted ||= isFull;
      return isFull ? 'hint' : 'yes';
    },
    leave() {
      waiting -= 1;
    },
    get waiting() {
      return waiting;
    },
    get hinted() {
      return hinted;
    },
  };
}

export function createQueueLimit(): QueueLimit {
  const chats = new Map<string, Room>();
  let waiting = 0;
  return {
    enter(chat, limit = QUEUE_LIMIT) {
      const room = chats.get(chat) ?? createRoom();
      const allowance = room.enter(limit);
      if (allowance === 'silent') return 'silent';
      waiting += 1;
      chats.set(chat, room);
      return allowance;
    },
    leave(chat) {
      const room = chats.get(chat);
      if (room === undefined) return;
      room.leave();
      waiting -= 1;
      if (room.waiting === 0) chats.delete(chat);
    },
    get waiting() {
      return waiting;
    },
  };
}

import type { Turn } from '../question/turn.ts';

/** Where the last turn of each conversation is kept, for the next one to lean on. */
export interface Conversations {
  /** The last turn; undefined where there was none, or where it is too long ago. */
  last(conversation: string): Promise<Turn | undefined>;
  remember(conversation: string, turn: Turn): Promise<void>;
  /** Deletes the turns of the conversations that fit. */
  forget(isTheirs: (conversation: string) => boolean): Promise<void>;
}

/** Conversations kept at once; the one used longest ago is forgotten first. */
const CONVERSATION_LIMIT = 10_000;
/** Milliseconds after which a conversation's last turn no longer counts. */
export const TURN_LIFETIME = 30 * 60 * 1000;

/**
 * Conversations kept in memory, bounded in number and in age.
 * @param now milliseconds of a clock
 */
export function createConversations(now: () => number = Date.now): Conversations {
  const turns = new Map<string, { readonly turn: Turn; readonly at: number }>();
  return {
    async last(conversation) {
      const entry = turns.get(conversation);
      return entry !== undefined && now() - entry.at <= TURN_LIFETIME ? entry.turn : undefined;
    },
    async forget(isTheirs) {
      for (const conversation of [...turns.keys()])
        if (isTheirs(conversation)) turns.delete(conversation);
    },
    async remember(conversation, turn) {
      turns.delete(conversation);
      turns.set(conversation, { turn, at: now() });
      for (const oldest of turns.keys()) {
        if (turns.size <= CONVERSATION_LIMIT) break;
        turns.delete(oldest);
      }
    },
  };
}

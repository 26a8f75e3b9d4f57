import type { Turn } from '../question/turn.ts';

/** Conversations kept at once; the one used longest ago is forgotten first. */
const CONVERSATION_LIMIT = 10_000;
/** Milliseconds after which a conversation's last turn no longer counts. */
const TURN_LIFETIME = 30 * 60 * 1000;

/** The last turn of each conversation, bounded in number and in age. */
export class Conversations {
  readonly #turns = new Map<string, { turn: Turn; at: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  last(conversation: string): Turn | undefined {
    const entry = this.#turns.get(conversation);
    return entry !== undefined && this.#now() - entry.at <= TURN_LIFETIME ? entry.turn : undefined;
  }

  remember(conversation: string, turn: Turn): void {
    this.#turns.delete(conversation);
    this.#turns.set(conversation, { turn, at: this.#now() });
    for (const oldest of this.#turns.keys()) {
      if (this.#turns.size <= CONVERSATION_LIMIT) break;
      this.#turns.delete(oldest);
    }
  }
}

import type { Reply } from './reply.ts';

/** What adapters talk to. */
export interface Bot {
  /**
   * Answers one question. Turns that share a `conversation` are one conversation, in order.
   * Never throws on any question, however malformed.
   */
  ask(question: string, conversation?: string): Reply;
}

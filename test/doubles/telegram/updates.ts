import type { Update } from 'grammy/types';
import { conflict, type Refusal } from './refusal.ts';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

export interface PendingUpdate {
  readonly id: number;
  /** What is delivered: an update, or whatever a test pushed. */
  readonly body: unknown;
  /** Pushed by a test: delivered at least once, even where its id counts as confirmed already. */
  readonly pushed: boolean;
  /** How many times it went out. */
  given: number;
}

export interface PollParameters {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
}

interface Poll {
  /** Answers it with what is pending now. */
  readonly serve: () => void;
  readonly fail: (refusal: Refusal) => void;
}

const FIRST_ID = 700_000_001;
/** Kinds that a bot gets only where it asks for them by name. */
const ON_DEMAND: readonly UpdateKind[] = [
  'chat_member',
  'message_reaction',
  'message_reaction_count',
];

/** Updates on their way to the bot: kept until an offset confirms them, or a webhook takes them. */
export class Updates {
  readonly #pending: PendingUpdate[] = [];
  readonly #arrived: () => void;
  readonly #changed: () => void;
  #nextId = FIRST_ID;
  #poll: Poll | undefined;
  /** Empty: all kinds but those on demand. */
  #allowed: readonly string[] = [];

  /**
   * @param arrived called after updates were queued
   * @param changed called when a poll began to wait, and when updates were confirmed or taken
   */
  constructor(arrived: () => void, changed: () => void) {
    this.#arrived = arrived;
    this.#changed = changed;
  }

  get pending(): readonly PendingUpdate[] {
    return this.#pending;
  }
  get allowed(): readonly string[] {
    return this.#allowed;
  }
  get polling(): boolean {
    return this.#poll !== undefined;
  }

  /** Kinds of update that the bot gets from now on; the list of before stays where none is given. */
  allow(kinds: readonly string[] | undefined): void {
    this.#allowed = kinds ?? this.#allowed;
  }

  /** Queues an update, if the bot asked for its kind. */
  add<K extends UpdateKind>(kind: K, value: NonNullable<Update[K]>): void {
    const wanted =
      this.#allowed.length === 0 ? !ON_DEMAND.includes(kind) : this.#allowed.includes(kind);
    if (wanted) this.#queue({ update_id: this.#nextId, [kind]: value }, this.#nextId, false);
  }

  /** Queues anything at all. Without an `update_id` of its own it counts as the next. */
  push(raw: unknown): void {
    const id = (raw as { update_id?: unknown } | null | undefined)?.update_id;
    this.#queue(raw, Number.isSafeInteger(id) ? Number(id) : this.#nextId, true);
  }

  #queue(body: unknown, id: number, pushed: boolean): void {
    this.#pending.push({ id, body, pushed, given: 0 });
    this.#nextId = Math.max(this.#nextId, id + 1);
    // what one turn of the event loop queues goes out as one batch
    setImmediate(() => {
      if (this.#pending.length > 0) this.#poll?.serve();
      this.#arrived();
    });
  }

  /** getUpdates. @param gone aborted when the caller leaves */
  poll(parameters: PollParameters, gone: AbortSignal): Promise<readonly unknown[]> {
    const { offset = 0, limit = 100, timeout = 0 } = parameters;
    this.endPoll(
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    this.#confirm(offset);
    const batch = (): readonly unknown[] =>
      this.#pending.slice(0, Math.min(Math.max(limit, 1), 100)).map((update) => {
        update.given++;
        return update.body;
      });
    if (this.#pending.length > 0 || timeout <= 0 || gone.aborted) return Promise.resolve(batch());
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
        if (this.#poll === poll) this.#poll = undefined;
      };
      const poll: Poll = {
        serve: () => {
          end();
          resolve(batch());
        },
        fail: (refusal) => {
          end();
          reject(refusal);
        },
      };
      const leave = (): void => {
        end();
        resolve([]);
      };
      const timer = setTimeout(poll.serve, Math.min(timeout, 50) * 1000);
      gone.addEventListener('abort', leave);
      this.#poll = poll;
      this.#changed();
    });
  }

  /** Ends the open poll with 409. */
  endPoll(why: string): void {
    this.#poll?.fail(conflict(why));
  }

  /** Forgets one that was delivered. */
  remove(update: PendingUpdate): void {
    const at = this.#pending.indexOf(update);
    if (at >= 0) this.#pending.splice(at, 1);
    this.#changed();
  }

  clear(): void {
    this.#pending.length = 0;
  }

  /** Forgets all below the offset; of a negative one all but that many. */
  #confirm(offset: number): void {
    const from = offset < 0 ? Math.max(this.#pending.length + offset, 0) : 0;
    const kept = this.#pending
      .slice(from)
      .filter(({ id, pushed, given }) => id >= offset || (pushed && given === 0));
    this.#pending.splice(0, this.#pending.length, ...kept);
    this.#changed();
  }
}

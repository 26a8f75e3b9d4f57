import type { Message, Update } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import { type Chat, conversationKey } from '../../../src/chat/chat.ts';
import { createQueueLimit, QUEUE_LIMIT } from '../../../src/chat/queue-limit.ts';
import type { Vitals } from '../../common/health.ts';
import { PLATFORM, requestIn, type Self, senderOf } from '../request.ts';
import type { RecentTopics } from './recent-topics.ts';

/** An update that concerns the bot, of a person who may ask. */
export interface Admitted {
  readonly update: Update;
  /** Whether its person asks too often, so that a hint is all it gets. */
  readonly isOver: boolean;
  /** How many may wait in its chat. */
  readonly limit: number;
}

/** Decides which updates are worth keeping, before anything is kept of them. */
export interface Gate {
  /** Left out is what does not concern the bot, and what goes beyond the limit of its person. */
  admit(update: Update): Promise<Admitted | undefined>;
}

/** What handlers ask of an update that was let in. */
export interface Admission {
  /** Whether an update goes beyond a limit and was let in for the hint that says so. */
  isBeyond(id: number): boolean;
  /** To be called when an update that was let in is over. */
  leave(id: number): void;
}

/** Decides which updates are handled, before anything is kept of them or waits for them. */
export interface Intake extends Admission {
  /**
   * The updates that are to be handled, in their order. Left out is what the gate leaves out, and
   * what goes beyond the limit of its chat.
   */
  admit(updates: readonly Update[]): Promise<readonly Update[]>;
  /**
   * The updates of an earlier process that are still worth an answer. They count towards no
   * person's limit, which they passed once.
   */
  admitPending(updates: readonly Update[]): readonly Update[];
}

/**
 * Seconds by which a message must be older than this process to count as sent while the bot was
 * away: so much may the clocks of this host and of Telegram differ.
 */
const CLOCK_SKEW = 120;
/** Updates of one chat that waited for the bot and are answered all the same. */
const BACKLOG_LIMIT = 100;
/** Seconds after which nobody waits for the answer to an update that a stop left behind. */
const STALE = 24 * 60 * 60;

/** @param since when the bot began to answer, or to answer again, in milliseconds */
export function createGate(
  chat: Pick<Chat, 'allow'>,
  me: Self,
  recent: Pick<RecentTopics, 'covers'>,
  since: () => number,
): Gate {
  const albums = new LRUCache<string, true>({ max: 1000 });

  function isBacklog(update: Update): boolean {
    const at = sentAt(update);
    return at !== undefined && at < since() / 1000 - CLOCK_SKEW;
  }

  /** Whether an earlier part of the same album was seen: an album gets one hint. */
  function isSeenAlbum(message: Message | undefined): boolean {
    const album = message?.media_group_id;
    if (album === undefined || message?.caption !== undefined) return false;
    const seen = albums.has(album);
    albums.set(album, true);
    return seen;
  }

  return {
    async admit(update) {
      if (!(await concerns(update, me, recent)) || isSeenAlbum(update.message)) return undefined;
      const backlog = isBacklog(update);
      const entrance = update.inline_query === undefined ? 'asking' : 'typing';
      const allowance = backlog ? 'yes' : await chat.allow(personOf(update), entrance);
      if (allowance === 'silent') return undefined;
      return {
        update,
        isOver: allowance === 'hint',
        limit: backlog ? BACKLOG_LIMIT : QUEUE_LIMIT,
      };
    },
  };
}

export function createIntake(gate: Gate, vitals: Pick<Vitals, 'waits'>): Intake {
  const queues = createQueueLimit();
  const held = new Map<number, { readonly place: string; readonly beyond: boolean }>();

  function enter({ update, isOver, limit }: Admitted): boolean {
    const place = placeOf(update);
    const room = queues.enter(place, limit);
    if (room === 'silent') return false;
    held.set(update.update_id, { place, beyond: isOver || room === 'hint' });
    vitals.waits(queues.waiting);
    return true;
  }

  return {
    async admit(updates) {
      const admitted: Update[] = [];
      for (const update of updates) {
        if (held.has(update.update_id)) continue;
        const known = await gate.admit(update);
        if (known !== undefined && enter(known)) admitted.push(update);
      }
      return admitted;
    },
    admitPending: (updates) =>
      updates.filter(
        (update) => !isStale(update) && enter({ update, isOver: false, limit: BACKLOG_LIMIT }),
      ),
    isBeyond: (id) => held.get(id)?.beyond ?? false,
    leave(id) {
      const place = held.get(id)?.place;
      if (place !== undefined) queues.leave(place);
      held.delete(id);
      vitals.waits(queues.waiting);
    },
  };
}

/** Whether nobody waits any more for the answer to an update that was left behind. */
export function isStale(update: Update): boolean {
  const oldest = Date.now() / 1000 - STALE;
  // whoever typed an inline query has long typed on
  return update.inline_query !== undefined || (sentAt(update) ?? oldest) < oldest;
}

/** The chat of an update, or whoever types an inline query: what is handled one after the other. */
export function placeOf({ message, edited_message, callback_query, inline_query }: Update): string {
  const chat = (message ?? edited_message ?? callback_query?.message)?.chat;
  if (chat !== undefined) return String(chat.id);
  return `inline:${(inline_query ?? callback_query)?.from.id ?? ''}`;
}

/** Seconds since 1970 of what an update tells; undefined where it does not say. */
function sentAt({ message, edited_message: edited }: Update): number | undefined {
  return message?.date ?? edited?.edit_date ?? edited?.date;
}

/** Whose pace is limited, in whatever chats. */
function personOf({ message, edited_message, callback_query, inline_query }: Update): string {
  const said = message ?? edited_message;
  const id = said ? (senderOf(said) ?? said.chat.id) : (callback_query ?? inline_query)?.from.id;
  return conversationKey(PLATFORM, id);
}

/** Whether an update is worth keeping: most of what is said in a group is not for the bot. */
async function concerns(
  { message, edited_message: edited }: Update,
  me: Self,
  recent: Pick<RecentTopics, 'covers'>,
): Promise<boolean> {
  // a live location is edited every few seconds
  if (edited !== undefined && edited.text === undefined && edited.caption === undefined)
    return false;
  const said = message ?? edited;
  return said === undefined || requestIn(said, me, await recent.covers(said)) !== undefined;
}

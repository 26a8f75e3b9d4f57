import { LRUCache } from 'lru-cache';

/** `hint`: a stranger who has not been told yet; `silent`: one who has. */
type Admission = 'yes' | 'hint' | 'silent';

/** Who may use the bot of one platform. */
export interface Access {
  /** Whether strangers are turned away at all. */
  readonly isClosed: boolean;
  isAdmin(id: string | number | undefined): boolean;
  /**
   * Whether somebody may ask who, or whose chat or server, goes by one of these ids.
   * @param told the id of the chat or person that is told once
   */
  admit(ids: readonly (string | number | undefined)[], told: string | number): Admission;
}

/** Strangers remembered, so that each is told once. */
const REMEMBERED = 10_000;

/** @param allow ids of people, chats and servers, and names with @; empty: everybody may ask */
export function createAccess(allow: readonly string[], admins: readonly string[]): Access {
  const allowed = new Set([...allow, ...admins].map((id) => id.toLowerCase()));
  const told = new LRUCache<string, true>({ max: REMEMBERED });
  const isClosed = allow.length > 0;
  return {
    isClosed,
    isAdmin: (id) => admins.includes(String(id)),
    admit(ids, stranger) {
      if (!isClosed || ids.some((id) => allowed.has(String(id).toLowerCase()))) return 'yes';
      if (told.has(String(stranger))) return 'silent';
      told.set(String(stranger), true);
      return 'hint';
    },
  };
}

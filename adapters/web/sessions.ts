import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Milliseconds after the last request at which a session ends. */
const IDLE = 30 * 60 * 1000;
const SESSIONS = 100;
/** Wrong passwords that one person, and that all together, may try in so many seconds. */
const TRIES = 5;
const ALL_TRIES = 50;
const TRIES_WINDOW = 15 * 60;
const HASH_BYTES = 32;

/** What a session knows. */
export interface Session {
  /** Stands in each form, so that no other site can send one. */
  readonly token: string;
}

/** Who has logged in at the operator's desk. Kept in memory: a restart logs everybody out. */
export interface Sessions {
  /** Looks at a password; on the right one, gives the id of a new session. */
  logIn(password: string, person: string): Promise<string | 'wrong' | 'tooManyTries'>;
  find(id: string | undefined): Session | undefined;
  logOut(id: string | undefined): void;
}

const hash = promisify<string, Buffer, number, Buffer>(scrypt);

export async function createSessions(password: string): Promise<Sessions> {
  const salt = randomBytes(16);
  const right = await hash(password, salt, HASH_BYTES);
  const tries = new RateLimiterMemory({ points: TRIES, duration: TRIES_WINDOW });
  const allTries = new RateLimiterMemory({ points: ALL_TRIES, duration: TRIES_WINDOW });
  const sessions = new LRUCache<string, Session>({
    max: SESSIONS,
    ttl: IDLE,
    updateAgeOnGet: true,
  });
  return {
    async logIn(given, person) {
      try {
        // counted before the password is looked at, so that guesses sent at once count, too
        await tries.consume(person);
        await allTries.consume('all');
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return 'tooManyTries';
      }
      if (!timingSafeEqual(await hash(given, salt, HASH_BYTES), right)) return 'wrong';
      await tries.delete(person);
      await allTries.reward('all');
      const id = randomBytes(32).toString('base64url');
      sessions.set(id, { token: randomBytes(32).toString('base64url') });
      return id;
    },
    find: (id) => (id === undefined ? undefined : sessions.get(id)),
    logOut(id) {
      if (id !== undefined) sessions.delete(id);
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { YuanwenError } from '../../src/errors.ts';
import type { Log } from '../log.ts';

/** Milliseconds before each further try, each with up to as much again by chance. */
const DELAYS = [250, 500, 1000, 2000, 4000];
/** Faults of a place that are told once are not told again for an hour. */
const TOLD = { max: 1000, ttl: 60 * 60 * 1000 };

/** Discord's own error codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const ALREADY_ACKNOWLEDGED = 40_060;
/** Unknown interaction, expired token of one, unknown message: nobody waits any more. */
const TOO_LATE = [10_062, 50_027, 10_008];

/** Makes calls to Discord that survive its failures; see `createDelivery`. */
export type Deliver = (call: () => Promise<unknown>) => Promise<void>;

/**
 * Tries a call again after failures that pass; waiting for floods is left to the library. A call
 * must be safe to repeat: a message with a nonce, or an answer to an interaction, of which Discord
 * takes only the first. Refusals end with a log line; one of the token itself with `lost`.
 */
export function createDelivery(
  log: Log,
  stopping: AbortSignal,
  lost: (error: YuanwenError) => void,
): Deliver {
  const told = new LRUCache<string, true>(TOLD);

  function refused(error: DiscordAPIError): void {
    const { code, status, url } = error;
    const place = `${code} ${/\/(?:channels|guilds)\/\d+/.exec(url)?.[0] ?? ''}`;
    if (code === ALREADY_ACKNOWLEDGED) return;
    if (status === 401) lost(refusedToken());
    else if (TOO_LATE.includes(Number(code))) log.info({ err: error }, 'an answer came too late');
    else if (!told.has(place)) {
      told.set(place, true);
      log.warn({ err: error }, 'Discord refuses an answer, said once an hour for each place');
    }
  }

  return async (call) => {
    for (let tries = 0; ; tries++) {
      try {
        await call();
        return;
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status < 500) return refused(error);
        const delay = DELAYS[tries];
        if (!passes(error) || delay === undefined || stopping.aborted) {
          log.error({ err: error }, 'an answer could not be delivered');
          return;
        }
        const wait = delay + Math.random() * delay;
        await pause(wait, undefined, { signal: stopping }).catch(() => {});
      }
    }
  };
}

export function refusedToken(): YuanwenError {
  return new YuanwenError(
    'platform',
    'Discord: the token is not accepted: set DISCORD_TOKEN to the one on the page "Bot" of the developer portal.',
  );
}

/** Whether an error is the server's or the line's, not of what we asked. */
function passes(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const cause = error.cause === undefined ? false : passes(error.cause);
  return error.name === 'AbortError' || /^(?:UND_ERR|E[A-Z_]+$)/.test(code) || cause;
}

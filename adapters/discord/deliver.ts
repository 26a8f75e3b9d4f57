import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { YuanwenError } from '../../src/util/errors.ts';
import type { Log } from '../common/log.ts';
import { refusedToken } from './gateway.ts';

/** Milliseconds before each further try, each with up to as much again by chance. */
const DELAYS = [250, 500, 1000, 2000, 4000];
/** Faults of a place that are told once are not told again for an hour. */
const TOLD = { max: 1000, ttl: 60 * 60 * 1000 };

/** Discord's own error codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const ALREADY_ACKNOWLEDGED = 40_060;
/** Unknown interaction, expired token of one, unknown message: nobody waits any more. */
const TOO_LATE = [10_062, 50_027, 10_008];
/** Of Node and of the HTTP client: the line broke, or nobody answered. */
const BROKEN_LINE = [
  ...['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
];

/** Makes one call to Discord; see `createDelivery`. */
export type Deliver = (call: () => Promise<unknown>) => Promise<void>;

/**
 * Tries a call again after failures that pass; waiting for floods is left to the library. A call
 * must be safe to repeat: a message with a nonce, an answer to an interaction, of which Discord
 * takes only the first, or one that sets what may be set already. It never throws: what Discord
 * refuses, or fails at to the end, is logged; `lost` hears of a token that is no longer good.
 */
export function createDelivery(
  log: Log,
  stopping: AbortSignal,
  lost: (error: YuanwenError) => void,
  retried: () => void = () => {},
): Deliver {
  const told = new LRUCache<string, true>(TOLD);

  function refused(error: DiscordAPIError): void {
    const { code, status, url } = error;
    const place = /\/(?:channels|guilds|applications)\/\d+/.exec(url)?.[0] ?? '';
    if (status === 401) lost(refusedToken());
    else if (code === ALREADY_ACKNOWLEDGED) log.info({ err: error }, 'an answer was sent already');
    else if (TOO_LATE.includes(Number(code))) log.info({ err: error }, 'an answer came too late');
    else if (!told.has(`${code} ${place}`)) {
      told.set(`${code} ${place}`, true);
      log.warn({ err: error, status, place }, 'Discord refuses an answer, told once an hour');
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
        retried();
        const wait = delay + Math.random() * delay;
        await pause(wait, undefined, { signal: stopping }).catch(() => {});
      }
    }
  };
}

/** Whether an error is the server's or the line's, not of what we asked. */
function passes(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return error.status >= 500;
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'AbortError' || BROKEN_LINE.includes(code) || passes(error.cause);
}

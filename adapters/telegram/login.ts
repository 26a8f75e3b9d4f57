import { setTimeout as pause } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Log } from '../common/log.ts';

/** Milliseconds before each further try; the last goes on. */
const PAUSES = [500, 1000, 2000, 5000, 10_000, 30_000];

/**
 * Makes a call without which the bot cannot begin, however long Telegram is out of reach; returns
 * undefined once `stop` is given.
 * @throws YuanwenError when Telegram refuses it
 */
export async function insist<T>(
  call: () => Promise<T>,
  log: Log,
  stop: AbortSignal,
): Promise<T | undefined> {
  for (let tries = 0; !stop.aborted; tries++) {
    try {
      return await call();
    } catch (error) {
      if (stop.aborted) break;
      // a token that is none at all is no path that Telegram knows
      const unknown = error instanceof GrammyError && error.error_code === 404;
      const refusal = unknown ? refusedToken() : refusedLogin(error);
      if (refusal) throw refusal;
      const wait = Math.max(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0, floodWait(error));
      log.warn({ err: error }, `Telegram cannot be reached, again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
  return undefined;
}

/** Milliseconds that Telegram wants to be left alone; 0 for an error that says nothing of it. */
export function floodWait(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
}

/** Whether another process polls with the same token. */
export function isConflict(error: unknown): boolean {
  const isRefused = error instanceof GrammyError && error.error_code === 409;
  return isRefused && !/webhook/i.test(error.description);
}

/** The error to stop with when Telegram will not work with us whatever we try; else undefined. */
export function refusedLogin(error: unknown): YuanwenError | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  if (error.error_code === 401) return refusedToken();
  if (error.error_code !== 409) return undefined;
  return /webhook/i.test(error.description)
    ? stopWith(
        'a webhook is set for this bot: set TELEGRAM_WEBHOOK_URL to go on with it, or call deleteWebhook to poll.',
      )
    : stopWith(
        'another process polls with this token: stop it, or use a token of its own for each.',
      );
}

function refusedToken(): YuanwenError {
  return stopWith('the token is not accepted: set TELEGRAM_TOKEN to the one that @BotFather gave.');
}

function stopWith(message: string): YuanwenError {
  return new YuanwenError('platform', `Telegram: ${message}`);
}

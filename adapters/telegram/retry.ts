import { setTimeout as pause } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import type { Transformer } from 'grammy';
import { HttpError } from 'grammy';
import { LRUCache } from 'lru-cache';
import { either } from './signal.ts';

export interface Tries {
  /** Milliseconds that one try may take. */
  readonly timeout: number;
  /** Milliseconds before each further try. */
  readonly delays: readonly number[];
}
/**
 * Further tries of a call that Telegram may have carried out although no answer came. A connection
 * that broke has mostly lost the call, and two in a row happen; a call that takes too long, or whose
 * answer breaks off, has mostly arrived, and each further one would be another copy.
 */
const UNSURE_TRIES = { broken: 2, arrived: 1 };
/** Flood waits longer than so many seconds are not waited for. */
const LONGEST_FLOOD_WAIT = 60;

/** Milliseconds for which a flooded chat is slowed, and between two calls for it. */
const SLOWED = 60_000;
const SLOW_PACE = 1000;

/** Errors of calls that never reached Telegram: nothing was sent, so nothing can be sent twice. */
const NEVER_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
];

/** Calls that are tried again at the pace of whoever makes them: polling and logging in. */
const PACED = ['getUpdates', 'getMe'];

/**
 * The transformers that make a call survive floods, failures and outages, the outermost last.
 * `stopping` ends every wait.
 */
export function retrying(stopping: AbortSignal, tries: Tries): readonly Transformer[] {
  const waitForFlood = autoRetry({
    maxRetryAttempts: 3,
    maxDelaySeconds: LONGEST_FLOOD_WAIT,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
  const steps = [
    limitTime(tries.timeout),
    slowFlooded(stopping),
    waitForFlood,
    retryFailures(stopping, tries.delays),
    followUpgrade,
  ];
  return steps.map(unlessPaced);
}

function unlessPaced(transformer: Transformer): Transformer {
  return (call, method, payload, signal) =>
    PACED.includes(method)
      ? call(method, payload, signal)
      : transformer(call, method, payload, signal);
}

function limitTime(timeout: number): Transformer {
  return (call, method, payload, signal) =>
    call(method, payload, either(signal, AbortSignal.timeout(timeout)));
}

/**
 * A chat whose messages were refused as too many gets one a second for a while, which is what
 * Telegram asks for: several chats share what Telegram takes of one bot.
 */
function slowFlooded(stopping: AbortSignal): Transformer {
  const slowed = new LRUCache<string, { next: number }>({ max: 10_000, ttl: SLOWED });
  return async (call, method, payload, signal) => {
    const chat = 'chat_id' in payload ? String(payload.chat_id) : undefined;
    const pace = chat === undefined ? undefined : slowed.get(chat);
    if (pace !== undefined) {
      const wait = pace.next - Date.now();
      pace.next = Math.max(pace.next, Date.now()) + SLOW_PACE;
      if (wait > 0) await pause(wait, undefined, { signal: stopping });
    }
    const answer = await call(method, payload, signal);
    if (chat !== undefined && !answer.ok && answer.error_code === 429) {
      const after = answer.parameters?.retry_after ?? 0;
      // one that is not waited for is given up, and the next message may try
      const waited = after > LONGEST_FLOOD_WAIT ? 0 : after * 1000;
      slowed.set(chat, { next: Date.now() + waited });
    }
    return answer;
  };
}

function retryFailures(stopping: AbortSignal, delays: readonly number[]): Transformer {
  return async (call, method, payload, signal) => {
    const both = either(signal, stopping);
    const unsure = { broken: 0, arrived: 0 };
    let sure = true;
    for (let tries = 0; ; tries++) {
      const delay = delays[tries];
      try {
        // a call that may be carried out twice is not thrown into a line that is still down
        if (!sure) await call('getMe', {} as never, both);
        sure = true;
        const answer = await call(method, payload, both);
        if (answer.ok || answer.error_code < 500 || delay === undefined) return answer;
      } catch (error) {
        stopping.throwIfAborted();
        if (delay === undefined || !(error instanceof HttpError)) throw error;
        const outcome = outcomeOf(error.error);
        if (sure && (outcome === 'broken' || outcome === 'arrived')) {
          if (++unsure[outcome] > UNSURE_TRIES[outcome]) throw error;
          sure = false;
        }
      }
      await pause(delay, undefined, { signal: stopping });
    }
  };
}

/** What became of a call that ended in an error below Telegram's own answers. */
function outcomeOf(error: unknown): 'unsent' | 'failed' | 'broken' | 'arrived' {
  const { code, type, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (NEVER_SENT.includes(String(code))) return 'unsent';
  // a proxy's page says that it failed; an answer that breaks off, that there was one
  if (type === 'invalid-json')
    return /Unexpected token '?</.test(String(message)) ? 'failed' : 'arrived';
  return code === undefined ? 'arrived' : 'broken';
}

/** A group that became a supergroup has a new id: Telegram says which. */
const followUpgrade: Transformer = async (call, method, payload, signal) => {
  const answer = await call(method, payload, signal);
  const id = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id;
  if (id === undefined || !('chat_id' in payload)) return answer;
  return call(method, { ...payload, chat_id: id }, signal);
};

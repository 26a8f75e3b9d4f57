import { isDeepStrictEqual } from 'node:util';
import type { ResponseParameters } from 'grammy/types';
import { seededRandom } from './random.ts';
import type { Call } from './records.ts';

/** What goes wrong with a call. `before`: the call has no effect; `after`: it is accepted, and only the reply suffers. */
export type Effect =
  | {
      readonly kind: 'reply';
      readonly name: string;
      readonly status: number;
      readonly body: string;
      readonly type: string;
    }
  | { readonly kind: 'reset'; readonly name: string; readonly accepted: boolean }
  | { readonly kind: 'truncated'; readonly name: string; readonly accepted: boolean }
  | { readonly kind: 'late'; readonly name: string; readonly ms: number }
  | { readonly kind: 'hang'; readonly name: string; readonly accepted: boolean };

const json = (
  name: string,
  code: number,
  description: string,
  parameters?: ResponseParameters,
): Effect => ({
  kind: 'reply',
  name,
  status: code,
  body: JSON.stringify({
    ok: false,
    error_code: code,
    description,
    ...(parameters && { parameters }),
  }),
  type: 'application/json',
});

/** 429; nothing is accepted. @param seconds as `retry_after` */
export const flood = (seconds: number): Effect =>
  json('flood', 429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** 500, 502 or 503 with a JSON body; nothing is accepted. */
export const serverError = (status: 500 | 502 | 503): Effect =>
  json(
    `error ${status}`,
    status,
    { 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable' }[status],
  );

/** 502 with the page of a proxy in front of Telegram; nothing is accepted. */
export const badGatewayPage = (): Effect => ({
  kind: 'reply',
  name: '502 page',
  status: 502,
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n',
  type: 'text/html',
});

/** Any refusal of one's own: `refuse(403, 'Forbidden: bot was blocked by the user')`; nothing is accepted. */
export const refuse = (
  code: number,
  description: string,
  parameters?: ResponseParameters,
): Effect => json(`refusal ${code}`, code, description, parameters);

/** 200 whose JSON breaks off; nothing is accepted unless said so. */
export const truncated = (accepted = false): Effect => ({
  kind: 'truncated',
  name: 'truncated',
  accepted,
});

/** The connection is reset (RST); nothing is accepted. */
export const resetBefore = (): Effect => ({ kind: 'reset', name: 'reset before', accepted: false });

/** Accepted, then the connection is reset (RST) in place of a reply. */
export const resetAfter = (): Effect => ({ kind: 'reset', name: 'reset after', accepted: true });

/** Accepted at once, answered `ms` milliseconds later. */
export const late = (ms: number): Effect => ({ kind: 'late', name: `late ${ms} ms`, ms });

/** Never answered; nothing is accepted unless said so. */
export const hang = (accepted = false): Effect => ({ kind: 'hang', name: 'hang', accepted });

/** Which calls a fault meets. Without any of these: every call. */
export interface FaultScope {
  readonly method?: string | readonly string[];
  /** `chat_id` of the call. */
  readonly chat?: number;
  /** How many calls it meets at most; default: all until removed. */
  readonly times?: number;
  /** Chance in 0..1 that a call which fits is met; default 1. */
  readonly probability?: number;
  /** Of the chance; default 1. The same seed meets the same calls in the order of their arrival. */
  readonly seed?: number;
  /** A further condition. */
  readonly when?: (call: Call) => boolean;
}

/** A fault that was met: the call that suffered, and the one that tried again. */
export interface Hit {
  readonly call: Call;
  /** The same call once more (of getUpdates: the next one), whatever became of it. */
  retry?: Call;
}

export class Fault {
  readonly effect: Effect;
  readonly hits: Hit[] = [];
  readonly #scope: FaultScope;
  readonly #random: () => number;
  #removed = false;

  constructor(effect: Effect, scope: FaultScope) {
    this.effect = effect;
    this.#scope = scope;
    this.#random = seededRandom(scope.seed ?? 1);
  }

  /** Milliseconds from each failed call to its retry, for those that were retried. */
  get delays(): readonly number[] {
    return this.hits.flatMap(({ call, retry }) => (retry ? [retry.at - call.at] : []));
  }

  remove(): void {
    this.#removed = true;
  }

  /** Takes note of a call that may be a retry. */
  sees(call: Call): void {
    for (const hit of this.hits) if (!hit.retry && isRetry(hit.call, call)) hit.retry = call;
  }

  /** Whether it meets this call; counts it if so. */
  takes(call: Call): boolean {
    if (!this.#fits(call) || this.#random() >= (this.#scope.probability ?? 1)) return false;
    this.hits.push({ call });
    return true;
  }

  #fits(call: Call): boolean {
    const { method, chat, times = Number.POSITIVE_INFINITY, when } = this.#scope;
    if (this.#removed || this.hits.length >= times) return false;
    if (method !== undefined && ![method].flat().includes(call.method)) return false;
    if (chat !== undefined && Number(call.payload['chat_id']) !== chat) return false;
    return when === undefined || when(call);
  }
}

/** The same call once more; of getUpdates, whose offset moves, any. */
function isRetry(failed: Call, call: Call): boolean {
  const { method, payload } = failed;
  return (
    call.method === method && (method === 'getUpdates' || isDeepStrictEqual(call.payload, payload))
  );
}

/** Faults in force; of several that fit a call, the one added first meets it. */
export class Faults {
  readonly #faults: Fault[] = [];

  /** `faults.add(flood(1), { method: 'sendMessage', chat: 7, times: 1 })` */
  add(effect: Effect, scope: FaultScope = {}): Fault {
    const fault = new Fault(effect, scope);
    this.#faults.push(fault);
    return fault;
  }

  /** Removes all. */
  clear(): void {
    for (const fault of this.#faults) fault.remove();
  }

  take(call: Call): Effect | undefined {
    for (const fault of this.#faults) fault.sees(call);
    return this.#faults.find((fault) => fault.takes(call))?.effect;
  }
}

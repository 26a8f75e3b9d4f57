/** What goes wrong with a call. */
type FaultKind =
  /** 429 for the route, or for every route, until `retryAfter` seconds are over. */
  | { readonly kind: 'rate limit'; readonly retryAfter: number; readonly global?: boolean }
  /** An error of Discord's: by `code` and `message`, or a page of HTML as its proxy sends. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly html?: boolean;
      readonly accepted?: boolean;
    }
  /** The connection is reset: before the call is looked at, or once it is `accepted`. */
  | { readonly kind: 'reset'; readonly accepted?: boolean }
  /** The connection is closed in good order, but without an answer. */
  | { readonly kind: 'close'; readonly accepted?: boolean }
  /** The call is accepted and answered, but `milliseconds` later. */
  | { readonly kind: 'late'; readonly milliseconds: number }
  /** No answer ever comes. */
  | { readonly kind: 'hang'; readonly accepted?: boolean };

export type Fault = FaultKind & {
  /** As `POST`; any where left out. */
  readonly method?: string;
  /** The route as in Discord's document, `/channels/{channel_id}/messages`, or a pattern of its path. */
  readonly route?: string | RegExp;
  /** Only calls about this channel, by its id: its messages, and answers to interactions in it. */
  readonly channel?: string;
  /** How many calls fail; one unless told otherwise, `Infinity` until removed. */
  readonly times?: number;
  /** Share of the calls that fail, drawn from the double's seed; all unless told otherwise. */
  readonly probability?: number;
};

/** A fault that was added: a way to see that it struck, and to be rid of it. */
export interface AddedFault {
  /** How often it struck; calls made before a rate limit is over do not count. */
  readonly hits: number;
  remove(): void;
}

interface Active {
  readonly fault: Fault;
  hits: number;
  /** Of a rate limit: until when calls are turned away. */
  until: number;
}

export interface Target {
  readonly method: string;
  readonly route: string;
  readonly path: string;
  /** The channel that the call is about, its interaction's where it answers one. */
  readonly channel?: string | undefined;
}

/** The faults that calls meet, the oldest first. */
export class Faults {
  #active: readonly Active[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(fault: Fault): AddedFault {
    const active: Active = { fault, hits: 0, until: 0 };
    this.#active = [...this.#active, active];
    return {
      get hits() {
        return active.hits;
      },
      remove: () => {
        this.#active = this.#active.filter((each) => each !== active);
      },
    };
  }

  clear(): void {
    this.#active = [];
  }

  /** The fault that this call meets; of a rate limit, with the seconds that are left of it. */
  next(target: Target, now: number = Date.now()): Fault | undefined {
    for (const active of this.#active) {
      const { fault } = active;
      if (now < active.until && (isGlobal(fault) || matches(fault, target))) {
        return { ...fault, retryAfter: (active.until - now) / 1000 } as Fault;
      }
      if (active.hits >= (fault.times ?? 1) || !matches(fault, target)) continue;
      if (fault.probability !== undefined && this.#random() >= fault.probability) continue;
      active.hits += 1;
      if (fault.kind === 'rate limit') active.until = now + fault.retryAfter * 1000;
      return fault;
    }
    return undefined;
  }
}

const isGlobal = (fault: Fault) => fault.kind === 'rate limit' && fault.global === true;

function matches({ method, route, channel }: Fault, target: Target): boolean {
  return (
    (method === undefined || method === target.method) &&
    (route === undefined ||
      (typeof route === 'string' ? route === target.route : route.test(target.path))) &&
    (channel === undefined || channel === target.channel)
  );
}

/** Random numbers from a seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

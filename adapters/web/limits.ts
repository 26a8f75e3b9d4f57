import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { personOf } from './request.ts';

/** What one person may ask of the page in so many seconds. */
const POINTS = 240;
const WINDOW = 30;

/** What each kind of request counts for, by how long it takes. */
const COSTS = { page: 1, question: 8, picture: 12 } as const;
export type Cost = keyof typeof COSTS;

/** Says after how many seconds a person may come again; undefined where it is now. */
export type Limit = (person: string, cost: Cost) => Promise<number | undefined>;

export function createLimit(): Limit {
  const limiter = new RateLimiterMemory({ points: POINTS, duration: WINDOW });
  return async (person, cost) => {
    try {
      await limiter.consume(person, COSTS[cost]);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1);
    }
  };
}

/** Refuses who has asked too much; `refuse` makes the answer. */
export function limited(
  limit: Limit,
  cost: Cost,
  refuse: (...args: Parameters<MiddlewareHandler>) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (context, next) => {
    const seconds = await limit(personOf(context), cost);
    if (seconds === undefined) return next();
    context.header('retry-after', String(seconds));
    return refuse(context, next);
  };
}

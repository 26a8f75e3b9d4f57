import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createTurns } from '../util/event-loop-turns.ts';

/** Questions that one person may ask in a window of so many seconds. */
const QUESTIONS = 30;
const WINDOW = 30;

/** `hint`: over the limit for the first time in this window, so worth a word; `silent`: again. */
export type Allowance = 'yes' | 'hint' | 'silent';

/**
 * Slows whoever asks without pause; others are not touched. Counts are dropped with their window.
 * However many ask at once, one is let through a turn of the event loop, so that answers that are
 * ready are sent in between.
 */
export function createRateLimit(): (person: string) => Promise<Allowance> {
  const limiter = new RateLimiterMemory({ points: QUESTIONS, duration: WINDOW });
  const turn = createTurns();
  return async (person) => {
    await turn();
    try {
      await limiter.consume(person);
      return 'yes';
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refusal.consumedPoints === QUESTIONS + 1 ? 'hint' : 'silent';
    }
  };
}

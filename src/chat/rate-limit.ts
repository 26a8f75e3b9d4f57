import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createTurns } from '../util/event-loop-turns.ts';

/** Seconds of the window in which what one person does is counted. */
const WINDOW = 30;
/** What one person may do in a window, by kind. */
const POINTS = {
  /** Questions, commands, edits and buttons, which all bring a message. */
  asking: 30,
  /** Inline queries and completions, of which one comes with every few keys. */
  typing: 60,
} as const;

/** The kind of what a person does, each with an allowance of its own. */
export type Entrance = keyof typeof POINTS;

/** `hint`: over the limit for the first time in this window, so worth a word; `silent`: again. */
export type Allowance = 'yes' | 'hint' | 'silent';

/** Whether a person may ask now, or has asked too often. */
export type RateLimit = (person: string, entrance?: Entrance) => Promise<Allowance>;

/**
 * Slows whoever asks without pause; others are not touched. Counts are dropped with their window.
 * However many ask at once, one is let through a turn of the event loop, so that answers that are
 * ready are sent in between.
 */
export function createRateLimit(): RateLimit {
  const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: WINDOW });
  const limiters = { asking: limiterOf(POINTS.asking), typing: limiterOf(POINTS.typing) };
  const turn = createTurns();
  return async (person, entrance = 'asking') => {
    await turn();
    try {
      await limiters[entrance].consume(person);
      return 'yes';
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refusal.consumedPoints === POINTS[entrance] + 1 ? 'hint' : 'silent';
    }
  };
}

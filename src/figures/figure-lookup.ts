import { suggestMeasures } from './complete-measure.ts';
import { type FigureMatches, type FigureQuery, lookupFigures } from './lookup.ts';
import type { Figure } from './parts/figure.ts';

/** The figures of a corpus, looked up by what is asked for. */
export interface FigureLookup {
  /**
   * The figures that a query asks for, best first, or which of its constraints none of them meets.
   * @param limit figures that are compared at most, those of the latest periods; all unless given
   */
  find(query: FigureQuery, limit?: number): FigureMatches;
  /** Measures that what somebody has typed so far may mean, best first; at most `limit`. */
  measures(typed: string, limit: number): Promise<readonly string[]>;
  /** Number of articles whose figures are still to be read. */
  readonly unread: number;
}

/** Figures that are all at hand. */
export function figuresAtHand(all: () => readonly Figure[]): FigureLookup {
  return {
    find: (query) => lookupFigures(all(), query),
    measures: (typed, limit) => suggestMeasures(all(), typed, limit),
    unread: 0,
  };
}

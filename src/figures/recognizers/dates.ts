import type { Recognizer } from '../parts/draft.ts';
import { parsePeriods } from '../parts/periods.ts';

/**
 * Claims dates and periods: they say when a figure holds and are no statistics themselves. Any
 * reference date will do, since only the characters are wanted.
 */
export const dates: Recognizer = {
  name: 'dates',
  read: (sentence) =>
    parsePeriods(sentence, '2000-01-01').map(({ start, end }) => ({ start, end })),
};

import { QUALITIES_DEGREE } from './degree.ts';
import { QUALITIES_IDIOMS } from './idioms.ts';
import { QUALITIES_MANNER } from './manner.ts';
import { QUALITIES_REGIONS } from './regions.ts';

/** What people say for how something is or is done. */
export const SPOKEN_QUALITIES = {
  QUALITIES_DEGREE,
  QUALITIES_IDIOMS,
  QUALITIES_MANNER,
  QUALITIES_REGIONS,
};

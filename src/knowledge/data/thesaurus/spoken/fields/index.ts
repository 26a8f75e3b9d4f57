import { SPOKEN_ASKING } from './asking.ts';
import { SPOKEN_HISTORY } from './history.ts';
import { SPOKEN_NATURE_AND_DEVICES } from './nature-and-devices.ts';
import { SPOKEN_OFFICIAL } from './official.ts';
import { SPOKEN_PHRASES } from './phrases.ts';
import { SPOKEN_REGIONAL } from './regional.ts';

/** The domains of this folder. */
export const SPOKEN_FIELDS = {
  SPOKEN_ASKING,
  SPOKEN_HISTORY,
  SPOKEN_NATURE_AND_DEVICES,
  SPOKEN_OFFICIAL,
  SPOKEN_PHRASES,
  SPOKEN_REGIONAL,
};

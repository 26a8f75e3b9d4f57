import { OUTINGS } from './outings.ts';
import { SHOWS } from './shows.ts';
import { SPORTS_TALK } from './sports.ts';

/** The domains of this folder. */
export const LEISURE_DOMAINS = { OUTINGS, SHOWS, SPORTS_TALK };

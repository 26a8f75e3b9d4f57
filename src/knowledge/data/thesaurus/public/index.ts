import { CANTONESE } from './cantonese.ts';
import { MINUTES } from './minutes.ts';
import { POLITICS } from './politics.ts';
import { REGIONS } from './regions.ts';

/** The domains of this folder. */
export const PUBLIC_DOMAINS = { CANTONESE, MINUTES, POLITICS, REGIONS };

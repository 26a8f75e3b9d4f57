import { POLITICS } from './politics.ts';
import { REGIONS } from './regions.ts';

/** The domains of this folder. */
export const PUBLIC_DOMAINS = { POLITICS, REGIONS };

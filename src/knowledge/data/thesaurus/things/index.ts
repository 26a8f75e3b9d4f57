import { CANTONESE } from './cantonese.ts';
import { MANUALS } from './manuals.ts';
import { MINUTES } from './minutes.ts';

/** The domains of this folder. */
export const THINGS_DOMAINS = { CANTONESE, MANUALS, MINUTES };

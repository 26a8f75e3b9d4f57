import { DEVICES } from './devices.ts';
import { ENERGY } from './energy.ts';
import { INTERNET } from './internet.ts';
import { MANUALS } from './manuals.ts';

/** The domains of this folder. */
export const SCIENCE_DOMAINS = { DEVICES, ENERGY, INTERNET, MANUALS };

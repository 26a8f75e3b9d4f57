import { ACCIDENTS } from './accidents.ts';
import { COURTS } from './courts.ts';
import { CRIMES } from './crimes.ts';
import { DISASTERS } from './disasters.ts';

/** The domains of this folder. */
export const SAFETY_DOMAINS = { ACCIDENTS, COURTS, CRIMES, DISASTERS };

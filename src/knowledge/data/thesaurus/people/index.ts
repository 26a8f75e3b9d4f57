import { BODY } from './body.ts';
import { EPIDEMICS } from './epidemics.ts';
import { LIVES } from './lives.ts';
import { HOUSEHOLD } from './money.ts';
import { PERSONS } from './persons.ts';

/** The domains of this folder. */
export const PEOPLE_DOMAINS = { BODY, EPIDEMICS, HOUSEHOLD, LIVES, PERSONS };

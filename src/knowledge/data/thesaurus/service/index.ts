import { FEES } from './fees.ts';
import { HOURS } from './hours.ts';
import { NOTICES } from './notices.ts';
import { PAPERS } from './papers.ts';
import { TICKETS } from './tickets.ts';

/** The domains of this folder. */
export const SERVICE_DOMAINS = { FEES, HOURS, NOTICES, PAPERS, TICKETS };

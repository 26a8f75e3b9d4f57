import { HIRING } from './hiring.ts';
import { PENSIONS } from './pensions.ts';
import { MILITARY } from './service.ts';
import { TAXES } from './taxes.ts';

/** The domains of this folder. */
export const WORK_DOMAINS = { HIRING, MILITARY, PENSIONS, TAXES };

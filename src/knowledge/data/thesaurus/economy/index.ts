import { FARMS } from './farms.ts';
import { FIRMS } from './firms.ts';
import { HOMES } from './homes.ts';
import { MACRO } from './macro.ts';
import { TRADE } from './trade.ts';

/** The domains of this folder. */
export const ECONOMY_DOMAINS = { FARMS, FIRMS, HOMES, MACRO, TRADE };

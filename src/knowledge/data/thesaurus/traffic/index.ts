import { JOURNEYS } from './journeys.ts';
import { ROADS } from './roads.ts';

/** The domains of this folder. */
export const TRAFFIC_DOMAINS = { JOURNEYS, ROADS };

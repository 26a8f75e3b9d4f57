import { ACTING } from './acting.ts';
import { DESCRIBING } from './describing.ts';
import { OUTCOMES } from './outcomes.ts';
import { VERBS_TAKING } from './taking.ts';
import { THINGS } from './things.ts';

/** The domains of this folder. */
export const VERBS_DOMAINS = { ACTING, DESCRIBING, OUTCOMES, THINGS, VERBS_TAKING };

import { SPOKEN_VERBS_CHANGING } from './verbs-changing.ts';
import { SPOKEN_VERBS_GOVERNING } from './verbs-governing.ts';
import { SPOKEN_VERBS_MAKING } from './verbs-making.ts';
import { SPOKEN_VERBS_SPEAKING } from './verbs-speaking.ts';
import { SPOKEN_VERBS_TAKING } from './verbs-taking.ts';

/** The domains of this folder. */
export const SPOKEN_DOMAINS = {
  SPOKEN_VERBS_CHANGING,
  SPOKEN_VERBS_GOVERNING,
  SPOKEN_VERBS_MAKING,
  SPOKEN_VERBS_SPEAKING,
  SPOKEN_VERBS_TAKING,
};

import { SPOKEN_VERBS_ASKING } from './verbs-asking.ts';
import { SPOKEN_VERBS_CHANGING } from './verbs-changing.ts';
import { SPOKEN_VERBS_COMPETING } from './verbs-competing.ts';
import { SPOKEN_VERBS_GOVERNING } from './verbs-governing.ts';
import { SPOKEN_VERBS_HAPPENING } from './verbs-happening.ts';
import { SPOKEN_VERBS_HARMING } from './verbs-harming.ts';
import { SPOKEN_VERBS_HELPING } from './verbs-helping.ts';
import { SPOKEN_VERBS_LEARNING } from './verbs-learning.ts';
import { SPOKEN_VERBS_LIVING } from './verbs-living.ts';
import { SPOKEN_VERBS_MAKING } from './verbs-making.ts';
import { SPOKEN_VERBS_OF_HISTORY } from './verbs-of-history.ts';
import { SPOKEN_VERBS_OF_NATURE_AND_DEVICES } from './verbs-of-nature-and-devices.ts';
import { SPOKEN_VERBS_OF_PHRASES } from './verbs-of-phrases.ts';
import { SPOKEN_VERBS_OFFICIAL } from './verbs-official.ts';
import { SPOKEN_VERBS_OWNING_AND_BEING } from './verbs-owning-and-being.ts';
import { SPOKEN_VERBS_REGIONAL } from './verbs-regional.ts';
import { SPOKEN_VERBS_SPEAKING } from './verbs-speaking.ts';
import { SPOKEN_VERBS_TAKING } from './verbs-taking.ts';
import { SPOKEN_VERBS_TRADING } from './verbs-trading.ts';
import { SPOKEN_VERBS_TRAVELLING } from './verbs-travelling.ts';
import { SPOKEN_VERBS_WORKING } from './verbs-working.ts';

/** The domains of this folder. */
export const SPOKEN_DOMAINS = {
  SPOKEN_VERBS_ASKING,
  SPOKEN_VERBS_CHANGING,
  SPOKEN_VERBS_COMPETING,
  SPOKEN_VERBS_GOVERNING,
  SPOKEN_VERBS_HAPPENING,
  SPOKEN_VERBS_HARMING,
  SPOKEN_VERBS_HELPING,
  SPOKEN_VERBS_LEARNING,
  SPOKEN_VERBS_LIVING,
  SPOKEN_VERBS_MAKING,
  SPOKEN_VERBS_OF_HISTORY,
  SPOKEN_VERBS_OF_NATURE_AND_DEVICES,
  SPOKEN_VERBS_OF_PHRASES,
  SPOKEN_VERBS_OFFICIAL,
  SPOKEN_VERBS_OWNING_AND_BEING,
  SPOKEN_VERBS_REGIONAL,
  SPOKEN_VERBS_SPEAKING,
  SPOKEN_VERBS_TAKING,
  SPOKEN_VERBS_TRADING,
  SPOKEN_VERBS_TRAVELLING,
  SPOKEN_VERBS_WORKING,
};

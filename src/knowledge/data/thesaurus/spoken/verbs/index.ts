import { SPOKEN_ASKING } from './asking.ts';
import { SPOKEN_CHANGING } from './changing.ts';
import { SPOKEN_GOVERNING } from './governing.ts';
import { SPOKEN_HARMING } from './harming.ts';
import { SPOKEN_HISTORY } from './history.ts';
import { SPOKEN_LEARNING_AND_COMPETING } from './learning-and-competing.ts';
import { SPOKEN_LIVING } from './living.ts';
import { SPOKEN_MAKING } from './making.ts';
import { SPOKEN_NATURE_AND_DEVICES } from './nature-and-devices.ts';
import { SPOKEN_OFFICIAL } from './official.ts';
import { SPOKEN_OWNING_AND_BEING } from './owning-and-being.ts';
import { SPOKEN_PHRASES } from './phrases.ts';
import { SPOKEN_RARER } from './rarer.ts';
import { SPOKEN_REGIONAL } from './regional.ts';
import { SPOKEN_SPEAKING } from './speaking.ts';
import { SPOKEN_TAKING } from './taking.ts';
import { SPOKEN_TRADING } from './trading.ts';
import { SPOKEN_TRAVELLING_AND_HAPPENING } from './travelling-and-happening.ts';
import { SPOKEN_WORKING_AND_HELPING } from './working-and-helping.ts';

/** The domains of this folder. */
export const SPOKEN_VERBS = {
  SPOKEN_ASKING,
  SPOKEN_CHANGING,
  SPOKEN_GOVERNING,
  SPOKEN_HARMING,
  SPOKEN_HISTORY,
  SPOKEN_LEARNING_AND_COMPETING,
  SPOKEN_LIVING,
  SPOKEN_MAKING,
  SPOKEN_NATURE_AND_DEVICES,
  SPOKEN_OFFICIAL,
  SPOKEN_OWNING_AND_BEING,
  SPOKEN_PHRASES,
  SPOKEN_RARER,
  SPOKEN_REGIONAL,
  SPOKEN_SPEAKING,
  SPOKEN_TAKING,
  SPOKEN_TRADING,
  SPOKEN_TRAVELLING_AND_HAPPENING,
  SPOKEN_WORKING_AND_HELPING,
};

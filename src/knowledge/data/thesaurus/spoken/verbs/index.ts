import { SPOKEN_CHANGING } from './changing.ts';
import { SPOKEN_GOVERNING } from './governing.ts';
import { SPOKEN_HARMING } from './harming.ts';
import { SPOKEN_LEARNING_AND_COMPETING } from './learning-and-competing.ts';
import { SPOKEN_LIVING } from './living.ts';
import { SPOKEN_MAKING } from './making.ts';
import { SPOKEN_OWNING_AND_BEING } from './owning-and-being.ts';
import { SPOKEN_RARER } from './rarer.ts';
import { SPOKEN_SPEAKING } from './speaking.ts';
import { SPOKEN_SYNONYMS_OF_LIVES_AND_WORKS } from './synonyms-of-lives-and-works.ts';
import { SPOKEN_SYNONYMS_OF_PUBLIC_ACTS } from './synonyms-of-public-acts.ts';
import { SPOKEN_TAKING } from './taking.ts';
import { SPOKEN_TRADING } from './trading.ts';
import { SPOKEN_TRAVELLING_AND_HAPPENING } from './travelling-and-happening.ts';
import { SPOKEN_WORKING_AND_HELPING } from './working-and-helping.ts';

/** The domains of this folder. */
export const SPOKEN_VERBS = {
  SPOKEN_CHANGING,
  SPOKEN_GOVERNING,
  SPOKEN_HARMING,
  SPOKEN_LEARNING_AND_COMPETING,
  SPOKEN_LIVING,
  SPOKEN_MAKING,
  SPOKEN_OWNING_AND_BEING,
  SPOKEN_RARER,
  SPOKEN_SPEAKING,
  SPOKEN_SYNONYMS_OF_LIVES_AND_WORKS,
  SPOKEN_SYNONYMS_OF_PUBLIC_ACTS,
  SPOKEN_TAKING,
  SPOKEN_TRADING,
  SPOKEN_TRAVELLING_AND_HAPPENING,
  SPOKEN_WORKING_AND_HELPING,
};

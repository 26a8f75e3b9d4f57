import { THINGS_ASKED } from './asked.ts';
import { THINGS_LIFE } from './life.ts';
import { THINGS_PEOPLE } from './people.ts';
import { THINGS_PUBLIC } from './public.ts';
import { THINGS_REST } from './rest.ts';
import { THINGS_SERVICES } from './services.ts';
import { THINGS_WORK } from './work.ts';

/** What people say for things, places and persons that are written more rarely. */
export const SPOKEN_THINGS = {
  THINGS_ASKED,
  THINGS_LIFE,
  THINGS_PEOPLE,
  THINGS_PUBLIC,
  THINGS_REST,
  THINGS_SERVICES,
  THINGS_WORK,
};

import { QUALITIES_DEGREE } from './qualities-degree.ts';
import { QUALITIES_IDIOMS } from './qualities-idioms.ts';
import { QUALITIES_MANNER } from './qualities-manner.ts';
import { QUALITIES_REGIONS } from './qualities-regions.ts';
import { SHORT_FORMS_LATIN_BODIES } from './short-forms-latin-bodies.ts';
import { SHORT_FORMS_LATIN_MAKES } from './short-forms-latin-makes.ts';
import { SHORT_FORMS_LATIN_THINGS } from './short-forms-latin-things.ts';
import { SHORT_FORMS_LIFE } from './short-forms-life.ts';
import { SHORT_FORMS_MONEY } from './short-forms-money.ts';
import { SHORT_FORMS_STATE } from './short-forms-state.ts';
import { THINGS_ASKED } from './things-asked.ts';
import { THINGS_LIFE } from './things-life.ts';
import { THINGS_PEOPLE } from './things-people.ts';
import { THINGS_PUBLIC } from './things-public.ts';
import { THINGS_REST } from './things-rest.ts';
import { THINGS_SERVICES } from './things-services.ts';
import { THINGS_WORK } from './things-work.ts';

/** The domains of qualities, of further things and of short forms. */
export const QUALITIES_DOMAINS = {
  QUALITIES_DEGREE,
  QUALITIES_IDIOMS,
  QUALITIES_MANNER,
  QUALITIES_REGIONS,
  SHORT_FORMS_LATIN_BODIES,
  SHORT_FORMS_LATIN_MAKES,
  SHORT_FORMS_LATIN_THINGS,
  SHORT_FORMS_LIFE,
  SHORT_FORMS_MONEY,
  SHORT_FORMS_STATE,
  THINGS_ASKED,
  THINGS_LIFE,
  THINGS_PEOPLE,
  THINGS_PUBLIC,
  THINGS_REST,
  THINGS_SERVICES,
  THINGS_WORK,
};

import { SHORT_FORMS_LATIN_BODIES } from './latin-bodies.ts';
import { SHORT_FORMS_LATIN_MAKES } from './latin-makes.ts';
import { SHORT_FORMS_LATIN_THINGS } from './latin-things.ts';
import { SHORT_FORMS_LIFE } from './life.ts';
import { SHORT_FORMS_MONEY } from './money.ts';
import { SHORT_FORMS_STATE } from './state.ts';

/** What people type for the full names of bodies, exams, leagues, makes and measures. */
export const SPOKEN_SHORT_FORMS = {
  SHORT_FORMS_LATIN_BODIES,
  SHORT_FORMS_LATIN_MAKES,
  SHORT_FORMS_LATIN_THINGS,
  SHORT_FORMS_LIFE,
  SHORT_FORMS_MONEY,
  SHORT_FORMS_STATE,
};

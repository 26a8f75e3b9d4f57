import { NOUNS_IDEAS } from './nouns-ideas.ts';
import { NOUNS_JUSTICE } from './nouns-justice.ts';
import { NOUNS_MONEY } from './nouns-money.ts';
import { NOUNS_PEOPLE } from './nouns-people.ts';
import { NOUNS_STATE } from './nouns-state.ts';

/** What people say for the nouns that news writes, by sense. */
export const NOUN_DOMAINS = {
  NOUNS_IDEAS,
  NOUNS_JUSTICE,
  NOUNS_MONEY,
  NOUNS_PEOPLE,
  NOUNS_STATE,
};

import { NOUNS_AMOUNTS } from './nouns/amounts.ts';
import { NOUNS_ASKED } from './nouns/asked.ts';
import { NOUNS_COMMON } from './nouns/common.ts';
import { NOUNS_HEALTH } from './nouns/health.ts';
import { NOUNS_HISTORY } from './nouns/history.ts';
import { NOUNS_IDEAS } from './nouns/ideas.ts';
import { NOUNS_JUSTICE } from './nouns/justice.ts';
import { NOUNS_LEISURE } from './nouns/leisure.ts';
import { NOUNS_MONEY } from './nouns/money.ts';
import { NOUNS_NATURE } from './nouns/nature.ts';
import { NOUNS_PEOPLE } from './nouns/people.ts';
import { NOUNS_PLACES } from './nouns/places.ts';
import { NOUNS_RECORDS } from './nouns/records.ts';
import { NOUNS_REGIONAL } from './nouns/regional.ts';
import { NOUNS_RULES } from './nouns/rules.ts';
import { NOUNS_SLANG } from './nouns/slang.ts';
import { NOUNS_STATE } from './nouns/state.ts';
import { NOUNS_SYNONYMS } from './nouns/synonyms.ts';
import { NOUNS_THINGS } from './nouns/things.ts';
import { NOUNS_WORK } from './nouns/work.ts';

/** What people say for the nouns that news writes, by sense. */
export const NOUN_DOMAINS = {
  NOUNS_AMOUNTS,
  NOUNS_ASKED,
  NOUNS_COMMON,
  NOUNS_HEALTH,
  NOUNS_HISTORY,
  NOUNS_IDEAS,
  NOUNS_JUSTICE,
  NOUNS_LEISURE,
  NOUNS_MONEY,
  NOUNS_NATURE,
  NOUNS_PEOPLE,
  NOUNS_PLACES,
  NOUNS_RECORDS,
  NOUNS_REGIONAL,
  NOUNS_RULES,
  NOUNS_SLANG,
  NOUNS_STATE,
  NOUNS_SYNONYMS,
  NOUNS_THINGS,
  NOUNS_WORK,
};

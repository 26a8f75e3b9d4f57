import { NOUNS_ASKED } from './asked.ts';
import { NOUNS_COMMON } from './common.ts';
import { NOUNS_HEALTH } from './health.ts';
import { NOUNS_HISTORY } from './history.ts';
import { NOUNS_IDEAS } from './ideas.ts';
import { NOUNS_JUSTICE } from './justice.ts';
import { NOUNS_LEISURE } from './leisure.ts';
import { NOUNS_MONEY } from './money.ts';
import { NOUNS_NATURE } from './nature.ts';
import { NOUNS_PEOPLE } from './people.ts';
import { NOUNS_PLACES } from './places.ts';
import { NOUNS_RECORDS } from './records.ts';
import { NOUNS_REGIONAL } from './regional.ts';
import { NOUNS_RULES } from './rules.ts';
import { NOUNS_SLANG } from './slang.ts';
import { NOUNS_STATE } from './state.ts';
import { NOUNS_SYNONYMS } from './synonyms.ts';
import { NOUNS_THINGS } from './things.ts';
import { NOUNS_WORK } from './work.ts';

/** What people say for the nouns that news writes, by sense. */
export const SPOKEN_NOUNS = {
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

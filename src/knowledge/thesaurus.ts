import { lazy } from '../util/lazy.ts';
import { AGRICULTURE } from './data/thesaurus/agriculture.ts';
import { ASKING } from './data/thesaurus/asking.ts';
import { CULTURE } from './data/thesaurus/culture.ts';
import { ECONOMY_DOMAINS } from './data/thesaurus/economy/index.ts';
import { FINANCE } from './data/thesaurus/finance.ts';
import { GOVERNMENT } from './data/thesaurus/government.ts';
import { HEALTH } from './data/thesaurus/health.ts';
import { HOUSING } from './data/thesaurus/housing.ts';
import { LAW } from './data/thesaurus/law.ts';
import { LEISURE_DOMAINS } from './data/thesaurus/leisure/index.ts';
import { LEISURE } from './data/thesaurus/leisure.ts';
import { MOTION } from './data/thesaurus/motion.ts';
import { PEOPLE_DOMAINS } from './data/thesaurus/people/index.ts';
import { PEOPLE } from './data/thesaurus/people.ts';
import { PRODUCTS } from './data/thesaurus/products.ts';
import { PUBLIC_DOMAINS } from './data/thesaurus/public/index.ts';
import { SAFETY_DOMAINS } from './data/thesaurus/safety/index.ts';
import { SCHOOL_DOMAINS } from './data/thesaurus/school/index.ts';
import { SCHOOL } from './data/thesaurus/school.ts';
import { SCIENCE_DOMAINS } from './data/thesaurus/science/index.ts';
import { SCIENCE } from './data/thesaurus/science.ts';
import { SERVICE_DOMAINS } from './data/thesaurus/service/index.ts';
import { QUALITIES_DOMAINS } from './data/thesaurus/spoken/qualities.ts';
import { SPORT } from './data/thesaurus/sport.ts';
import { STATISTICS } from './data/thesaurus/statistics.ts';
import { TIME } from './data/thesaurus/time.ts';
import { TRAFFIC_DOMAINS } from './data/thesaurus/traffic/index.ts';
import { TRAFFIC } from './data/thesaurus/traffic.ts';
import { VERBS_DOMAINS } from './data/thesaurus/verbs/index.ts';
import { WEATHER } from './data/thesaurus/weather.ts';
import { WORK_DOMAINS } from './data/thesaurus/work/index.ts';
import { WORK } from './data/thesaurus/work.ts';

/**
 * The domains of the thesaurus, each a text with one group a line. `asked … > written …`: each of the
 * words on the left is answered by each of those on the right, and not the other way. Our own work, from
 * general usage of the language.
 */
export const THESAURUS_DOMAINS: Readonly<Record<string, string>> = {
  AGRICULTURE,
  ASKING,
  CULTURE,
  FINANCE,
  GOVERNMENT,
  HEALTH,
  HOUSING,
  LAW,
  LEISURE,
  MOTION,
  PEOPLE,
  PRODUCTS,
  SCHOOL,
  SCIENCE,
  SPORT,
  STATISTICS,
  TIME,
  TRAFFIC,
  WEATHER,
  WORK,
  ...ECONOMY_DOMAINS,
  ...LEISURE_DOMAINS,
  ...PEOPLE_DOMAINS,
  ...PUBLIC_DOMAINS,
  ...SAFETY_DOMAINS,
  ...SCHOOL_DOMAINS,
  ...SCIENCE_DOMAINS,
  ...QUALITIES_DOMAINS,
  ...SERVICE_DOMAINS,
  ...TRAFFIC_DOMAINS,
  ...VERBS_DOMAINS,
  ...WORK_DOMAINS,
};

/** Stands between the words that people ask with and those that are written. */
const SEPARATOR = ' > ';

/** The right side of each line by each of the words on its left; cut into words only when asked for. */
const lines = lazy((): ReadonlyMap<string, string> => {
  const written = new Map<string, string>();
  for (const domain of Object.values(THESAURUS_DOMAINS)) {
    for (const line of domain.split('\n')) {
      const border = line.indexOf(SEPARATOR);
      if (border < 0) continue;
      const right = line.slice(border + SEPARATOR.length);
      for (const word of line.slice(0, border).split(' ')) {
        const before = written.get(word);
        written.set(word, before === undefined ? right : `${before} ${right}`);
      }
    }
  }
  return written;
});

/** Tells what is written for a word or phrase that people ask with, without particles; undefined for any other. */
export type WrittenWords = (asked: string) => ReadonlySet<string> | undefined;

export const writtenWords: WrittenWords = (word) => {
  const written = lines().get(word);
  if (written === undefined) return undefined;
  const others = new Set(written.split(' '));
  others.delete(word);
  return others;
};

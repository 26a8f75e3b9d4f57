import { lazy } from '../util/lazy.ts';
import { AGRICULTURE } from './data/thesaurus/agriculture.ts';
import { ASKING } from './data/thesaurus/asking.ts';
import { CULTURE } from './data/thesaurus/culture.ts';
import { FINANCE } from './data/thesaurus/finance.ts';
import { GOVERNMENT } from './data/thesaurus/government.ts';
import { HEALTH } from './data/thesaurus/health.ts';
import { HOUSING } from './data/thesaurus/housing.ts';
import { LAW } from './data/thesaurus/law.ts';
import { LEISURE } from './data/thesaurus/leisure.ts';
import { MEASURES } from './data/thesaurus/measures.ts';
import { MILITARY } from './data/thesaurus/military.ts';
import { MOTION } from './data/thesaurus/motion.ts';
import { PEOPLE } from './data/thesaurus/people.ts';
import { PRODUCTS } from './data/thesaurus/products.ts';
import { SCHOOL } from './data/thesaurus/school.ts';
import { SCIENCE } from './data/thesaurus/science.ts';
import { SPORT } from './data/thesaurus/sport.ts';
import { STATISTICS } from './data/thesaurus/statistics.ts';
import { TIME } from './data/thesaurus/time.ts';
import { TRAFFIC } from './data/thesaurus/traffic.ts';
import { WEATHER } from './data/thesaurus/weather.ts';
import { WORK } from './data/thesaurus/work.ts';

/**
 * The domains of the thesaurus, each a text with one group a line. `asked … > written …`: each of the
 * words on the left is answered by each of those on the right, and not the other way. Without `>` all
 * of a line mean the same. Our own work, from general usage of the language.
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
  MEASURES,
  MILITARY,
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
};

/** A group of the thesaurus: whoever asks with one of the words may be answered with one of the others. */
export interface ThesaurusGroup {
  readonly asked: readonly string[];
  readonly written: readonly string[];
}

/** The groups of a domain, in order. */
export function* thesaurusGroups(domain: string): Generator<ThesaurusGroup> {
  for (const line of domain.trim().split('\n')) {
    const [left = '', right = left] = line.split(' > ');
    yield { asked: left.split(' '), written: right.split(' ') };
  }
}

/** Particles that come and go in a phrase without changing it: 走得多快, 走多快. */
const PARTICLE = /^[了得的着过地]$/u;

/** Whether a word is left out where phrases are compared. */
export function isParticle(word: string): boolean {
  return PARTICLE.test(word);
}

/** What is written for each word or phrase that people ask with, the phrases without their particles. */
export const thesaurus = lazy((): ReadonlyMap<string, ReadonlySet<string>> => {
  const words = new Map<string, Set<string>>();
  for (const domain of Object.values(THESAURUS_DOMAINS)) {
    for (const { asked, written } of thesaurusGroups(domain)) {
      for (const word of asked) {
        const others = words.get(word) ?? new Set();
        for (const other of written) if (other !== word) others.add(other);
        words.set(word, others);
      }
    }
  }
  return words;
});

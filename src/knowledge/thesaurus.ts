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
import { SPOKEN_FIELDS } from './data/thesaurus/spoken/fields/index.ts';
import { SPOKEN_NOUNS } from './data/thesaurus/spoken/nouns/index.ts';
import { SPOKEN_QUALITIES } from './data/thesaurus/spoken/qualities/index.ts';
import { SPOKEN_SHORT_FORMS } from './data/thesaurus/spoken/short-forms/index.ts';
import { SPOKEN_THINGS } from './data/thesaurus/spoken/things/index.ts';
import { SPOKEN_VERBS } from './data/thesaurus/spoken/verbs/index.ts';
import { SPORT } from './data/thesaurus/sport.ts';
import { STATISTICS } from './data/thesaurus/statistics.ts';
import { TIME } from './data/thesaurus/time.ts';
import { TRAFFIC_DOMAINS } from './data/thesaurus/traffic/index.ts';
import { TRAFFIC } from './data/thesaurus/traffic.ts';
import { VERBS_DOMAINS } from './data/thesaurus/verbs/index.ts';
import { WEATHER } from './data/thesaurus/weather.ts';
import { WORK_DOMAINS } from './data/thesaurus/work/index.ts';
import { WORK } from './data/thesaurus/work.ts';
import { indexLines } from './line-index.ts';

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
  ...SERVICE_DOMAINS,
  ...SPOKEN_FIELDS,
  ...SPOKEN_NOUNS,
  ...SPOKEN_QUALITIES,
  ...SPOKEN_SHORT_FORMS,
  ...SPOKEN_THINGS,
  ...SPOKEN_VERBS,
  ...TRAFFIC_DOMAINS,
  ...VERBS_DOMAINS,
  ...WORK_DOMAINS,
};

/** Question words of one sense, each with the one that stands for all of them: 啥时候, 几时, 哪天 for 什么时候. */
const SAME_QUESTION_WORDS: readonly (readonly [asked: RegExp, plain: string])[] = [
  [/啥子?|甚么/gu, '什么'],
  [/咋样|怎样/gu, '怎么样'],
  [/咋/gu, '怎么'],
  [/什么时间|何时|几时|哪一?[天年]|几号/gu, '什么时候'],
  [/哪儿|哪里|什么地方|哪个地方/gu, '哪'],
  [/为何/gu, '为什么'],
  [/多长时间|多少时间|几久/gu, '多久'],
  [/(?:几|多少)(?:个人|人|名|位)/gu, '多少人'],
  [/哪一?[个家位间]/gu, '哪个'],
];
/** What is left of a phrase must say something: 叫啥 is asked of anything, 原来叫啥 is not. */
const ALL_QUESTION_WORDS = /什么时候|什么|怎么样|怎么|哪个|哪|为什么|多久|多少人|[的在是有]/gu;

/** A character of each of these question words: most words of the thesaurus hold none, and stay as they are. */
const OF_QUESTION_WORD = /[啥么样咋何几哪多]/u;

/** A phrase with one question word for all of its sense; as it is where it says nothing beside it. */
function withPlainQuestionWords(phrase: string): string {
  if (!OF_QUESTION_WORD.test(phrase)) return phrase;
  let plain = phrase;
  for (const [asked, word] of SAME_QUESTION_WORDS) plain = plain.replace(asked, word);
  return plain.replace(ALL_QUESTION_WORDS, '').length < 2 ? phrase : plain;
}

/** The right sides of the lines of a word. */
const lines = lazy(() =>
  indexLines(
    Object.values(THESAURUS_DOMAINS).join('\n'),
    (words) => OF_QUESTION_WORD.test(words),
    withPlainQuestionWords,
  ),
);

/** Tells what is written for a word or phrase that people ask with, without particles; undefined for any other. */
export type WrittenWords = (asked: string) => ReadonlySet<string> | undefined;

export const writtenWords: WrittenWords = (word) => {
  const written = lines()(withPlainQuestionWords(word));
  if (written.length === 0) return undefined;
  const others = new Set(written.flatMap((right) => right.split(' ')));
  others.delete(word);
  return others;
};

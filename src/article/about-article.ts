import { LRUCache } from 'lru-cache';
import { memoByObject, memoOfLast } from '../util/memo-by-object.ts';
import { slice } from '../util/span.ts';
import type { Article } from './article.ts';

/** A name that a file was given, and no number or code. */
const NAMED = /\p{Script=Han}{2,}/gu;

/** How a notice speaks of whoever gives it. */
const OWN =
  /(?:我|(?<![\p{Script=Han}])本|[在到由向经]本)(景区|景區|学校|學校|校|馆|館|中心|公司|集团|集團|店|园|園|学院|學院|社区|社區|平台)/u;

/** A title of no more characters than this names a thing shortly, which its text may call by its whole name. */
const SHORT_TITLE = 8;

/** Characters of a name before what it ends in. */
const NAME = 8;

/**
 * What an article is about: its title, and behind it what the name of its file says, as people name
 * files by what they hold, and whoever gives it: 王家大院景区 of a notice that says 我景区. A notice may
 * print no title, and say in one place alone whose it is.
 */
export const aboutArticle: (article: Article) => string = memoByObject((article: Article) => {
  const { title, id, text } = article;
  const named = id.match(NAMED) ?? [];
  const [, kind] = OWN.exec(text) ?? [];
  const owners = kind === undefined ? [] : (text.match(ownersOf(kind)) ?? []);
  return [title, ...new Set([...named, ...owners].filter((name) => !title.includes(name)))].join(
    '\n',
  );
});

/**
 * What else a notice is called by who asks about it: the thing that a short title ends in by its whole name,
 * 国家地理野生动物路跑 of 实体路跑, and the school that calls itself 本校.
 */
export function otherNames({ title, text }: Article): readonly string[] {
  const school = /[本我]校/u.test(text) ? ['学校'] : [];
  const [run = '', ...others] = title.match(/\p{Script=Han}+/gu) ?? [];
  if (others.length > 0 || run.length < 2 || run.length > SHORT_TITLE) return school;
  const names = new RegExp(`\\p{Script=Han}{2,${NAME}}${run.slice(-2)}`, 'gu');
  return [...school, ...(text.match(names) ?? [])];
}

/** Names that end in a word, with all that stands before them in their clause. */
function ownersOf(kind: string): RegExp {
  return new RegExp(`(?<![我本各该此])\\p{Script=Han}{2,${NAME}}(?<![我本各该此])${kind}`, 'gu');
}

/** How often an article writes a name, and in which share of its paragraphs, from which on it is all about it. */
const TIMES = 4;
const SHARE = 0.1;

/** Names of one article of which it is kept whether it is all about them. */
const NAMES_KEPT = 64;

const namesOf = memoOfLast((_: Article) => new LRUCache<string, boolean>({ max: NAMES_KEPT }));

/** Whether an article is about a name all along, so that not each of its sentences says so: rules of one firm. */
export function isAllAbout(article: Article, name: string): boolean {
  const names = namesOf(article);
  let is = names.get(name);
  if (is === undefined) {
    is = isWrittenAllAlong(article, name);
    names.set(name, is);
  }
  return is;
}

function isWrittenAllAlong({ text, paragraphs }: Article, name: string): boolean {
  if (text.split(name).length <= TIMES) return false;
  const naming = paragraphs.filter(({ span }) => slice(text, span).includes(name));
  return naming.length >= Math.max(TIMES, paragraphs.length * SHARE);
}

import { memoByObject } from '../util/memo-by-object.ts';
import type { Article } from './article.ts';

/** A name that a file was given, and no number or code. */
const NAMED = /\p{Script=Han}{2,}/gu;

/** How a notice speaks of whoever gives it. */
const OWN =
  /(?:我|(?<![\p{Script=Han}])本|[在到由向经]本)(景区|景區|学校|學校|校|馆|館|中心|公司|集团|集團|店|园|園|学院|學院|社区|社區|平台)/u;

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

/** Names that end in a word, with all that stands before them in their clause. */
function ownersOf(kind: string): RegExp {
  return new RegExp(`(?<![我本各该此])\\p{Script=Han}{2,${NAME}}(?<![我本各该此])${kind}`, 'gu');
}

import type { Article } from './article.ts';

/** A name that a file was given, and no number or code. */
const NAMED = /\p{Script=Han}{2,}/gu;

/**
 * What an article is about: its title, and behind it what the name of its file says, as people name
 * files by what they hold. A notice may print no title, and never say again whose it is.
 */
export function aboutArticle({ title, id }: Pick<Article, 'title' | 'id'>): string {
  const named = (id.match(NAMED) ?? []).filter((name) => !title.includes(name));
  return [title, ...named].join('\n');
}

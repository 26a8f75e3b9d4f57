import { memoByObject } from '../util/memo-by-object.ts';
import type { Article } from './article.ts';

const tableOf = memoByObject(
  (articles: readonly Article[]) => new Map(articles.map((article) => [article.id, article])),
);

/** The article of an id among the articles of a corpus, found without going through them. */
export function articleById(articles: readonly Article[], id: string): Article | undefined {
  return tableOf(articles).get(id);
}

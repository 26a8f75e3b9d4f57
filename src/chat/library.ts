import { createHash } from 'node:crypto';
import type { Article } from '../article/types.ts';
import type { Ref } from './action.ts';

/** The articles by the short number that a button carries. */
export interface Library {
  readonly articles: readonly Article[];
  /** By digest; undefined when no article has it, as after the article was changed. */
  find(digest: number): Article | undefined;
  /** By id. */
  named(id: string): Article | undefined;
  digestOf(article: Article): number;
  /** Where a passage stands, as a button says it. */
  refOf(passage: { readonly article: string; readonly paragraph: number }): Ref | undefined;
}

/** 32 bits of SHA-256, never 0: equal text has an equal digest, in every process. */
export function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() || 1;
}

export function createLibrary(articles: readonly Article[]): Library {
  const digests = new Map(articles.map((each) => [each, digest(`${each.id}\n${each.text}`)]));
  const byDigest = new Map<number, Article | undefined>();
  // where two share a digest neither can be told by it
  for (const [article, key] of digests) byDigest.set(key, byDigest.has(key) ? undefined : article);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const digestOf = (article: Article) => digests.get(article) ?? 0;
  return {
    articles,
    find: (wanted) => byDigest.get(wanted),
    named: (id) => byId.get(id),
    digestOf,
    refOf({ article: id, paragraph }) {
      const article = byId.get(id);
      return article && { article: digestOf(article), paragraph };
    },
  };
}

import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Ref } from './button-action.ts';

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

/** The library of whatever articles `held` has at the time. */
export function createLibrary(held: { readonly articles: readonly Article[] }): Library {
  let catalogue = catalogueOf(held.articles);
  const current = () => {
    if (catalogue.articles !== held.articles) catalogue = catalogueOf(held.articles);
    return catalogue;
  };
  return {
    get articles() {
      return held.articles;
    },
    find: (wanted) => current().byDigest.get(wanted),
    named: (id) => current().byId.get(id),
    digestOf,
    refOf({ article: id, paragraph }) {
      const article = current().byId.get(id);
      return article && { article: digestOf(article), paragraph };
    },
  };
}

/** Changes whenever the article does. */
function digestOf(article: Article): number {
  return digest(article.digest);
}

function catalogueOf(articles: readonly Article[]) {
  const byDigest = new Map<number, Article | undefined>();
  for (const article of articles) {
    const key = digestOf(article);
    // where two share a digest neither can be told by it
    byDigest.set(key, byDigest.has(key) ? undefined : article);
  }
  return { articles, byDigest, byId: new Map(articles.map((article) => [article.id, article])) };
}

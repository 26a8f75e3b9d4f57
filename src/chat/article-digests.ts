import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Ref } from './button-action.ts';

/** The articles of a bot, found by their digests: the short numbers that buttons carry. */
export interface ArticleDigests {
  readonly articles: readonly Article[];
  /** The article of a digest; undefined when there is none, as after the article was changed. */
  find(digest: number): Article | undefined;
  /** The article of an id; undefined when there is none. */
  named(id: string): Article | undefined;
  digestOf(article: Article): number;
  /** The place of a passage, as a button carries it; undefined when its article is gone. */
  refOf(passage: { readonly article: string; readonly paragraph: number }): Ref | undefined;
}

/** 32 bits of SHA-256, never 0: equal text has an equal digest, in every process. */
export function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() || 1;
}

/** The articles of a bot, which change with its updates. */
export interface BotDigests extends ArticleDigests {
  /** The articles as they are now: what is read of a reply beside a wait must be of one state. */
  now(): ArticleDigests;
}

/** Follows the articles that `held` has at the time of each call. */
export function createArticleDigests(held: { readonly articles: readonly Article[] }): BotDigests {
  let catalogue = catalogueOf(held.articles);
  const current = () => {
    if (catalogue.articles !== held.articles) catalogue = catalogueOf(held.articles);
    return catalogue;
  };
  return {
    ...lookUpIn(current),
    get articles() {
      return held.articles;
    },
    now() {
      const state = current();
      return { ...lookUpIn(() => state), articles: state.articles };
    },
  };
}

function lookUpIn(catalogue: () => Catalogue): Omit<ArticleDigests, 'articles'> {
  return {
    find: (wanted) => catalogue().byDigest.get(wanted),
    named: (id) => catalogue().byId.get(id),
    digestOf,
    refOf({ article: id, paragraph }) {
      const article = catalogue().byId.get(id);
      return article && { article: digestOf(article), paragraph };
    },
  };
}

/** A digest of the article's text and head: changes whenever the article does. */
function digestOf(article: Article): number {
  return digest(article.digest);
}

/** Some articles with the tables that find them. */
interface Catalogue {
  readonly articles: readonly Article[];
  /** Undefined where two articles share the digest. */
  readonly byDigest: ReadonlyMap<number, Article | undefined>;
  readonly byId: ReadonlyMap<string, Article>;
}

function catalogueOf(articles: readonly Article[]): Catalogue {
  const byDigest = new Map<number, Article | undefined>();
  for (const article of articles) {
    const key = digestOf(article);
    // where two articles share a digest, it finds neither
    byDigest.set(key, byDigest.has(key) ? undefined : article);
  }
  return { articles, byDigest, byId: new Map(articles.map((article) => [article.id, article])) };
}

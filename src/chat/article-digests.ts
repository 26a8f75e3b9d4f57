import type { Article } from '../article/article.ts';
import { digest } from '../util/digest.ts';
import type { Ref } from './button-action.ts';
import { type LinkTo, linksTo } from './place-link.ts';

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
  /** What a citation of a place leads to. */
  readonly linkTo: LinkTo;
}

/** The articles of a bot, which change with its updates. */
export interface BotDigests extends ArticleDigests {
  /** The articles as they are now: what is read of a reply beside a wait must be of one state. */
  now(): ArticleDigests;
}

/**
 * Follows the articles that `held` has at the time of each call.
 * @param webBaseUrl as in `linksTo`
 */
export function createArticleDigests(
  held: { readonly articles: readonly Article[] },
  webBaseUrl?: string,
): BotDigests {
  const linkTo = linksTo(webBaseUrl);
  let catalogue = catalogueOf(held.articles);
  const current = () => {
    if (catalogue.articles !== held.articles) catalogue = catalogueOf(held.articles);
    return catalogue;
  };
  return {
    ...lookUpIn(current),
    linkTo,
    get articles() {
      return held.articles;
    },
    now() {
      const state = current();
      return { ...lookUpIn(() => state), linkTo, articles: state.articles };
    },
  };
}

function lookUpIn(catalogue: () => Catalogue): Omit<ArticleDigests, 'articles' | 'linkTo'> {
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

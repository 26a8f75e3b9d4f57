import type { Article } from '../article/article.ts';

/** Whatever is made of articles. Where it is kept, it is found again and not made anew. */
export interface Making {
  /** `make`, or what was made of the article before; it must be of what JSON holds. */
  of<T>(what: string, make: (article: Article) => T): (article: Article) => T;
  /** As `of`, where making the value waits for something. */
  ofAwaited<T>(
    what: string,
    make: (article: Article) => Promise<T>,
  ): (article: Article) => Promise<T>;
  /** The same of articles that belong together. */
  ofAll<T>(
    what: string,
    make: (articles: readonly Article[]) => T,
  ): (articles: readonly Article[]) => T;
}

/** Nothing is kept. */
export const MADE_ANEW: Making = {
  of: (_, make) => make,
  ofAwaited: (_, make) => make,
  ofAll: (_, make) => make,
};

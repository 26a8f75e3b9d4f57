import type { Article } from '../article/article.ts';

/** Values computed from articles, which a store may hold so that they are not computed again. */
export interface DerivedValues {
  /** `compute`, or the value that is stored for the article; it must be one that JSON holds. */
  ofArticle<T>(name: string, compute: (article: Article) => T): (article: Article) => T;
  /** `compute`, or the value that is stored for these very articles as a whole. */
  ofCorpus<T>(
    name: string,
    compute: (articles: readonly Article[]) => T,
  ): (articles: readonly Article[]) => T;
}

/** Computes every value each time. */
export const NO_CACHE: DerivedValues = {
  ofArticle: (_, compute) => compute,
  ofCorpus: (_, compute) => compute,
};

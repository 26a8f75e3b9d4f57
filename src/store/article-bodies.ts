import type { Article } from '../article/article.ts';

/** Where the bodies of articles are kept: their texts, headings, paragraphs and page furniture. */
export interface ArticleBodies {
  /**
   * Brings the bodies of articles to hand before they are read.
   * Rejects with a YuanwenError `corpus` where one of them is not there any more.
   */
  open(articles: readonly Article[]): Promise<void>;
}

/** Articles that hold their bodies themselves: nothing is to be opened. */
export const IN_MEMORY: ArticleBodies = { open: async () => {} };

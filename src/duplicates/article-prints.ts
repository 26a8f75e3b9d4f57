import type { Article } from '../article/article.ts';
import { fingerprint } from './fingerprint.ts';

/** The fingerprints of an article. */
interface ArticlePrints {
  /** The hash of each paragraph; `NO_PRINT` of a table's row, which has no duplicates. */
  readonly paragraphs: Float64Array;
  /** The hash of each sentence, paragraph by paragraph, and the number of its letters and digits. */
  readonly sentences: Float64Array;
  readonly lengths: Uint32Array;
}

/** Stands for a hash, which is never negative. */
export const NO_PRINT = -1;

/**
 * The fingerprints of articles by the articles: made of those that are read for something else
 * anyway, so that a corpus whose articles are opened one by one need not be read again for them.
 */
export class PrintedArticles {
  readonly #prints = new Map<Article, ArticlePrints>();

  of(article: Article): ArticlePrints {
    let prints = this.#prints.get(article);
    if (prints === undefined) {
      prints = printsOf(article);
      this.#prints.set(article, prints);
    }
    return prints;
  }

  forget(): void {
    this.#prints.clear();
  }
}

function printsOf({ text, paragraphs }: Article): ArticlePrints {
  const all = paragraphs.flatMap(({ sentences }) =>
    sentences.map(({ span }) => fingerprint(text, span)),
  );
  return {
    paragraphs: Float64Array.from(paragraphs, ({ span, row }) =>
      row === undefined ? fingerprint(text, span).hash : NO_PRINT,
    ),
    sentences: Float64Array.from(all, ({ hash }) => hash),
    lengths: Uint32Array.from(all, ({ length }) => length),
  };
}

import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.ts';
import type { CheckedValues } from '../sqlite/checked-values.ts';
import { YuanwenError } from '../util/errors.ts';
import {
  type ArticleBody,
  type ArticleHead,
  type ArticleOpener,
  type HeldHead,
  lazyArticle,
  type PackedBody,
  type PackedHead,
  unpackBody,
  unpackHead,
} from './packed-article.ts';
import { bodyOf } from './stored-values.ts';

/** UTF-16 units of the texts held in memory: some 8 MB with the spans of their sentences. */
const UNITS_HELD = 1_000_000;
/** UTF-16 units that the longest article counts for, so that at least eight articles are held. */
const UNITS_COUNTED = UNITS_HELD / 8;
/** Up to so many new articles, heads are read one by one; above that, all in one value. */
const FEW = 100;

/** The articles of a store that this process has opened, by the keys that they are stored at. */
export interface HeldArticles {
  /** The key of an article; undefined where it is not of this store. */
  keyOf(article: Article): string | undefined;
  /** The article at a key: the same object each time, as callers compare articles by identity. */
  hold(key: string, head: HeldHead): Article;
  /**
   * The articles at these keys, which alone are held from then on; undefined where one is not stored.
   * @param allHeads the heads of all of them in one value, or [] where there is none
   */
  holdOnly(
    keys: readonly string[],
    allHeads: () => readonly PackedHead[],
  ): readonly Article[] | undefined;
  holds(key: string): boolean;
  /** Reads the body at an article's key into memory. */
  open(key: string): void;
}

/**
 * @param values the store's, in which bodies and heads are looked up when they are needed
 * @param file named where what it held is no longer there
 */
export function holdArticles(values: CheckedValues, file: string): HeldArticles {
  const keys = new WeakMap<Article, string>();
  let held = new Map<string, Article>();
  const bodies = new LRUCache<string, ArticleBody>({
    maxSize: UNITS_HELD,
    sizeCalculation: ({ text }) => Math.min(text.length + 1, UNITS_COUNTED),
  });

  function bodyAt(key: string): ArticleBody {
    let body = bodies.get(key);
    if (body === undefined) {
      const packed = values.get(bodyOf(key)) as PackedBody | undefined;
      if (packed === undefined) throw lossOf(file);
      body = unpackBody(packed);
      bodies.set(key, body);
    }
    return body;
  }

  const headAt = (key: string) => values.get(key) as ArticleHead | undefined;

  function keyIn(article: Article): string {
    const key = keys.get(article);
    if (key === undefined) throw lossOf(file);
    return key;
  }

  const opener: ArticleOpener = {
    facts(article) {
      const head = headAt(keyIn(article));
      if (head === undefined) throw lossOf(file);
      return head.head;
    },
    body: (article) => bodyAt(keyIn(article)),
  };

  function hold(key: string, head: HeldHead): Article {
    const before = held.get(key);
    if (before !== undefined) return before;
    const article = lazyArticle(head, opener);
    held.set(key, article);
    keys.set(article, key);
    return article;
  }

  function articleAt(key: string, packed: PackedHead | undefined): Article | undefined {
    const head = packed === undefined ? headAt(key) : unpackHead(packed);
    return head && hold(key, head);
  }

  return {
    keyOf: (article) => keys.get(article),
    hold,
    holdOnly(wanted, allHeads) {
      const isFew = countUpTo(FEW, wanted, (key) => !held.has(key)) <= FEW;
      const heads = isFew ? [] : allHeads();
      const next = new Map<string, Article>();
      for (const [at, key] of wanted.entries()) {
        const article = held.get(key) ?? articleAt(key, heads[at]);
        if (article === undefined) return undefined;
        next.set(key, article);
      }
      held = next;
      return [...next.values()];
    },
    holds: (key) => held.has(key),
    open: bodyAt,
  };
}

/** That a value which this process has read of is no longer there. */
function lossOf(file: string): YuanwenError {
  return new YuanwenError(
    'corpus',
    `${file} no longer holds what it did: start again, and delete nothing of it meanwhile`,
  );
}

/** The number of items that fit, counted up to one more than `limit`. */
function countUpTo<T>(limit: number, items: readonly T[], fits: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) {
    if (fits(item)) count += 1;
    if (count > limit) break;
  }
  return count;
}

import { LRUCache } from 'lru-cache';
import type { Article, Paragraph } from '../article/article.ts';
import { analyse } from '../language/analysed-text.ts';
import type { Tokenizer } from '../language/tokenizer.ts';

/** Pairs of a title and a heading whose terms are kept. */
const CONTEXTS_KEPT = 2_000;

/** Reads the terms of an article's title and of the heading above a paragraph. */
export function contextReader(
  tokenizer: Tokenizer,
): (found: { readonly article: Article; readonly paragraph: Paragraph }) => ReadonlySet<string> {
  const contexts = new LRUCache<string, ReadonlySet<string>>({ max: CONTEXTS_KEPT });
  return ({ article, paragraph }) => {
    const text = `${article.title}\n${paragraph.heading ?? ''}`;
    let terms = contexts.get(text);
    if (terms === undefined) {
      terms = new Set(analyse(text, tokenizer).terms);
      contexts.set(text, terms);
    }
    return terms;
  };
}

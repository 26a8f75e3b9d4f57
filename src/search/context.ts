import { LRUCache } from 'lru-cache';
import { aboutArticle } from '../article/about-article.ts';
import type { Article, Paragraph } from '../article/article.ts';
import { analyse } from '../language/analysed-text.ts';
import { type PackedTerms, packEach } from '../language/packed-terms.ts';
import type { Tokenizer } from '../language/tokenizer.ts';

/** Pairs of a title and a heading whose terms are kept. */
const CONTEXTS_KEPT = 500;

/** A paragraph with its article. */
interface Found {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** Reads the terms of what an article is about and of the heading above a paragraph. */
export function contextReader(tokenizer: Tokenizer): (found: Found) => ReadonlySet<string> {
  return kept((text) => termsIn(text, tokenizer));
}

/** The same as they are indexed. */
export function packedContextReader(tokenizer: Tokenizer): (found: Found) => PackedTerms {
  return kept((text) => packEach(termsIn(text, tokenizer)));
}

function termsIn(text: string, tokenizer: Tokenizer): ReadonlySet<string> {
  return new Set(analyse(text, tokenizer).terms);
}

function kept<T extends object | string>(read: (text: string) => T): (found: Found) => T {
  const contexts = new LRUCache<string, T>({ max: CONTEXTS_KEPT });
  return ({ article, paragraph }) => {
    const text = `${aboutArticle(article)}\n${paragraph.heading ?? ''}`;
    let context = contexts.get(text);
    if (context === undefined) {
      context = read(text);
      contexts.set(text, context);
    }
    return context;
  };
}

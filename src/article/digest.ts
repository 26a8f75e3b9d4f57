import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

/** The article with a hash of its id, title, text and paragraphs. */
export function withDigest(article: Omit<Article, 'digest'>): Article {
  const { id, title, text, paragraphs } = article;
  const hash = createHash('sha1').update(`${id}\n${title}\n`);
  for (const { span, heading = '' } of paragraphs)
    hash.update(`${span.start} ${span.end} ${heading}\n`);
  return { ...article, digest: hash.update(text).digest('hex') };
}

import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/body/parse-article.ts';
import { readPlain } from '../../src/article/formats/text.ts';

/** The article that a page of text is read as. */
export function articleOf(id: string, text: string): Article {
  const parsed = parseArticle(`${id}.txt`, readPlain(text), id);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.article;
}

import { parseArticle } from '../../src/article/parse.ts';
import { readPlain } from '../../src/article/readers/text.ts';
import type { Article } from '../../src/article/types.ts';

/** The article that a page of text is read as. */
export function articleOf(id: string, text: string): Article {
  const parsed = parseArticle(`${id}.txt`, readPlain(text), id);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.article;
}

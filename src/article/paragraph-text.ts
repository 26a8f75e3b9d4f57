import type { Article } from './article.ts';

/**
 * A whole paragraph of an article, verbatim; for paragraph 0, the lines of the article's head.
 * Undefined when the article has none of that number.
 */
export function paragraphText(article: Article, number: number): string | undefined {
  const spans =
    number === 0
      ? article.head.map(({ line }) => line)
      : article.paragraphs.filter((each) => each.number === number).map(({ span }) => span);
  const lines = spans
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => article.text.slice(start, end));
  return lines.length > 0 ? [...new Set(lines)].join('\n') : undefined;
}

import type { Corpus } from '../../src/article/types.ts';
import type { Passage } from '../../src/reply.ts';

/**
 * The whole paragraph that a passage is taken from, verbatim; for paragraph 0, the lines of the
 * article's head. Undefined when the corpus does not hold it.
 */
export function paragraphOf(
  { articles }: Corpus,
  { article: id, paragraph }: Pick<Passage, 'article' | 'paragraph'>,
): string | undefined {
  const article = articles.find((one) => one.id === id);
  if (!article) return undefined;
  const spans =
    paragraph === 0
      ? article.head.map(({ line }) => line)
      : article.paragraphs.filter(({ number }) => number === paragraph).map(({ span }) => span);
  const lines = spans
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => article.text.slice(start, end));
  return lines.length > 0 ? [...new Set(lines)].join('\n') : undefined;
}

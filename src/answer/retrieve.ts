import type { Article } from '../article/article.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { type Question, searchTerms } from '../question/question.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { PARAGRAPHS_COMPARED } from './rank/candidates.ts';

/** Paragraphs among which those of the articles that a question names are looked for. */
const NAMED_SEARCHED = 2000;

/**
 * The paragraphs nearest to a question, their articles open, so that what follows waits for nothing;
 * where the question names articles, only paragraphs that stand in one of them.
 */
export async function retrieve(
  question: Question,
  named: ReadonlySet<Article> | undefined,
  { search, copies }: Pick<CorpusKnowledge, 'search' | 'copies'>,
): Promise<readonly RankedParagraph[]> {
  const terms = searchTerms(question);
  if (named === undefined) return search.search(terms, PARAGRAPHS_COMPARED);
  const found = await search.search(terms, NAMED_SEARCHED);
  return found
    .filter(({ article, paragraph }) =>
      [article, ...copies.placesOf(article, paragraph.number).map((place) => place.article)].some(
        (one) => named.has(one),
      ),
    )
    .slice(0, PARAGRAPHS_COMPARED);
}

import type { Article } from '../article/article.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { periodsCompatible } from '../figures/parts/periods.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { type Question, searchTerms } from '../question/question.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import type { Span } from '../util/span.ts';
import { PARAGRAPHS_COMPARED } from './rank/candidates.ts';
import { measureTheSame } from './select/figures/same-measure.ts';
import type { NoAnswer } from './select/select-sentence.ts';

/** Paragraphs among which those of the articles that a question names are looked for. */
const NAMED_SEARCHED = 2000;

/**
 * The paragraphs nearest to a question, their articles open, so that what follows waits for nothing;
 * where the question names articles, only paragraphs that stand in one of them.
 */
export async function retrieve(
  question: Question,
  named: ReadonlySet<Article> | undefined,
  { search, copies, index }: Pick<CorpusKnowledge, 'search' | 'copies' | 'index'>,
): Promise<readonly RankedParagraph[]> {
  const terms = searchTerms(question, (term) => index.documentFrequency(term) > 0);
  if (named === undefined) return compared(await search.search(terms, PARAGRAPHS_COMPARED + SPARE));
  const found = await search.search(terms, NAMED_SEARCHED);
  return compared(
    found.filter(({ article, paragraph }) =>
      [article, ...copies.placesOf(article, paragraph.number).map((place) => place.article)].some(
        (one) => named.has(one),
      ),
    ),
  );
}

/** Paragraphs beyond those compared that are looked at, where those are short. */
const SPARE = 10;
/** Characters that are compared at least, where there are so many. */
const CHARACTERS_COMPARED = 500;
/** Paragraphs of an article among the first few by which the question is one about it. */
const ABOUT = 3;

/**
 * The paragraphs whose sentences are compared. The rows of a table and the lines of a notice share their
 * caption or its title with a question and say little: where the first few are short, more of the article
 * that most of them stand in are compared.
 */
function compared(found: readonly RankedParagraph[]): readonly RankedParagraph[] {
  const first = found.slice(0, PARAGRAPHS_COMPARED);
  const isMeant = ({ article }: RankedParagraph) =>
    first.filter((one) => one.article === article).length >= ABOUT;
  let characters = first.reduce((sum, { paragraph: { span } }) => sum + span.end - span.start, 0);
  const more = found.slice(PARAGRAPHS_COMPARED, PARAGRAPHS_COMPARED + SPARE).filter((one) => {
    if (characters >= CHARACTERS_COMPARED || !isMeant(one)) return false;
    characters += one.paragraph.span.end - one.paragraph.span.start;
    return true;
  });
  return [...first, ...more];
}

/**
 * Further paragraphs of the articles found that tell the same measure of a period that is asked, where
 * what was found tells it of others: a long paragraph on a whole year shares little with a short question.
 */
export function paragraphsOfPeriod(
  found: readonly RankedParagraph[],
  { nearest, demand }: NoAnswer,
  { figuresOf }: Pick<CorpusKnowledge, 'figuresOf'>,
): readonly RankedParagraph[] {
  if (nearest === undefined) return [];
  const score = Math.min(...found.map((one) => one.score));
  const known = new Set(found.map(({ paragraph }) => paragraph));
  return [...new Set(found.map(({ article }) => article))].flatMap((article) => {
    const places = figuresOf(article).filter(
      (figure) =>
        measureTheSame(figure, nearest) &&
        demand.periods.some((period) => periodsCompatible(period, figure.period)),
    );
    return article.paragraphs
      .filter(
        (paragraph) =>
          !known.has(paragraph) && places.some((figure) => holds(paragraph.span, figure)),
      )
      .map((paragraph) => ({ id: `${paragraph.number} ${article.id}`, article, paragraph, score }));
  });
}

function holds(outer: Span, inner: Figure): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

import type { Article } from '../article/article.ts';
import { isRow } from '../article/body/group-lines.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { periodsCompatible } from '../figures/parts/periods.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { type Question, searchTerms } from '../question/question.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { type Span, slice } from '../util/span.ts';
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
  if (named === undefined) return compared(await search.search(terms, PARAGRAPHS_COMPARED + ROWS));
  const found = await search.search(terms, NAMED_SEARCHED);
  return compared(
    found.filter(({ article, paragraph }) =>
      [article, ...copies.placesOf(article, paragraph.number).map((place) => place.article)].some(
        (one) => named.has(one),
      ),
    ),
  );
}

/** Rows of an article's table beyond the first few that take no paragraph's place. */
const ROWS = 6;
/** Rows of an article's tables that take a place each. */
const ROWS_WITH_PLACE = 2;

/**
 * The paragraphs whose sentences are compared. The rows of a table all share its caption with a question
 * and are short: those beyond the first two take no place away from what is written in sentences.
 */
function compared(found: readonly RankedParagraph[]): readonly RankedParagraph[] {
  const rows = new Map<Article, number>();
  let places = 0;
  let spared = 0;
  return found.filter(({ article, paragraph }) => {
    if (places >= PARAGRAPHS_COMPARED) return false;
    if (isRow(slice(article.text, paragraph.span))) {
      const before = rows.get(article) ?? 0;
      rows.set(article, before + 1);
      if (before >= ROWS_WITH_PLACE) {
        spared += 1;
        return spared <= ROWS;
      }
    }
    places += 1;
    return true;
  });
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

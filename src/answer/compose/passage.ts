import type { Article, HeadFact, Paragraph } from '../../article/article.ts';
import type { Place } from '../../duplicates/duplicate-paragraphs.ts';
import type { OtherPlace, Passage } from '../../reply/reply.ts';
import { cellsOf } from '../../reply/row-in-words.ts';
import { slice } from '../../util/span.ts';

/** A whole paragraph as it is quoted. */
export function paragraphPassage(article: Article, paragraph: Paragraph): Passage {
  const cells = cellsOf(article, paragraph);
  return {
    article: article.id,
    title: article.title,
    paragraph: paragraph.number,
    ...headingOf(article, paragraph),
    ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
    ...(article.recognized && { recognized: article.recognized }),
    start: paragraph.span.start,
    end: paragraph.span.end,
    text: slice(article.text, paragraph.span),
    ...(cells !== undefined && { cells }),
  };
}

/** The heads of a row are told with its cells: what is left above it is its captions. */
function headingOf({ text }: Article, { heading, row }: Paragraph): Pick<Passage, 'heading'> {
  if (heading === undefined) return {};
  if (row === undefined || row.cells.every(({ above }) => above.length === 0)) return { heading };
  const captions = row.captions.map((at) => slice(text, at));
  return captions.length === 0 ? {} : { heading: captions.join(' | ') };
}

/** A passage with the other places of its paragraph. */
export function withOtherPlaces(passage: Passage, places: readonly Place[]): Passage {
  if (places.length === 0) return passage;
  const also = places.map(
    ({ article: { id, title, source, date }, number }): OtherPlace => ({
      article: id,
      title,
      paragraph: number,
      ...(source === undefined ? {} : { source }),
      ...(date === undefined ? {} : { date }),
    }),
  );
  return { ...passage, also };
}

/** A line of the article's head as it is quoted: paragraph 0. */
export function headPassage(article: Article, { line }: HeadFact): Passage {
  return {
    article: article.id,
    title: article.title,
    paragraph: 0,
    ...(article.recognized && { recognized: article.recognized }),
    start: line.start,
    end: line.end,
    text: slice(article.text, line),
  };
}

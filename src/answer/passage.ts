import type { Article, HeadFact, Paragraph } from '../article/types.ts';
import { slice } from '../offset.ts';
import type { Passage } from '../reply.ts';

/** A whole paragraph as it is quoted. */
export function paragraphPassage(article: Article, paragraph: Paragraph): Passage {
  return {
    article: article.id,
    title: article.title,
    paragraph: paragraph.number,
    ...(paragraph.heading === undefined ? {} : { heading: paragraph.heading }),
    ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
    start: paragraph.span.start,
    end: paragraph.span.end,
    text: slice(article.text, paragraph.span),
  };
}

/** A line of the article's head as it is quoted: paragraph 0. */
export function headPassage(article: Article, { line }: HeadFact): Passage {
  return {
    article: article.id,
    title: article.title,
    paragraph: 0,
    start: line.start,
    end: line.end,
    text: slice(article.text, line),
  };
}

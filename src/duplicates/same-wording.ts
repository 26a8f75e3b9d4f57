import type { Article, Paragraph } from '../article/article.ts';
import { span } from '../util/span.ts';
import { comparedText } from './fingerprint.ts';

/** UTF-16 units below which two paragraphs of different stories may agree by chance. */
const CHANCE_LENGTH = 30;

/** A figure or a word of time: with one of these, what a paragraph means depends on when it was written. */
const TIMED =
  /[0-9百千万亿]|[今去前明上本当近]年|[本上当]月|[今昨当]日|[今昨]天|目前|现在|过去|迄今/u;

/** A paragraph with the article that it stands in. */
export interface ParagraphInArticle {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** A paragraph with the text that it is compared by. */
export interface ComparedParagraph extends ParagraphInArticle {
  readonly compared: string;
}

/** Whether two paragraphs of different articles have the same wording and mean the same by it. */
export function isDuplicate(
  earlier: ParagraphInArticle,
  later: ParagraphInArticle,
  isOneStory: boolean,
): boolean {
  if (earlier.article === later.article) return false;
  const compared = comparedTextOf(later);
  return (
    (isOneStory || compared.length >= CHANCE_LENGTH) &&
    comparedTextOf(earlier) === compared &&
    isOfOneTime(earlier, { ...later, compared }, isOneStory)
  );
}

/** The text of a paragraph by which it is compared. */
export function comparedTextOf({ article, paragraph }: ParagraphInArticle): string {
  return comparedText(article.text, paragraph.span);
}

/** Whether two paragraphs of the same words mean the same: both timeless, or of articles of one year. */
export function isOfOneTime(
  a: ParagraphInArticle,
  b: ComparedParagraph,
  isOneStory: boolean,
): boolean {
  const [headingOfA, headingOfB] = [a, b].map(({ paragraph }) =>
    numbersOf(paragraph.heading ?? ''),
  );
  if (headingOfA !== headingOfB) return false;
  if (!TIMED.test(b.compared)) return true;
  const [yearOfA, yearOfB] = [a.article.date?.slice(0, 4), b.article.date?.slice(0, 4)];
  const isOneYear = yearOfA === undefined || yearOfB === undefined || yearOfA === yearOfB;
  return isOneYear && (isOneStory || numbersOf(a.article.title) === numbersOf(b.article.title));
}

function numbersOf(text: string): string {
  return (
    comparedText(text, span(0, text.length)).match(/[0-9.|〇一二三四五六七八九十百]+/gu) ?? []
  ).join();
}

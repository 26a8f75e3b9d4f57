import type { Article, Heading, Paragraph } from '../../article/article.ts';
import type { Span } from '../../util/span.ts';

/** One part of an article in its outline. */
export interface OutlinePart {
  readonly heading?: Heading;
  readonly paragraph: Paragraph;
  /** The first sentence of the part, in the article's text. */
  readonly sentence: Span;
}

/** Parts of an outline at most: it is to be read at a glance. */
const PARTS = 8;
/** UTF-16 units of a paragraph from which on it tells something by itself. */
const TELLING = 15;

/**
 * The outline of an article: its first sentence, then the first sentence below each heading of the
 * highest level that has several, or of paragraphs from all over it where it has no headings. [] of an
 * article without running text.
 */
export function outlineOf(article: Article): readonly OutlinePart[] {
  const telling = article.paragraphs.filter(
    ({ span, row }) => row === undefined && span.end - span.start >= TELLING,
  );
  const paragraphs = telling.length > 0 ? telling : article.paragraphs;
  const headings = mainHeadings(article);
  const parts = headings.flatMap((heading, at) => {
    const end = headings[at + 1]?.span.start ?? article.text.length;
    return partOf(
      paragraphs.find(({ span }) => span.start >= heading.span.end && span.start < end),
      heading,
    );
  });
  const [first] = headings;
  const opening = paragraphs.filter(
    ({ span }) => first === undefined || span.start < first.span.start,
  );
  if (parts.length === 0) return spread(paragraphs, PARTS).flatMap((one) => partOf(one));
  return [...partOf(opening[0]), ...spread(parts, PARTS)];
}

/** The headings of the highest level of which there are two or more; all of them where there is none such. */
function mainHeadings({ headings }: Article): readonly Heading[] {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  for (const level of levels) {
    const ofLevel = headings.filter((heading) => heading.level === level);
    if (ofLevel.length > 1) return ofLevel;
  }
  return headings;
}

function partOf(paragraph: Paragraph | undefined, heading?: Heading): OutlinePart[] {
  const sentence = paragraph?.sentences[0]?.span;
  if (paragraph === undefined || sentence === undefined) return [];
  return [{ paragraph, sentence, ...(heading === undefined ? {} : { heading }) }];
}

/** At most `count` items from all over the list, the first among them. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from(
    { length: count },
    (_, place) => items[Math.floor((place * items.length) / count)],
  ).filter((item) => item !== undefined);
}

import type { Article } from '../../article/article.ts';
import { paragraphText } from '../../article/paragraph-text.ts';
import { digest } from '../../util/digest.ts';
import type { Range } from '../card.ts';
import { type NamedQuote, readAddress, readQuote, versionOf } from '../place-link.ts';

/** How the text of an address stands to the article as it is now. */
export type TextState =
  /** The address names no version. */
  | 'unversioned'
  | 'same'
  /** The article has changed, but the quoted characters stand where they stood. */
  | 'changedElsewhere'
  /** They stand in another place now. */
  | 'moved'
  | 'changed';

/** A paragraph as a page shows it. */
export interface PageParagraph {
  readonly number: number;
  readonly text: string;
  /** The headings that stand between it and the paragraph before. */
  readonly headings: readonly { readonly text: string; readonly level: number }[];
  /** The quoted run, in UTF-16 units of `text`. */
  readonly marked?: Range;
  /** Where it is a row of a table: its cells. */
  readonly cells?: readonly PageCell[];
}

/** A cell of a table's row, with the article's own characters. */
export interface PageCell {
  readonly text: string;
  /** The headers above it, the outermost first. */
  readonly above: readonly string[];
  /** The quoted run, in UTF-16 units of `text`. */
  readonly marked?: Range;
}

/** An article as a page shows it. */
export interface ArticlePage {
  readonly article: Article;
  readonly state: TextState;
  readonly paragraphs: readonly PageParagraph[];
  /** The paragraph that holds the quotation. */
  readonly quotedIn?: number;
}

/**
 * The article of an address (see place-link.ts), with the quotation that it names marked. What is
 * marked has the very characters that were quoted. Undefined where there is no such article.
 * @param address `ID` or `ID@HASH`
 * @param quote the query of the address
 */
export function articlePage(
  articleOf: (id: string) => Article | undefined,
  address: string,
  quote?: string,
): ArticlePage | undefined {
  const whole = articleOf(address);
  const { id, version } = whole ? { id: address, version: undefined } : readAddress(address);
  const article = whole ?? articleOf(id);
  if (article === undefined) return undefined;
  const named = quote === undefined ? undefined : readQuote(quote);
  const found = named && findQuote(article, named);
  const quoted = found && found.paragraph === named?.paragraph && found.range[0] === named.start;
  const isSame = version === versionOf(article);
  const state = ((): TextState => {
    if (version === undefined) return 'unversioned';
    if (isSame) return 'same';
    if (found === undefined) return 'changed';
    return quoted ? 'changedElsewhere' : 'moved';
  })();
  return {
    article,
    state,
    paragraphs: pageParagraphs(article, found),
    ...(found && { quotedIn: found.paragraph }),
  };
}

/** Where a quotation stands. */
interface FoundQuote {
  readonly paragraph: number;
  readonly range: Range;
}

/** A quotation at its place, or else where a sentence of the article begins with the same words. */
function findQuote(article: Article, quote: NamedQuote): FoundQuote | undefined {
  const { paragraph, start, end, digest: wanted } = quote;
  const fits = (text: string | undefined, from: number) =>
    text !== undefined && digest(text.slice(from, from + end - start)) === wanted;
  if (fits(paragraphText(article, paragraph), start)) return { paragraph, range: [start, end] };
  for (const { number, span, sentences } of article.paragraphs) {
    const text = article.text.slice(span.start, span.end);
    for (const sentence of sentences) {
      const from = sentence.span.start - span.start;
      if (fits(text, from)) return { paragraph: number, range: [from, from + end - start] };
    }
  }
  return undefined;
}

function pageParagraphs(article: Article, found: FoundQuote | undefined): PageParagraph[] {
  const { text, paragraphs, headings } = article;
  let from = 0;
  return paragraphs.map(({ number, span, row }) => {
    const above = headings.filter(({ span: at }) => at.start >= from && at.start < span.start);
    from = span.start;
    return {
      number,
      text: text.slice(span.start, span.end),
      headings: above.map(({ text, level }) => ({ text, level })),
      ...(found?.paragraph === number && { marked: found.range }),
      ...(row && {
        cells: row.cells.map(({ span: { start, end }, above }): PageCell => {
          const marked =
            found?.paragraph === number && common(found.range, start - span.start, end - start);
          return {
            text: text.slice(start, end),
            above: above.map((header) => text.slice(header.start, header.end)),
            ...(marked && { marked }),
          };
        }),
      }),
    };
  });
}

/** What a run has in common with another one, in units of that; undefined where that is nothing. */
function common([from, to]: Range, start: number, length: number): Range | undefined {
  const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)];
  return first < last ? [first, last] : undefined;
}

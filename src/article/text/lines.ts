import type { Span } from '../../util/span.ts';
import type { HeadField, TableRow } from '../article.ts';
import { isEnded, trimSpan } from './punctuation.ts';

/** What markup says of a line; plain text says nothing and is judged by its looks. */
export type Markup =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'text' }
  /** A line of a table or of code; `row` where its cells are known. */
  | { readonly kind: 'row'; readonly row?: TableRow }
  /** The row that names the columns below it: no paragraph, as a label states nothing. */
  | { readonly kind: 'header' }
  /** What a page says of itself out of sight, in its own characters: `og:title`, `PubDate`. */
  | { readonly kind: 'fact'; readonly field: HeadField; readonly value: string }
  | { readonly kind: 'furniture'; readonly rule: string };

/** One line that shows something. */
export interface Line {
  /** The line without the white space at its edges. */
  readonly span: Span;
  /** The characters of `span`. */
  readonly text: string;
  /** What lies between it and the line before: nothing, lines of zero-width characters only, or a blank line. */
  readonly gap: 'none' | 'hidden' | 'blank';
  /** Begins with the two full-width spaces, or with others behind an end, that open a paragraph. */
  readonly indented: boolean;
  readonly markup?: Markup;
  /** A question whose answer stands below: the heading of it. */
  readonly asks?: true;
  /** The page of a paged file on which the line begins, from 1. */
  readonly page?: number;
}

/** The lines of `text` from `start` on that show something, in order. */
export function splitLines(text: string, start = 0): Line[] {
  const lines: Line[] = [];
  let gap: Line['gap'] = 'none';
  for (let from = start, to = start; from < text.length; from = to + 1) {
    to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const at = trimSpan(text, from, to);
    if (at === undefined) {
      // Zero-width characters alone on a line are where a converter broke a running paragraph;
      // a line that is truly empty is where the author did.
      if (gap !== 'blank') gap = text.slice(from, to).trim() === '' ? 'blank' : 'hidden';
      continue;
    }
    const edge = text.slice(from, at.start);
    // spaces open a paragraph, too, where the line before ends one
    const opens = /^(?: {2}|\t)/u.test(edge) && isEnded(lines.at(-1)?.text ?? '');
    const indented = opens || /^[ \t]*\u3000\u3000/u.test(edge);
    lines.push({ span: at, text: text.slice(at.start, at.end), gap, indented });
    gap = 'none';
  }
  return lines;
}

import { span } from '../../util/span.ts';
import type { HeadFact } from '../article.ts';
import type { Line } from '../text/lines.ts';
import type { LineFact } from './head-line.ts';

/** A page while its head is being read; the steps of `readHead` add to it in turn. */
export interface HeadPage {
  /** The lines of the page that are not furniture. */
  readonly lines: readonly Line[];
  /** Numbers of the lines that are known to be head. */
  readonly taken: Set<number>;
  readonly facts: HeadFact[];
}

/** Adds what line `i` says; the fact's places count from the line's beginning. */
export function note(page: HeadPage, i: number, fact: LineFact): void {
  const at = page.lines[i]?.span;
  if (at === undefined) return;
  const { field, value, start, end } = fact;
  page.facts.push({ field, value, span: span(at.start + start, at.start + end), line: at });
}

import type { HeadFact } from '../article.ts';
import type { Line } from '../text/lines.ts';
import { isEnded } from '../text/punctuation.ts';
import { isNumbered } from '../text/section-numbers.ts';
import { takePublishers, takeSignature, takeSpeaker } from './bylines.ts';
import { type HeadPage, note } from './head-draft.ts';
import { type HeadLine, type LineFact, readHeadLine } from './head-line.ts';
import { takeDashed, takeSubtitles, takeTitle, takeTitleBlock } from './title.ts';

export interface Head {
  readonly facts: readonly HeadFact[];
  /** The lines that are head and not text. */
  readonly lines: ReadonlySet<Line>;
  readonly warnings: readonly string[];
}

/** The head is looked for in so many lines at the top, the foot in so many at the end. */
const HEAD_LINES = 20;
const FOOT_LINES = 12;

/** A line this long, or one that ends in a full stop and is no shorter than a clause, is text. */
const TEXT_LENGTH = 60;
const CLAUSE_LENGTH = 8;

/** Length above which a line is more than a date. */
const DATE_LENGTH = 24;

/**
 * Finds the head (title, date, source, authors) and the bylines at the foot among `lines`, which
 * are those of the page that are not furniture. `known` is the title when front matter gave it.
 */
export function readHead(lines: readonly Line[], known?: string): Head {
  const page: HeadPage = { lines, taken: new Set(), facts: [] };
  const warnings: string[] = [];
  const title = takeTitle(page, lines.slice(0, HEAD_LINES), known);
  const body = lines.findIndex((line, i) => i > title && isText(line));
  const bodyStart = body < 0 ? lines.length : body;
  const bodyEnd = lines.findLastIndex(isText) + 1;

  let last = title;
  let updated: { readonly i: number; readonly fact: LineFact } | undefined;
  for (const [i, line] of headLines(page, bodyStart, bodyEnd)) {
    for (const fact of line.facts) note(page, i, fact);
    if (line.updated !== undefined) updated ??= { i, fact: line.updated };
    if (line.badDate !== undefined)
      warnings.push(
        `"${line.badDate}" is no date and was passed over; write the day as 2023-06-01`,
      );
    page.taken.add(i);
    if (i < bodyStart) last = Math.max(last, i);
  }
  if (updated !== undefined && !page.facts.some(({ field }) => field === 'date'))
    note(page, updated.i, updated.fact);
  last = Math.max(last, takeSpeaker(page, title + 1, bodyStart));
  takeDashed(page, title + 1);
  // Without running text below, short lines may be all that the page has to say.
  if (body >= 0) {
    takePublishers(page, title, last);
    // a cover without a title has lines of its own: who, which version
    if (title >= 0 || known !== undefined) takeSubtitles(page, title + 1, last);
    takeTitleBlock(page, title, bodyStart);
  }
  takeSignature(page, Math.max(bodyEnd, title + 1));
  const facts = page.facts.toSorted((a, b) => a.span.start - b.span.start);
  return { facts, lines: new Set([...page.taken].flatMap((i) => lines[i] ?? [])), warnings };
}

/** The lines that say something of the article, by number: near the top and near the end. */
function headLines(page: HeadPage, bodyStart: number, bodyEnd: number): Map<number, HeadLine> {
  const { lines, taken } = page;
  const chronicle = isChronicle(lines.slice(bodyStart));
  const found = new Map<number, HeadLine>();
  for (const [i, line] of lines.entries()) {
    if (i >= HEAD_LINES && i < lines.length - FOOT_LINES) continue;
    if (taken.has(i) || isTabular(line)) continue;
    const head = readHeadLine(line.text);
    const inPlace = i < bodyStart || i >= bodyEnd || head?.sure === true;
    if (head !== undefined && inPlace && !(head.bare && chronicle)) found.set(i, head);
  }
  return found;
}

/** Dates that stand alone before several paragraphs are the headings of a chronicle. */
function isChronicle(lines: readonly Line[]): boolean {
  let dates = 0;
  for (const { text } of lines) {
    if (text.length > DATE_LENGTH || !/\d/u.test(text)) continue;
    if (readHeadLine(text)?.bare === true && ++dates > 1) return true;
  }
  return false;
}

function isTabular({ markup }: Line): boolean {
  return markup?.kind === 'row' || markup?.kind === 'header';
}

function isText(line: Line): boolean {
  const { text, markup } = line;
  if (markup?.kind === 'heading') return false;
  if (line.asks || isTabular(line) || text.length >= TEXT_LENGTH || isNumbered(text)) return true;
  // 各位代表： opens a speech.
  return isEnded(text) && (text.length >= CLAUSE_LENGTH || /[：:]$/u.test(text));
}

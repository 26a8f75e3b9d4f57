import { type Span, slice } from '../../../util/span.ts';
import type { TableCell, TableRow } from '../../article.ts';
import type { Line } from '../../text/lines.ts';
import { trimSpan } from '../../text/punctuation.ts';

/** A cell of a table as its format gives it; `span` is undefined where it is empty. */
export interface GridCell {
  readonly span: Span | undefined;
  /** Marked as the name of a column or row. */
  readonly header: boolean;
  /** Reaches into this row or column from one before: it is said there, and names here. */
  readonly repeated?: boolean;
}

/** A row of a table: its place in the text and its cells by column. */
export interface GridRow {
  readonly span: Span;
  readonly cells: readonly GridCell[];
}

/** A year, with or without 年, names a column and counts nothing. */
const YEAR = /^(?:19|20)\d{2}\s*年?(?:度|[末底])?$/u;

const NUMBER = /^[<>≤≥±+\-−－]?\s*\d[\d,，.\s]*(?:[%％‰]|\p{L}{0,4})?$/u;

/** The content of a cell that has no value: —, …, /, 无. */
const EMPTY = /^(?:[-—–…./*]+|无|N\/?A)$/iu;

/** Lines above a table that hold for all of it. */
const CAPTION = /^(?:[附]?表\s*[\d一二三四五六七八九十]|.{0,40}(?:计量)?单位\s*[:：])/u;
const CAPTION_LIMIT = 60;

/** Number of rows at the top above which they are no header. */
const HEADER_ROWS = 4;

/**
 * What of each row stands above and beside its cells. `above` are the lines before the table, among
 * which its caption is looked for.
 */
export function describeRows(
  text: string,
  rows: readonly GridRow[],
  above: readonly Line[],
): readonly { readonly header: boolean; readonly row: TableRow }[] {
  const count = headerCount(text, rows);
  const captions = captionsAbove(above);
  const headers = rows.slice(0, count);
  return rows.map(({ cells }, i) => {
    const beside = rowNames(text, cells);
    const row: TableCell[] = [];
    for (const [column, { span: at, repeated }] of cells.entries()) {
      if (at === undefined || repeated) continue;
      const over = headers.flatMap((header) => header.cells[column]?.span ?? []);
      row.push({ span: at, above: distinct(over), beside: beside.filter((each) => each !== at) });
    }
    return { header: i < count, row: { cells: row, captions } };
  });
}

/** The cells at the left that name the row, behind its number where it has one: 1 | 浙江 | 36. */
function rowNames(text: string, cells: readonly GridCell[]): Span[] {
  const [first, second] = cells;
  const numbered =
    first?.span !== undefined && /^\d{1,4}$/u.test(slice(text, first.span)) && !isYear(text, first);
  const from = numbered && second !== undefined && isName(text, second) ? 1 : 0;
  const end = cells.findIndex((cell, i) => i >= from && !isName(text, cell));
  return cells
    .slice(from, end < 0 ? from + 1 : end)
    .flatMap(({ span: at }) => (at === undefined ? [] : [at]));
}

function isYear(text: string, { span: at }: GridCell): boolean {
  return at !== undefined && YEAR.test(slice(text, at));
}

/** The number of rows at the top that name the columns. */
function headerCount(text: string, rows: readonly GridRow[]): number {
  let count = 0;
  while (count < HEADER_ROWS && isHeader(text, rows[count])) count++;
  // where every row looks like a header, only marks tell
  if (count < rows.length) return count;
  return rows.findIndex(({ cells }) => !cells.every(({ header }) => header)) > 0 ? 1 : 0;
}

function isHeader(text: string, row: GridRow | undefined): boolean {
  if (row === undefined) return false;
  const filled = row.cells.filter(({ span: at }) => at !== undefined);
  if (filled.length > 0 && filled.every(({ header }) => header)) return true;
  return filled.length > 1 && filled.every((cell) => isName(text, cell));
}

/** Whether a cell names something and gives no value. */
function isName(text: string, { span: at, header }: GridCell): boolean {
  if (header || at === undefined) return header;
  const words = slice(text, at);
  return YEAR.test(words) || !(NUMBER.test(words) || EMPTY.test(words) || /^\d/u.test(words));
}

function captionsAbove(above: readonly Line[]): Span[] {
  const near = above.slice(-2);
  return near
    .filter(({ text, markup }) => {
      if (markup?.kind === 'header') return true;
      return text.length <= CAPTION_LIMIT && CAPTION.test(text);
    })
    .map(({ span: at }) => at);
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Set(spans)];
}

/** The cells of a line, cut at each match of `mark`. */
export function cutCells(text: string, at: Span, mark: RegExp): GridCell[] {
  const cells: GridCell[] = [];
  let from: number = at.start;
  for (const match of slice(text, at).matchAll(mark)) {
    cells.push({ span: trimSpan(text, from, at.start + match.index), header: false });
    from = at.start + match.index + match[0].length;
  }
  cells.push({ span: trimSpan(text, from, at.end), header: false });
  return cells;
}

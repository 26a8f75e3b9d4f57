import { slice } from '../../../util/span.ts';
import type { TableRow } from '../../article.ts';
import type { Line } from '../../text/lines.ts';
import { describeRows, type GridCell, type GridRow } from './table.ts';
import { ANY_MARK, CUTTINGS, type Cutting } from './text-cells.ts';

const ROWS = 2;
/** A header and rows of figures, where spaces alone set cells apart. */
const ROWS_OF_FIGURES = 3;

/** Marks the lines that make tables: neighbours with equally many cells. */
export function markTextTables(text: string, lines: readonly Line[]): Line[] {
  const marked = [...lines];
  for (let from = 0; from < lines.length; ) {
    if (!ANY_MARK.test(lines[from]?.text ?? '')) {
      from++;
      continue;
    }
    // whether two tabs leave a cell open or pad one tells by how far the rows go
    const [table] = CUTTINGS.map((cutting) => tableAt(text, lines, from, cutting))
      .filter(({ length }) => length >= ROWS)
      .sort((a, b) => b.length - a.length);
    if (table === undefined) {
      from++;
      continue;
    }
    const described = describeRows(text, table, lines.slice(Math.max(0, from - 2), from));
    // bars and tabs also part the links of a page; a table has a header and figures
    const holds =
      described[0]?.header && described.some(({ header, row }) => !header && counts(text, row));
    if (!holds) {
      from += table.length;
      continue;
    }
    for (const [i, { header, row }] of described.entries()) {
      const line = lines[from + i];
      if (line !== undefined)
        marked[from + i] = { ...line, markup: header ? { kind: 'header' } : { kind: 'row', row } };
    }
    from += table.length;
  }
  return marked;
}

function counts(text: string, { cells }: TableRow): boolean {
  return cells.some(({ span: at }) => /\d/u.test(slice(text, at)));
}

/** The rows from line `from` on, up to the first that has another number of cells. */
function tableAt(
  text: string,
  lines: readonly Line[],
  from: number,
  { cut, cells: least, mayEndEarly, needsFigures }: Cutting,
): GridRow[] {
  const rows: GridRow[] = [];
  for (let i = from; ; i++) {
    const line = lines[i];
    if (line === undefined || (i > from && line.gap === 'blank')) break;
    const cells = cut(text, line.span);
    const width = rows[0]?.cells.length ?? cells?.length ?? 0;
    if (cells === undefined || cells.length < least || cells.length > width) break;
    const isCutShort = mayEndEarly && (rows.length >= ROWS || cells.length > width / 2);
    if (cells.length < width && !isCutShort) break;
    const open = Array.from({ length: width - cells.length }, () => OPEN);
    rows.push({ span: line.span, cells: [...cells, ...open] });
  }
  if (needsFigures && !hasFigures(text, rows)) return [];
  return withoutOpenEdges(rows);
}

/** Whether all rows below the first have a figure in one column behind their names. */
function hasFigures(text: string, rows: readonly GridRow[]): boolean {
  const [header, ...below] = rows;
  if (header === undefined || rows.length < ROWS_OF_FIGURES) return false;
  return header.cells.some(
    (_, column) =>
      column > 0 &&
      below.every(({ cells }) => {
        const at = cells[column]?.span;
        return at !== undefined && /^\d/u.test(slice(text, at));
      }),
  );
}

/** Tabs before or behind all rows indent a table and make no column. */
function withoutOpenEdges(rows: readonly GridRow[]): GridRow[] {
  const width = rows[0]?.cells.length ?? 0;
  const isOpen = (column: number) => rows.every(({ cells }) => cells[column]?.span === undefined);
  let [from, to] = [0, width];
  while (from < to && isOpen(from)) from++;
  while (to > from && isOpen(to - 1)) to--;
  return to - from < ROWS ? [] : rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
}

const OPEN: GridCell = { span: undefined, header: false };

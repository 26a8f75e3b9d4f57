import { slice } from '../../../util/span.ts';
import type { TableRow } from '../../article.ts';
import type { Line } from '../../text/lines.ts';
import { cutCells, describeRows, type GridCell, type GridRow } from './table.ts';

const COMMA = /,/gu;
const TAB = /\t/gu;

/** Cells of plain text are set apart by tabs, as copied from a spreadsheet, by bars, or by commas. */
const MARKS = [TAB, /\t+/gu, /(?<=^|\s)[|｜](?=\s|$)|(?<=\S)[|｜](?=\S)/gu, COMMA];

/** What any of them finds: most lines hold none of it. */
const ANY_MARK = /[\t|｜,]/u;

/** A sentence, whose commas part no cells. */
const SENTENCE = /[。！？；，]|, /u;

/** Two lines of two cells may be anything. */
const ROWS = 2;
const CELLS = 2;

/** Marks the lines that make tables: neighbours with equally many cells. */
export function markTextTables(text: string, lines: readonly Line[]): Line[] {
  const marked = [...lines];
  for (let from = 0; from < lines.length; ) {
    if (!ANY_MARK.test(lines[from]?.text ?? '')) {
      from++;
      continue;
    }
    // whether two tabs leave a cell open or pad one tells by how far the rows go
    const [table] = MARKS.map((mark) => tableAt(text, lines, from, mark))
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

/**
 * The rows from line `from` on, up to the first that has another number of cells; behind a tab an editor
 * may have dropped the last ones, where they are empty.
 */
function tableAt(text: string, lines: readonly Line[], from: number, mark: RegExp): GridRow[] {
  const rows: GridRow[] = [];
  for (let i = from; ; i++) {
    const line = lines[i];
    if (line === undefined || (i > from && line.gap === 'blank')) break;
    if (line.text.search(mark) < 0 || (mark === COMMA && SENTENCE.test(line.text))) break;
    const cells = cutCells(text, line.span, mark);
    const width = rows[0]?.cells.length ?? cells.length;
    const isCutShort = mark === TAB && rows.length >= ROWS && cells.length < width;
    if (cells.length < CELLS || (cells.length !== width && !isCutShort)) break;
    const open = Array.from({ length: width - cells.length }, () => OPEN);
    rows.push({ span: line.span, cells: [...cells, ...open] });
  }
  return rows;
}

const OPEN: GridCell = { span: undefined, header: false };

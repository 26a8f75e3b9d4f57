import { type DomElement, type DomNode, following, isElement } from './dom.ts';
import { collapse } from './white-space.ts';

/** A table as text: cells by row and column; a cell that reaches over several stands in each. */
export interface TableText {
  readonly caption: string;
  readonly rows: readonly (readonly CellText[])[];
}

export interface CellText {
  readonly text: string;
  readonly header: boolean;
  /** The cell that reaches from another row or column into this place. */
  readonly of?: CellText;
}

/** A cell with more is a part of the page, and its table a means to lay it out. */
export const CELL_LIMIT = 300;

/** No cell reaches further, whatever it says. */
const REACH = 100;

/** Whether a table holds data: two rows and columns or more, short cells, no table within. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null)
    return false;
  const rows = [...table.querySelectorAll('tr')].map(cellsOf);
  if (rows.length < 2 || !rows.some((cells) => cells.length > 1)) return false;
  return rows.flat().every((cell) => (cell.textContent ?? '').trim().length <= CELL_LIMIT);
}

export function readTable(table: DomElement): TableText {
  const rows: CellText[][] = [];
  for (const [y, row] of [...table.querySelectorAll('tr')].entries()) {
    rows[y] ??= [];
    const here = rows[y];
    const head = row.parentNode?.nodeName === 'THEAD';
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (here[x] !== undefined) x++;
      const own: CellText = { text: cellText(cell), header: head || cell.nodeName === 'TH' };
      const [down, across] = [reach(cell, 'rowspan'), reach(cell, 'colspan')];
      for (let dy = 0; dy < down; dy++) {
        rows[y + dy] ??= [];
        const target = rows[y + dy] ?? [];
        for (let dx = 0; dx < across; dx++)
          target[x + dx] ??= dy + dx > 0 ? { ...own, of: own } : own;
      }
      x += across;
    }
  }
  const caption = table.querySelector('caption')?.textContent ?? '';
  return { caption: collapse(caption), rows: rows.map(withoutHoles) };
}

function withoutHoles(row: readonly CellText[]): CellText[] {
  const empty: CellText = { text: '', header: false };
  return Array.from({ length: row.length }, (_, x) => row[x] ?? empty);
}

function cellsOf(row: DomElement): DomElement[] {
  const cells: DomElement[] = [];
  for (let at = row.firstChild; at !== null; at = at.nextSibling)
    if (isElement(at) && /^T[DH]$/u.test(at.nodeName)) cells.push(at);
  return cells;
}

/** The words of a cell on one line. */
function cellText(cell: DomElement): string {
  let raw = '';
  for (let at: DomNode | null = cell; at !== null; at = following(at, cell)) {
    if (at.nodeType === 3) raw += at.textContent ?? '';
    else if (raw !== '' && /^(?:BR|P|DIV|LI)$/u.test(at.nodeName)) raw += ' ';
  }
  return collapse(raw);
}

function reach(cell: DomElement, attribute: string): number {
  const value = Number(cell.getAttribute(attribute) ?? '1');
  return Number.isInteger(value) && value > 0 ? Math.min(value, REACH) : 1;
}

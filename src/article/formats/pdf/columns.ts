import type { Piece } from './tables.ts';

/** The pieces of a line, with the edges of the column that it stands in, where there are several. */
export interface ColumnLine {
  readonly pieces: readonly Piece[];
  readonly column?: Edges;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

type Row = readonly Piece[];

/** In letters: what parts two columns at least, where a mark hangs into the gap. */
const GUTTER = 0.9;
/** Characters of a line of running text at least, and lines of a column. */
const LONG = 8;
const LINES = 3;
/** A line this close to the edge of its column, in letters, is full. */
const FULL = 2;
/** Share of a column's lines that are full: what stands in a table seldom fills its column. */
const FULL_LINES = 0.5;
/** Places looked at for a gap between columns: those at which most lines begin. */
const PLACES = 8;
/** No page is set in more columns than this number of halvings gives. */
const DEPTH = 3;

/**
 * The rows of a page, given from the top, as lines: where it is set in columns, column by column, however
 * they were written. A line that runs over the gap stands above what follows it in both.
 */
export function byColumn(rows: readonly Row[], depth = DEPTH): ColumnLine[] {
  const gap = depth === 0 ? undefined : gapOf(rows);
  if (gap === undefined) return rows.map((pieces) => ({ pieces }));
  const lines: ColumnLine[] = [];
  let sides: [Row[], Row[]] = [[], []];
  const close = () => {
    for (const side of sides) lines.push(...withEdges(side, depth));
    sides = [[], []];
  };
  for (const row of rows) {
    if (crosses(row, gap)) {
      close();
      lines.push({ pieces: row });
      continue;
    }
    for (const [i, part] of partsOf(row, gap).entries()) if (part.length > 0) sides[i]?.push(part);
  }
  close();
  return lines;
}

function withEdges(rows: readonly Row[], depth: number): ColumnLine[] {
  // a page number may stand in the gap
  const long = rows.filter((row) => lengthOf(row) >= LONG);
  const pieces = (long.length > 0 ? long : rows).flat();
  const column = {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
  };
  return byColumn(rows, depth - 1).map((line) => ({ column, ...line }));
}

/** Where a second column begins that stands beside a first; undefined where none does. */
function gapOf(rows: readonly Row[]): number | undefined {
  let best: { readonly place: number; readonly lines: number } | undefined;
  for (const place of beginnings(rows)) {
    const lines = linesBeside(rows, place);
    if (lines >= LINES && lines > (best?.lines ?? 0)) best = { place, lines };
  }
  return best?.place;
}

/** The places at which most lines begin, or what stands behind a gap in one. */
function beginnings(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const [i, { left, size }] of row.entries()) {
      const before = row[i - 1];
      if (before !== undefined && left - before.right < GUTTER * size) continue;
      const place = Math.floor(left);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  const often = [...counts].filter(([, count]) => count >= LINES).sort((a, b) => b[1] - a[1]);
  return often.slice(0, PLACES).map(([place]) => place);
}

/** The number of long lines on the emptier side of a place, where both hold running text. */
function linesBeside(rows: readonly Row[], place: number): number {
  const sides: [Row[], Row[]] = [[], []];
  for (const row of rows) {
    if (crosses(row, place)) continue;
    for (const [i, part] of partsOf(row, place).entries())
      if (lengthOf(part) >= LONG) sides[i]?.push(part);
  }
  const [left, right] = sides;
  if (left.length < LINES || right.length < LINES) return 0;
  const top = Math.min(...sides.map((side) => Math.max(...side.map(heightOf))));
  const bottom = Math.max(...sides.map((side) => Math.min(...side.map(heightOf))));
  const isBeside = (row: Row) => heightOf(row) <= top + 1 && heightOf(row) >= bottom - 1;
  const least = Math.min(left.filter(isBeside).length, right.filter(isBeside).length);
  const over = rows.filter((row) => crosses(row, place) && isBeside(row)).length;
  return over < least && isFilled(left) ? least : 0;
}

function isFilled(lines: readonly Row[]): boolean {
  const edge = Math.max(...lines.map(endOf));
  const full = lines.filter((line) => endOf(line) >= edge - FULL * (line[0]?.size ?? 0));
  return full.length >= FULL_LINES * lines.length;
}

/** Whether a row runs over a place without a gap before it. */
function crosses(row: Row, place: number): boolean {
  return row.some(({ left, right, size }) => left < place && right > place - GUTTER * size);
}

function partsOf(row: Row, place: number): [Row, Row] {
  return [row.filter(({ left }) => left < place), row.filter(({ left }) => left >= place)];
}

function lengthOf(row: Row): number {
  return row.reduce((sum, { text }) => sum + text.length, 0);
}

function heightOf(row: Row): number {
  return row[0]?.y ?? 0;
}

function endOf(row: Row): number {
  return row.at(-1)?.right ?? 0;
}

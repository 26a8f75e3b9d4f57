/** A run of letters on a page; lengths are in points, `y` counts from the bottom. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Its letters were set wide, with spaces between them. */
  readonly spread?: true;
}

/** A table among the lines of a page. */
export interface PageTable {
  /** Its first and last line, by their places among those given. */
  readonly from: number;
  readonly to: number;
  /** The words of its cells by row and column; undefined where the lines do not tell which are one row. */
  readonly rows: readonly (readonly string[])[] | undefined;
}

/** Two columns may be those of a page. */
const COLUMNS = 3;
const ROWS = 2;

/** In letters: the gap between two cells, and how far a cell may stand out of its column. */
const GAP = 0.6;
const TOLERANCE = 0.8;

/** Lines further apart than this, in letters, are of no one table. */
const APART = 4.5;

/** A cell of a header is no longer; one with more in a line is running text. */
const HEADER_LENGTH = 16;
const CELL_LENGTH = 24;

/** Lines of one cell lie as close as the closest of the table, by this factor. */
const SAME_CELL = 1.2;

interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly y: number;
}

/** A cell of a table over one or more lines. */
interface Cell {
  readonly column: number;
  text: string;
  readonly top: number;
  bottom: number;
}

/**
 * The tables of three columns and more among the lines of a page, which are given from the top, each
 * as its pieces from the left. A header names the columns; what stands below in the columns is of the
 * table until a line runs over several of them.
 */
export function findTables(lines: readonly (readonly Piece[])[]): PageTable[] {
  const cut = lines.map(segmentsOf);
  const tables: PageTable[] = [];
  for (let from = 0; from < cut.length; from++) {
    const header = cut[from] ?? [];
    const isHeader =
      header.length >= COLUMNS && header.every(({ text }) => text.length <= HEADER_LENGTH);
    if (!isHeader) continue;
    const columns = columnsOf(cut, from);
    if (columns === undefined) continue;
    const { places, to, beside } = columns;
    const placed = cut
      .slice(from, to + 1)
      .map((line) => line.map((segment) => ({ segment, column: columnAt(segment, places) })));
    // every line names its row: none is wrapped
    const isPlain = placed.every((line) => line.some(({ column }) => column === 0));
    if (hasHidden(beside ? placed.slice(1) : placed)) {
      // what the header does not tell apart stays lines, where a line is a row
      if (!isPlain) tables.push({ from, to, rows: undefined });
    } else
      tables.push({
        from,
        to,
        rows: isPlain ? plainRows(placed, places.length) : readRows(placed, places.length),
      });
    from = to;
  }
  return tables;
}

interface Place {
  left: number;
  right: number;
}

interface Columns {
  readonly places: readonly Place[];
  /** The last line that keeps to them. */
  readonly to: number;
  /** The cells need not stand below their header, but only in its order. */
  readonly beside: boolean;
}

/** The columns that a header opens; undefined where none does. */
function columnsOf(cut: readonly (readonly Segment[])[], from: number): Columns | undefined {
  return columnsBelow(cut, from) ?? columnsBeside(cut, from);
}

function columnsBelow(cut: readonly (readonly Segment[])[], from: number): Columns | undefined {
  const header = cut[from] ?? [];
  const places = header.map(({ left, right }) => ({ left, right }));
  let to = from;
  for (let i = from + 1; i < cut.length && mayGoOn(cut, i); i++) {
    const line = cut[i] ?? [];
    const at = line.map((segment) => columnAt(segment, places));
    if (at.includes(-1) || new Set(at).size < at.length) break;
    for (const [k, column] of at.entries()) widen(places[column], line[k]);
    to = i;
  }
  return isTable(cut, from, to) ? { places, to, beside: false } : undefined;
}

/**
 * Columns whose names are centred above cells that begin at the left, as browsers print them, so that a
 * short cell stands below none: as many as the header has, and each of its names between its neighbours'.
 */
function columnsBeside(cut: readonly (readonly Segment[])[], from: number): Columns | undefined {
  const header = cut[from] ?? [];
  const found: Place[] = [];
  let to = from;
  for (let i = from + 1; i < cut.length && mayGoOn(cut, i); i++) {
    const line = cut[i] ?? [];
    const over = line.map((each) => found.filter((place) => meets(place, each)));
    const used = over.flat();
    if (over.some(({ length }) => length > 1) || new Set(used).size < used.length) break;
    for (const [k, segment] of line.entries()) {
      const place = over[k]?.[0];
      if (place === undefined) found.push({ left: segment.left, right: segment.right });
      else widen(place, segment);
    }
    to = i;
  }
  const cells = found.toSorted((a, b) => a.left - b.left);
  const isOrdered = header.every(
    ({ left, right }, i) =>
      left > (cells[i - 1]?.right ?? Number.NEGATIVE_INFINITY) &&
      right < (cells[i + 1]?.left ?? Number.POSITIVE_INFINITY),
  );
  if (cells.length !== header.length || !isOrdered || !isTable(cut, from, to)) return undefined;
  for (const [i, segment] of header.entries()) widen(cells[i], segment);
  return { places: cells, to, beside: true };
}

/** Whether a line may be of the table that the one above it is of. */
function mayGoOn(cut: readonly (readonly Segment[])[], i: number): boolean {
  const [line = [], above] = [cut[i], cut[i - 1]?.[0]];
  const [first] = line;
  if (first === undefined || above === undefined || above.y - first.y > APART * first.size)
    return false;
  return line.every(({ text }) => text.length <= CELL_LENGTH);
}

function isTable(cut: readonly (readonly Segment[])[], from: number, to: number): boolean {
  const full = cut.slice(from + 1, to + 1).filter((line) => line.length >= COLUMNS - 1);
  return full.length >= ROWS - 1 && to > from;
}

function meets(place: Place, { left, right }: Segment): boolean {
  return right > place.left && left < place.right;
}

function widen(place: Place | undefined, segment: Segment | undefined): void {
  if (place === undefined || segment === undefined) return;
  place.left = Math.min(place.left, segment.left);
  place.right = Math.max(place.right, segment.right);
}

/** The one column that a segment stands in; -1 where it runs over two, or stands in none. */
function columnAt(
  { left, right, size }: Segment,
  places: readonly { readonly left: number; readonly right: number }[],
): number {
  const near = TOLERANCE * size;
  const over = [...places.keys()].filter((i) => {
    const place = places[i];
    return place !== undefined && right > place.left - near && left < place.right + near;
  });
  const [first, ...more] = over;
  if (first === undefined) return -1;
  if (more.length === 0) return first;
  // a wide cell may come near to the next column, and begins with its own
  const begun = over.find((i) => Math.abs((places[i]?.left ?? 0) - left) <= near);
  const next = begun === undefined ? undefined : places[begun + 1];
  return begun !== undefined && (next === undefined || right < next.left) ? begun : -1;
}

type PlacedLine = readonly { readonly segment: Segment; readonly column: number }[];

/** Whether a column holds two, which stand beside each other without ever meeting. */
function hasHidden(placed: readonly PlacedLine[]): boolean {
  const seen = new Map<number, Segment[]>();
  for (const { segment, column } of placed.flat()) {
    const others = seen.get(column) ?? [];
    if (others.some(({ left, right }) => right < segment.left || segment.right < left)) return true;
    seen.set(column, [...others, segment]);
  }
  return false;
}

function plainRows(placed: readonly PlacedLine[], width: number): string[][] {
  return placed.map((line) =>
    Array.from(
      { length: width },
      (_, i) => line.find(({ column }) => column === i)?.segment.text ?? '',
    ),
  );
}

/** The cells of each row: of lines that lie close in a column one, and a row what stands side by side. */
function readRows(placed: readonly PlacedLine[], width: number): string[][] | undefined {
  const cells: Cell[] = [];
  const pitch = closest(placed);
  for (const { segment, column } of placed.flat()) {
    const above = cells.findLast((cell) => cell.column === column);
    if (above !== undefined && above.bottom - segment.y <= SAME_CELL * pitch) {
      above.text = join(above.text, segment.text);
      above.bottom = segment.y;
    } else cells.push({ column, text: segment.text, top: segment.y, bottom: segment.y });
  }
  const rows: Cell[][] = [];
  for (const cell of cells.toSorted((a, b) => b.top - a.top)) {
    const half = pitch / 2;
    const row = rows.findLast((each) =>
      each.some((other) => other.bottom - half < cell.top && cell.bottom < other.top + half),
    );
    if (row === undefined) rows.push([cell]);
    else row.push(cell);
  }
  const isSound = rows.every(
    (row) =>
      new Set(row.map(({ column }) => column)).size === row.length &&
      row.some(({ column }) => column === 0),
  );
  if (!isSound) return undefined;
  return rows.map((row) =>
    Array.from({ length: width }, (_, i) => row.find(({ column }) => column === i)?.text ?? ''),
  );
}

/** The least distance of two lines of one column. */
function closest(placed: readonly PlacedLine[]): number {
  const last = new Map<number, number>();
  let least = Number.POSITIVE_INFINITY;
  for (const { segment, column } of placed.flat()) {
    const above = last.get(column);
    if (above !== undefined) least = Math.min(least, above - segment.y);
    last.set(column, segment.y);
  }
  return least;
}

function join(above: string, line: string): string {
  return /[\w,.;:)%]$/u.test(above) && /^[\w(]/u.test(line) ? `${above} ${line}` : above + line;
}

/** The pieces of a line as the words between its gaps. */
function segmentsOf(line: readonly Piece[]): Segment[] {
  const segments: { text: string; left: number; right: number; size: number; y: number }[] = [];
  for (const { text, left, right, size, y } of line) {
    const last = segments.at(-1);
    if (last === undefined || left - last.right > GAP * size)
      segments.push({ text: text.trim(), left, right, size, y });
    else {
      last.text += text.trim();
      last.right = Math.max(last.right, right);
    }
  }
  return segments;
}

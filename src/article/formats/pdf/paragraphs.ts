import { isContinuation, isEnded } from '../../text/punctuation.ts';
import { CLAUSE_NUMBER, isNumbered } from '../../text/section-numbers.ts';
import type { PageLine } from './lines.ts';

export interface PageParagraph {
  readonly text: string;
  readonly size: number;
  /** The page on which it begins. */
  readonly page: number;
  /** Of a table, as in `PageLine`. */
  readonly table?: PageLine['table'];
}

/** Indent or shortness, in letters, from which a line begins or ends a paragraph. */
const INDENT = 1.2;
const SHORT = 1.8;

/** The factor of the text's own line distance from which a gap parts paragraphs. */
const APART = 1.35;
const LOOSE = 2;

/** Width of a Latin letter or a digit, in letters of Chinese. */
const NARROW = 0.5;

/** Difference of two letter sizes, as a share of one, up to which they count as one size. */
const SAME_SIZE = 0.08;

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Joins the lines of a document's text into its paragraphs. */
export function joinLines(lines: readonly PageLine[]): PageParagraph[] {
  const columns = columnsOf(lines);
  const pitches = pitchesOf(lines, columns);
  const indents = lines.some((line, i) => isIndented(line, lines[i - 1], columns));
  const paragraphs: { text: string; size: number; page: number; table?: PageLine['table'] }[] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const open = paragraphs.at(-1);
    if (open !== undefined && above !== undefined && goesOn(above, line, columns, pitches, indents))
      open.text = join(open.text, line.text);
    else {
      const { text, size, page, table } = line;
      paragraphs.push({ text, size, page, ...(table !== undefined && { table }) });
    }
  }
  return paragraphs;
}

function goesOn(
  above: PageLine,
  line: PageLine,
  columns: ReadonlyMap<number, Column>,
  pitches: ReadonlyMap<number, number>,
  indents: boolean,
): boolean {
  if (above.table !== undefined || line.table !== undefined) return false;
  if (Math.abs(above.size - line.size) > SAME_SIZE * line.size) return false;
  if (/\S {2,}\S/u.test(above.text) || /\S {2,}\S/u.test(line.text)) return false;
  if (isContinuation(line.text)) return true;
  if (CLAUSE_NUMBER.test(line.text) && isEnded(above.text)) return false;
  const column = columnOf(above, columns);
  if (!isFull(above, column, line) || isIndented(line, above, columns)) return false;
  if (above.page !== line.page || line.y > above.y) return indents || !isEnded(above.text);
  const pitch = pitches.get(Math.round(line.size)) ?? Number.POSITIVE_INFINITY;
  const distance = above.y - line.y;
  // a line set wider apart goes on with what stands unfinished above it
  if (distance > APART * pitch) return distance <= LOOSE * pitch && !isEnded(above.text);
  return indents || !isNumbered(line.text) || !isEnded(above.text);
}

/** Opens a paragraph with the two characters' width that Chinese print leaves. */
function isIndented(
  line: PageLine,
  above: PageLine | undefined,
  columns: ReadonlyMap<number, Column>,
): boolean {
  const column = columnOf(line, columns);
  if (column === undefined || line.left < column.left + INDENT * line.size) return false;
  // the further lines of an item hang below its first
  return above === undefined || above.page !== line.page || above.left <= line.left + 1;
}

/** The edges of the text on each page. */
function columnsOf(lines: readonly PageLine[]): Map<number, Column> {
  const size = commonest(lines.map((line) => Math.round(line.size)));
  const columns = new Map<number, Column>();
  for (const line of lines) {
    if (Math.round(line.size) !== size) continue;
    const { left, right } = columns.get(line.page) ?? line;
    columns.set(line.page, { left: Math.min(left, line.left), right: Math.max(right, line.right) });
  }
  // the last page may hold short lines only
  const widest = Math.max(...[...columns.values()].map(({ right }) => right));
  for (const [page, { left, right }] of columns)
    columns.set(page, { left, right: right < widest * 0.7 ? widest : right });
  return columns;
}

function columnOf(line: PageLine, columns: ReadonlyMap<number, Column>): Column | undefined {
  return line.column ?? columns.get(line.page);
}

/**
 * Whether a line reaches to the edge of its column, so that the next may go on with it: as far as leaves no
 * room for the next one's first word, which is not cut.
 */
function isFull({ right, size }: PageLine, column: Column | undefined, next?: PageLine): boolean {
  const word = /^[\w.,%]+/u.exec(next?.text ?? '')?.[0].length ?? 0;
  const room = Math.max(SHORT, NARROW * word);
  return column !== undefined && right >= column.right - room * size;
}

/**
 * The commonest distance from a line to the next by the size of their letters, in points. Lines that
 * are full count where there are any: those of a list may lie closer or wider.
 */
function pitchesOf(
  lines: readonly PageLine[],
  columns: ReadonlyMap<number, Column>,
): Map<number, number> {
  const all = new Map<number, number[]>();
  const full = new Map<number, number[]>();
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const size = Math.round(line.size);
    if (above?.page !== line.page || Math.round(above.size) !== size) continue;
    const distance = above.y - line.y;
    if (distance <= 1) continue;
    const rounded = Math.round(distance * 2) / 2;
    for (const list of isFull(above, columnOf(above, columns)) ? [all, full] : [all])
      list.set(size, [...(list.get(size) ?? []), rounded]);
  }
  return new Map(
    [...all].map(([size, distances]) => [size, commonest(full.get(size) ?? distances)]),
  );
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [best, most] = [0, 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

/** A word that was hyphenated is one word again; Latin words keep a space, Chinese has none. */
function join(above: string, line: string): string {
  if (/\p{Script=Latin}-$/u.test(above) && /^\p{Ll}/u.test(line)) return above.slice(0, -1) + line;
  // a number that Chinese text cuts at the edge is one number
  if (/\p{Script=Han}[\d.]*\d$/u.test(above) && /^\d/u.test(line)) return above + line;
  const latin = /[\w,.;:)%]$/u.test(above) && /^[\w(]/u.test(line);
  return latin ? `${above} ${line}` : above + line;
}

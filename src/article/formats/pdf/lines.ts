import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { CJK_RADICALS } from '../../../language/data/cjk-radicals.ts';
import { byColumn } from './columns.ts';
import { findTables, type PageTable, type Piece } from './tables.ts';

/** A line of a page. Lengths are in points; `y` counts from the bottom of the page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  readonly page: number;
  /** Where it stands on the page, from 0 at the top to 1 at the bottom. */
  readonly depth: number;
  /** The edges of the column that it stands in, where the page has several. */
  readonly column?: { readonly left: number; readonly right: number };
  /** Stands for a whole table: its cells by row, or that the page does not tell them apart. */
  readonly table?: PageTable['rows'] | 'unread';
}

interface Page {
  readonly number: number;
  readonly bottom: number;
  readonly top: number;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]/u;

/**
 * Shares of the letters' height: pieces further apart than this have a space between. A typesetter
 * sets Chinese and Latin a quarter apart without one.
 */
const SPACE = 0.15;
const MIXED_SPACE = 0.4;
const WIDE_SPACE = 0.6;

/** 2023-06-01 来源: a day is a word of its own. */
const DAY =
  /\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u;

/** 第四条  转地放蜂的: the number of a section stands apart from its text, and is no cell. */
const NUMBER = /^第[一二三四五六七八九十百千零〇\d]{1,7}[编章节条款]$/u;

/** A gap as between the columns of a table. */
const CELL = 1.8;

/** A figure set higher and smaller than its line, by these shares of the line's letters. */
const SMALLER = 0.78;
const HIGHER = 0.18;

/** The lines of a page. Slanted text is a watermark and is passed over. */
export function readPageLines(
  items: readonly (TextItem | TextMarkedContent)[],
  page: Page,
): PageLine[] {
  const rows: Piece[][] = [];
  // in the order in which a page is written; what stands in another font may be written later
  for (const item of items) {
    for (const piece of 'str' in item ? piecesOf(item) : []) {
      const row = rows.findLast(([first]) => first !== undefined && isBeside(first, piece));
      if (row === undefined) rows.push([piece]);
      else row.push(piece);
    }
  }
  const apart = rows.map((row) => closedUp(withoutMarks(row.toSorted(byPlace))));
  const down = apart.toSorted((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0));
  const tables = findTables(down);
  if (tables.length > 0) return withTables(down, tables, page);
  return byColumn(down).map(({ pieces, column }) => ({
    ...toLine(pieces, page),
    ...(column !== undefined && { column }),
  }));
}

/** The lines of a page from the top, its tables as one line each. */
function withTables(
  down: readonly (readonly Piece[])[],
  tables: readonly PageTable[],
  page: Page,
): PageLine[] {
  const lines: PageLine[] = [];
  for (let i = 0; i < down.length; i++) {
    const table = tables.find(({ from }) => from === i);
    const pieces = table === undefined ? (down[i] ?? []) : down.slice(i, table.to + 1).flat();
    const line = toLine(pieces, page);
    lines.push(table === undefined ? line : { ...line, table: table.rows ?? 'unread' });
    i = table?.to ?? i;
  }
  return lines;
}

/** A line without the numbers of notes that stand above it: 18.6万人¹. */
function withoutMarks(row: readonly Piece[]): Piece[] {
  const large = row.reduce<Piece | undefined>(
    (most, piece) => (most === undefined || piece.size > most.size ? piece : most),
    undefined,
  );
  return row.filter(({ text, size, y }, i) => {
    if (large === undefined || size > SMALLER * large.size) return true;
    const isRaised = y > large.y + HIGHER * large.size;
    const behind = row[i - 1]?.text.slice(-1) ?? '';
    // km² measures
    return !(isRaised && /^[\d①-⑳*†]{1,3}$/u.test(text.trim()) && !/[A-Za-z\d]/u.test(behind));
  });
}

function byPlace(a: Piece, b: Piece): number {
  return a.left - b.left;
}

function isBeside(a: Piece, b: Piece): boolean {
  return Math.abs(a.y - b.y) < Math.max(a.size, b.size) / 2;
}

function piecesOf({ str, transform, width, height }: TextItem): Piece[] {
  if (str.trim() === '') return [];
  const [across = 0, slope = 0, , up = 0, left = 0, y = 0] = transform as number[];
  if (Math.abs(slope) > Math.abs(across) / 10) return [];
  const size = Math.abs(up) || height;
  const words = plain(str);
  const text = unspaced(words);
  const spread = text !== words;
  return cut(text, left, width, size).map((piece) => ({
    ...{ ...piece, y, size },
    ...(spread && { spread }),
  }));
}

/** 试行 先: a gap between Chinese characters may be the place of a mark in another font. */
function cut(text: string, left: number, width: number, size: number) {
  const words = text.split(' ');
  const letters = text.length - words.length + 1;
  const isWide = words.length > 1 && [...words.join('')].every((letter) => WIDE.test(letter));
  if (!isWide) return [{ text, left, right: left + width }];
  const space = Math.max((width - letters * size) / (words.length - 1), 0);
  let at = left;
  return words.map((word) => {
    const start = at;
    at += word.length * size + space;
    return { text: word, left: start, right: start + word.length * size };
  });
}

function toLine(sorted: readonly Piece[], page: Page): PageLine {
  let text = '';
  let right = 0;
  for (const piece of sorted) {
    if (text !== '') text += between(text, piece.text, (piece.left - right) / piece.size);
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const sizes = sorted.map(({ size }) => size);
  const y = sorted[0]?.y ?? 0;
  return {
    ...{ text: unspaced(text.trim()), left: sorted[0]?.left ?? 0, right, y },
    size: Math.max(...sizes),
    page: page.number,
    depth: (page.top - y) / Math.max(page.top - page.bottom, 1),
  };
}

/** What stands between two pieces of a line that are `gap` letters apart. */
function between(before: string, after: string, gap: number): string {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  if (NUMBER.test(before) && gap > SPACE) return ' ';
  if (gap > CELL) return '  ';
  if (DAY.test(before) && gap > SPACE) return ' ';
  const wide = Number(WIDE.test(before.slice(-1))) + Number(WIDE.test(after.slice(0, 1)));
  const least = [SPACE, MIXED_SPACE, WIDE_SPACE][wide] ?? SPACE;
  return gap > least ? ' ' : '';
}

/** The figures of a line that is set wide, too, as one word each: 3 1 2 . 8. */
function closedUp(row: readonly Piece[]): readonly Piece[] {
  if (!row.some(({ spread }) => spread)) return row;
  return row.map((piece) =>
    /^\S(?: \S)+$/u.test(piece.text) ? { ...piece, text: piece.text.replaceAll(' ', '') } : piece,
  );
}

/** Radicals and ligatures as the characters that they stand for. */
function plain(text: string): string {
  return text
    .replace(/[\u2e80-\u2eff]/gu, (radical) => CJK_RADICALS.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fdf\ufb00-\ufb06]/gu, (form) => form.normalize('NFKC'));
}

/** 长 三 角 是 全 国: a line that is set wide has no spaces. */
function unspaced(text: string): string {
  const words = text.split(' ');
  const single = words.filter((word) => word.length === 1).length;
  if (words.length > 6 && single > words.length * 0.85 && /\p{Script=Han}/u.test(text))
    return words.join('');
  const gaps = text.match(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu)?.length ?? 0;
  return gaps > 2 && gaps > text.length / 4
    ? text.replace(/(?<=\p{Script=Han}) (?=[\p{Script=Han}\p{P}])/gu, '')
    : text;
}

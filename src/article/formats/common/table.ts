import { type Span, slice } from '../../../util/span.ts';
import type { TableCell, TableRow } from '../../article.ts';
import type { Line } from '../../text/lines.ts';
import { isEnded } from '../../text/punctuation.ts';

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

/** A sentence that leads a table in tells what is in it, and stays text: 2022年各业务的收入见下表。 */
const LEADS_IN = /^(?=.{4,40}$).*(?:下表|如下|见表|以下).{0,12}[。：:]$/u;

/** What a column of a table in two columns is called that tells of the first. */
const VALUE_COLUMNS =
  /^(?:内容|具体内容|说明|要求|备注|数值|数量|情况|标准|结果|描述|职责|答案|金额|价格|电话|联系电话|地址|时间|日期|负责人|解释|含义|定义|用途|功能)$/u;

/** 2022年, （亿元）, 上半年: what stands in the second row of a header. */
const UNITS =
  /^(?:(?:19|20)\d{2}\s*年?(?:度|[末底])?|[（(][^（()）]{1,8}[）)]|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月)$/u;

/** What a form asks for, in a cell beside what is filled in: 姓名 | 张三 | 性别 | 男. */
const FIELD =
  /^(?=.{2,8}$).*(?:名|名称|性别|类别|级别|年龄|民族|籍贯|日期|时间|年月|期限|学历|学位|职务|职称|岗位|单位|部门|地址|地点|电话|手机|邮箱|邮编|编号|号码|型号|规格|数量|金额|类型|专业|状况|天气|面貌|负责人|联系人|申请人|经办人)$/u;
const PAIRED_CELLS = 4;

/** Number of rows at the top above which they are no header. */
const HEADER_ROWS = 4;

/** What a row of a table is, and what stands above and beside its cells. */
interface DescribedRow {
  /** Names the columns, or the rows below it: no paragraph. */
  readonly header: boolean;
  readonly row: TableRow;
}

/**
 * What of each row stands above and beside its cells. `above` are the lines before the table, among
 * which its caption is looked for. A table may have sections with headers of their own, and rows of
 * one cell that name what stands below them.
 */
export function describeRows(
  text: string,
  rows: readonly GridRow[],
  above: readonly Line[],
): readonly DescribedRow[] {
  const captions = captionsAbove(above);
  const described: DescribedRow[] = [];
  let section: readonly Span[] = [];
  for (let from = 0; from < rows.length; ) {
    const title = titleOf(text, rows, from);
    if (title !== undefined) {
      // a unit at the top holds for the whole table, a name for what stands below it
      if (from === 0 || CAPTION.test(slice(text, title))) captions.push(title);
      else section = [title];
      described.push({ header: true, row: { cells: [cellOf(title)], captions } });
      from++;
      continue;
    }
    const to = endOfSection(text, rows, from);
    const names = [...captions, ...section];
    described.push(...describeSection(text, rows.slice(from, to), names));
    from = to;
  }
  return described;
}

function describeSection(
  text: string,
  rows: readonly GridRow[],
  captions: readonly Span[],
): DescribedRow[] {
  const count = headerCount(text, rows);
  const headers = rows.slice(0, count);
  return rows.map(({ cells }, i) => {
    const beside = rowNames(text, cells);
    const pairs = isPaired(text, cells);
    const row: TableCell[] = [];
    for (const [column, { span: at, repeated }] of cells.entries()) {
      if (at === undefined || repeated) continue;
      const over = distinct(headers.flatMap((header) => header.cells[column]?.span ?? []));
      const names = pairs ? fieldOf(cells, column) : beside;
      row.push({ span: at, above: over, beside: names.filter((each) => each !== at) });
    }
    return { header: i < count, row: { cells: row, captions } };
  });
}

function cellOf(at: Span): TableCell {
  return { span: at, above: [], beside: [] };
}

/** The one cell of a row that reaches over several columns and names what is below; no sentence. */
function titleOf(text: string, rows: readonly GridRow[], i: number): Span | undefined {
  const row = rows[i];
  const [first] = row?.cells ?? [];
  if (row === undefined || first?.span === undefined || row.cells.length < 2) return undefined;
  const isLast = i + 1 === rows.length;
  const isAlone = row.cells.every(({ span: at }) => at === first.span);
  const words = slice(text, first.span);
  return isAlone &&
    !isLast &&
    words.length <= CAPTION_LIMIT &&
    !isEnded(words) &&
    isName(text, first)
    ? first.span
    : undefined;
}

/** Where the section ends that begins with row `from`: at a title, or where other columns are named. */
function endOfSection(text: string, rows: readonly GridRow[], from: number): number {
  for (let i = from + 1; i < rows.length; i++) {
    if (titleOf(text, rows, i) !== undefined) return i;
    const [above, row, below] = [rows[i - 1], rows[i], rows[i + 1]];
    if (above === undefined || row === undefined || below === undefined) continue;
    // the rows of one header differ in width too
    const isNamed =
      isHeader(text, row) && !rows.slice(from, i).every((each) => isHeader(text, each));
    const isText = rows.slice(from, i).every((each) => isFormRow(text, each));
    const isOther = widthOf(row) !== widthOf(above) && widthOf(row) === widthOf(below);
    const isHung = row.cells.some(
      ({ span: at }, x) => at !== undefined && at === above.cells[x]?.span,
    );
    if (isOther && widthOf(row) > 2 && !isHung && (isNamed || (isText && isHeader(text, row))))
      return i;
  }
  return rows.length;
}

/** A label and what it says over several columns; not marked as a header, and with no cell left open. */
function isFormRow(text: string, row: GridRow): boolean {
  return (
    widthOf(row) === 2 &&
    isHeader(text, row) &&
    row.cells.every(({ span: at, header }) => at !== undefined && !header)
  );
}

/** How many cells a row has, those that reach over several columns counted once. */
function widthOf({ cells }: GridRow): number {
  return cells.filter(({ span: at }, i) => at === undefined || i === 0 || cells[i - 1]?.span !== at)
    .length;
}

/** The cells at the left that name the row, behind its number where it has one: 1 | 浙江 | 36. */
function rowNames(text: string, cells: readonly GridCell[]): Span[] {
  const from = behindRank(text, cells);
  const end = cells.findIndex((cell, i) => i >= from && !isName(text, cell));
  return cells
    .slice(from, end < 0 ? from + 1 : end)
    .flatMap(({ span: at }) => (at === undefined ? [] : [at]));
}

/** A mark of how a rank has changed: ↑, ―. */
const MARK = /^[^\p{L}\p{N}]{1,2}$/u;

/** The column behind a row's number and the mark of its rise or fall, where that names the row; else the first. */
function behindRank(text: string, cells: readonly GridCell[]): number {
  let [from, numbers] = [0, 0];
  for (const cell of cells) {
    const words = cell.span === undefined ? '' : slice(text, cell.span);
    const isNumber = /^\d{1,4}$/u.test(words) && !isYear(text, cell);
    if (isNumber) numbers += 1;
    if (numbers > 1 || !(isNumber || MARK.test(words))) break;
    from += 1;
  }
  const named = cells[from];
  return named !== undefined && isName(text, named) ? from : 0;
}

function isYear(text: string, { span: at }: GridCell): boolean {
  return at !== undefined && YEAR.test(slice(text, at));
}

/** Fields of a form and what is filled in beside each, all in one row. */
function isPaired(text: string, cells: readonly GridCell[]): boolean {
  const own = cells.filter(({ repeated }) => !repeated);
  return (
    own.length >= PAIRED_CELLS &&
    own.length % 2 === 0 &&
    own.every(({ span: at, header }, i) => {
      if (at === undefined) return i % 2 === 1;
      return !header && FIELD.test(slice(text, at)) === (i % 2 === 0);
    })
  );
}

/** The field beside which a cell of such a row is filled in. */
function fieldOf(cells: readonly GridCell[], column: number): Span[] {
  const before = cells.slice(0, column).filter(({ repeated }) => !repeated);
  const field = before.length % 2 === 1 ? before.at(-1)?.span : undefined;
  return field === undefined ? [] : [field];
}

/** The number of rows at the top of a section that name the columns. */
function headerCount(text: string, rows: readonly GridRow[]): number {
  const isMarked = ({ cells }: GridRow) =>
    cells.every(({ header, span: at }) => header || at === undefined);
  const marked = rows.findIndex((row) => !isMarked(row));
  if (marked > 0) return Math.min(marked, HEADER_ROWS);
  let names = 0;
  while (names < HEADER_ROWS && isHeader(text, rows[names])) names++;
  const [first] = rows;
  if (names === 0 || first === undefined || rows.length < 2) return 0;
  if (widthOf(first) === 2 && isForm(text, rows)) return 0;
  // further rows name the columns where those above leave them open, or where they give years and units
  let count = 1;
  while (count < names && count + 1 < rows.length) {
    const isOpen = rows
      .slice(0, count)
      .some((row) => widthOf(row) < row.cells.length || row.cells.some(({ span: at }) => !at));
    const row = rows[count];
    if (row === undefined || !((isOpen && hasFigures(text, rows)) || isUnits(text, row))) break;
    count++;
  }
  return count;
}

/** 姓名 | 张三: two columns, of which the first names and the second tells. */
function isForm(text: string, rows: readonly GridRow[]): boolean {
  const [, second] = rows[0]?.cells ?? [];
  if (second?.span !== undefined && VALUE_COLUMNS.test(slice(text, second.span))) return false;
  const below = rows.slice(1).flatMap(({ cells: [, cell] }) => cell ?? []);
  return below.some((cell) => isName(text, cell));
}

function hasFigures(text: string, rows: readonly GridRow[]): boolean {
  return rows.some((row) => !isHeader(text, row));
}

/** Years, or units in brackets, in all cells but the first. */
function isUnits(text: string, { cells }: GridRow): boolean {
  const filled = cells.slice(1).flatMap(({ span: at }) => (at === undefined ? [] : [at]));
  return filled.length > 0 && filled.every((at) => UNITS.test(slice(text, at)));
}

function isHeader(text: string, row: GridRow | undefined): boolean {
  if (row === undefined) return false;
  const filled = row.cells.filter(({ span: at }) => at !== undefined);
  if (filled.length > 0 && filled.every(({ header }) => header)) return true;
  return (
    filled.length > 1 && filled.every((cell) => isName(text, cell)) && !isPaired(text, row.cells)
  );
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
      return text.length <= CAPTION_LIMIT && (CAPTION.test(text) || LEADS_IN.test(text));
    })
    .map(({ span: at }) => at);
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Set(spans)];
}

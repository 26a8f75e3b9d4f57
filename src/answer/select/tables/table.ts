import { LRUCache } from 'lru-cache';
import { aboutArticle, otherNames } from '../../../article/about-article.ts';
import type { Article, Paragraph, TableRow } from '../../../article/article.ts';
import { parsePeriods } from '../../../figures/parts/periods.ts';
import { normalize } from '../../../language/normalize.ts';
import { type Span, slice } from '../../../util/span.ts';
import { labelledLines } from './labelled-lines.ts';

/** A table of an article by rows and columns; a list of labels with what they say is one of two columns. */
export interface Table {
  readonly article: Article;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Title, heading, captions and the line that leads in, normalised. */
  readonly about: string;
  /** Its first column holds labels, and its second what they say: there are no heads. */
  readonly isForm: boolean;
}

export interface Column {
  readonly place: number;
  /** The heads above it, the outermost first; [] where it has none. */
  readonly heads: readonly Label[];
}

export interface Row {
  readonly place: number;
  readonly paragraph: Paragraph;
  /** By the place of the column; a cell without a word is none. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** 合计, 平均: no item beside the others. */
  readonly isTotal: boolean;
  /** Its label stands apart from what it says, above it or within a line: it need not be all that is said there. */
  readonly isApart?: boolean;
}

/** A word or phrase by which a question may call a row or a column. */
export interface Label {
  readonly span: Span;
  /** Normalised, without white space, marks and the unit in brackets. */
  readonly text: string;
  /** Other ways to write it: 周二 of 星期二. */
  readonly others?: readonly string[];
  /** Where it is the name of a period: that period, ISO 8601, and without the year where it says none. */
  readonly periods?: readonly string[];
}

export interface Cell extends Label {
  readonly column: number;
  /** It stands in a row above and reaches into this one. */
  readonly reaches: boolean;
}

/** Articles whose tables are kept. */
const ARTICLES_KEPT = 64;
/** Rows of one table that are read. */
const ROWS_READ = 3000;
/** UTF-16 units of a line that leads in to a table. */
const LEAD_IN = 60;

const TOTAL = /^(?:合计|总计|共计|小计|总数|总和|总额|汇总|平均|均值|平均值|合计数)$/u;
/** A dash, or nothing but marks: the cell gives no value. */
const EMPTY = /^(?:[-—–…./*]+|无|n\/?a|暂无|不详|空)$/u;

const held = new LRUCache<Article, readonly Table[]>({ max: ARTICLES_KEPT });

/** The tables of an article, in order. */
export function tablesOf(article: Article): readonly Table[] {
  let tables = held.get(article);
  if (tables === undefined) {
    tables = readTables(article);
    held.set(article, tables);
  }
  return tables;
}

/** Whether a cell says that it has no value. */
export function isEmpty({ text }: Label): boolean {
  return EMPTY.test(text);
}

function readTables(article: Article): readonly Table[] {
  const runs: Paragraph[][] = [];
  let last: Paragraph | undefined;
  for (const paragraph of article.paragraphs) {
    if (paragraph.row !== undefined) {
      const isNext = last?.row !== undefined && isSameTable(last.row, paragraph.row);
      if (isNext) runs.at(-1)?.push(paragraph);
      else runs.push([paragraph]);
    }
    last = paragraph;
  }
  const tables = runs.map((run) => readTable(article, run.slice(0, ROWS_READ)));
  const labelled = labelledLines(article);
  return labelled.length > 0 ? [...tables, formOf(article, labelled)] : tables;
}

function isSameTable(one: TableRow, other: TableRow): boolean {
  const [captions, others] = [one, other].map((row) => row.captions.map(({ start }) => start));
  if (captions?.join() !== others?.join()) return false;
  const keys = new Set(one.cells.map(keyOf));
  const isHeadless = (row: TableRow) => row.cells.every(({ above }) => above.length === 0);
  if (isHeadless(one) || isHeadless(other))
    return isHeadless(one) && isHeadless(other) && one.cells.length === other.cells.length;
  return other.cells.some((cell) => cell.above.length > 0 && keys.has(keyOf(cell)));
}

function keyOf({ above }: TableRow['cells'][number]): string {
  return above.map(({ start }) => start).join();
}

function readTable(article: Article, run: readonly Paragraph[]): Table {
  const rows = run.flatMap((paragraph) =>
    paragraph.row ? [{ paragraph, row: paragraph.row }] : [],
  );
  if (rows.every(({ row }) => row.cells.every(({ above }) => above.length === 0)))
    return formOf(
      article,
      rows.flatMap(({ paragraph, row }) => pairsOf(row).map((pair) => ({ paragraph, ...pair }))),
    );
  const year = yearOf(article, run);
  const places = new Map<string, number>();
  const columns: Column[] = [];
  const placeOf = (key: string, above: readonly Span[]) => {
    let place = places.get(key);
    if (place === undefined) {
      place = columns.length;
      places.set(key, place);
      columns.push({ place, heads: above.map((at) => labelOf(article, at, true, year)) });
    }
    return place;
  };
  const columnAt = new Map<number, number>();
  const read = rows.map(({ paragraph, row }, place): Row => {
    const cells = new Map<number, Cell>();
    for (const [i, { span: at, above }] of row.cells.entries()) {
      const column = placeOf(
        above.length === 0 ? `#${i}` : keyOf({ span: at, above, beside: [] }),
        above,
      );
      columnAt.set(at.start, column);
      cells.set(column, { ...labelOf(article, at, false, year), column, reaches: false });
    }
    for (const at of row.cells.flatMap(({ beside }) => beside)) {
      const column = columnAt.get(at.start);
      if (column === undefined || cells.has(column)) continue;
      cells.set(column, { ...labelOf(article, at, false, year), column, reaches: true });
    }
    return {
      place,
      paragraph,
      cells,
      isTotal: [...cells.values()].some(({ text }) => TOTAL.test(text)),
    };
  });
  return { article, columns, rows: read, about: aboutOf(article, run), isForm: false };
}

/** 姓名 | 张三 | 性别 | 男: labels, each before what it says. */
function pairsOf({ cells }: TableRow): { readonly label: Span; readonly value: Span }[] {
  return cells.flatMap(({ span: value }, i) => {
    const label = i % 2 === 1 ? cells[i - 1]?.span : undefined;
    return label === undefined ? [] : [{ label, value }];
  });
}

interface Labelled {
  readonly paragraph: Paragraph;
  readonly label: Span;
  readonly value: Span;
  readonly isApart?: boolean;
}

function formOf(article: Article, entries: readonly Labelled[]): Table {
  const year = yearOf(article, []);
  const columns = [0, 1].map((place): Column => ({ place, heads: [] }));
  const rows = entries.map(({ paragraph, label, value, isApart = false }, place): Row => {
    const cells = [label, value].map((at, column): [number, Cell] => [
      column,
      { ...labelOf(article, at, column === 0, year), column, reaches: false },
    ]);
    return { place, paragraph, cells: new Map(cells), isTotal: false, isApart };
  });
  return { article, columns, rows, about: aboutForm(article), isForm: true };
}

function labelOf(article: Article, at: Span, isHead: boolean, year: string | undefined): Label {
  const text = normalize(slice(article.text, at))
    .text.replace(/[\s*_`]+/gu, '')
    .replace(/^(?:其中|#+):?(?=.)/u, '')
    .replace(/(?<=.):$/u, '');
  const bare = text.replace(isHead ? IN_BRACKETS : UNIT, '');
  const periods = periodsOf(bare, year);
  const day = /^(?:星期|周|礼拜)([一二三四五六日天])$/u.exec(bare)?.[1];
  return {
    span: at,
    text: bare,
    ...(day !== undefined && { others: ['星期', '周', '礼拜'].map((week) => week + day) }),
    ...(periods.length > 0 && { periods }),
  };
}

/** What a head says in brackets behind itself, the unit as a rule. */
const IN_BRACKETS = /(?<=[^(])[(][^()]{1,12}[)]$/u;
/** The unit behind the label of a row; what else stands there may be all that tells it from the next. */
const UNIT =
  /(?<=\p{Script=Han})[(](?:[%‰℃]|[万亿千百]?[元人个吨米克度天年月日岁张套件户台辆次名家亩千瓦时平方公里升/立美%]{1,8})[)]$/u;

/** The period that a label names, where it names nothing else: 上半年 of the year of its table. */
function periodsOf(text: string, year: string | undefined): string[] {
  if (text.length > PERIOD_LIMIT || !/[\d年月季周]/u.test(text)) return [];
  const spoken = /^(?:19|20)\d{2}$/u.test(text) ? `${text}年` : text;
  const found = [year, undefined].flatMap((reference) => {
    const [only, ...more] = parsePeriods(spoken, reference);
    const isWhole = only !== undefined && only.end - only.start >= spoken.length - 1;
    return isWhole && more.length === 0 ? [only.period] : [];
  });
  return [...new Set(found)];
}

/** UTF-16 units of the longest name of a period. */
const PERIOD_LIMIT = 12;

/** What 上半年 is of: the year of the table's captions, else of the title, else of the file. */
function yearOf(article: Article, [first]: readonly Paragraph[]): string | undefined {
  const captions = (first?.row?.captions ?? []).map((at) => slice(article.text, at));
  return [captions.join(' '), article.title, article.file]
    .map((words) => /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(words)?.[0])
    .find((year) => year !== undefined);
}

/** What a notice with labels is about: its title, whose it is, and the sentence that it opens with. */
function aboutForm(article: Article): string {
  const opening = article.paragraphs[0]?.sentences[0];
  const first = opening === undefined ? '' : slice(article.text, opening.span);
  return normalize([aboutArticle(article), ...otherNames(article), first].join('\n')).text;
}

function aboutOf(article: Article, run: readonly Paragraph[]): string {
  const [first] = run;
  const before = article.paragraphs[(first?.number ?? 0) - 2];
  const leadIn =
    before === undefined || before.row !== undefined ? '' : slice(article.text, before.span);
  const heading = article.headings
    .filter(({ span: at }) => at.start < (first?.span.start ?? 0))
    .map(({ text }) => text)
    .slice(-2);
  const captions = (first?.row?.captions ?? []).map((at) => slice(article.text, at));
  const said = [article.title, ...heading, ...captions, leadIn.length <= LEAD_IN ? leadIn : ''];
  return normalize(said.join('\n')).text;
}

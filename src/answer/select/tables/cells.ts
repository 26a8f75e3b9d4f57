import type { Figure } from '../../../figures/parts/figure.ts';
import { demandOf } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { slice } from '../../../util/span.ts';
import { TOLD_FORMS } from '../data/told-forms.ts';
import { FORMS_OF_THINGS } from '../data/told-forms-of-things.ts';
import { writesQuantity } from '../figures/written-quantity.ts';
import { type Cell, isEmpty, type Row, type Table } from './table.ts';

/** Finds the figure that a cell holds. */
export type FigureOf = (cell: Cell) => Figure | undefined;

/** Columns that number the rows. */
const NUMBERING = /^(?:序号|编号|代码|.{0,4}代码|no\.?|排名|名次|位次)$/u;

/** The column that names what the rows are about: the first whose words are no dates or numbers and differ. */
export function nameColumn({ columns, rows }: Table): number {
  const found = columns.find(({ place, heads }) => {
    if (NUMBERING.test(heads.at(-1)?.text ?? '')) return false;
    const cells = rows.flatMap(({ cells }) => cells.get(place) ?? []);
    const words = cells.filter(({ text, periods }) => periods === undefined && !/^\d/u.test(text));
    return (
      words.length * 2 > rows.length &&
      new Set(words.map(({ text }) => text)).size >= words.length * 0.8
    );
  });
  return found?.place ?? columns[0]?.place ?? 0;
}

/** What a row is called, in the article's own characters. */
export function nameOf(table: Table, { cells }: Row): string {
  const beside = [...cells.values()].filter(({ reaches }) => reaches);
  const own = cells.get(nameColumn(table)) ?? [...cells.values()][0];
  const names =
    own === undefined || beside.includes(own)
      ? [...beside, ...firstWords(cells, beside)]
      : [...beside, own];
  return names.map(({ span }) => slice(table.article.text, span)).join(' ');
}

function firstWords(cells: Row['cells'], beside: readonly Cell[]): Cell[] {
  const own = [...cells.values()].find((cell) => !beside.includes(cell));
  return own === undefined ? [] : [own];
}

/** What a column is called, in the article's own characters. */
export function headOf({ article, columns }: Table, place: number): string {
  return (columns[place]?.heads ?? []).map(({ span }) => slice(article.text, span)).join(' ');
}

export function isNumeric({ rows }: Table, column: number, figureOf: FigureOf): boolean {
  const cells = rows
    .flatMap(({ cells }) => cells.get(column) ?? [])
    .filter((cell) => !isEmpty(cell));
  return cells.filter((cell) => figureOf(cell) !== undefined).length * 2 > cells.length;
}

/** What a cell is like that says when. */
const TIME = /\d|[年月日周]|星期|每天|全天|节假日|长期|随时|[一二三四五六七八九十]点/u;
/** What a cell is like that says neither who nor where. */
const NOBODY = /^[\d.,:%-]+(?:$|[万亿]?(?:元|人|名|次|天|小时|分钟|岁|周岁))/u;
const NUMBERS: ReadonlySet<Question['type']> = new Set(['number', 'money', 'duration', 'ordinal']);

/** What a labelled line is like that says when: 15元/人 is none, though it holds a number. */
const WHEN =
  /[年月日号时]|\d点|\d:\d{2}|\d[/.-]\d|[周星期][一二三四五六日天]|每天|全天|节|长期|随时|[一二三四五六七八九十]点/u;

const FORMS = [...TOLD_FORMS, ...FORMS_OF_THINGS];

/** Whether a labelled line tells what is asked in the form in which such things are told. */
function isToldBy({ type, normalized }: Question, line: string): boolean {
  if (type === 'date' && !WHEN.test(line.replace(/时(?:间|段|刻)/gu, ''))) return false;
  return FORMS.every(({ asked, told }) => !asked.test(normalized) || told.test(line));
}

const COUNTED: ReadonlySet<Question['type']> = new Set(['number', 'money']);

/** Whether what a cell says may be an answer of the kind asked for. */
export function isFitting(
  question: Question,
  { article, isForm }: Table,
  { cell, label }: { readonly cell: Cell; readonly label: string },
  figureOf: FigureOf,
): boolean {
  const { type } = question;
  if (isForm && !isToldBy(question, `${label}:${cell.text}`)) return false;
  // no head says what the number of a labelled line counts: 能借几本 is not told by 借期：一个月
  if (isForm && COUNTED.has(type)) {
    const demand = demandOf(question, article);
    if (demand.counter !== undefined || demand.dimension !== undefined)
      return writesQuantity(demand, cell.text) || cell.text.includes(`一${demand.counter}`);
  }
  if (type === 'date') return TIME.test(cell.text);
  if (type === 'person' || type === 'place') return !NOBODY.test(cell.text);
  return (
    !NUMBERS.has(type) ||
    figureOf(cell) !== undefined ||
    /\d|[一二三四五六七八九十]|免费|不限/u.test(cell.text)
  );
}

import { type Operation, reckon } from '../../../figures/arithmetic.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import type { Question } from '../../../question/question.ts';
import { slice } from '../../../util/span.ts';
import { type FigureOf, headOf, isNumeric, nameOf } from './cells.ts';
import { RANK_HEADS } from './data/column-words.ts';
import type { Matched } from './match-table.ts';
import type { Order, TableOperation, Threshold } from './operations.ts';
import { type Cell, isEmpty, type Row, type Table } from './table.ts';
import type { TableAnswer, TablePick } from './table-answer.ts';

/** Rows that are quoted at most. */
const ROWS_QUOTED = 8;
/** Figures that one sum adds up at most, so that its parts can be told. */
const SUMMANDS = 12;

/** A cell with its value, and what it is called among those it is compared with. */
interface Valued {
  readonly row: Row;
  readonly cell: Cell;
  readonly value: number;
  readonly name: string;
}

const PLAIN = /^[<>≤≥±+\-−]?\d[\d,]*(?:\.\d+)?/u;

function plainValue({ text }: Cell): number | undefined {
  const [number] = PLAIN.exec(text) ?? [];
  return number === undefined ? undefined : Number(number.replace(/,/gu, '').replace('−', '-'));
}

function worth(cell: Cell, figureOf: FigureOf): number | undefined {
  return figureOf(cell)?.value ?? plainValue(cell);
}

/** The cells along which a question looks for one: those of the column named, else those of the row named. */
function along(
  { table, rows, named, columns }: Matched,
  figureOf: FigureOf,
): { readonly measure: string; readonly cells: readonly Valued[] } | undefined {
  const valued = (row: Row, cell: Cell, name: string): Valued[] => {
    const value = isEmpty(cell) ? undefined : worth(cell, figureOf);
    return value === undefined ? [] : [{ row, cell, value, name }];
  };
  const [column] = columns;
  if (columns.length === 1 && column !== undefined) {
    if (!isNumeric(table, column, figureOf)) return undefined;
    const cells = rows.flatMap((row) => {
      const cell = row.cells.get(column);
      return cell === undefined ? [] : valued(row, cell, nameOf(table, row));
    });
    return cells.length < 2 ? undefined : { measure: headOf(table, column), cells };
  }
  const [row] = rows;
  if (columns.length > 0 || named.length === 0 || rows.length !== 1 || row === undefined)
    return undefined;
  const taken = named.map((group) => group.column);
  const cells = [...row.cells.values()]
    .filter((cell) => !taken.includes(cell.column) && figureOf(cell) !== undefined)
    .flatMap((cell) => valued(row, cell, headOf(table, cell.column)));
  const units = new Set(cells.map(({ cell }) => figureOf(cell)?.unit));
  return cells.length < 2 || units.size > 1 ? undefined : { measure: nameOf(table, row), cells };
}

/** The greatest or least, or the first few of them by the order of their values. */
export function extremes(
  matched: Matched,
  { order, count }: { readonly order: Order; readonly count: number },
  figureOf: FigureOf,
): TableAnswer | undefined {
  const { table } = matched;
  const ranked =
    count > 1 || matched.columns.length === 0 ? byRank(matched, order, count) : undefined;
  if (ranked !== undefined && matched.columns.length === 0 && matched.named.length === 0)
    return { kind: 'found', table, picks: ranked };
  const line = along(matched, figureOf);
  if (line === undefined || count > ROWS_QUOTED) return undefined;
  const sign = order === 'most' ? -1 : 1;
  const sorted = [...line.cells].sort((a, b) => sign * (a.value - b.value));
  const last = sorted[Math.min(count, sorted.length) - 1];
  // of equals none is left out
  const first = sorted.filter(
    ({ value }) => last !== undefined && sign * (value - last.value) <= 0,
  );
  if (first.length > ROWS_QUOTED) return undefined;
  return {
    kind: 'found',
    table,
    picks: picksOf(first),
    remark: {
      kind: 'extreme',
      ...{ measure: line.measure, order, among: line.cells.length },
      values: first.map(({ name, cell }) => ({
        name,
        value: slice(table.article.text, cell.span),
      })),
    },
  };
}

/** The rows by the place that the table gives them. */
function byRank({ table, rows }: Matched, order: Order, count: number): TablePick[] | undefined {
  const ranks = ranksOf(table, rows);
  if (ranks.length < count) return undefined;
  const sorted = [...ranks].sort((a, b) => a.value - b.value);
  const chosen = order === 'most' ? sorted.slice(0, count) : sorted.slice(-count);
  return chosen.map(({ row, cell }) => ({ row, cells: [cell] }));
}

function ranksOf(table: Table, rows: readonly Row[]): Omit<Valued, 'name'>[] {
  const rank = rankColumn(table);
  if (rank === undefined) return [];
  return rows.flatMap((row) => {
    const cell = row.cells.get(rank.place);
    const value = cell && plainValue(cell);
    return cell === undefined || value === undefined ? [] : [{ row, cell, value }];
  });
}

function rankColumn({ columns }: Table) {
  return columns.find(({ heads }) => RANK_HEADS.test(heads.at(-1)?.text ?? ''));
}

/** Who has a place: by the table's own order, else by the column that is named. */
export function placed(
  matched: Matched,
  { place, fromEnd }: Extract<TableOperation, { kind: 'place' }>,
  figureOf: FigureOf,
): TableAnswer | undefined {
  const { table, rows, columns } = matched;
  const ranks = ranksOf(table, rows).sort((a, b) => a.value - b.value);
  // 排名第一 names the column of the places itself
  const order = rankColumn(table)?.place;
  if (ranks.length > 0 && columns.every((column) => column === order)) {
    const found = fromEnd
      ? ranks.slice(-place, ranks.length - place + 1 || undefined)
      : ranks.filter(({ value }) => value === place);
    return found.length === 0
      ? undefined
      : { kind: 'found', table, picks: found.map(({ row, cell }) => ({ row, cells: [cell] })) };
  }
  return place === 1
    ? extremes(matched, { order: fromEnd ? 'least' : 'most', count: 1 }, figureOf)
    : undefined;
}

/** The rows, or the cells of one row, that meet a bound. */
export function meeting(
  matched: Matched,
  { said, isScaled, isOfChange, isMet }: Threshold,
  figureOf: FigureOf,
): TableAnswer | undefined {
  const line = along(matched, figureOf);
  if (line === undefined || (isOfChange && !CHANGE.test(line.measure))) return undefined;
  const isPlain = (cell: Cell) => !isScaled && plainValue(cell) !== undefined;
  const held = ({ cell, value: own }: Valued) => (isPlain(cell) ? (plainValue(cell) ?? own) : own);
  const met = line.cells.filter((one) => isMet(held(one)));
  if (met.length === 0) return undefined;
  const picks = picksOf(met);
  return {
    kind: 'found',
    table: matched.table,
    picks: picks.slice(0, ROWS_QUOTED),
    remark: {
      kind: 'meeting',
      measure: line.measure,
      said,
      met: met.length,
      among: line.cells.length,
    },
  };
}

/** Heads of columns that say by how much something rose or fell. */
const CHANGE = /同比|环比|增长|增速|增幅|涨幅|涨跌|变化|增减|较上/u;

function picksOf(cells: readonly Valued[]): TablePick[] {
  const picks = new Map<Row, Cell[]>();
  for (const { row, cell } of cells) picks.set(row, [...(picks.get(row) ?? []), cell]);
  return [...picks].map(([row, of]) => ({ row, cells: of }));
}

/** Two cells of one row or one column, and how they stand to each other. */
export function compared(
  question: Question,
  matched: Matched,
  operation: Exclude<Operation, 'sum'>,
  figureOf: FigureOf,
): TableAnswer | undefined {
  const { table, rows, columns, sides } = matched;
  const [row] = rows;
  const cells =
    columns.length === 1 && rows.length === 2
      ? rows.map((one) => ({ row: one, cell: one.cells.get(columns[0] ?? 0) }))
      : rows.length === 1 && row !== undefined && sides.length === 2
        ? sides.map((place) => ({ row, cell: row.cells.get(place) }))
        : [];
  const both = cells.flatMap(({ row: of, cell }) => {
    const figure = cell && figureOf(cell);
    return cell === undefined || figure === undefined ? [] : [{ row: of, cell, figure }];
  });
  if (both.length !== 2) return undefined;
  return reckoned(table, operation, both, LESS.test(question.normalized));
}

/** The row that the table adds up itself, else what a few cells of one column come to. */
export function summed(matched: Matched, figureOf: FigureOf): TableAnswer | undefined {
  const { table, rows, named, columns } = matched;
  const [column] = columns;
  if (columns.length !== 1 || column === undefined) return undefined;
  const totals = table.rows.filter(({ isTotal, cells }) => isTotal && cells.has(column));
  const [total] = totals;
  const cell = total?.cells.get(column);
  if (named.length === 0 && total !== undefined && cell !== undefined)
    return { kind: 'found', table, picks: [{ row: total, cells: [cell] }] };
  const parts = rows.flatMap((row) => {
    const own = row.cells.get(column);
    const figure = own && figureOf(own);
    return own === undefined || figure === undefined ? [] : [{ row, cell: own, figure }];
  });
  if (parts.length < 2 || parts.length > SUMMANDS || parts.length < rows.length) return undefined;
  if (NO_SUM.test(headOf(table, column))) return undefined;
  return reckoned(table, 'sum', parts);
}

/** What is added up of no two things: prices, shares, scores, places. */
const NO_SUM = /价|率|比|平均|均|排名|名次|等级|占|%|时长|年龄/u;

function reckoned(
  table: Table,
  operation: Operation,
  parts: readonly Part[],
  asksLess = false,
): TableAnswer | undefined {
  const figures = parts.map(({ figure }) => figure);
  const reckoning = reckon(operation, figures, {
    across: ['period', 'actor'],
    areCounts: true,
  });
  if (reckoning.kind === 'refused') return undefined;
  const [first, second] = parts;
  const verdict =
    operation !== 'greater' || first === undefined || second === undefined
      ? undefined
      : verdictOf(table, first, second, asksLess);
  const comparison = { figures, reckoning, ...(verdict !== undefined && { verdict }) };
  const picks = picksOf(
    parts.map(({ row, cell, figure }) => ({ row, cell, value: figure.value, name: '' })),
  );
  return {
    kind: 'found',
    table,
    picks: picks.slice(0, ROWS_QUOTED),
    remark: { kind: 'comparison', comparison },
  };
}

interface Part {
  readonly row: Row;
  readonly cell: Cell;
  readonly figure: Figure;
}

/** Who asks so wants to hear of the lesser one. */
const LESS = /低|少|小|轻|便宜|短/u;

function verdictOf(table: Table, one: Part, other: Part, asksLess: boolean) {
  if (one.figure.value === other.figure.value) return { kind: 'equal' } as const;
  const [more, less] = one.figure.value > other.figure.value ? [one, other] : [other, one];
  const { row, cell } = asksLess ? less : more;
  const term = one.row === other.row ? headOf(table, cell.column) : nameOf(table, row);
  return { kind: asksLess ? 'lower' : 'higher', side: { kind: 'term', term } } as const;
}

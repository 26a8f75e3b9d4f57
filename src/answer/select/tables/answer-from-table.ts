import { parsePeriods } from '../../../figures/parts/periods.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { Question } from '../../../question/question.ts';
import { slice } from '../../../util/span.ts';
import { type FigureOf, headOf, isFitting, isNumeric, nameColumn, nameOf } from './cells.ts';
import { ASKED_KINDS, RANK_HEADS } from './data/column-words.ts';
import type { Matched } from './match-table.ts';
import { operationOf, operationSpans, type TableOperation } from './operations.ts';
import { compared, extremes, meeting, placed, summed } from './reckoned-cells.ts';
import { isEmpty, type Row, type Table } from './table.ts';
import type { TableAnswer, TablePick } from './table-answer.ts';
import { unsaidBy } from './unsaid-words.ts';

/** Rows that are quoted at most where several are asked for. */
const ROWS_QUOTED = 8;
/** Types of answers that no cell gives, but where a label names them. */
const TOLD: ReadonlySet<Question['type']> = new Set(['reason', 'definition']);

/**
 * The cells of a table that a question names by row and column, or what comes of them: undefined
 * where the question says anything that the table does not.
 */
export function answerFromTable(
  question: Question,
  matched: Matched,
  figureOf: FigureOf,
): TableAnswer | undefined {
  const { table, isByKind, mentions } = matched;
  if (mentions.length === 0 || (TOLD.has(question.type) && matched.columns.length === 0))
    return undefined;
  if (table.isForm && TOLD.has(question.type) && !isOfCause(matched)) return undefined;
  const { things, others, short } = unsaidBy(question, matched);
  // jieba makes words up of verbs with what becomes of them: 登不上
  const named = things.filter(({ text }) => question.tags.get(text) !== 'x');
  const isUnsaid = things.length > 0 || others.length > 0;
  if (isUnsaid && (named.length > 0 || !tellsNumber(question, matched))) return undefined;
  const operation = operationBeside(question, mentions);
  if (
    isByKind &&
    mentions.every(({ score }) => score === 0) &&
    operation.kind === 'lookup' &&
    (!table.isForm || short.length > 0)
  )
    return undefined;
  // 暖气费什么时候交 is not told by 供暖时间, which says it in other words and leaves out what is done
  const isInOtherWords = question.type === 'date' && !mentions.some(({ isWhole }) => isWhole);
  if (table.isForm && short.length > 0 && isInOtherWords) return undefined;
  if (lacksPeriod(question, matched)) return undefined;
  if (matched.rows.length === 0) {
    const names = matched.named.map(({ cells }) => [...cells.keys()].join('、'));
    const isWhole = matched.isNamedWhole;
    return isWhole && names.length > 1
      ? { kind: 'refused', refusal: { reason: 'noSuchRow', names }, table }
      : undefined;
  }
  const rows = matched.rows.filter(({ isTotal }) => !isTotal || isNamed(matched));
  return carryOut(operation, question, { ...matched, rows }, figureOf);
}

/** What is asked of the cells; 100周岁以上 is no bound where it is the name of a row. */
function operationBeside(question: Question, mentions: Matched['mentions']): TableOperation {
  const operation = operationOf(question);
  const isNamed = (at: number) => mentions.some(({ start, end }) => start <= at && at < end);
  // 冠军 of 冠军奖金 asks for no first
  if (operation.kind === 'place') {
    const spans = operationSpans(question);
    const isName = spans.length > 0 && spans.every(({ start }) => isNamed(start));
    return isName ? { kind: 'lookup' } : operation;
  }
  if (operation.kind !== 'threshold') return operation;
  const at = question.normalized.indexOf(operation.threshold.said);
  return isNamed(at) ? { kind: 'lookup' } : operation;
}

/** Labels of lines that tell why something is, or what it means. */
const CAUSE_LABEL = /(?:原因|理由|事由|目的|背景|缘由|由来|宗旨|意义|说明|定义|含义|简介)$/u;

/** Whether the labelled lines named tell of a cause or of a meaning, or are named whole. */
function isOfCause({ named, mentions }: Matched): boolean {
  return (
    mentions.some(({ isWhole }) => isWhole) ||
    named.every(({ cells }) => [...cells.keys()].every((one) => CAUSE_LABEL.test(one)))
  );
}

/** Whom to ring is asked, and one labelled line that the question names gives a number. */
function tellsNumber({ normalized }: Question, { table, rows, named }: Matched): boolean {
  const [row, ...others] = rows;
  if (!table.isForm || named.length === 0 || row === undefined || others.length > 0) return false;
  return /电话|号码/u.test(normalized) && /\d{3,4}-?\d{4,}/u.test(row.cells.get(1)?.text ?? '');
}

function isNamed({ named, table }: Matched): boolean {
  return (
    named.some(({ cells }) => [...cells.values()].flat().some(({ isTotal }) => isTotal)) &&
    table.rows.length > 0
  );
}

function carryOut(
  operation: TableOperation,
  question: Question,
  matched: Matched,
  figureOf: FigureOf,
): TableAnswer | undefined {
  const { table, rows, named, columns } = matched;
  switch (operation.kind) {
    case 'extreme':
      return isOne(matched)
        ? lookUp(question, matched, figureOf)
        : (extremes(matched, operation, figureOf) ?? undefined);
    case 'place':
      return placed(matched, operation, figureOf);
    case 'rank': {
      const rank = table.columns.find(({ heads }) => RANK_HEADS.test(heads.at(-1)?.text ?? ''));
      if (rank === undefined || named.length === 0) return undefined;
      return lookUp(question, { ...matched, columns: [rank.place] }, figureOf);
    }
    case 'threshold':
      return isOne(matched)
        ? lookUp(question, matched, figureOf)
        : meeting(matched, operation.threshold, figureOf);
    case 'compare':
      return compared(question, matched, operation.operation, figureOf);
    case 'sum':
      return named.length > 0 && rows.length === 1 && columns.length > 0
        ? lookUp(question, matched, figureOf)
        : summed(matched, figureOf);
    case 'lookup':
      return lookUp(question, matched, figureOf);
  }
}

/** One cell is named by row and column. */
function isOne({ rows, named, columns }: Matched): boolean {
  return named.length > 0 && rows.length === 1 && columns.length === 1;
}

/** The cells where the rows and columns named meet; without a column, the rows that hold what is named. */
function lookUp(
  question: Question,
  { table, rows, named, columns, items }: Matched,
  figureOf: FigureOf,
): TableAnswer | undefined {
  if (
    named.length === 0 ||
    rows.length === 0 ||
    (rows.length === table.rows.length && rows.length > 1)
  )
    return undefined;
  const taken = named.map(({ column }) => column);
  const asked =
    [items, columns].find((some) => some.length > 0) ??
    itemsAsked(question, table, taken) ??
    valuesAsked(question, rows, figureOf);
  if (asked === undefined) return undefined;
  const picks = rows.map(
    (row): TablePick => ({
      row,
      cells: asked
        .flatMap((column) => row.cells.get(column) ?? [])
        .filter((cell) => !isEmpty(cell)),
    }),
  );
  const given = picks.filter(
    ({ row, cells }) =>
      cells.length > 0 &&
      cells.some((cell) =>
        isFitting(question, table, { cell, label: row.cells.get(0)?.text ?? '' }, figureOf),
      ),
  );
  if (given.length === 0) {
    const [row] = rows;
    const [column = 0] = asked;
    if (row === undefined || rows.length > 1) return undefined;
    const cell = row.cells.get(column);
    // what a column holds of the other rows is not of the kind asked for, either
    if (cell !== undefined && !isEmpty(cell) && !isNumeric(table, column, figureOf))
      return undefined;
    const written = cell === undefined ? undefined : slice(table.article.text, cell.span);
    return {
      kind: 'refused',
      refusal: {
        reason: 'notGiven',
        row: nameOf(table, row),
        column: headOf(table, column),
        ...(written !== undefined && { written }),
      },
      table,
      row,
    };
  }
  const shown = given.slice(0, ROWS_QUOTED);
  return {
    kind: 'found',
    table,
    picks: shown,
    ...(given.length > shown.length && {
      remark: { kind: 'shown', shown: shown.length, all: given.length },
    }),
  };
}

/** All values of one row, where a number is asked and the row gives it in some cases: 城镇 | 农村. */
function valuesAsked(
  { type, counter, head, normalized }: Question,
  rows: readonly Row[],
  figureOf: FigureOf,
): readonly number[] | undefined {
  const [row, ...others] = rows;
  const isKind = ASKED_KINDS.some(({ asked }) => asked.test(normalized));
  const isOpen = type === 'number' && counter === undefined && head === undefined && !isKind;
  if (!(isOpen || type === 'money') || row === undefined || others.length > 0) return undefined;
  const figures = [...row.cells.values()].flatMap((cell) => {
    const figure = figureOf(cell);
    return figure === undefined ? [] : [{ column: cell.column, unit: figure.unit }];
  });
  const [first] = figures;
  const isOfOneUnit = figures.every(({ unit }) => unit !== '' && unit === first?.unit);
  const isAsked = type === 'number' || dimensionOf(first?.unit ?? '') === 'money';
  if (first === undefined || figures.length > CASES || !isOfOneUnit || !isAsked) return undefined;
  return figures.map(({ column }) => column);
}

/** Cases at most in which a row gives a number. */
const CASES = 4;

/** Which rows, asked for by what they hold: 城建办负责哪些项目. The column that names them is the answer. */
function itemsAsked(
  question: Question,
  table: Table,
  taken: readonly number[],
): readonly number[] | undefined {
  const { normalized, head, bare, typed } = question;
  // 有多重 asks for what no column gives
  const isItem = /哪[个些几款支家种项]/u.test(normalized);
  if ((!isItem && ASKED_KINDS.some(({ asked }) => asked.test(normalized))) || (bare && typed))
    return undefined;
  if (!bare && !/哪|谁|什么|多少|几/u.test(normalized)) return undefined;
  const noun = head?.text;
  const named = table.columns.filter(({ place, heads }) => {
    const text = heads.at(-1)?.text ?? '';
    return (
      noun !== undefined && !taken.includes(place) && (text.startsWith(noun) || text.endsWith(noun))
    );
  });
  if (named.length > 0) return named.map(({ place }) => place);
  const names = nameColumn(table);
  return bare || (!taken.includes(names) && /哪|谁|什么/u.test(normalized)) ? [names] : undefined;
}

/** A period is asked that neither the table's own names of periods nor what stands above it have. */
function lacksPeriod(question: Question, { table, mentions }: Matched): boolean {
  const { article, about } = table;
  const written = writtenOn(article);
  const asked = parsePeriods(question.normalized, written).filter(({ role }) => role === 'time');
  const above = parsePeriods(about, written);
  return asked.some(
    (one) =>
      !mentions.some(({ start, end }) => start < one.end && end > one.start) &&
      !above.some(({ period }) => period.startsWith(one.period) || one.period.startsWith(period)) &&
      written?.startsWith(one.period) !== true,
  );
}

import { parsePeriods } from '../../../figures/parts/periods.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import type { Question } from '../../../question/question.ts';
import { ASKED_KINDS, COUNT_HEADS } from './data/column-words.ts';
import { type Mention, otherMention, partMention, wholeMention } from './phrases.ts';
import type { Cell, Column, Label, Row, Table } from './table.ts';

/** What a question says of a table's rows and columns. */
export interface Matched {
  readonly table: Table;
  /** The rows that hold all that is named; all rows where nothing is. */
  readonly rows: readonly Row[];
  /** What names rows, by the column of the cells named; of one column any may be meant. */
  readonly named: readonly NamedCells[];
  /** The columns asked for, those that fit best; [] where none is named. */
  readonly columns: readonly number[];
  /** Columns whose heads the question says whole: the two sides of a comparison. */
  readonly sides: readonly number[];
  /** The columns are told by the kind of answer alone: who, where, when. */
  readonly isByKind: boolean;
  /** Where the question names rows and columns, in units of it. */
  readonly mentions: readonly Mention[];
}

export interface NamedCells {
  readonly column: number;
  /** The text of each cell that is named, with its rows. */
  readonly cells: ReadonlyMap<string, readonly Row[]>;
}

/** A cell, or several of one text, that a question names. */
interface Naming {
  readonly column: number;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly mention: Mention;
}

/** A number, with its unit or without, and no name of anything. */
const NUMBER = /^[<>≤≥±+\-−]?\d[\d,.]*(?:[%‰]|\p{L}{0,4})?$/u;
/** A telephone or another number by which one thing is known. */
const CODE = /^\d[\d-]{4,}$/u;

export function matchTable(question: Question, table: Table, writtenWords: WrittenWords): Matched {
  const namings = apart(namingsOf(question, table), headMentions(question, table));
  const mayBeAsked = (column: number) => !namings.some((naming) => naming.column === column);
  const heads = table.columns.flatMap(({ place, heads }) => {
    if (!mayBeAsked(place)) return [];
    const mentions = distinct(
      heads.flatMap((head) => headMention(question, table, head, writtenWords) ?? []),
    ).filter((mention) => !namings.some((naming) => isWithin(mention, naming.mention)));
    const score = mentions.reduce((sum, mention) => sum + mention.score, 0);
    return score > 0 ? [{ place, mentions, score }] : [];
  });
  const most = Math.max(0, ...heads.map(({ score }) => score));
  const best = heads.filter(({ score }) => score === most);
  let columns = preferCounts(
    best.map(({ place }) => place),
    question,
    table,
  );
  let isByKind = false;
  let named = namings;
  // 星野X卖多少钱: the rows of the table are what is asked, and its columns are of whom
  if (named.length === 0) {
    const labels = labelNamings(question, table, writtenWords, columns.length > 0);
    named = labels.namings;
    isByKind = labels.isByKind;
  }
  if (columns.length === 0 && !table.isForm && named === namings) {
    columns = byKind(
      question,
      table.columns.filter(({ place }) => mayBeAsked(place)),
    );
    isByKind = columns.length > 0;
  }
  const groups = groupsOf(named);
  return {
    table,
    rows: table.rows.filter((row) =>
      groups.every(({ cells }) => [...cells.values()].some((rows) => rows.includes(row))),
    ),
    named: groups,
    columns: table.isForm && named.length > 0 ? [1] : columns,
    sides: sidesAmong(heads),
    isByKind,
    mentions: [...named.map(({ mention }) => mention), ...best.flatMap(({ mentions }) => mentions)],
  };
}

/** The cells that a question names, in whole or in part. */
function namingsOf(question: Question, table: Table): Naming[] {
  const byText = new Map<string, { cell: Cell; rows: Row[] }>();
  for (const row of table.rows) {
    for (const cell of row.cells.values()) {
      if (table.isForm && cell.column > 0) continue;
      const key = `${cell.column} ${cell.text}`;
      const held = byText.get(key);
      if (held) held.rows.push(row);
      else byText.set(key, { cell, rows: [row] });
    }
  }
  return [...byText.values()].flatMap(({ cell, rows }) => {
    const mention = cellMention(question, table, cell);
    return mention ? [{ column: cell.column, text: cell.text, rows, mention }] : [];
  });
}

function cellMention(question: Question, table: Table, cell: Cell): Mention | undefined {
  if (cell.period !== undefined) return periodMention(question, table, cell);
  if (NUMBER.test(cell.text) && !CODE.test(cell.text)) return undefined;
  return wholeMention(question, cell) ?? partMention(question, cell);
}

function periodMention(question: Question, { article }: Table, label: Label): Mention | undefined {
  const said = parsePeriods(question.normalized, writtenOn(article)).find(
    ({ period, role }) => role === 'time' && period === label.period,
  );
  return said && { start: said.start, end: said.end, score: said.end - said.start, isWhole: true };
}

function headMention(
  question: Question,
  table: Table,
  head: Label,
  writtenWords: WrittenWords,
): Mention | undefined {
  if (head.period !== undefined) return periodMention(question, table, head);
  return (
    wholeMention(question, head) ??
    longer(partMention(question, head), otherMention(question, head, writtenWords))
  );
}

function longer(one: Mention | undefined, other: Mention | undefined): Mention | undefined {
  return (other?.score ?? 0) > (one?.score ?? 0) ? other : one;
}

/** The heads that a question says as they are written. */
function headMentions(question: Question, { columns }: Table): Mention[] {
  return columns.flatMap(({ heads }) =>
    heads.flatMap((head) => wholeMention(question, head) ?? []),
  );
}

/** Those that stand within no longer name, of a row or a column: 澄海 in 澄海二队; of one stretch the whole. */
function apart(namings: readonly Naming[], heads: readonly Mention[]): Naming[] {
  const all = [...namings.map(({ mention }) => mention), ...heads];
  return namings.filter(
    ({ mention }) =>
      !all.some(
        (other) =>
          isWithin(mention, other) &&
          (lengthOf(other) > lengthOf(mention) || (other.isWhole && !mention.isWhole)),
      ),
  );
}

function lengthOf({ start, end }: Mention): number {
  return end - start;
}

function isWithin(inner: Mention, outer: Mention): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** One mention for each stretch of the question. */
function distinct(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one, i) =>
      !mentions.some(
        (other, j) => isWithin(one, other) && (j < i || lengthOf(other) > lengthOf(one)),
      ),
  );
}

interface MatchedHeads {
  readonly place: number;
  readonly mentions: readonly Mention[];
  readonly score: number;
}

/** The columns of which another one is said no more of: 男生 | 平均分 beside 女生 | 平均分. */
function sidesAmong(heads: readonly MatchedHeads[]): number[] {
  const whole = heads.filter(({ mentions }) => mentions.some(({ isWhole }) => isWhole));
  const covers = (one: MatchedHeads, other: MatchedHeads) =>
    one !== other &&
    one.score > other.score &&
    other.mentions.every((mention) => one.mentions.some((more) => isWithin(mention, more)));
  return whole
    .filter((one) => !whole.some((other) => covers(other, one)))
    .map(({ place }) => place);
}

/** What names the labels of the first column in other words, or asks for what they give. */
function labelNamings(
  question: Question,
  table: Table,
  writtenWords: WrittenWords,
  hasColumn: boolean,
): { readonly namings: Naming[]; readonly isByKind: boolean } {
  const labels = table.rows.flatMap((row) => {
    const cell = row.cells.get(0);
    return cell === undefined || cell.reaches || row.isTotal ? [] : [{ row, cell }];
  });
  const found = labels.flatMap(({ row, cell }): Naming[] => {
    const mention = otherMention(question, cell, writtenWords);
    return mention ? [{ column: 0, text: cell.text, rows: [row], mention }] : [];
  });
  const most = Math.max(0, ...found.map(({ mention }) => mention.score));
  if (most > 0)
    return { namings: found.filter(({ mention }) => mention.score === most), isByKind: false };
  if (!hasColumn && !table.isForm && !/最/u.test(question.normalized))
    return { namings: [], isByKind: false };
  const kinds = kindsAsked(question);
  for (const heads of kinds) {
    const fitting = labels.filter(({ cell }) => heads.test(cell.text));
    if (fitting.length === 0) continue;
    const at = question.asksAt;
    return {
      namings: fitting.map(({ row, cell }) => ({
        ...{ column: 0, text: cell.text, rows: [row] },
        mention: { start: at, end: at, score: 0, isWhole: false },
      })),
      isByKind: true,
    };
  }
  return { namings: [], isByKind: false };
}

function byKind(question: Question, columns: readonly Column[]): number[] {
  for (const heads of kindsAsked(question)) {
    const fitting = columns.filter((column) => heads.test(column.heads.at(-1)?.text ?? ''));
    if (fitting.length > 0) return fitting.map(({ place }) => place);
  }
  return [];
}

function kindsAsked({ normalized }: Question): readonly RegExp[] {
  return ASKED_KINDS.find(({ asked }) => asked.test(normalized))?.heads ?? [];
}

/** 有多少女生 asks for their number, where the columns below 女生 give more than that. */
function preferCounts(columns: number[], { type }: Question, table: Table): number[] {
  if (columns.length < 2 || type !== 'number') return columns;
  const counts = columns.filter((place) =>
    COUNT_HEADS.test(table.columns[place]?.heads.at(-1)?.text ?? ''),
  );
  return counts.length > 0 ? counts : columns;
}

function groupsOf(namings: readonly Naming[]): NamedCells[] {
  const groups = new Map<number, Map<string, readonly Row[]>>();
  for (const { column, text, rows } of namings) {
    const cells = groups.get(column) ?? new Map<string, readonly Row[]>();
    groups.set(column, cells.set(text, rows));
  }
  return [...groups].map(([column, cells]) => ({ column, cells }));
}

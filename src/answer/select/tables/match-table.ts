import { isCounter } from '../../../figures/parts/units.ts';
import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import type { Question } from '../../../question/question.ts';
import { columnsByKind, preferredColumns } from './columns-by-kind.ts';
import { distinct, isWithin, periodMentions, scoreOf } from './mentions.ts';
import {
  apart,
  apartFromTitle,
  dayPartNamings,
  groupsOf,
  labelNamings,
  labelsOfKind,
  type NamedCells,
  type Naming,
  namingsOf,
} from './name-cells.ts';
import { type Mention, otherMentions, partMentions, wholeMention } from './phrases.ts';
import type { Label, Row, Table } from './table.ts';

/** What a question says of a table's rows and columns. */
export interface Matched {
  readonly table: Table;
  /** The rows that hold all that is named; all rows where nothing is. */
  readonly rows: readonly Row[];
  /** What names rows, by the column of the cells named; of one column any may be meant. */
  readonly named: readonly NamedCells[];
  /** All rows named are named by the whole of a cell. */
  readonly isNamedWhole: boolean;
  /** The columns asked for, those that fit best; [] where none is named. */
  readonly columns: readonly number[];
  /** Columns that name what is asked for: 部门 of 属于哪个部门. */
  readonly items: readonly number[];
  /** Columns whose heads the question says whole: the two sides of a comparison. */
  readonly sides: readonly number[];
  /** The columns are told by the kind of answer alone: who, where, when. */
  readonly isByKind: boolean;
  /** Where the question names rows and columns, in units of it. */
  readonly mentions: readonly Mention[];
}

/** What a question says of a table: which rows it names, and which columns it asks for. */
export function matchTable(question: Question, table: Table, writtenWords: WrittenWords): Matched {
  const inCells = apart(namingsOf(question, table), headMentions(question, table));
  const namings = [...inCells, ...dayPartNamings(question, table)];
  const said = namings.flatMap(({ mentions }) => mentions);
  const matched = table.columns.map(({ place, heads }): MatchedHeads => {
    const mentions = distinct(
      heads.flatMap((head) => mentionsOfHead(question, table, head, writtenWords)),
    ).filter((mention) => !said.some((one) => isWithin(mention, one)));
    return { place, mentions, score: scoreOf(mentions) };
  });
  const isTaken = (place: number) => namings.some(({ column }) => column === place);
  // 哪支球队: what is asked for is the row, and the column in which it is named tells nothing of it
  const isItem = ({ mentions }: MatchedHeads) =>
    mentions.every((mention) => isItemAsked(question, mention));
  const heads = matched.filter((one) => one.score > 0 && !isTaken(one.place) && !isItem(one));
  const most = Math.max(0, ...heads.map(({ score }) => score));
  const best = heads.filter(({ score }) => score === most);
  // 哪款星野手机: what all columns but the first are called tells none of them from the others
  const isAll = best.length > 1 && best.length >= table.columns.length - 1;
  let columns: readonly number[] = isAll
    ? []
    : preferredColumns(
        best.map(({ place }) => place),
        question,
        table,
      );
  let isByKind = false;
  let named: readonly Naming[] = namings;
  // 星野X卖多少钱: the rows of the table are what is asked, and its columns are of whom
  if (namings.length === 0) {
    const labels = labelNamings(question, table, writtenWords, columns.length > 0);
    named = labels.namings;
    isByKind = labels.isByKind;
  }
  if (columns.length === 0 && !table.isForm && (named === namings || named.length === 0)) {
    columns = columnsByKind(
      question,
      table.columns.filter(({ place }) => !isTaken(place)),
    );
    isByKind = columns.length > 0;
  }
  if (table.isForm) named = labelsOfKind(apartFromTitle(named, question, table), question, table);
  const groups = groupsOf(named);
  return {
    table,
    rows: table.rows.filter((row) =>
      groups.every(({ cells }) => [...cells.values()].some((rows) => rows.includes(row))),
    ),
    named: groups,
    isNamedWhole: inCells.every(({ mentions }) => mentions.some(({ isWhole }) => isWhole)),
    columns: table.isForm && named.length > 0 ? [1] : columns,
    items: matched
      .filter((one) => one.score > 0 && !isTaken(one.place) && isItem(one))
      .map(({ place }) => place),
    sides: isAll ? [] : sidesAmong(heads),
    isByKind,
    mentions: [
      ...named.flatMap(({ mentions }) => mentions),
      ...matched
        .filter((one) => best.includes(one) || isTaken(one.place) || isItem(one))
        .flatMap(({ mentions }) => mentions),
    ],
  };
}

/** Whether what is mentioned is what a question asks for: 代表团 of 哪几个代表团金牌超过20枚. */
function isItemAsked({ content, asksAt, type }: Question, { start, end }: Mention): boolean {
  // 哪一年用电量最大: the year is asked for, and 用电量 is what it is asked by
  if (!ITEM_TYPES.has(type)) return false;
  const [counter, noun] = content.filter((token) => token.start >= asksAt);
  // 支 of 哪几支球队
  const isCounted = counter?.text.length === 1 && isCounter(counter.text);
  const first = isCounted && noun !== undefined ? noun : counter;
  return first !== undefined && start < first.end && end > first.start;
}

const ITEM_TYPES: ReadonlySet<Question['type']> = new Set(['list', 'thing', 'organisation']);

function mentionsOfHead(
  question: Question,
  table: Table,
  head: Label,
  writtenWords: WrittenWords,
): readonly Mention[] {
  if (head.periods !== undefined) return periodMentions(question, table, head);
  const whole = wholeMention(question, head);
  if (whole !== undefined) return [whole];
  const parts = partMentions(question, head);
  const others = otherMentions(question, head, writtenWords);
  return scoreOf(others) > scoreOf(parts) ? others : parts;
}

/** The heads that a question says as they are written. */
function headMentions(question: Question, { columns }: Table): Mention[] {
  return columns.flatMap(({ heads }) =>
    heads.flatMap((head) => wholeMention(question, head) ?? []),
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

import { parsePeriods } from '../../../figures/parts/periods.ts';
import { isCounter } from '../../../figures/parts/units.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import type { Question } from '../../../question/question.ts';
import { ASKED_KINDS, COUNT_HEADS } from './data/column-words.ts';
import { type Mention, otherMention, partMentions, wholeMention } from './phrases.ts';
import type { Cell, Column, Label, Row, Table } from './table.ts';

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

interface NamedCells {
  readonly column: number;
  /** The text of each cell that is named, with its rows. */
  readonly cells: ReadonlyMap<string, readonly Row[]>;
}

/** A cell, or several of one text, that a question names. */
interface Naming {
  readonly column: number;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly mentions: readonly Mention[];
}

/** A number, with its unit or without, and no name of anything. */
const NUMBER = /^(?!.*(?:以[上下内]|起)$)[<>≤≥±+\-−]?\d[\d,.]*(?:[%‰]|\p{L}{0,4})?$/u;
/** A telephone or another number by which one thing is known. */
const CODE = /^\d[\d-]{4,}$/u;

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
  let columns = isAll ? [] : preferred(best, question, table);
  let isByKind = false;
  let named: readonly Naming[] = namings;
  // 星野X卖多少钱: the rows of the table are what is asked, and its columns are of whom
  if (namings.length === 0) {
    const labels = labelNamings(question, table, writtenWords, columns.length > 0);
    named = labels.namings;
    isByKind = labels.isByKind;
  }
  if (columns.length === 0 && !table.isForm && (named === namings || named.length === 0)) {
    columns = byKind(
      question,
      table.columns.filter(({ place }) => !isTaken(place)),
    );
    isByKind = columns.length > 0;
  }
  if (table.isForm) named = labelsOfKind(named, question, table);
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

/** The hours of a part of the day. */
const DAY_PARTS: readonly (readonly [word: RegExp, from: number, until: number])[] = [
  [/上午|早上|早晨|清晨/u, 0, 12],
  [/中午/u, 11, 14],
  [/下午|午后/u, 12, 18],
  [/晚上|晚间|傍晚|夜里|夜间/u, 17, 24],
];
const CLOCK = /^(\d{1,2}):\d{2}/u;

/** The cells of a column of times that are of the part of the day that is asked for. */
function dayPartNamings({ normalized }: Question, table: Table): Naming[] {
  const found = DAY_PARTS.flatMap(([word, from, until]) => {
    const match = word.exec(normalized);
    return match === null ? [] : [{ at: match.index, length: match[0].length, from, until }];
  });
  const [part] = found;
  if (part === undefined) return [];
  const mention = { start: part.at, end: part.at + part.length, score: part.length, isWhole: true };
  return table.rows.flatMap((row) =>
    [...row.cells.values()].flatMap((cell): Naming[] => {
      const hour = Number(CLOCK.exec(cell.text)?.[1] ?? Number.NaN);
      if (!(hour >= part.from && hour < part.until)) return [];
      return [{ column: cell.column, text: cell.text, rows: [row], mentions: [mention] }];
    }),
  );
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
    const mentions = cellMentions(question, table, cell);
    return mentions.length > 0 ? [{ column: cell.column, text: cell.text, rows, mentions }] : [];
  });
}

function cellMentions(question: Question, table: Table, cell: Cell): readonly Mention[] {
  if (cell.periods !== undefined) return periodMentions(question, table, cell);
  if (NUMBER.test(cell.text) && !CODE.test(cell.text)) return [];
  const whole = wholeMention(question, cell);
  return whole === undefined ? partMentions(question, cell) : [whole];
}

function periodMentions(
  { normalized }: Question,
  { article }: Table,
  { periods = [] }: Label,
): readonly Mention[] {
  return [writtenOn(article), undefined]
    .flatMap((reference) => parsePeriods(normalized, reference))
    .filter(({ period, role }) => role === 'time' && periods.includes(period))
    .slice(0, 1)
    .map(({ start, end }) => ({ start, end, score: end - start, isWhole: true }));
}

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
  const other = otherMention(question, head, writtenWords);
  return other !== undefined && other.score > scoreOf(parts) ? [other] : parts;
}

function scoreOf(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { score }) => sum + score, 0);
}

/** The heads that a question says as they are written. */
function headMentions(question: Question, { columns }: Table): Mention[] {
  return columns.flatMap(({ heads }) =>
    heads.flatMap((head) => wholeMention(question, head) ?? []),
  );
}

/**
 * Those of which no longer name says all, of a row or a column: 澄海 of 澄海二队, and of one stretch what
 * is said whole, or in more of its parts.
 */
function apart(namings: readonly Naming[], heads: readonly Mention[]): Naming[] {
  const others = [...namings, ...heads.map((mention) => ({ column: -1, mentions: [mention] }))];
  return namings.filter(
    (one) =>
      !others.some((other) => {
        const isHeld = one.mentions.every((mention) =>
          other.mentions.some((more) => isWithin(mention, more)),
        );
        return isHeld && weightOf(other.mentions) > weightOf(one.mentions);
      }),
  );
}

/** The length of what is said, and whether it is all of a label. */
function weightOf(mentions: readonly Mention[]): number {
  const isWhole = mentions.some((mention) => mention.isWhole);
  return mentions.reduce((sum, mention) => sum + lengthOf(mention), isWhole ? 0.5 : 0);
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
    return mention ? [{ column: 0, text: cell.text, rows: [row], mentions: [mention] }] : [];
  });
  const most = Math.max(0, ...found.map(({ mentions }) => scoreOf(mentions)));
  if (most > 0)
    return { namings: found.filter(({ mentions }) => scoreOf(mentions) === most), isByKind: false };
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
        mentions: [{ start: at, end: at, score: 0, isWhole: false }],
      })),
      isByKind: true,
    };
  }
  return { namings: [], isByKind: false };
}

/** Labels of what is told in sentences, and is no kind that is asked for by a word. */
const TOLD_LABEL = /(?:方式|办法|流程|目的|规定)$/u;

/**
 * The labels named, where one is of the kind asked for or of none: 在哪里上课 names 上课时间 and asks for
 * 上课地点, which stands in its place where the question names a part of it; else none is meant.
 */
function labelsOfKind(
  named: readonly Naming[],
  question: Question,
  table: Table,
): readonly Naming[] {
  const kinds = kindsAsked(question);
  const isOfKind = (text: string) => kinds.some((heads) => heads.test(text));
  const isOfAny = (text: string) =>
    TOLD_LABEL.test(text) || ASKED_KINDS.some(({ heads }) => heads.some((head) => head.test(text)));
  const fitting = named.filter(({ text }) => isOfKind(text) || !isOfAny(text));
  if (kinds.length === 0 || named.length === 0 || fitting.length > 0)
    return kinds.length === 0 ? named : fitting;
  return table.rows.flatMap((row): Naming[] => {
    const cell = row.cells.get(0);
    if (cell === undefined || !isOfKind(cell.text)) return [];
    const mentions = partMentions(question, cell);
    return mentions.length === 0 ? [] : [{ column: 0, text: cell.text, rows: [row], mentions }];
  });
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

/**
 * Of columns of which a question says equally much those of the kind that it asks for: 女生 | 人数 for 有多少女生,
 * 新房均价 for 新房多贵.
 */
function preferred(best: readonly MatchedHeads[], question: Question, table: Table): number[] {
  const columns = best.map(({ place }) => place);
  if (columns.length < 2) return columns;
  const counts = question.type === 'number' ? [COUNT_HEADS] : [];
  for (const heads of [...kindsAsked(question), ...counts]) {
    const fitting = columns.filter((place) => heads.test(lastHead(table, place)));
    if (fitting.length > 0) return fitting;
  }
  return columns;
}

function lastHead({ columns }: Table, place: number): string {
  return columns[place]?.heads.at(-1)?.text ?? '';
}

function groupsOf(namings: readonly Naming[]): NamedCells[] {
  const groups = new Map<number, Map<string, readonly Row[]>>();
  for (const { column, text, rows } of namings) {
    const cells = groups.get(column) ?? new Map<string, readonly Row[]>();
    groups.set(column, cells.set(text, rows));
  }
  return [...groups].map(([column, cells]) => ({ column, cells }));
}

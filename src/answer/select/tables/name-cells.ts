import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Question } from '../../../question/question.ts';
import { kindsAsked } from './columns-by-kind.ts';
import { ASKED_KINDS } from './data/column-words.ts';
import { isWithin, lengthOf, periodMentions, scoreOf } from './mentions.ts';
import { type Mention, otherMentions, partMentions, wholeMention } from './phrases.ts';
import type { Cell, Row, Table } from './table.ts';

/** Cells of one column that a question names. */
export interface NamedCells {
  readonly column: number;
  /** The text of each cell that is named, with its rows. */
  readonly cells: ReadonlyMap<string, readonly Row[]>;
}

/** A cell, or several of one text, that a question names. */
export interface Naming {
  readonly column: number;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly mentions: readonly Mention[];
}

/** A number, with its unit or without, and no name of anything. */
const NUMBER = /^(?!.*(?:以[上下内]|起)$)[<>≤≥±+\-−]?\d[\d,.]*(?:[%‰]|\p{L}{0,4})?$/u;
/** A telephone or another number by which one thing is known. */
const CODE = /^\d[\d-]{4,}$/u;

/** The hours of a part of the day. */
const DAY_PARTS: readonly (readonly [word: RegExp, from: number, until: number])[] = [
  [/上午|早上|早晨|清晨/u, 0, 12],
  [/中午/u, 11, 14],
  [/下午|午后/u, 12, 18],
  [/晚上|晚间|傍晚|夜里|夜间/u, 17, 24],
];
const CLOCK = /^(\d{1,2}):\d{2}/u;

/** The cells of a column of times that are of the part of the day that is asked for. */
export function dayPartNamings({ normalized }: Question, table: Table): Naming[] {
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
export function namingsOf(question: Question, table: Table): Naming[] {
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

/**
 * Those of which no longer name says all, of a row or a column: 澄海 of 澄海二队, and of one stretch what
 * is said whole, or in more of its parts.
 */
export function apart(namings: readonly Naming[], heads: readonly Mention[]): Naming[] {
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

/** What names the labels of the first column in other words, or asks for what they give. */
export function labelNamings(
  question: Question,
  table: Table,
  writtenWords: WrittenWords,
  hasColumn: boolean,
): { readonly namings: Naming[]; readonly isByKind: boolean } {
  const labels = table.rows.flatMap((row) => {
    const cell = row.cells.get(0);
    return cell === undefined || cell.reaches || row.isTotal ? [] : [{ row, cell }];
  });
  const kinds = kindsAsked(question);
  const found = labels.flatMap(({ row, cell }): Naming[] => {
    if (table.isForm && isOfOtherKind(cell.text, kinds)) return [];
    const mentions = otherMentions(question, cell, writtenWords);
    return mentions.length > 0 ? [{ column: 0, text: cell.text, rows: [row], mentions }] : [];
  });
  const most = Math.max(0, ...found.map(({ mentions }) => scoreOf(mentions)));
  if (most > 0)
    return { namings: found.filter(({ mentions }) => scoreOf(mentions) === most), isByKind: false };
  if (!hasColumn && !table.isForm && !/最/u.test(question.normalized))
    return { namings: [], isByKind: false };
  for (const heads of kinds) {
    const fitting = labels.filter(
      ({ row, cell }) =>
        heads.test(cell.text) &&
        (row.isApart !== true || isOfMatter(question, cell.text, heads, table)),
    );
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

/** What a label says of a notice as a whole: 活动时间, 举办地点. */
const OF_ALL =
  /^(?:活动|会议|比赛|赛事|演出|展览|讲座|培训|课程|考试|举办|举行|进行|召开|开展|办理|受理|服务|开放|营业|办公|工作|开始|起止|具体|详细|联系|咨询|参加|参与|参赛|适用|面向|招聘|招生|限制|完赛)?$/u;

/** Whether a label of a kind says it of all that its notice is about, and of no part of it: 兑换时间 of tickets. */
function isOfMatter(
  { normalized }: Question,
  label: string,
  heads: RegExp,
  { about }: Table,
): boolean {
  const of = label.replace(heads, '');
  if (ASKS_DEADLINE.test(normalized) && HANDED_IN.test(of)) return true;
  return OF_ALL.test(of) || about.includes(of);
}

const ASKS_DEADLINE = /截[止至]|最[晚迟]/u;
/** What a notice sets a deadline for. */
const HANDED_IN = /^(?:报名|收件|投稿|来稿|征集|征文|征稿|申请|申报|缴费|受理|递交|提交|登记)$/u;

/**
 * The labels named by more than a word of the article's title: what all of it is about, 停车场 of rules for one,
 * tells no line of it from another, but where the whole label is said, or all of it but the kind of answer
 * that is asked for: 供暖时间 for 什么时候供暖.
 */
export function apartFromTitle(
  named: readonly Naming[],
  question: Question,
  { article }: Table,
): readonly Naming[] {
  const { normalized } = question;
  const title = normalize(article.title).text;
  const kinds = kindsAsked(question);
  return named.filter(({ text, mentions }) =>
    mentions.some(({ start, end, isWhole }) => {
      const said = normalized.slice(start, end);
      const isAllButKind = kinds.some(
        (heads) => heads.test(text) && text.replace(heads, '') === said,
      );
      return isWhole || said.length < 2 || isAllButKind || !title.includes(said);
    }),
  );
}

/** Labels of what is told in sentences, and is no kind that is asked for by a word. */
const TOLD_LABEL = /(?:方式|办法|流程|目的|规定)$/u;

/** Whether a label gives what is asked for by a word, another one than those of `kinds`; false where no kind is asked for. */
function isOfOtherKind(text: string, kinds: readonly RegExp[]): boolean {
  if (kinds.length === 0 || kinds.some((heads) => heads.test(text))) return false;
  return (
    TOLD_LABEL.test(text) || ASKED_KINDS.some(({ heads }) => heads.some((head) => head.test(text)))
  );
}

/**
 * The labels named, where one is of the kind asked for or of none: 在哪里上课 names 上课时间 and asks for
 * 上课地点, which stands in its place where the question names a part of it; else none is meant.
 */
export function labelsOfKind(
  named: readonly Naming[],
  question: Question,
  table: Table,
): readonly Naming[] {
  const kinds = kindsAsked(question);
  const isOfKind = (text: string) => kinds.some((heads) => heads.test(text));
  // a label apart from what it says is meant by who says it, or asks for what it gives
  const near = named.filter(
    ({ text, rows, mentions }) =>
      isOfKind(text) ||
      mentions.some(({ isWhole }) => isWhole) ||
      !rows.every(({ isApart }) => isApart),
  );
  const fitting = nearestKind(
    kinds,
    near.filter(({ text }) => !isOfOtherKind(text, kinds)),
  );
  if (kinds.length === 0 || near.length === 0 || fitting.length > 0)
    return kinds.length === 0 ? near : fitting;
  return table.rows.flatMap((row): Naming[] => {
    const cell = row.cells.get(0);
    if (cell === undefined || !isOfKind(cell.text)) return [];
    const mentions = partMentions(question, cell);
    return mentions.length === 0 ? [] : [{ column: 0, text: cell.text, rows: [row], mentions }];
  });
}

/** Of labels that a question names alike those of the nearest kind that any of them is of: 开放日期 before 开放时间 for 哪天. */
function nearestKind(kinds: readonly RegExp[], named: readonly Naming[]): readonly Naming[] {
  const nearest = kinds.find((heads) => named.some(({ text }) => heads.test(text)));
  return nearest === undefined ? named : named.filter(({ text }) => nearest.test(text));
}

/** The cells named, by their column. */
export function groupsOf(namings: readonly Naming[]): NamedCells[] {
  const groups = new Map<number, Map<string, readonly Row[]>>();
  for (const { column, text, rows } of namings) {
    const cells = groups.get(column) ?? new Map<string, readonly Row[]>();
    groups.set(column, cells.set(text, rows));
  }
  return [...groups].map(([column, cells]) => ({ column, cells }));
}

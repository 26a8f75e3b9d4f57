import type { Question } from '../../../question/question.ts';
import { ASKED_KINDS, COUNT_HEADS } from './data/column-words.ts';
import type { Column, Table } from './table.ts';

/** What columns of the kind that a question asks for are called, the likeliest first: who, where, when. */
export function kindsAsked({ normalized }: Question): readonly RegExp[] {
  return ASKED_KINDS.find(({ asked }) => asked.test(normalized))?.heads ?? [];
}

/** The columns of the kind that a question asks for. */
export function columnsByKind(question: Question, columns: readonly Column[]): number[] {
  for (const heads of kindsAsked(question)) {
    const fitting = columns.filter((column) => heads.test(column.heads.at(-1)?.text ?? ''));
    if (fitting.length > 0) return fitting.map(({ place }) => place);
  }
  return [];
}

/**
 * Of columns of which a question says equally much those of the kind that it asks for: 女生 | 人数 for 有多少女生,
 * 新房均价 for 新房多贵.
 */
export function preferredColumns(
  columns: readonly number[],
  question: Question,
  table: Table,
): readonly number[] {
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

import { normalize } from '../../../language/normalize.ts';
import type { Token } from '../../../language/tokenizer.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';
import { slice } from '../../../util/span.ts';
import type { Ranked } from '../../rank/rank.ts';
import { wordForms } from '../word-forms.ts';
import { matchTable } from './match-table.ts';
import { operationOf, type TableOperation } from './operations.ts';
import { type Row, type Table, tablesOf } from './table.ts';
import { unsaidBy } from './unsaid-words.ts';

/** What only says that a table follows: 项目支出预算见下表。 */
const LEADS_IN = /^.{0,40}(?:下表|如下|见表|以下).{0,8}[。:：]$/u;

/** What is found by comparing rows: 最多, 第一名. */
const AMONG_ROWS: ReadonlySet<TableOperation['kind']> = new Set(['extreme', 'place']);

/**
 * Tells whether a row of a table says each thing that the question names, together with its heads and
 * with what stands above the table; anything but a row does. What is said of one class, one team, one
 * firm in a table is not said of the next.
 */
export function rowReader(question: Question): (candidate: Ranked) => boolean {
  const read = memoByObject((table: Table) => {
    const matched = matchTable(question, table, () => undefined);
    const { things, others } = unsaidBy(question, matched);
    return { matched, unsaid: table.isForm ? things : [...things, ...others] };
  });
  const operation = operationOf(question).kind;
  return ({ found: { article, paragraph }, sentence }) => {
    const next = article.paragraphs[paragraph.number];
    if (next?.row !== undefined && LEADS_IN.test(slice(article.text, sentence.span))) return false;
    for (const table of tablesOf(article)) {
      const row = table.rows.find((one) => one.paragraph.number === paragraph.number);
      if (row === undefined) continue;
      const { matched, unsaid } = read(table);
      // a line that begins with a label is text like any other, where the label is not asked for
      if (table.isForm && (matched.named.length === 0 || !matched.rows.includes(row))) return true;
      // of several rows the first found is none that is the most, or all of them together
      const isOne = matched.rows.length === 1 && matched.rows.includes(row);
      if (!table.isForm && AMONG_ROWS.has(operation) && !isOne) return false;
      if (!table.isForm && matched.rows.length > 1 && operation !== 'lookup') return false;
      const said = table.isForm ? normalize(article.text).text : wordsOf(table, row);
      return unsaid.every((thing) => isSaid(thing, question, said));
    }
    return true;
  };
}

function wordsOf({ article, columns }: Table, { cells }: Row): string {
  const heads = columns.flatMap(({ heads }) => heads.map(({ span }) => span));
  const own = [...cells.values()].map(({ span }) => span);
  return normalize([...heads, ...own].map((at) => slice(article.text, at)).join('\n')).text;
}

function isSaid({ text }: Token, question: Question, said: string): boolean {
  return wordForms(text, question).some((form) => said.includes(form));
}

import type { Article } from '../../../article/article.ts';
import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Question } from '../../../question/question.ts';
import { slice } from '../../../util/span.ts';
import { answerFromTable } from './answer-from-table.ts';
import type { FigureOf } from './cells.ts';
import { type Matched, matchTable } from './match-table.ts';
import { type Table, tablesOf } from './table.ts';
import type { TableAnswer } from './table-answer.ts';

/** An answer, or why there is none, with how much of the question its table says. */
export type FoundInTable = TableAnswer & { readonly score: number };

interface Tools {
  readonly writtenWords: WrittenWords;
  figureOf(article: Article): FigureOf;
}

/**
 * What the tables of some articles, the nearest first, say to a question: the answers that say equally
 * much of it, or one refusal.
 */
export function findInTables(
  question: Question,
  articles: readonly Article[],
  { writtenWords, figureOf }: Tools,
): readonly FoundInTable[] {
  const found = articles.flatMap((article) =>
    tablesOf(article).flatMap((table): FoundInTable[] => {
      const matched = matchTable(question, table, writtenWords);
      const answer = answerFromTable(question, matched, figureOf(article));
      if (answer === undefined) return [];
      return [{ ...answer, score: scoreOf(question, matched) }];
    }),
  );
  // of several articles one that the question says nothing of is not the one meant
  const answers = found.filter(
    ({ kind, score }) => kind === 'found' && (score > 0 || articles.length === 1),
  );
  if (answers.length > 0) {
    const most = Math.max(...answers.map(({ score }) => score));
    return answers.filter(({ score }) => score === most);
  }
  const [refused] = [...found].sort((a, b) => b.score - a.score);
  // what a table leaves open the text may say
  return refused === undefined || isToldElsewhere(question, refused.table) ? [] : [refused];
}

/** Characters that the table's rows, columns and title have in common with the question. */
function scoreOf({ content }: Question, { mentions, table }: Matched): number {
  const named = mentions.reduce((sum, { score }) => sum + score, 0);
  const titled = content.filter(({ text }) => text.length > 1 && table.about.includes(text));
  return named + titled.reduce((sum, { text }) => sum + text.length, 0);
}

/** Whether a paragraph beside the tables holds all telling words of the question. */
function isToldElsewhere({ content }: Question, { article, about }: Table): boolean {
  const telling = content.filter(({ text }) => text.length > 1 && !about.includes(text));
  if (telling.length === 0) return false;
  return article.paragraphs.some(({ row, span }) => {
    if (row !== undefined) return false;
    const text = normalize(slice(article.text, span)).text;
    return telling.every((word) => text.includes(word.text));
  });
}

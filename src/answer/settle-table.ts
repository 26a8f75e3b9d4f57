import type { Article } from '../article/article.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { normalize } from '../language/normalize.ts';
import { demandOf } from '../question/demand.ts';
import type { Question } from '../question/question.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { type Span, slice, span } from '../util/span.ts';
import type { Quoted } from './compose/alternatives.ts';
import { endAsked } from './highlight/end-of-span.ts';
import type { Model } from './model/model.ts';
import { candidatesOf } from './rank/candidates.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { writesQuantity } from './select/figures/written-quantity.ts';
import { type FoundInTable, findInTables } from './select/tables/find-in-tables.ts';
import { type Row, tablesOf } from './select/tables/table.ts';
import type { TableRemark } from './select/tables/table-answer.ts';
import type { Settled } from './settle.ts';

/**
 * What the tables of the articles found say to a question that names their rows and columns, settled:
 * undefined where it names none, or anything that they do not hold.
 */
export async function settleTable(
  question: Question,
  found: readonly RankedParagraph[],
  knowledge: CorpusKnowledge,
  { ranker }: Model,
): Promise<Settled | undefined> {
  const articles = [...new Set(found.map(({ article }) => article))];
  if (!articles.some((article) => tablesOf(article).length > 0)) return undefined;
  // loaded with the first question, so that no start waits for it
  const { writtenWords } = await import('../knowledge/thesaurus.ts');
  const figureOf = figureReader(knowledge);
  const answers = findInTables(question, articles, { writtenWords, figureOf });
  const [first, ...others] = answers;
  if (first === undefined) return undefined;
  const rankRow = (article: Article, row: Row): Ranked | undefined => {
    const { paragraph } = row;
    const place = { id: `${paragraph.number - 1} ${article.id}`, article, paragraph, score: 0 };
    const sentences = rank(candidatesOf(question, [place], knowledge.index), ranker);
    // of what a page has run together the sentence that holds the value
    const value = row.cells.get(1)?.span.start ?? paragraph.span.start;
    const holding = sentences.filter(
      ({ sentence: { span: at } }) => at.start <= value && at.end > value,
    );
    return [...holding, ...sentences].find(tellsNumber(question)) ?? sentences[0];
  };
  const ranked = rank(candidatesOf(question, found, knowledge.index), ranker);
  if (first.kind === 'refused') {
    const row = first.row && rankRow(first.table.article, first.row);
    return { refusal: first.refusal, ranked: row ? [row] : ranked, unknown: undefined };
  }
  const quote = (answer: Extract<FoundInTable, { kind: 'found' }>): Quoted[] =>
    answer.picks.flatMap(({ row, cells }) => {
      const best = rankRow(answer.table.article, row);
      if (best === undefined) return [];
      const figures = cells.flatMap((cell) => figureOf(answer.table.article)(cell) ?? []);
      const run = { first: best.index, last: best.index, span: best.sentence.span };
      const marked = cells.map(({ span: at }) => markedIn(question, answer.table.article, at));
      return [{ best, run, figures, cells: marked }];
    });
  const [lead, ...together] = quote(first);
  if (lead === undefined) return undefined;
  const rivals = others.flatMap((other) =>
    other.kind === 'found' ? quote(other).slice(0, 1) : [],
  );
  const { remark } = first;
  return {
    lead,
    together,
    ranked,
    remark: remark && remarkOf(remark),
    certainty: rivals.length > 0 ? 'unsure' : 'sure',
    alternatives: rivals.slice(0, 2),
    chosenBy: 'rules',
    overruled: false,
    isTold: true,
  };
}

/** What of a cell is marked: of a span of time its end alone, where until when is asked. */
function markedIn(question: Question, { text }: Article, cell: Span): Span {
  if (question.type !== 'date') return cell;
  const said = normalize(slice(text, cell));
  const end = endAsked(question, said.text, { start: 0, end: said.text.length });
  // of what begins then the whole span is told
  if (end === undefined || end.start === 0) return cell;
  const [from, to] = said.toSource(end.start, end.end);
  return span(cell.start + from, cell.start + to);
}

/** Whether a sentence writes a number of what is counted: of several behind one label the one that does is quoted. */
function tellsNumber(question: Question): (sentence: Ranked) => boolean {
  return ({ found: { article }, sentence }) => {
    const demand = demandOf(question, article);
    return (
      (demand.counter === undefined && demand.dimension === undefined) ||
      writesQuantity(demand, normalize(slice(article.text, sentence.span)).text)
    );
  };
}

function remarkOf(remark: TableRemark) {
  return remark.kind === 'comparison' ? remark : ({ kind: 'table', table: remark } as const);
}

/** Finds the figure that begins with a cell of an article. */
function figureReader({ figuresOf }: Pick<CorpusKnowledge, 'figuresOf'>) {
  const byStart = memoByObject(
    (article: Article) =>
      new Map(figuresOf(article).map((figure): [number, Figure] => [figure.start, figure])),
  );
  return (article: Article) =>
    ({ span: at }: { readonly span: { readonly start: number; readonly end: number } }) => {
      const figure = byStart(article).get(at.start);
      return figure !== undefined && figure.end <= at.end ? figure : undefined;
    };
}

import { LRUCache } from 'lru-cache';
import type { Article, Paragraph } from '../../article/article.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { memoByObject, memoOfLast } from '../../util/memo-by-object.ts';
import { clausesOf } from './clauses.ts';
import { clauseQuestions } from './from-clauses.ts';
import { cellQuestions, figureQuestions } from './from-figures.ts';
import { headingQuestions, personQuestions } from './from-parts.ts';
import type { MadeQuestion } from './made-question.ts';
import { ownerOf } from './owner.ts';

/** What questions are made with: the words of sentences, and the figures in them. */
type Known = Pick<CorpusKnowledge, 'index' | 'figuresOf'>;

/** Questions made of an article, in its order. */
export function questionsOf(article: Article, known: Known): readonly MadeQuestion[] {
  return article.paragraphs.flatMap((one) => questionsOfParagraph(article, one, known));
}

/** Questions made of one paragraph: those that its heading asks, then those that its sentences answer. */
export function questionsOfParagraph(
  article: Article,
  paragraph: Paragraph,
  known: Known,
): readonly MadeQuestion[] {
  const held = questionsHeld(known);
  let made = held.get(paragraph);
  if (made === undefined) {
    made = makeQuestions(article, paragraph, known);
    held.set(paragraph, made);
  }
  return made;
}

/** Paragraphs whose questions are held, a few hundred bytes each: a conversation looks at the same ones at each turn. */
const HELD = 512;

const questionsHeld = memoByObject(
  (_: Known) => new LRUCache<Paragraph, readonly MadeQuestion[]>({ max: HELD }),
);

function makeQuestions(
  article: Article,
  paragraph: Paragraph,
  { index, figuresOf }: Known,
): readonly MadeQuestion[] {
  const figures = figuresOf(article).filter((figure) => figure.paragraph === paragraph.number);
  const asked = partQuestions(article).filter((made) => made.paragraph === paragraph.number);
  if (paragraph.row !== undefined) return [...asked, ...cellQuestions(article, paragraph, figures)];
  const made = paragraph.sentences.flatMap((sentence) => {
    const clauses = clausesOf(index.sentence(article, sentence), sentence.span.start);
    return [
      ...clauseQuestions(article, paragraph, clauses),
      ...figureQuestions(article, paragraph, clauses, figures),
    ];
  });
  return [...asked, ...made.map((one) => withFirm(article, one))];
}

/** A question that says which firm is meant where its text says 公司. */
function withFirm(article: Article, made: MadeQuestion): MadeQuestion {
  const { name } = ownerOf(article);
  if (name === undefined || !made.question.startsWith('公司')) return made;
  return { ...made, question: made.question.replace('公司', name) };
}

const partQuestions = memoOfLast((article: Article) => [
  ...headingQuestions(article),
  ...personQuestions(article),
]);

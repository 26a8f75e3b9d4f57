import type { Article } from '../../article/article.ts';
import type { Place } from '../../duplicates/duplicate-paragraphs.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { inScriptOf } from '../../language/traditional.ts';
import type { Question } from '../../question/question.ts';
import type { Assumption } from '../../question/spelling/correct.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { withText } from '../../reply/plain-text.ts';
import type { Alternative, Certainty, Passage, Reply } from '../../reply/reply.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { slice } from '../../util/span.ts';
import { highlight } from '../highlight/highlight.ts';
import type { Model } from '../model/model.ts';
import type { Ranked } from '../rank/rank.ts';
import type { HeadAnswer } from '../select/from-article-head.ts';
import type { Refusal, Remark } from '../select/outcome.ts';
import type { Quoted } from './alternatives.ts';
import type { LeadRun } from './lead.ts';
import type { Asking } from './measure-asked.ts';
import { labelOf, refusalNotice, remarkNotice } from './notice.ts';
import { headPassage, paragraphPassage, withOtherPlaces } from './passage.ts';

/** Passages a reply holds at most. */
const PASSAGE_LIMIT = 5;

/** An answer as it is to be put. */
export interface Quotable {
  readonly lead: Quoted;
  /** All that was ranked, best first. */
  readonly ranked: readonly Ranked[];
  readonly remark: Remark | undefined;
  readonly certainty: Certainty;
  readonly alternatives: readonly Quoted[];
  /** Further rows of a table that answer with the lead. */
  readonly together?: readonly Quoted[];
  readonly chosenBy: 'rules' | 'reader';
  /** Whether a reader chose a sentence that contradicts the question. */
  readonly overruled: boolean;
}

/** The reply to a question that the article answers. */
export function composeAnswer(
  question: Question,
  { lead, together = [], ranked, remark, certainty, alternatives, chosenBy, overruled }: Quotable,
  knowledge: Pick<CorpusKnowledge, 'index'>,
  model: Model,
): Reply {
  const { best, run, figures } = lead;
  const [first, ...others] = passagesOf([
    best,
    ...together.map((quoted) => quoted.best),
    ...ranked.filter((candidate) => candidate !== best),
  ]);
  const passages =
    first === undefined ? [] : [holdingRun(first, best.found.article, run), ...others];
  const quote = (quoted: Quoted) => alternativeOf(quoted, question, knowledge.index, model);
  const say = messagesFor(question.source);
  const inLead = figuresInRun(lead);
  return withText({
    question: question.source,
    outcome: 'answered',
    lead: slice(best.found.article.text, run.span),
    highlights: highlightsOf(lead, question, knowledge.index, model),
    passages,
    figures: [...figures, ...[...together, ...alternatives].flatMap(figuresInRun)],
    notice: [
      labelOf(question, inLead, passages[0]),
      remark === undefined ? '' : remarkNotice(remark, question),
      overruled ? say.readerOverruled : '',
    ]
      .filter((part) => part !== '')
      .join('. '),
    ...(isReckoned(remark) && { reckoned: true }),
    suggestions: [],
    certainty,
    ...(together.length > 0 && { together: together.map(quote) }),
    ...(certainty === 'unsure' && { alternatives: alternatives.map(quote) }),
    chosenBy,
  });
}

/** Whether a remark holds the answer itself: what was reckoned from what is quoted. */
function isReckoned(remark: Remark | undefined): boolean {
  if (remark?.kind === 'table') return remark.table.kind !== 'shown';
  return remark?.kind === 'comparison';
}

function alternativeOf(
  quoted: Quoted,
  question: Question,
  index: ParagraphIndex,
  model: Model,
): Alternative {
  const { article, paragraph } = quoted.best.found;
  const { start, end } = quoted.run.span;
  return {
    ...paragraphPassage(article, paragraph),
    start,
    end,
    text: slice(article.text, quoted.run.span),
    highlights: highlightsOf(quoted, question, index, model),
  };
}

/** The figures that answer and stand in the quotation itself. */
function figuresInRun({ best, run, figures }: Quoted): readonly Figure[] {
  return figures.filter(
    ({ article, start, end }) =>
      article === best.found.article.id && start >= run.span.start && end <= run.span.end,
  );
}

/** The answer itself in a quotation: its figures, else the likeliest phrase. */
function highlightsOf(
  quoted: Quoted,
  question: Question,
  index: ParagraphIndex,
  model: Model,
): [number, number][] {
  const { best, run } = quoted;
  const figures = figuresInRun(quoted);
  const spans =
    quoted.cells ?? (figures.length > 0 ? figures : answerIn(best, run, question, index, model));
  return spans
    .filter(({ start, end }) => start >= run.span.start && end <= run.span.end)
    .map(({ start, end }) => [start - run.span.start, end - run.span.start]);
}

/** Where the answer itself stands in a run of sentences, in UTF-16 units of the article. */
function answerIn(
  { found: { article, paragraph }, index: place }: Ranked,
  { first, last }: LeadRun,
  question: Question,
  index: ParagraphIndex,
  model: Model,
): readonly { readonly start: number; readonly end: number }[] {
  const sentences = paragraph.sentences.slice(first, last + 1);
  const analysed = sentences.map((sentence) => index.sentence(article, sentence));
  const found = highlight(question, analysed, model.highlighter, place - first);
  const from = found === undefined ? undefined : sentences[found.sentence]?.span.start;
  if (found === undefined || from === undefined) return [];
  return [{ start: from + found.start, end: from + found.end }];
}

/** The reply to a question that the corpus does not answer, with the nearest passages. */
export function composeRefusal(
  question: Asking,
  nearest: readonly Passage[],
  refusal: Refusal,
): Reply {
  return withText({
    question: question.source,
    outcome: 'unanswered',
    lead: '',
    highlights: [],
    passages: nearest,
    figures: [],
    notice: refusalNotice(refusal, question),
    suggestions: [],
  });
}

/** The reply to a question about an article's head: the line that states the fact, verbatim; undefined without facts. */
export function composeHead(question: string, { article, facts }: HeadAnswer): Reply | undefined {
  const [fact] = facts;
  if (fact === undefined) return undefined;
  const passage = headPassage(article, fact);
  return withText({
    question,
    outcome: 'answered',
    lead: passage.text,
    highlights: facts
      .filter(({ span }) => span.start >= passage.start && span.end <= passage.end)
      .map(({ span }): [number, number] => [span.start - passage.start, span.end - passage.start])
      .sort(([a], [b]) => a - b),
    passages: [passage],
    figures: [],
    notice: messagesFor(question).labelOfPassage(passage),
    suggestions: [],
    certainty: 'sure',
    chosenBy: 'rules',
  });
}

/** The reply with questions to go on with. */
export function suggest(reply: Reply, suggestions: readonly string[]): Reply {
  return withText({ ...reply, suggestions });
}

/** The reply with the other places of its passages; `placesOf` gives those of an article's id and a paragraph's number. */
export function nameCopies(
  reply: Reply,
  placesOf: (article: string, paragraph: number) => readonly Place[],
): Reply {
  return withText({
    ...reply,
    passages: reply.passages.map((passage) =>
      withOtherPlaces(passage, placesOf(passage.article, passage.paragraph)),
    ),
  });
}

/** The reply with what was assumed of its question said before any other notice. */
export function assume(reply: Reply, assumed: readonly Assumption[]): Reply {
  if (assumed.length === 0) return reply;
  // the articles may be written in the other script than the question
  const read = assumed.map(
    ([typed, word]): Assumption => [typed, inScriptOf(word, reply.question)],
  );
  const notice = messagesFor(reply.question).assumed(read) + reply.notice;
  return withText({ ...reply, notice });
}

/** A refusal with the number of articles that were not read yet, as one of them may answer. */
export function tellUnread(reply: Reply, read: number, unread: number): Reply {
  if (reply.outcome !== 'unanswered' || unread === 0) return reply;
  const notice = reply.notice + messagesFor(reply.question).stillReading(read, read + unread);
  return withText({ ...reply, notice });
}

/** A passage up to the end of the run that is quoted of it, which may be that of a list below. */
function holdingRun(passage: Passage, { text }: Article, { span }: LeadRun): Passage {
  if (span.end <= passage.end) return passage;
  return { ...passage, end: span.end, text: text.slice(passage.start, span.end) };
}

/** The paragraphs of the ranked sentences, each once, best first. */
function passagesOf(ranked: readonly Ranked[]): Passage[] {
  const seen = new Set<string>();
  const passages: Passage[] = [];
  for (const { found } of ranked) {
    if (seen.has(found.id)) continue;
    seen.add(found.id);
    passages.push(paragraphPassage(found.article, found.paragraph));
    if (passages.length === PASSAGE_LIMIT) break;
  }
  return passages;
}

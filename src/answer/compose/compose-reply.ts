import type { Place } from '../../duplicates/duplicate-paragraphs.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import type { Wording } from '../../question/original-wording.ts';
import type { Question } from '../../question/question.ts';
import type { Assumption } from '../../question/spelling/correct.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { plainText } from '../../reply/plain-text.ts';
import type { Passage, Reply } from '../../reply/reply.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { slice } from '../../util/span.ts';
import { highlight } from '../highlight/highlight.ts';
import type { Model } from '../model/model.ts';
import type { Ranked } from '../rank/rank.ts';
import type { HeadAnswer } from '../select/from-article-head.ts';
import type { Refusal, Remark } from '../select/outcome.ts';
import { type LeadRun, leadRun } from './lead.ts';
import { labelOf, refusalNotice, remarkNotice } from './notice.ts';
import { headPassage, paragraphPassage, withOtherPlaces } from './passage.ts';

/** Passages a reply holds at most. */
const PASSAGE_LIMIT = 5;

/** The reply to a question that the article answers. `ranked` is best first and not empty. */
export function composeAnswer(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
  figures: readonly Figure[],
  remark: Remark | undefined,
  knowledge: Pick<CorpusKnowledge, 'index'>,
  model: Model,
): Reply {
  const [best] = ranked;
  const { article } = best.found;
  const run = leadRun(question, best, figures, ranked);
  const lead = slice(article.text, run.span);
  const inLead = figures.filter(
    (figure) =>
      figure.article === article.id && figure.start >= run.span.start && figure.end <= run.span.end,
  );
  const spans =
    inLead.length > 0 ? inLead : answerIn(best.found, run, question, knowledge.index, model);
  const highlights = spans.map(({ start, end }): [number, number] => [
    start - run.span.start,
    end - run.span.start,
  ]);
  return withText({
    question: question.source,
    outcome: 'answered',
    lead,
    highlights,
    passages: passagesOf(ranked),
    figures,
    notice: [
      labelOf(question, inLead, passagesOf(ranked)[0]),
      remark === undefined ? '' : remarkNotice(remark, question),
    ]
      .filter((part) => part !== '')
      .join('. '),
    suggestions: [],
  });
}

/** Where the answer itself stands in a run of sentences, in UTF-16 units of the article. */
function answerIn(
  { article, paragraph }: Ranked['found'],
  { first, last }: LeadRun,
  question: Question,
  index: ParagraphIndex,
  model: Model,
): readonly { readonly start: number; readonly end: number }[] {
  const sentences = paragraph.sentences.slice(first, last + 1);
  const analysed = sentences.map((sentence) => index.sentence(article, sentence));
  const found = highlight(question, analysed, model.highlighter);
  const from = found === undefined ? undefined : sentences[found.sentence]?.span.start;
  if (found === undefined || from === undefined) return [];
  return [{ start: from + found.start, end: from + found.end }];
}

/** The reply to a question that the corpus does not answer, with the nearest passages. */
export function composeRefusal(
  question: Wording,
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
  });
}

/** How to use the bot, with questions to try. */
export function composeHelp(question: string, suggestions: readonly string[]): Reply {
  return withText({
    question,
    outcome: 'help',
    lead: '',
    highlights: [],
    passages: [],
    figures: [],
    notice: messagesFor(question).help,
    suggestions,
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
  const notice = messagesFor(reply.question).assumed(assumed) + reply.notice;
  return withText({ ...reply, notice });
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

function withText(reply: Omit<Reply, 'text'>): Reply {
  return { ...reply, text: plainText(reply) };
}

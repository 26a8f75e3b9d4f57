import type { Article } from '../article/article.ts';
import type { Copies } from '../duplicates/duplicate-paragraphs.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { Home } from '../figures/parts/mentions.ts';
import type { Lexicon } from '../knowledge/lexicon.ts';
import { expand } from '../question/expand.ts';
import { asAsked, asTyped } from '../question/original-wording.ts';
import { type Question, searchTerms } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import { messagesFor } from '../reply/messages.ts';
import type { Reply } from '../reply/reply.ts';
import type { ParagraphIndex, RankedParagraph } from '../search/paragraph-index.ts';
import { composeAnswer, composeRefusal } from './compose/compose-reply.ts';
import { mismatchNotice } from './compose/notice.ts';
import { type Model, THRESHOLD } from './model/model.ts';
import { candidatesOf, PARAGRAPHS_COMPARED } from './rank/candidates.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { leanTowards, settle } from './select/across-articles.ts';
import {
  isAllUnknown,
  lacksAnchor,
  missingAttribute,
  placesAsked,
  probability,
} from './select/answerability.ts';
import { compareFigures } from './select/compare-figures.ts';
import type { Mismatch } from './select/figure-check.ts';
import { choose } from './select/select-sentence.ts';
import { missingName, unknownSubject } from './select/subject-check.ts';

/** Paragraphs among which those of an article that a question names are looked for. */
const NAMED_SEARCHED = 2000;
/** Mismatches of which the notice says no more than that there is no answer. */
const VAGUE: ReadonlySet<Mismatch> = new Set(['unit', 'subject', 'date']);

/** What is known of the corpus that answers. */
export interface Known {
  readonly index: ParagraphIndex;
  readonly lexicon: Lexicon;
  readonly copies: Copies;
  readonly model: Model;
  figuresOf(article: Article): readonly Figure[];
  /** The places that an article speaks of where it names none. */
  homeOf(article: Article): Home;
  /** Whether an article names a place. */
  namesPlace(article: Article): (place: string) => boolean;
}

/** What a question stands in besides its own words. */
export interface Context {
  /** The articles it names. */
  readonly named?: ReadonlySet<Article> | undefined;
  /** Id of the article that the turn before was answered from. */
  readonly talkedAbout?: string | undefined;
  /** Whether it cannot be read without the turn before. */
  readonly follows?: boolean;
}

export interface Answer {
  readonly reply: Reply;
  readonly turn: Turn;
}

/** The straight line: search, rank, judge, choose, compose. */
export function answer(asked: Question, context: Context, known: Known): Answer {
  const { named, talkedAbout, follows } = context;
  const { index, lexicon, model, figuresOf, homeOf, namesPlace } = known;
  const question = expand(asked, lexicon);
  const found = search(question, named, known);
  const nearest = leanTowards(
    rank(candidatesOf(question, found, index), model.ranker),
    follows === true ? talkedAbout : undefined,
  );
  const { source } = question;
  const say = messagesFor(source);
  const places = placesAsked(question);
  // an article that never names the place asked about does not speak of it
  const missingPlace = places.find(
    (place) => !nearest.some((candidate) => namesPlace(candidate.found.article)(place)),
  );
  const ranked =
    missingPlace === undefined
      ? nearest.filter((candidate) => places.every(namesPlace(candidate.found.article)))
      : nearest;
  const [best, ...rest] = ranked;
  const subject = unknownSubject(question, index);
  const unknown = subject === undefined ? undefined : asTyped(question, subject);
  const turn = {
    question: asked,
    ...(best !== undefined && { article: best.found.article.id }),
  };
  const refuse = (notice: string) => ({
    reply: composeRefusal(source, ranked, notice),
    turn: { ...turn, ...(unknown !== undefined && { unknown }) },
  });
  // that the corpus never writes a word says more than that it does not answer
  const refuseVaguely = (notice: string) =>
    refuse(unknown === undefined ? notice : say.notMentioned(unknown));
  if (best === undefined) return refuseVaguely(say.notInText);
  const missing =
    missingPlace ?? missingName(question, index) ?? missingAttribute(question, ranked, index);
  if (missing !== undefined) return refuse(say.notMentioned(asAsked(question, missing)));
  if (isAllUnknown(question, index) || probability(best, model.judge) < THRESHOLD) {
    return refuseVaguely(say.notInText);
  }
  const inConversation = talkedAbout !== undefined || named !== undefined;
  if (!inConversation && lacksAnchor(question, ranked, index)) return refuse(say.whichMeant);
  const comparison = compareFigures(question, ranked, figuresOf);
  if (comparison !== undefined) {
    if ('missing' in comparison)
      return refuse(say.noFigureOf(asAsked(question, comparison.missing)));
    const { figures, reckoning, notice } = comparison;
    if (reckoning.kind === 'refused') return refuse(notice);
    return answerWith(question, holding(ranked, figures) ?? best, ranked, figures, notice, known);
  }
  const knowledge = { index, figuresOf, homeOf };
  const first = choose(question, [best, ...rest], knowledge);
  if ('mismatch' in first) {
    const notice = mismatchNotice(first, question);
    return VAGUE.has(first.mismatch) ? refuseVaguely(notice) : refuse(notice);
  }
  const { choice, notice } = settle(question, first, ranked, knowledge, talkedAbout);
  return answerWith(question, choice.best, ranked, choice.figures, notice, known);
}

/** The nearest paragraphs; where the question names articles, of those that stand in one of them. */
function search(
  question: Question,
  named: ReadonlySet<Article> | undefined,
  { index, copies }: Known,
): RankedParagraph[] {
  const terms = searchTerms(question);
  if (named === undefined) return index.search(terms, PARAGRAPHS_COMPARED);
  return index
    .search(terms, NAMED_SEARCHED)
    .filter(({ article, paragraph }) =>
      [article, ...copies.placesOf(article, paragraph.number).map((place) => place.article)].some(
        (one) => named.has(one),
      ),
    )
    .slice(0, PARAGRAPHS_COMPARED);
}

function answerWith(
  question: Question,
  best: Ranked,
  ranked: readonly Ranked[],
  figures: readonly Figure[],
  notice: string,
  { index, model }: Known,
): Answer {
  const others = ranked.filter((candidate) => candidate !== best);
  return {
    reply: composeAnswer(question, [best, ...others], figures, notice, { index, model }),
    turn: { question, article: best.found.article.id },
  };
}

/** The sentence that holds most of the figures, the better ranked first. */
function holding(ranked: readonly Ranked[], figures: readonly Figure[]): Ranked | undefined {
  const count = ({ found, sentence }: Ranked) =>
    figures.filter(
      ({ article, start, end }) =>
        article === found.article.id && start >= sentence.span.start && end <= sentence.span.end,
    ).length;
  const [most] = ranked
    .map((candidate) => ({ candidate, held: count(candidate) }))
    .sort((a, b) => b.held - a.held);
  return most !== undefined && most.held > 0 ? most.candidate : undefined;
}

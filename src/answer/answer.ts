import type { Article } from '../article/article.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { expand } from '../question/expand.ts';
import { asAsked, asTyped } from '../question/original-wording.ts';
import type { Question } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import type { Reply } from '../reply/reply.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { composeAnswer, composeRefusal } from './compose/compose-reply.ts';
import { nearestPassages } from './compose/nearest.ts';
import { composeWhichMeant } from './compose/which-meant.ts';
import { type Model, THRESHOLD } from './model/model.ts';
import { candidatesOf } from './rank/candidates.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { retrieve } from './retrieve.ts';
import { acrossArticles, preferTalkedAbout } from './select/across-articles.ts';
import {
  answerability,
  isAllUnknown,
  lacksAnchor,
  missingAttribute,
  placesAsked,
} from './select/answerability.ts';
import { compareFigures } from './select/compare-figures.ts';
import type { Mismatch } from './select/figure-check.ts';
import { nameable } from './select/nameable.ts';
import type { Refusal, Remark } from './select/outcome.ts';
import { selectSentence } from './select/select-sentence.ts';
import { missingName, unknownSubject } from './select/subject-check.ts';

/** Mismatches of which a refusal tells no more than that there is no answer. */
const VAGUE: ReadonlySet<Mismatch> = new Set(['unit', 'subject', 'date']);

/** The conversation that a question stands in, and the articles that it names. */
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

/**
 * Answers one question: retrieves paragraphs, ranks their sentences, tells answerability, selects the
 * sentence that answers, and composes the reply.
 */
export async function answer(
  asked: Question,
  context: Context,
  knowledge: CorpusKnowledge,
  model: Model,
): Promise<Answer> {
  const question = expand(asked, knowledge.lexicon, knowledge.tokenizer);
  const found = await retrieve(question, context.named, knowledge);
  return answerFrom(found, { asked, question }, context, knowledge, model);
}

/** A question as it was put, and with what the corpus may call the same. */
interface Expanded {
  readonly asked: Question;
  readonly question: Question;
}

/** The answer from the paragraphs found: reads and writes nothing. */
function answerFrom(
  found: readonly RankedParagraph[],
  { asked, question }: Expanded,
  { named, talkedAbout, follows }: Context,
  knowledge: CorpusKnowledge,
  model: Model,
): Answer {
  const { index, figuresOf, namesPlace } = knowledge;
  const nearest = preferTalkedAbout(
    rank(candidatesOf(question, found, index), model.ranker),
    follows === true ? talkedAbout : undefined,
  );
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
  const mayTell = nameable(question, knowledge);
  const subject = unknownSubject(question, index, mayTell);
  const unknown = subject === undefined ? undefined : asTyped(question, subject);
  const turn = {
    question: asked,
    ...(best !== undefined && { article: best.found.article.id }),
  };
  const refuse = (refusal: Refusal) => ({
    reply: composeRefusal(question, nearestPassages(question, ranked, index), refusal),
    turn: { ...turn, ...(unknown !== undefined && { unknown }) },
  });
  // that the corpus never writes a word says more than that it does not answer
  const refuseVaguely = (refusal: Refusal) =>
    refuse(unknown === undefined ? refusal : { reason: 'notMentioned', name: unknown });
  if (best === undefined) return refuseVaguely({ reason: 'notInText' });
  const missing =
    missingPlace ?? missingName(question, index) ?? missingAttribute(question, ranked, index);
  if (missing !== undefined) {
    // an attribute or a place may well be written of something else
    return mayTell(missing) && index.documentFrequency(missing) === 0
      ? refuse({ reason: 'notMentioned', name: asAsked(question, missing) })
      : refuseVaguely({ reason: 'notInText' });
  }
  const inConversation = talkedAbout !== undefined || named !== undefined;
  if (!inConversation && lacksAnchor(question, ranked, knowledge)) {
    return {
      reply: composeWhichMeant(question, ranked),
      turn: { question: asked, asksWhich: true },
    };
  }
  if (isAllUnknown(question, index) || answerability(best, model.judge) < THRESHOLD) {
    return refuseVaguely({ reason: 'notInText' });
  }
  const comparison = compareFigures(question, ranked, figuresOf);
  if (comparison !== undefined) {
    if ('missing' in comparison) return refuse({ reason: 'missingSide', side: comparison.missing });
    const { figures, reckoning } = comparison;
    if (reckoning.kind === 'refused') {
      return refuse({ reason: 'notReckoned', refusal: reckoning.refusal });
    }
    const remark: Remark = { kind: 'comparison', comparison };
    return answerWith(
      question,
      holding(ranked, figures) ?? best,
      ranked,
      figures,
      remark,
      knowledge,
      model,
    );
  }
  const first = selectSentence(question, [best, ...rest], knowledge);
  if ('mismatch' in first) {
    const refusal: Refusal = { reason: 'mismatch', ...first };
    return VAGUE.has(first.mismatch) ? refuseVaguely(refusal) : refuse(refusal);
  }
  const { choice, others } = acrossArticles(question, first, ranked, knowledge, talkedAbout);
  const remark: Remark | undefined = others && { kind: 'otherClaims', others };
  return answerWith(question, choice.best, ranked, choice.figures, remark, knowledge, model);
}

function answerWith(
  question: Question,
  best: Ranked,
  ranked: readonly Ranked[],
  figures: readonly Figure[],
  remark: Remark | undefined,
  knowledge: CorpusKnowledge,
  model: Model,
): Answer {
  const others = ranked.filter((candidate) => candidate !== best);
  return {
    reply: composeAnswer(question, [best, ...others], figures, remark, knowledge, model),
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

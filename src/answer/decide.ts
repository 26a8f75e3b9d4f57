import type { Article } from '../article/article.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { asAsked, asTyped } from '../question/original-wording.ts';
import type { Question } from '../question/question.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { type Model, THRESHOLD } from './model/model.ts';
import { candidatesOf } from './rank/candidates.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { firstUnderHeading, isLabelledAnswer } from './rank/under-heading.ts';
import { acrossArticles, preferTalkedAbout } from './select/across-articles.ts';
import {
  answerability,
  isAllUnknown,
  LEAST_ANSWERABLE,
  lacksAnchor,
  missingAttribute,
  placesAsked,
} from './select/answerability.ts';
import { type ArticlesMeant, articlesMeant } from './select/articles-meant.ts';
import { caseMeant } from './select/case-meant.ts';
import { compareFigures } from './select/figures/compare-figures.ts';
import type { Mismatch } from './select/figures/figure-check.ts';
import { nameable } from './select/nameable.ts';
import type { Refusal, Remark } from './select/outcome.ts';
import { selectSentence } from './select/select-sentence.ts';
import { missingName, missingPerson, unknownSubject } from './select/subject-check.ts';
import { tellingFirst } from './select/telling-first.ts';
import { isWrittenApart, wholeName } from './select/whole-name.ts';

/** Mismatches of which a refusal tells no more than that there is no answer. */
const VAGUE: ReadonlySet<Mismatch> = new Set(['unit', 'subject', 'date']);

/** What `THRESHOLD` is for a sentence before which one of another article, that is not meant, was ranked. */
const DISPLACED = 0.9;

/** The conversation that a question stands in, and the articles that it names. */
export interface Context {
  /** The articles it names. */
  readonly named?: ReadonlySet<Article> | undefined;
  /** Id of the article that the turn before was answered from. */
  readonly talkedAbout?: string | undefined;
  /** Whether it cannot be read without the turn before. */
  readonly follows?: boolean;
  /** The question of that turn, where it cannot. */
  readonly before?: string | undefined;
}

/** What was decided of a question, before a word of the reply is composed. */
export type Decision = Chosen | Refused;

/** A sentence that answers. */
interface Chosen {
  readonly best: Ranked;
  /** The sentences of the articles meant, best first; not empty. */
  readonly ranked: readonly Ranked[];
  /** The same of all articles found. */
  readonly everywhere: readonly Ranked[];
  readonly meant: ArticlesMeant;
  /** Which article is meant is known: by name, or from the turns before. */
  readonly isPlaced: boolean;
  readonly figures: readonly Figure[];
  readonly remark: Remark | undefined;
  /** The judge's probability that the articles answer. */
  readonly answerability: number;
  /** What is told where the sentence turns out to be too unlikely. */
  readonly otherwise: Refused;
}

/** That there is no answer. */
export interface Refused {
  readonly refusal: Refusal;
  readonly ranked: readonly Ranked[];
  /** What was ranked of all articles found, where that is more: a reader sees it all. */
  readonly everywhere?: readonly Ranked[];
  /** A word of the question that the corpus never writes, as it was typed. */
  readonly unknown: string | undefined;
  /** The judge's probability that the articles answer; undefined where it was not asked. */
  readonly answerability?: number;
}

/** What is decided from the paragraphs found: reads and writes nothing. */
export function decide(
  found: readonly RankedParagraph[],
  question: Question,
  { named, talkedAbout, follows }: Context,
  knowledge: CorpusKnowledge,
  model: Model,
): Decision {
  const { index, figuresOf, namesPlace } = knowledge;
  const followed = follows === true ? talkedAbout : undefined;
  const nearest = preferTalkedAbout(
    firstUnderHeading(question, rank(candidatesOf(question, found, index), model.ranker)),
    followed,
  );
  const places = placesAsked(question);
  // an article that never names the place asked about does not speak of it
  const missingPlace = places.find(
    (place) => !nearest.some((candidate) => namesPlace(candidate.found.article)(place)),
  );
  const inPlace =
    missingPlace === undefined
      ? nearest.filter((candidate) => places.every(namesPlace(candidate.found.article)))
      : nearest;
  const everywhere = caseMeant(question, tellingFirst(question, inPlace, index), index);
  const meant = articlesMeant(question, everywhere, knowledge, followed);
  const { ranked } = meant;
  const [best, ...rest] = ranked;
  const isNameable = nameable(question, knowledge);
  const mayTell = (name: string) => isNameable(name) && !isWrittenApart(name, everywhere);
  const toldName = (name: string) => wholeName(name, question, knowledge.tokenizer);
  const subject = unknownSubject(question, index, mayTell);
  const unknown = subject === undefined ? undefined : asTyped(question, toldName(subject));
  const refuse = (refusal: Refusal): Refused => ({ refusal, ranked, everywhere, unknown });
  // that the corpus never writes a word says more than that it does not answer
  const refuseVaguely = (refusal: Refusal) =>
    refuse(unknown === undefined ? refusal : { reason: 'notMentioned', name: unknown });
  if (best === undefined) return refuseVaguely({ reason: 'notInText' });
  const missing =
    missingPlace ??
    missingName(question, index) ??
    missingPerson(question, index, mayTell) ??
    missingAttribute(question, ranked, index);
  if (missing !== undefined) {
    // an attribute or a place may well be written of something else
    return mayTell(missing) && index.documentFrequency(missing) === 0
      ? refuse({ reason: 'notMentioned', name: asAsked(question, toldName(missing)) })
      : refuseVaguely({ reason: 'notInText' });
  }
  const isPlaced = talkedAbout !== undefined || named !== undefined;
  if (!isPlaced && lacksAnchor(question, ranked, knowledge)) {
    return refuse({ reason: 'whichMeant' });
  }
  const likely = isLabelledAnswer(question, best) ? 1 : answerability(best, model.judge);
  const otherwise = { ...refuseVaguely({ reason: 'notInText' }), answerability: likely };
  const isForeign = unknown !== undefined && !isPlaced && meant.isForeign(best);
  const least = everywhere[0] === best ? LEAST_ANSWERABLE : DISPLACED;
  if (isForeign || isAllUnknown(question, index) || likely < least) return otherwise;
  const context = { ranked, everywhere, meant, isPlaced };
  // what is reckoned, and what is told of another year, needs a matter that the articles do speak of
  const isLikely = likely >= THRESHOLD;
  const comparison = isLikely ? compareFigures(question, everywhere, figuresOf) : undefined;
  if (comparison !== undefined) {
    if ('missing' in comparison) return refuse({ reason: 'missingSide', side: comparison.missing });
    const { figures, reckoning } = comparison;
    if (reckoning.kind === 'refused') {
      return refuse({ reason: 'notReckoned', refusal: reckoning.refusal });
    }
    return {
      ...context,
      best: holding(everywhere, figures) ?? best,
      figures,
      remark: { kind: 'comparison', comparison },
      answerability: likely,
      otherwise,
    };
  }
  const first = selectSentence(question, [best, ...rest], knowledge);
  if ('mismatch' in first) {
    if (!isLikely) return otherwise;
    const refusal: Refusal = { reason: 'mismatch', ...first };
    return VAGUE.has(first.mismatch) ? refuseVaguely(refusal) : refuse(refusal);
  }
  const { choice, others } = acrossArticles(question, first, everywhere, knowledge, talkedAbout);
  return {
    ...context,
    ...choice,
    remark: others && { kind: 'otherClaims', others },
    answerability: likely,
    otherwise,
  };
}

/** Refusals that rest on counting alone, and that a reader may know better. */
export function isVague({ refusal }: Refused): boolean {
  switch (refusal.reason) {
    case 'notInText':
    case 'notMentioned':
      return true;
    case 'mismatch':
      return VAGUE.has(refusal.mismatch);
    default:
      return false;
  }
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

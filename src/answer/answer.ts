import type { Article } from '../article/article.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { expand } from '../question/expand.ts';
import { asAsked, asTyped } from '../question/original-wording.ts';
import type { Question } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import type { Reply } from '../reply/reply.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { alternativesTo, apart, type Quoted } from './compose/alternatives.ts';
import { composeAnswer, composeRefusal, type Quotable } from './compose/compose-reply.ts';
import { leadRun } from './compose/lead.ts';
import { nearestPassages } from './compose/nearest.ts';
import { composeWhichMeant } from './compose/which-meant.ts';
import type { CertaintySigns } from './model/certainty-signs.ts';
import { type Model, SURE, THRESHOLD } from './model/model.ts';
import { candidatesOf } from './rank/candidates.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { firstUnderHeading, isLabelledAnswer } from './rank/under-heading.ts';
import type { ReaderQuestion, ReaderUse, ReaderWhen } from './reader/reader.ts';
import { retrieve } from './retrieve.ts';
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
import { certaintyOf, certaintySigns, isDoubtful } from './select/certainty.ts';
import { type Consulted, consultReader } from './select/consult-reader.ts';
import { compareFigures } from './select/figures/compare-figures.ts';
import type { Mismatch } from './select/figures/figure-check.ts';
import { wellTold } from './select/figures/figure-told.ts';
import { nameable } from './select/nameable.ts';
import type { Refusal, Remark } from './select/outcome.ts';
import { selectSentence, sentenceWithFigures } from './select/select-sentence.ts';
import { missingName, unknownSubject } from './select/subject-check.ts';
import { tellingAmong, tellingFirst } from './select/telling-first.ts';
import { unmetBy } from './select/unmet-words.ts';

/** Mismatches of which a refusal tells no more than that there is no answer. */
const VAGUE: ReadonlySet<Mismatch> = new Set(['unit', 'subject', 'date']);

/** What `THRESHOLD` is for a sentence before which one of another article, that is not meant, was ranked. */
const DISPLACED = 0.9;

/** The judge's probability from which on a refusal is as unsure as an unsure answer. */
const DOUBTFUL = 0.1;

/** Sentences of which the best one's certainty tells nothing. */
const FEW_SENTENCES = 5;

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

export interface Answer {
  readonly reply: Reply;
  readonly turn: Turn;
  /** What the certainty of an answer was read from, for those who fit its weights. */
  readonly signs?: CertaintySigns;
}

/** What a question is answered with beside the knowledge of the corpus. */
export interface AnswerTools {
  readonly model: Model;
  readonly use?: ReaderUse | undefined;
  /** Called when a reader begins to be waited for. */
  readonly waiting?: (() => void) | undefined;
}

/**
 * Answers one question: retrieves paragraphs, ranks their sentences, tells answerability, selects the
 * sentence that answers, tells how sure that is, has a reader choose where there is one, and composes
 * the reply.
 */
export async function answer(
  asked: Question,
  context: Context,
  knowledge: CorpusKnowledge,
  { model, use, waiting }: AnswerTools,
): Promise<Answer> {
  const question = await expand(asked, knowledge.lexicon, knowledge.tokenizer);
  const found = await retrieve(question, context.named, knowledge);
  const decision = decide(found, question, context, knowledge, model);
  const settled = settle(decision, question, knowledge, model);
  if (use === undefined || !isForReader(settled, use.when))
    return compose(settled, { asked, question }, knowledge, model);
  waiting?.();
  const consulted = await consultReader(
    question,
    putToReader(asked, context),
    settled.everywhere ?? settled.ranked,
    knowledge,
    use.reader,
  );
  return compose(afterReader(settled, consulted, question), { asked, question }, knowledge, model);
}

/** What was decided of a question, before a word of the reply is composed. */
type Decision = Chosen | Refused;

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
interface Refused {
  readonly refusal: Refusal;
  readonly ranked: readonly Ranked[];
  /** What was ranked of all articles found, where that is more: a reader sees it all. */
  readonly everywhere?: readonly Ranked[];
  /** A word of the question that the corpus never writes, as it was typed. */
  readonly unknown: string | undefined;
  /** The judge's probability that the articles answer; undefined where it was not asked. */
  readonly answerability?: number;
}

/** A question as it was put, and with what the corpus may call the same. */
interface Expanded {
  readonly asked: Question;
  readonly question: Question;
}

/** What is decided from the paragraphs found: reads and writes nothing. */
function decide(
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
  const everywhere = tellingFirst(question, inPlace, index);
  const meant = articlesMeant(question, everywhere, knowledge, followed);
  const { ranked } = meant;
  const [best, ...rest] = ranked;
  const mayTell = nameable(question, knowledge);
  const subject = unknownSubject(question, index, mayTell);
  const unknown = subject === undefined ? undefined : asTyped(question, subject);
  const refuse = (refusal: Refusal): Refused => ({ refusal, ranked, everywhere, unknown });
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
  const isPlaced = talkedAbout !== undefined || named !== undefined;
  if (!isPlaced && lacksAnchor(question, ranked, knowledge)) {
    return refuse({ reason: 'whichMeant' });
  }
  const likely = isLabelledAnswer(question, best) ? 1 : answerability(best, model.judge);
  const otherwise = { ...refuseVaguely({ reason: 'notInText' }), answerability: likely };
  const isForeign = unknown !== undefined && !isPlaced && meant.isForeign(best);
  if (isForeign || isAllUnknown(question, index) || likely < leastAnswerable(best, everywhere))
    return otherwise;
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

/** The judge's probability that a sentence of all those ranked must have to be looked at further. */
function leastAnswerable(best: Ranked, everywhere: readonly Ranked[]): number {
  if (everywhere[0] !== best) return DISPLACED;
  // among few sentences one stands out whatever it says
  return everywhere.length < FEW_SENTENCES ? THRESHOLD : LEAST_ANSWERABLE;
}

/** An answer with the run of sentences quoted for it and how sure it is; or a refusal. */
type Settled = Quoting | Refused;

interface Quoting extends Quotable {
  readonly everywhere?: readonly Ranked[];
  /** What its certainty was read from; undefined where a reader chose. */
  readonly signs?: CertaintySigns;
}

function settle(
  decision: Decision,
  question: Question,
  knowledge: CorpusKnowledge,
  model: Model,
): Settled {
  if ('refusal' in decision) return decision;
  const { best, figures, ranked, remark, everywhere, meant } = decision;
  const run = leadRun(question, best, figures, ranked);
  const telling = tellingAmong(question, everywhere, knowledge.index);
  const signs = certaintySigns({ ...decision, ranked: telling, question, run });
  // what is reckoned quotes all that it is reckoned from
  const isReckoned = remark?.kind === 'comparison';
  const certainty = certaintyOf(signs, model.certainty);
  const unmet = unmetBy(question, best, knowledge.index);
  if (!isReckoned && isDoubtful(signs, certainty, unmet)) return decision.otherwise;
  const { isPlaced } = decision;
  const isSure = isReckoned || (certainty >= SURE && (isPlaced || !meant.isForeign(best)));
  if (!isSure && !isPlaced && meant.isOpen && question.names.length === 0)
    return { refusal: { reason: 'whichMeant' }, ranked, unknown: undefined };
  const sentence = sentenceWithFigures(best, knowledge.figuresOf);
  const told = isSure ? figures : wellTold(question, figures, sentence);
  const lead: Quoted = { best, figures: told, run };
  return {
    lead,
    ranked,
    everywhere,
    remark,
    certainty: isSure ? 'sure' : 'unsure',
    alternatives: isSure ? [] : alternativesTo(question, lead, meant.beside(best), knowledge),
    chosenBy: 'rules',
    overruled: false,
    signs,
  };
}

/** Refusals that rest on counting alone, and that a reader may know better. */
function isVague({ refusal }: Refused): boolean {
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

/** Whether a reader is to be asked: not of what is reckoned, nor of what contradicts the question. */
function isForReader(settled: Settled, when: ReaderWhen): boolean {
  if ('refusal' in settled) {
    if (settled.ranked.length === 0 || !isVague(settled)) return false;
    return when === 'always' || (settled.answerability ?? 0) >= DOUBTFUL;
  }
  if (settled.remark?.kind === 'comparison') return false;
  return when === 'always' || settled.certainty === 'unsure';
}

function putToReader({ source }: Question, { before }: Context): ReaderQuestion {
  return { question: source, ...(before !== undefined && { before }) };
}

/** What stands after a reader was asked: its choice, or ours where it cannot say or is overruled. */
function afterReader(settled: Settled, consulted: Consulted, question: Question): Settled {
  const isRefused = 'refusal' in settled;
  switch (consulted.kind) {
    case 'cannotSay':
      return settled;
    case 'none':
      return isRefused
        ? settled
        : { refusal: { reason: 'noneOfNearest' }, ranked: settled.ranked, unknown: undefined };
    case 'overruled':
      return isRefused
        ? { ...settled, refusal: { reason: 'mismatch', ...consulted.by } }
        : { ...settled, overruled: true };
    case 'chosen': {
      const [lead, ...others] = consulted.choices.map(({ best, figures }): Quoted => {
        return { best, figures, run: leadRun(question, best, figures, []) };
      });
      if (lead === undefined) return settled;
      const isOurs = !isRefused && settled.lead.best === lead.best;
      const alternatives = apart(isOurs ? settled.lead : lead, others);
      return {
        lead: isOurs ? settled.lead : lead,
        ranked: settled.ranked,
        remark: isOurs ? settled.remark : undefined,
        certainty: alternatives.length > 0 ? 'unsure' : 'sure',
        alternatives,
        chosenBy: 'reader',
        overruled: false,
      };
    }
  }
}

/** The reply, and the turn that the next question may lean on. */
function compose(
  settled: Settled,
  { asked, question }: Expanded,
  knowledge: CorpusKnowledge,
  model: Model,
): Answer {
  if ('refusal' in settled) {
    const { refusal, ranked, unknown } = settled;
    if (refusal.reason === 'whichMeant') {
      return {
        reply: composeWhichMeant(question, ranked),
        turn: { question: asked, asksWhich: true },
      };
    }
    const article = ranked[0]?.found.article.id;
    return {
      reply: composeRefusal(
        question,
        nearestPassages(question, ranked, knowledge.index, refusal),
        refusal,
      ),
      turn: {
        question: asked,
        ...(article !== undefined && { article }),
        ...(unknown !== undefined && { unknown }),
      },
    };
  }
  return {
    reply: composeAnswer(question, settled, knowledge, model),
    turn: { question, article: settled.lead.best.found.article.id },
    ...(settled.signs !== undefined && { signs: settled.signs }),
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

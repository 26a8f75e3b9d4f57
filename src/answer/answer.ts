import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { expand } from '../question/expand.ts';
import type { Question } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import type { Reply } from '../reply/reply.ts';
import type { RankedParagraph } from '../search/paragraph-index.ts';
import { composeAnswer, composeRefusal } from './compose/compose-reply.ts';
import { nearestPassages } from './compose/nearest.ts';
import { composeWhichMeant } from './compose/which-meant.ts';
import { type Context, type Decision, decide } from './decide.ts';
import type { CertaintySigns } from './model/certainty-signs.ts';
import type { Model } from './model/model.ts';
import type { ReaderQuestion, ReaderUse } from './reader/reader.ts';
import { paragraphsOfPeriod, retrieve } from './retrieve.ts';
import { consultReader } from './select/consult-reader.ts';
import { afterReader, isForReader, type Settled, settle } from './settle.ts';
import { settleTable } from './settle-table.ts';
import { readSentences, steps } from './steps.ts';

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
  await steps.next();
  const question = await expand(asked, knowledge.lexicon, knowledge.tokenizer);
  const found = await retrieve(question, context.named, knowledge);
  await readSentences(found, knowledge.index);
  const told = await settleTable(question, found, knowledge, model);
  if (told !== undefined) return compose(told, { asked, question }, knowledge, model);
  const decision = decideWithPeriod(found, question, context, knowledge, model);
  await steps.next();
  const settled = settle(decision, question, knowledge, model);
  await steps.next();
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

/** Decides again with what tells the measure of the period asked for, where what was found tells it of others. */
function decideWithPeriod(
  found: readonly RankedParagraph[],
  question: Question,
  context: Context,
  knowledge: CorpusKnowledge,
  model: Model,
): Decision {
  const decision = decide(found, question, context, knowledge, model);
  if (!('refusal' in decision) || decision.refusal.reason !== 'mismatch') return decision;
  if (decision.refusal.mismatch !== 'period') return decision;
  const more = paragraphsOfPeriod(found, decision.refusal, knowledge);
  return more.length === 0
    ? decision
    : decide([...found, ...more], question, context, knowledge, model);
}

function putToReader({ source }: Question, { before }: Context): ReaderQuestion {
  return { question: source, ...(before !== undefined && { before }) };
}

/** A question as it was put, and with what the corpus may call the same. */
interface Expanded {
  readonly asked: Question;
  readonly question: Question;
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

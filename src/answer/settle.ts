import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import type { Question } from '../question/question.ts';
import { asksWhether } from '../question/whether.ts';
import { alternativesTo, apart, type Quoted } from './compose/alternatives.ts';
import type { Quotable } from './compose/compose-reply.ts';
import { leadRun } from './compose/lead.ts';
import { type Decision, isVague, type Refused } from './decide.ts';
import type { CertaintySigns } from './model/certainty-signs.ts';
import type { Model } from './model/model.ts';
import type { Ranked } from './rank/rank.ts';
import { isAskedByHeading, isLabelledAnswer } from './rank/under-heading.ts';
import type { ReaderWhen } from './reader/reader.ts';
import { certaintySigns, standingOf } from './select/certainty.ts';
import type { Consulted } from './select/consult-reader.ts';
import { isMeasureAlone } from './select/figures/figure-fit.ts';
import { wellTold } from './select/figures/figure-told.ts';
import { sentenceWithFigures } from './select/select-sentence.ts';
import { tellingAmong } from './select/telling-first.ts';
import { isAllWritten, unmetBy } from './select/unmet-words.ts';

/** The judge's probability from which on a refusal is as unsure as an unsure answer. */
const DOUBTFUL = 0.1;

/** An answer with the run of sentences quoted for it and how sure it is; or a refusal. */
export type Settled = Quoting | Refused;

interface Quoting extends Quotable {
  readonly everywhere?: readonly Ranked[];
  /** A table says it by row and column: nothing is left to choose. */
  readonly isTold?: true;
  /** What its certainty was read from; undefined where a reader chose. */
  readonly signs?: CertaintySigns;
}

/** People of whom a text that names others, or anybody, says something: 室友 are 他人. */
const SOMEBODY =
  /室友|朋友|同[学事伴]|家[人长]|孩|老[人师]|[别他旁外]人|[爸妈爷奶]|医[生师]|大夫|司机|客[人户]|学生|员工|外[省地国]/u;

/** How a decision is quoted, and whether it is too doubtful to be told at all. */
export function settle(
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
  const unmet = unmetBy(question, best, knowledge.index);
  const [figure] = figures;
  const isNamed = figure !== undefined && isMeasureAlone(question, figure);
  const isKnown =
    isReckoned || isNamed || isAskedByHeading(question, best) || isLabelledAnswer(question, best);
  const isWritten = isAllWritten(question, best, knowledge.index);
  const isQuoted = ({ found, index }: Ranked) =>
    found.id === best.found.id && index >= run.first && index <= run.last;
  const quoted = [best, ...ranked.filter(isQuoted)];
  const weighed = { quoted, signs, unmet, isWritten, found: everywhere.length };
  const standing = standingOf(weighed, model);
  // 管晚饭吗: of what the article never names it says neither yes nor no
  const isUnheard =
    unmet === 'noun' && asksWhether(question) && !SOMEBODY.test(question.normalized);
  if (!isKnown && (standing === 'doubtful' || isUnheard)) return decision.otherwise;
  const { isPlaced } = decision;
  const isSure =
    isReckoned ||
    (standing === 'sure' &&
      (isPlaced || !meant.isForeign(best)) &&
      // 可以分期吗 is not told for sure by what says nothing of it
      (isWritten || question.typed || !asksWhether(question)));
  if (!isSure && !isPlaced && meant.isOpen && question.names.length === 0)
    return { refusal: { reason: 'whichMeant' }, ranked, unknown: undefined };
  const sentence = () => sentenceWithFigures(best, knowledge.figuresOf);
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

/** Whether a reader is to be asked: not of what is reckoned, nor of what contradicts the question. */
export function isForReader(settled: Settled, when: ReaderWhen): boolean {
  if ('refusal' in settled) {
    if (settled.ranked.length === 0 || !isVague(settled)) return false;
    return when === 'always' || (settled.answerability ?? 0) >= DOUBTFUL;
  }
  if (settled.isTold || settled.remark?.kind === 'comparison') return false;
  return when === 'always' || settled.certainty === 'unsure';
}

/** What stands after a reader was asked: its choice, or ours where it cannot say or is overruled. */
export function afterReader(settled: Settled, consulted: Consulted, question: Question): Settled {
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

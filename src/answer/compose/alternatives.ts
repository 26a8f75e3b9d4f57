import { comparedText } from '../../duplicates/fingerprint.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import type { Question } from '../../question/question.ts';
import type { Span } from '../../util/span.ts';
import { probabilitiesOf, type Ranked } from '../rank/rank.ts';
import type { Mismatch } from '../select/figures/figure-check.ts';
import { wellTold } from '../select/figures/figure-told.ts';
import { selectSentence, sentenceWithFigures } from '../select/select-sentence.ts';
import { type LeadRun, leadRun } from './lead.ts';

/** A run of sentences that is quoted, with the figures in it that answer. */
export interface Quoted {
  readonly best: Ranked;
  readonly run: LeadRun;
  readonly figures: readonly Figure[];
  /** The cells that answer, where it is a row of a table. */
  readonly cells?: readonly Span[];
}

/** Alternatives beside a lead. */
const ALTERNATIVES = 2;
/** Sentences that are considered, best first. */
const CONSIDERED = 12;
/** UTF-16 units of all alternatives together, beyond which the first stands alone. */
const LENGTH_LIMIT = 180;
/** UTF-16 units of one alternative. */
const RUN_LIMIT = 320;
/** What the probability of an alternative must be for each UTF-16 unit that it adds, if the lead is wrong. */
const PRICE = 0.0005;

/** What a sentence contradicts of the question, so that it is no answer even if the lead is none. */
const CONTRADICTIONS: ReadonlySet<Mismatch> = new Set(['period', 'actor', 'direction']);

/**
 * Further runs that may hold the answer where the lead does not, best first: likely for their length,
 * of other sentences than the lead, none saying what another one says.
 */
export function alternativesTo(
  question: Question,
  lead: Quoted,
  ranked: readonly Ranked[],
  knowledge: CorpusKnowledge,
): readonly Quoted[] {
  // as likely as they are if the lead is wrong
  const left = ranked.filter((one) => !isWithin(one, lead));
  const probabilities = probabilitiesOf(left);
  const worth = ({ best: { found }, run }: Quoted) =>
    found.paragraph.sentences
      .slice(run.first, run.last + 1)
      .reduce((sum, sentence) => sum + (probabilities.get(sentence) ?? 0), 0) -
    PRICE * lengthOf(run);
  const considered = left.slice(0, CONSIDERED).flatMap((best) => {
    const quoted = quotationOf(question, best, left, knowledge);
    return quoted === undefined ? [] : [quoted];
  });
  const [first, ...others] = apart(
    lead,
    considered.sort((a, b) => worth(b) - worth(a)),
    considered.length,
  );
  if (first === undefined) return [];
  const room = LENGTH_LIMIT - lengthOf(first.run);
  const second = others.find((one) => worth(one) > 0 && lengthOf(one.run) <= room);
  return second === undefined ? [first] : [first, second];
}

/** The first of the quotations that share no sentence with the lead or each other, nor repeat one. */
export function apart(
  lead: Quoted,
  quotations: readonly Quoted[],
  limit = ALTERNATIVES,
): readonly Quoted[] {
  const shown: Quoted[] = [];
  for (const one of quotations) {
    if (shown.length === limit) break;
    if ([lead, ...shown].every((other) => !overlap(one, other) && !saysTheSame(one, other)))
      shown.push(one);
  }
  return shown;
}

/** The run around a sentence, as short as a lead; undefined where it contradicts the question. */
function quotationOf(
  question: Question,
  best: Ranked,
  ranked: readonly Ranked[],
  knowledge: CorpusKnowledge,
): Quoted | undefined {
  const choice = selectSentence(question, [best], knowledge);
  if ('mismatch' in choice && CONTRADICTIONS.has(choice.mismatch)) return undefined;
  const figures = 'mismatch' in choice ? [] : choice.figures;
  const run = leadRun(question, best, figures, ranked);
  if (lengthOf(run) > RUN_LIMIT) return undefined;
  const sentence = () => sentenceWithFigures(best, knowledge.figuresOf);
  const told = wellTold(question, figures, sentence);
  return { best, figures: told, run };
}

function isWithin({ found, index }: Ranked, { best, run }: Quoted): boolean {
  return found.id === best.found.id && index >= run.first && index <= run.last;
}

function overlap(a: Quoted, b: Quoted): boolean {
  return (
    a.best.found.id === b.best.found.id && a.run.first <= b.run.last && b.run.first <= a.run.last
  );
}

function saysTheSame(a: Quoted, b: Quoted): boolean {
  const [one, other] = [a, b].map(({ best, run }) =>
    comparedText(best.found.article.text, run.span),
  );
  return one === other;
}

function lengthOf({ span }: LeadRun): number {
  return span.end - span.start;
}

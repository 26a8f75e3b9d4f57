import { comparedText } from '../../duplicates/fingerprint.ts';
import type { Question } from '../../question/question.ts';
import {
  CERTAINTY_SIGNS,
  type CertaintyModel,
  type CertaintySigns,
} from '../model/certainty-signs.ts';
import { probabilitiesOf, type Ranked } from '../rank/rank.ts';
import type { Unmet } from './unmet-words.ts';

/** An answer as it was chosen, with the run of sentences that is quoted for it. */
export interface QuotedAnswer {
  readonly question: Question;
  readonly best: Ranked;
  /** All that was ranked, best first. */
  readonly ranked: readonly Ranked[];
  /** Places of the first and the last sentence of the lead in its paragraph. */
  readonly run: { readonly first: number; readonly last: number };
  /** The judge's probability that the articles answer. */
  readonly answerability: number;
}

const ASKS_FOR_A_FIGURE: ReadonlySet<string> = new Set(['number', 'money', 'ordinal', 'duration']);
/** Share of the probability from which on a paragraph is a rival. */
const RIVAL = 0.05;
/** Log-odds beyond which a margin says no more. */
const MARGIN_LIMIT = 6;
/** Keeps the log-odds of a probability of 0 or 1 finite. */
const SLACK = 0.01;

export function certaintySigns(answer: QuotedAnswer): CertaintySigns {
  const { question, best, ranked, run, answerability } = answer;
  const probabilities = probabilitiesOf(ranked);
  const of = ({ sentence }: Ranked) => probabilities.get(sentence) ?? 0;
  const isRun = ({ found, index }: Ranked) =>
    found.id === best.found.id && index >= run.first && index <= run.last;
  const repeats = repeatedIn(ranked.filter(isRun));
  const inLead = (one: Ranked) => isRun(one) || repeats(one);
  const lead = ranked.filter(inLead).reduce((sum, one) => sum + of(one), 0);
  const rival = ranked.find((one) => !inLead(one));
  const margin = rival === undefined ? MARGIN_LIMIT : best.score - rival.score;
  const { features } = best;
  return {
    lead,
    leadOdds: logOdds(lead),
    margin: Math.max(-MARGIN_LIMIT, Math.min(MARGIN_LIMIT, margin)),
    entropy: ranked.reduce((sum, one) => sum - plogp(of(one)), 0),
    rivalParagraphs: rivalsOf(best, ranked.filter((one) => !repeats(one)), of),
    answerability: logOdds(answerability),
    characters: features.characters,
    distinctive: features.distinctive,
    inOrder: features.inOrder,
    inNext: features.inNext,
    paragraphSize: features.paragraphSize,
    words: Math.log(1 + question.content.length),
    length: Math.log(run.last - run.first + 1),
    thing: question.type === 'thing' ? 1 : 0,
    number: ASKS_FOR_A_FIGURE.has(question.type) ? 1 : 0,
  };
}

/** Probability, from 0 to 1, that the lead holds the answer. */
export function certaintyOf(signs: CertaintySigns, { bias, weights }: CertaintyModel): number {
  let odds = bias;
  for (const name of CERTAINTY_SIGNS) odds += weights[name] * signs[name];
  return 1 / (1 + Math.exp(-odds));
}

/**
 * What the log-odds that the articles answer at all count beside those that this lead does. They count
 * the words met, and a near miss asks in the text's own words while people do in theirs.
 */
const JUDGE_SHARE = 0.4;

/**
 * Log-odds below which there is no answer: those that this lead holds it and the share of those that the
 * articles answer at all. Each knows what the other does not: a question may have everything it says
 * written somewhere and no sentence that stands out, or one sentence that stands out for saying little.
 * Where the article does not write what the question says, more is asked. Chosen on questions whose
 * answers were there, withheld, or never written (docs/decisions/0097).
 */
const LEAST_ODDS: Readonly<Record<Unmet, number>> = { none: -0.25, much: 0.75, noun: 1.25 };

/** Whether the sentence chosen is too unlikely to hold an answer for it to be given, even as unsure. */
export function isDoubtful(
  { answerability }: CertaintySigns,
  certainty: number,
  unmet: Unmet,
): boolean {
  return JUDGE_SHARE * answerability + logOdds(certainty) < LEAST_ODDS[unmet];
}

/** Letters and digits of the shortest sentence that is one and the same wherever it stands. */
const REPEATED = 12;

/**
 * Tells whether a sentence repeats one of a lead or holds it whole: two stories on one event often share
 * sentences, and the one is no rival of the other.
 */
function repeatedIn(lead: readonly Ranked[]): (one: Ranked) => boolean {
  const said = ({ found, sentence }: Ranked) => comparedText(found.article.text, sentence.span);
  const quoted = lead.map(said).filter(({ length }) => length >= REPEATED);
  const least = Math.min(...lead.map(({ score }) => score)) - MARGIN_LIMIT;
  return (one) =>
    one.score >= least &&
    quoted.some((text) => {
      const other = said(one);
      return other.includes(text) || (other.length >= REPEATED && text.includes(other));
    });
}

function logOdds(probability: number): number {
  return Math.log((probability + SLACK) / (1 + SLACK - probability));
}

function rivalsOf(
  best: Ranked,
  ranked: readonly Ranked[],
  probabilityOf: (one: Ranked) => number,
): number {
  const shares = new Map<string, number>();
  for (const one of ranked)
    if (one.found.id !== best.found.id)
      shares.set(one.found.id, (shares.get(one.found.id) ?? 0) + probabilityOf(one));
  return [...shares.values()].filter((share) => share >= RIVAL).length;
}

function plogp(p: number): number {
  return p > 0 ? p * Math.log(p) : 0;
}

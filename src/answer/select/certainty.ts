import { comparedText } from '../../duplicates/fingerprint.ts';
import type { Question } from '../../question/question.ts';
import {
  CERTAINTY_SIGNS,
  type CertaintyModel,
  type CertaintySigns,
} from '../model/certainty-signs.ts';
import { type Model, SURE, SURE_IN_OTHER_WORDS } from '../model/model.ts';
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
    rivalParagraphs: rivalsOf(
      best,
      ranked.filter((one) => !repeats(one)),
      of,
    ),
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
function certaintyOf(signs: CertaintySigns, { bias, weights }: CertaintyModel): number {
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

/** How an answer may be given: not at all, with alternatives beside it, or alone. */
export type Standing = 'doubtful' | 'unsure' | 'sure';

/** How the sentence chosen stands among all that were found. */
export function standingOf(
  { quoted, signs, unmet, isWritten, found }: Weighed,
  { certainty: model }: Pick<Model, 'certainty'>,
): Standing {
  const certainty = certaintyOf(signs, model);
  if (found < FEW) {
    const odds = oddsAmongFew(quoted, signs, certainty, unmet);
    return odds < LEAST_AMONG_FEW ? 'doubtful' : odds < SURE_AMONG_FEW ? 'unsure' : 'sure';
  }
  const odds = JUDGE_SHARE * signs.answerability + logOdds(certainty);
  if (odds < LEAST_ODDS[unmet]) return 'doubtful';
  return certainty < (isWritten ? SURE : SURE_IN_OTHER_WORDS) ? 'unsure' : 'sure';
}

/** What is weighed of an answer. */
export interface Weighed {
  /** The sentences quoted that were ranked, the chosen one among them. */
  readonly quoted: readonly Ranked[];
  readonly signs: CertaintySigns;
  readonly unmet: Unmet;
  /** Whether the article writes all that the question says, in some form. */
  readonly isWritten: boolean;
  /** How many sentences were found. */
  readonly found: number;
}

/** Fewer sentences than these are few: of a notice, or of a piece of news. */
const FEW = 10;
/** Log-odds among few sentences below which there is no answer, and from which on one is sure. */
const LEAST_AMONG_FEW = -0.9;
const SURE_AMONG_FEW = 0.75;

/**
 * Log-odds that a sentence found among few answers. One of two stands out whatever it says, so that its
 * lead over the others counts less, and what it says itself more: how much of the question, whether
 * something of the kind asked for, and how near that is to the words asked with. Fitted by articles to
 * the labelled questions, each put to two to eight sentences around its answer and to as many of the same
 * article without it (docs/decisions/0102); rounded, the judge less than fitted, for people ask in words
 * of their own.
 */
function oddsAmongFew(
  quoted: readonly Ranked[],
  { answerability }: CertaintySigns,
  certainty: number,
  unmet: Unmet,
): number {
  // 同年 leaves to the sentence before what year it is: of what is quoted each says a part
  const most = (name: 'near' | 'valueKind' | 'compound' | 'characters') =>
    Math.max(...quoted.map(({ features }) => features[name]));
  return (
    0.25 * answerability +
    0.45 * logOdds(certainty) +
    1.4 * most('near') +
    0.5 * most('valueKind') +
    0.25 * most('compound') +
    1.5 * most('characters') -
    (unmet === 'none' ? 0 : 0.5) -
    2
  );
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

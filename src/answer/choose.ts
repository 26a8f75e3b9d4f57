import type { Article } from '../article/types.ts';
import type { Home } from '../figures/actors.ts';
import { FLOWS } from '../figures/data/directions.ts';
import { parsePeriods, periodsCompatible } from '../figures/periods.ts';
import type { Figure } from '../figures/types.ts';
import { normalize } from '../language/normalize.ts';
import { parseNumeral } from '../language/numerals.ts';
import { bigramsOf } from '../language/terms.ts';
import { slice } from '../offset.ts';
import type { ParagraphIndex } from '../search/paragraph-index.ts';
import { KIND_WORDS } from './data/stop-words.ts';
import { type Demand, demandOf } from './demand.ts';
import { type Mismatch, mismatch, type Surroundings, writesQuantity } from './figure-match.ts';
import { fitness } from './fitness.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** The sentence that answers, with the figures in it that do. */
export interface Choice {
  readonly best: Ranked;
  /** Most relevant first; [] where the question asks for none. */
  readonly figures: readonly Figure[];
}

/** Nothing near meets what the question names; `nearest` is the best figure that fails. */
export interface NoAnswer {
  readonly mismatch: Mismatch;
  readonly demand: Demand;
  readonly nearest?: Figure;
}

const ASKS_FOR_A_FIGURE: ReadonlySet<string> = new Set(['number', 'money', 'ordinal', 'duration']);
/** A sentence this much (in log-odds) behind the best one is no longer considered. */
const MARGIN = 3;
/** What a figure's fit counts beside its sentence's score, in log-odds. */
const FIT_WEIGHT = 2;
/** A further figure answers too when it fits at least this well beside the best one. */
const ALSO = 0.75;

/**
 * Picks the first of the ranked sentences, best first and not empty, that meets what the question
 * names: whom it is about, when, and of a figure also its unit and direction.
 */
export function choose(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
  { index, figuresOf, homeOf }: Knowledge,
): Choice | NoAnswer {
  const [top] = ranked;
  const asksFigure = ASKS_FOR_A_FIGURE.has(question.type);
  const near = ranked.filter(
    (candidate) =>
      candidate.score >= top.score - MARGIN && namesSubject(question, candidate, index),
  );
  const demand = demandOf(question, top.found.article);
  if (near.length === 0) return { mismatch: 'subject', demand };

  let failure: NoAnswer | undefined;
  let chosen: (Choice & { readonly score: number }) | undefined;
  for (const candidate of near) {
    const around = surroundingsOf(candidate, homeOf);
    const scored = figuresIn(candidate, figuresOf)
      .filter((figure) => asksFigure || isNamed(question, figure))
      .map((figure) => ({
        figure,
        failed: mismatch(demand, figure, around),
        fit: fitness(question, demand, figure, candidate.found.article),
      }))
      .sort((a, b) => b.fit - a.fit);
    if (!asksFigure && (question.typed || scored.length === 0)) {
      const failed = sentenceMismatch(question, demand, candidate);
      if (failed === undefined) return chosen ?? { best: candidate, figures: [] };
      failure ??= { mismatch: failed, demand };
      continue;
    }
    const fitting = scored.filter(({ failed }) => failed === undefined);
    const [first] = fitting;
    if (first !== undefined) {
      const figures = fitting
        .filter(({ fit, figure }) => fit >= first.fit * ALSO && isLike(figure, first.figure))
        .map(({ figure }) => figure);
      const score = candidate.score + FIT_WEIGHT * first.fit;
      if (chosen === undefined || score > chosen.score)
        chosen = { best: candidate, figures, score };
      continue;
    }
    const nearest = scored.find(({ failed }) => failed !== 'unit') ?? scored[0];
    if (nearest?.failed !== undefined && (failure === undefined || failure.mismatch === 'unit')) {
      failure = { mismatch: nearest.failed, demand, nearest: nearest.figure };
    }
  }
  if (chosen !== undefined) return chosen;
  if (failure !== undefined && failure.mismatch !== 'unit') return failure;
  // a number that is no whole figure: a half, as many again
  const written = near.find(({ found, sentence }) =>
    writesQuantity(demand, normalize(slice(found.article.text, sentence.span)).text),
  );
  if (written !== undefined) return { best: written, figures: [] };
  return failure ?? { mismatch: 'unit', demand };
}

/** What is known of the corpus besides the question's own candidates. */
export interface Knowledge {
  readonly index: ParagraphIndex;
  figuresOf(article: Article): readonly Figure[];
  /** The places that an article speaks of where it names none. */
  homeOf(article: Article): Home;
}

/** Figures of one sentence that are looked at: a table run into a sentence may hold thousands. */
const FIGURE_LIMIT = 300;

function figuresIn({ found, sentence }: Ranked, figuresOf: Knowledge['figuresOf']): Figure[] {
  const { start, end } = sentence.span;
  return figuresOf(found.article)
    .filter((figure) => figure.start >= start && figure.end <= end)
    .slice(0, FIGURE_LIMIT);
}

/** The paragraph so far, its heading, and the place and time that the whole article is about. */
function surroundingsOf(
  { found: { article, paragraph }, sentence }: Ranked,
  homeOf: Knowledge['homeOf'],
): Surroundings {
  const { province = '', city = '' } = homeOf(article);
  const home = article.title.includes(province) ? province : `${province}\n${city}`;
  const before = article.text.slice(paragraph.span.start, sentence.span.end);
  return {
    subjects: normalize([paragraph.heading ?? '', home, before].join('\n')).text,
    // each apart: 明年 in the title must not lend its year to a month in the paragraph
    periods: [article.title, paragraph.heading ?? '', before].flatMap((text) =>
      parsePeriods(normalize(text).text, article.date).map(({ period }) => period),
    ),
  };
}

/** Whether two figures answer side by side: of one unit, and both levels or both changes. */
function isLike(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && isChange(a) === isChange(b);
}

function isChange({ direction }: Figure): boolean {
  return direction !== undefined && !FLOWS.includes(direction);
}

/** Whether the question's own words name what the figure measures. */
function isNamed(question: Question, { measure }: Figure): boolean {
  return question.content.some(({ text }) => text.length > 1 && measure.includes(text));
}

/**
 * Whether a name in the question that the corpus knows, if there is one, stands in the sentence, before it in its
 * paragraph, or in the title or heading above: what is said of one company is not said of another.
 */
function namesSubject(
  question: Question,
  { found, index: at }: Ranked,
  index: ParagraphIndex,
): boolean {
  const names = question.names.filter((name) => isKnownName(name, index));
  const own =
    question.said.length > 1 ? question.content.filter(({ text }) => !KIND_WORDS.has(text)) : [];
  if (!sharesOrdinals(question, found)) return false;
  if (names.length === 0 && own.length === 0) return true;
  const held = new Set(index.context(found));
  for (const sentence of found.paragraph.sentences.slice(0, at + 1)) {
    for (const term of index.sentence(found.article, sentence).terms) held.add(term);
  }
  const holds = (name: string) =>
    held.has(name) ||
    question.alternatives.get(name)?.some((other) => held.has(other)) === true ||
    isPartlyHeld(name, held);
  // a follow-up is not answered from what the turn before brought alone
  return (
    (own.length === 0 || own.some(({ text }) => holds(text))) &&
    (names.length === 0 || names.some(holds))
  );
}

/** 第九届 and 第8届 as `届9`, `届8`. */
function ordinalsOf(text: string): string[] {
  return [...text.matchAll(ORDINAL)].map(
    ([, number = '', counter]) => `${counter}${parseNumeral(number)}`,
  );
}

const ORDINAL = /第([0-9]{1,6}|[一二三四五六七八九十百千]{1,9})([届次批期轮号版季])/g;

/**
 * Whether what the question numbers is not numbered otherwise in the paragraph, nor only otherwise in
 * the whole article: 第八届 is not 第九届.
 */
function sharesOrdinals(
  { normalized }: Question,
  { article, paragraph }: Ranked['found'],
): boolean {
  const asked = ordinalsOf(normalized);
  if (asked.length === 0) return true;
  return [slice(article.text, paragraph.span), article.text].every((text) => {
    const held = ordinalsOf(normalize(text).text);
    return asked.every(
      (ordinal) => held.includes(ordinal) || !held.some((other) => other[0] === ordinal[0]),
    );
  });
}

/** Whether the corpus writes a name or the better part of it; the rest is `missingName`'s. */
function isKnownName(name: string, index: ParagraphIndex): boolean {
  const seen = (term: string) => index.documentFrequency(term) > 0;
  return seen(name) || isPartlyHeld(name, { has: seen });
}

/** Whether half of a name's bigrams are there: jieba cuts a name differently in different company. */
function isPartlyHeld(name: string, held: { has(term: string): boolean }): boolean {
  const bigrams = bigramsOf(name);
  return (
    bigrams.length > 0 && bigrams.filter((term) => held.has(term)).length * 2 >= bigrams.length
  );
}

/** Why a sentence does not answer a question that wants no figure. */
function sentenceMismatch(
  question: Question,
  { periods }: Demand,
  { found: { article }, sentence, features }: Ranked,
): Mismatch | undefined {
  if (question.type === 'date' && features.hasDate < 0) return 'date';
  if (periods.length === 0) return undefined;
  const held = parsePeriods(slice(article.text, sentence.span), article.date);
  const meet = (asked: string) => held.some(({ period }) => periodsMeet(asked, period));
  return held.length === 0 || periods.some(meet) ? undefined : 'period';
}

/** Whether either period lies within the other. */
function periodsMeet(asked: string, held: string): boolean {
  return periodsCompatible(asked, held) || periodsCompatible(held, asked);
}

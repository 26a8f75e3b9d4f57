import type { Article } from '../article/types.ts';
import { parsePeriods, periodsCompatible } from '../figures/periods.ts';
import type { Figure } from '../figures/types.ts';
import { normalize } from '../language/normalize.ts';
import { slice } from '../offset.ts';
import {
  type Demand,
  demandOf,
  fitness,
  type Mismatch,
  mismatch,
  writesQuantity,
} from './figure-match.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** The sentence that answers, with the figures in it that do. */
export interface Choice {
  readonly best: Ranked;
  /** Most relevant first; [] where the question asks for none. */
  readonly figures: readonly Figure[];
}

/** No figure near meets what the question demands; `nearest` is the best that fails. */
export interface NoFigure {
  readonly mismatch: Mismatch;
  readonly demand: Demand;
  readonly nearest?: Figure;
}

const ASKS_FOR_A_FIGURE: ReadonlySet<string> = new Set(['number', 'money', 'ordinal', 'duration']);
/** A sentence this much (in log-odds) behind the best one is no longer considered. */
const MARGIN = 3;
/** A further figure answers too when it fits at least this well beside the best one. */
const ALSO = 0.75;

/**
 * Picks among the ranked sentences, best first and not empty, the first whose figures meet the
 * question's period, actor, direction and unit.
 */
export function choose(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
  figuresOf: (article: Article) => readonly Figure[],
): Choice | NoFigure {
  const [top] = ranked;
  const asksFigure = ASKS_FOR_A_FIGURE.has(question.type);
  if (!asksFigure && question.typed) return chooseSentence(question, ranked);

  let failure: NoFigure | undefined;
  for (const candidate of ranked) {
    if (candidate.score < top.score - MARGIN) break;
    const { article, paragraph } = candidate.found;
    const demand = demandOf(question, article);
    const text = slice(article.text, paragraph.span);
    const { start, end } = candidate.sentence.span;
    const scored = figuresOf(article)
      .filter((figure) => figure.start >= start && figure.end <= end)
      .filter((figure) => asksFigure || isNamed(question, figure))
      .map((figure) => ({
        figure,
        failed: mismatch(demand, figure, text),
        fit: fitness(question, demand, figure, candidate.sentence.span),
      }))
      .sort((a, b) => b.fit - a.fit);
    const fitting = scored.filter(({ failed }) => failed === undefined);
    const [first] = fitting;
    if (first !== undefined) {
      const figures = fitting
        .filter(({ fit, figure }) => fit >= first.fit * ALSO && figure.unit === first.figure.unit)
        .map(({ figure }) => figure);
      return { best: candidate, figures };
    }
    const nearest = scored.find(({ failed }) => failed !== 'unit') ?? scored[0];
    if (nearest?.failed !== undefined && (failure === undefined || failure.mismatch === 'unit')) {
      failure = { mismatch: nearest.failed, demand, nearest: nearest.figure };
    }
  }
  if (failure !== undefined && failure.mismatch !== 'unit') return failure;
  const demand = demandOf(question, top.found.article);
  if (!asksFigure || (demand.counter === undefined && demand.dimension === undefined)) {
    return { best: top, figures: [] };
  }
  const written = ranked.find(
    ({ found, sentence, score }) =>
      score >= top.score - MARGIN &&
      writesQuantity(demand, normalize(slice(found.article.text, sentence.span)).text),
  );
  if (written !== undefined) return { best: written, figures: [] };
  return failure ?? { mismatch: 'unit', demand };
}

/** Whether the question's own words name what the figure measures. */
function isNamed(question: Question, { measure }: Figure): boolean {
  return question.content.some(({ text }) => text.length > 1 && measure.includes(text));
}

/** For a question that wants no figure: the first sentence near the top that is not of another time. */
function chooseSentence(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
): Choice | NoFigure {
  const [top] = ranked;
  const near = ranked.filter(({ score }) => score >= top.score - MARGIN);
  const best = near.find(({ found: { article }, sentence }) => {
    const { periods } = demandOf(question, article);
    if (periods.length === 0) return true;
    const held = parsePeriods(slice(article.text, sentence.span), article.date);
    return (
      held.length === 0 ||
      periods.some((asked) => held.some(({ period }) => periodsMeet(asked, period)))
    );
  });
  if (best !== undefined) return { best, figures: [] };
  return { mismatch: 'period', demand: demandOf(question, top.found.article) };
}

/** Whether either period lies within the other. */
function periodsMeet(asked: string, held: string): boolean {
  return periodsCompatible(asked, held) || periodsCompatible(held, asked);
}

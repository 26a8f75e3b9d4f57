import type { Article } from '../article/types.ts';
import { findActors } from '../figures/actors.ts';
import { FLOWS } from '../figures/data/directions.ts';
import type { Figure } from '../figures/types.ts';
import { dimensionOf } from '../figures/units.ts';
import { normalize } from '../language/normalize.ts';
import { MONEY_MEASURE } from './data/quantities.ts';
import type { Demand } from './demand.ts';
import type { Question } from './question.ts';

/** Distance in characters at which a word counts half for the figure it stands beside. */
const HALF_DISTANCE = 12;
/** Characters to either side of a figure that are read: further off a word counts next to nothing. */
const WINDOW = 80;
/** What a word beside a figure counts, where 1 is a word in its measure. */
const BESIDE = 0.8;

/** How well a figure's measure and surroundings fit the question; compares figures of one question. */
export function fitness(
  question: Question,
  demand: Demand,
  figure: Figure,
  article: Article,
): number {
  const measure = normalize(figure.measure).text;
  const [before, behind] = besideOf(figure, article.text);
  const named = (word: string) => formsOf(question, word).some((form) => measure.includes(form));
  let score = 0;
  for (const { text: word } of question.content) {
    if (isDemand(word)) continue;
    const factor = question.words.get(word) ?? 0;
    const near = formsOf(question, word).map((form) => nearness(before, behind, form));
    score += factor * (named(word) ? 1 : BESIDE * Math.max(...near));
  }
  // what is counted, named right beside the question word: 多少国家
  if (question.focus.some(({ text }) => named(text))) score += 1;
  return score + directionFitness(demand, figure) + moneyFitness(question, demand, figure);
}

/** Places and periods are demands, not measures. */
function isDemand(word: string): boolean {
  return findActors(word).length > 0 || /^\d{4}$|年$|季度$|月$/.test(word);
}

function directionFitness({ change, flows }: Demand, { direction }: Figure): number {
  if (direction === undefined) return change === undefined ? 0 : -0.5;
  if (flows.has(direction)) return 1;
  // a level is asked, and this is what came on top
  if (FLOWS.includes(direction)) return -0.3;
  return change === undefined ? -0.5 : 0;
}

function moneyFitness(question: Question, { change }: Demand, { unit }: Figure): number {
  const asks = change === undefined && question.focus.some(({ text }) => MONEY_MEASURE.test(text));
  return asks && dimensionOf(unit) === 'money' ? 0.5 : 0;
}

/** A word and what the corpus may call it. */
function formsOf({ alternatives }: Question, word: string): readonly string[] {
  return [word, ...(alternatives.get(word) ?? [])];
}

/** Normalised text before and behind a figure, within its sentence. */
function besideOf({ start, end }: Figure, text: string): readonly [string, string] {
  const before =
    text
      .slice(Math.max(0, start - WINDOW), start)
      .split(/[。！？!?\n]/)
      .at(-1) ?? '';
  const behind = text.slice(end, end + WINDOW).split(/[。！？!?\n]/, 1)[0] ?? '';
  return [normalize(before).text, normalize(behind).text];
}

function nearness(before: string, behind: string, word: string): number {
  const back = before.lastIndexOf(word);
  const ahead = behind.indexOf(word);
  const distances = [
    back < 0 ? Number.POSITIVE_INFINITY : before.length - back - word.length,
    ahead < 0 ? Number.POSITIVE_INFINITY : ahead,
  ];
  return 2 ** (-Math.min(...distances) / HALF_DISTANCE);
}

import type { AnalysedText } from '../search/paragraph-index.ts';
import type { Weights } from './coverage.ts';
import { credit, type Holder } from './coverage.ts';
import { STOP_WORDS } from './data/stop-words.ts';
import type { Question } from './question.ts';
import { type AnswerSpan, findSpans } from './spans.ts';

/** What joins a subject to what is said of it is no part of the answer. */
const COPULA = /^(?:是|为|指|即|叫做?|称为|属于)/;

/** Whether a span only says again what the question has said. */
function repeatsQuestion({ start, end }: AnswerSpan, text: string, question: Question): boolean {
  return question.normalized.includes(text.slice(start, end).replace(COPULA, ''));
}

/** Spans of the type asked for: all of them, and those that the question does not say itself. */
export function typedSpans(question: Question, text: string) {
  const all = findSpans(question.type, text);
  return { all, fresh: all.filter((span) => !repeatsQuestion(span, text, question)) };
}

/**
 * Words that end as the noun asked for does, and are not the question's own: 哪所大学 is answered by
 * 北京大学, 什么战役 by 淝水之战役, 哪个郡 by 杜瓦尔郡.
 */
export function headSpans(question: Question, { tokens }: AnalysedText): AnswerSpan[] {
  const ending = question.head?.text.at(-1);
  if (ending === undefined) return [];
  return tokens.filter(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length > 1 &&
      text.endsWith(ending) &&
      !question.normalized.includes(text),
  );
}

/** What has a title in 《》. */
const WORKS = /[影剧书歌曲辑品目戏画刊志报文诗说]/;

/** A work is asked for, and the sentence has a title in 《》. */
export function namesWork({ focus }: Question, text: string): boolean {
  return text.includes('《') && focus.some((word) => WORKS.test(word.text));
}

const ASKS_NAME = /叫|称|名为|命名|又名/;
const GIVES_NAME = /叫|称|名为|命名|又名|即|[「“"]/;

/** What something is called is asked: 1 where the sentence calls something, −1 where not; else 0. */
export function callsByName({ normalized }: Question, text: string): number {
  if (!ASKS_NAME.test(normalized)) return 0;
  return GIVES_NAME.test(text) ? 1 : -1;
}

/** Of the question's own numbers and years: 1 where all are there, −1 where none, 0 between or without any. */
export function numbersHeld({ content }: Question, weights: Weights, terms: Holder): number {
  const numbers = content.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0) return 0;
  const held = numbers.filter(
    ({ text }) => credit(weights, text.replace(/[,%]/g, ''), terms) > 0,
  ).length;
  if (held === numbers.length) return 1;
  return held === 0 ? -1 : 0;
}

/** Natural logarithm of one more than the words that are news to who asks. */
export function novelty({ content }: Question, { tokens }: AnalysedText): number {
  const said = new Set(content.map(({ text }) => text));
  return Math.log(1 + tokens.filter(({ text }) => !said.has(text) && !STOP_WORDS.has(text)).length);
}

import type { AnalysedText } from '../search/paragraph-index.ts';
import { typedSpans } from './cues.ts';
import { findIntroduction } from './introduction.ts';
import { proximities } from './proximity.ts';
import type { Question } from './question.ts';
import type { AnswerSpan } from './spans.ts';

/**
 * The spans of a sentence that hold the answer itself, as `[start, end)` of the sentence's own
 * characters: what is of the type asked for and closest to the question's words; [] where that
 * cannot be told.
 */
export function highlight(question: Question, sentence: AnalysedText): [number, number][] {
  const { text, toSource } = sentence.normalized;
  const introduction =
    question.type === 'definition' ? findIntroduction(question, text) : undefined;
  if (introduction !== undefined) return [toSource(introduction.start, introduction.end)];
  const spans = typedSpans(question, text).fresh;
  const closeness = closenessOf(spans, sentence, question);
  let best: AnswerSpan | undefined;
  let bestScore = -1;
  for (const [place, span] of spans.entries()) {
    const score = closeness[place] ?? 0;
    if (score > bestScore) {
      best = span;
      bestScore = score;
    }
  }
  if (best === undefined) return [];
  // a reason is what its connective introduces, to the end of the clause
  const end = question.type === 'reason' ? endOfClause(text, best.end) : best.end;
  return [toSource(best.start, end)];
}

function endOfClause(text: string, from: number): number {
  const length = text.slice(from).search(/[,;:。!?”"]/);
  return length < 0 ? text.length : from + length;
}

/** What a place stands behind when something is said to be or happen there. */
const LOCATES = /(?:在|位于|于|地处|来自|前往|落户|入驻)$/;

function closenessOf(
  spans: readonly AnswerSpan[],
  sentence: AnalysedText,
  { type, words, alternatives }: Question,
): number[] {
  const { text } = sentence.normalized;
  const near = proximities(spans, sentence, { of: words, alternatives });
  return spans.map(({ start }, place) => {
    const located = type === 'place' && LOCATES.test(text.slice(0, start)) ? 1 : 0;
    return located + (near[place] ?? 0);
  });
}

import type { AnalysedText } from '../search/paragraph-index.ts';
import { findIntroduction } from './introduction.ts';
import { proximity } from './proximity.ts';
import type { Question } from './question.ts';
import { type AnswerSpan, findSpans } from './spans.ts';

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
  const spans = findSpans(question.type, text).filter(
    (span) => !repeatsQuestion(span, sentence, question),
  );
  let best: AnswerSpan | undefined;
  let bestScore = -1;
  for (const span of spans) {
    const score = closeness(span, sentence, question);
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

/** What joins a subject to what is said of it is no part of the answer. */
const COPULA = /^(?:是|为|指|即|叫做?|称为|属于)/;

/** What a place stands behind when something is said to be or happen there. */
const LOCATES = /(?:在|位于|于|地处|来自|前往|落户|入驻)$/;

/** Characters that the question has typed are not what it asks for. */
function repeatsQuestion(span: AnswerSpan, sentence: AnalysedText, question: Question): boolean {
  const text = sentence.normalized.text.slice(span.start, span.end).replace(COPULA, '');
  return question.normalized.includes(text);
}

function closeness(span: AnswerSpan, sentence: AnalysedText, question: Question): number {
  const before = sentence.normalized.text.slice(0, span.start);
  const located = question.type === 'place' && LOCATES.test(before) ? 1 : 0;
  return (
    located + proximity(span, sentence, { of: question.words, alternatives: question.alternatives })
  );
}

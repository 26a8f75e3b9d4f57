import type { AnalysedText } from '../../language/analysed-text.ts';
import type { Question } from '../../question/question.ts';
import { type AnswerSpan, spansOf } from './typed-spans.ts';

/** The copula at the head of a span, which is no part of the answer. */
const COPULA = /^(?:是|为|指|即|叫做?|称为|属于)/;

/** Whether a span only repeats words of the question. */
function repeatsQuestion({ start, end }: AnswerSpan, text: string, question: Question): boolean {
  return question.normalized.includes(text.slice(start, end).replace(COPULA, ''));
}

/** Spans of the type asked for: all of them, and those that the question does not say itself. */
export function typedSpans(
  question: Question,
  sentence: AnalysedText,
  all: readonly AnswerSpan[] = spansOf(question.type, sentence),
) {
  const { text } = sentence.normalized;
  return { all, fresh: all.filter((span) => !repeatsQuestion(span, text, question)) };
}

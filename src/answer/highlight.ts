import type { AnalysedText } from '../search/paragraph-index.ts';
import type { Question } from './question.ts';
import { type AnswerSpan, findSpans } from './spans.ts';

/** Distance in characters at which a question's word counts half for what it stands beside. */
const HALF_DISTANCE = 12;

/**
 * The spans of a sentence that hold the answer itself, as `[start, end)` of the sentence's own
 * characters: what is of the type asked for and closest to the question's words; [] where that
 * cannot be told.
 */
export function highlight(question: Question, sentence: AnalysedText): [number, number][] {
  const spans = findSpans(question.type, sentence.normalized.text).filter(
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
  return best === undefined ? [] : [sentence.normalized.toSource(best.start, best.end)];
}

/** Characters that the question has typed are not what it asks for. */
function repeatsQuestion(span: AnswerSpan, sentence: AnalysedText, question: Question): boolean {
  return question.normalized.includes(sentence.normalized.text.slice(span.start, span.end));
}

function closeness(span: AnswerSpan, sentence: AnalysedText, question: Question): number {
  let score = 0;
  for (const token of sentence.tokens) {
    const factor = question.words.get(token.text);
    if (factor === undefined || (token.start >= span.start && token.end <= span.end)) continue;
    const distance =
      token.end <= span.start ? span.start - token.end : Math.max(0, token.start - span.end);
    score += factor * 2 ** (-distance / HALF_DISTANCE);
  }
  return score;
}

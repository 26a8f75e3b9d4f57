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
  let score = 0;
  if (question.type === 'place' && LOCATES.test(sentence.normalized.text.slice(0, span.start))) {
    score += 1;
  }
  for (const token of sentence.tokens) {
    const factor = question.words.get(token.text);
    if (factor === undefined || (token.start >= span.start && token.end <= span.end)) continue;
    const distance =
      token.end <= span.start ? span.start - token.end : Math.max(0, token.start - span.end);
    score += factor * 2 ** (-distance / HALF_DISTANCE);
  }
  return score;
}

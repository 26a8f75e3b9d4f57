import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';

/**
 * What tells something before what asks itself, each in its order: a heading or a teaser says the
 * question again, so that it comes first and the sentence which answers it stays behind.
 */
export function tellingFirst(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  const telling = new Set(tellingAmong(question, ranked, index));
  return [...telling, ...ranked.filter((one) => !telling.has(one))];
}

/** The candidates that tell something: what asks is no rival of a sentence that answers. */
export function tellingAmong(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  if (asksForQuestions(question)) return ranked;
  return ranked.filter(
    ({ found, sentence }) => !asksItself(index.sentence(found.article, sentence).normalized.text),
  );
}

/** Whether it is a question that is asked for: 记者问了什么. */
export function asksForQuestions({ normalized }: Question): boolean {
  return /问/.test(normalized);
}

/** Clauses that tell something before a last one that asks, from which on the sentence tells as well. */
const TOLD_CLAUSES = 3;
const ASKS = /什么|谁|哪|几(?![乎率何])|多少|如何|怎|吗|呢|是否|为何|何[时处以]/u;

/** Whether a normalised sentence is a question, and no statement with a question at its end: …只要100元,却花了700元,这叫什么? */
export function asksItself(sentence: string): boolean {
  if (!/[?]["”」』)\s]*$/u.test(sentence)) return false;
  const clauses = sentence.split(/[,;:]/u).slice(0, -1);
  return clauses.length < TOLD_CLAUSES || clauses.some((clause) => ASKS.test(clause));
}

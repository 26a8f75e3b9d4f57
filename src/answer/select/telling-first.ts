import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';
import { lacksKind } from '../spans/asked-kind.ts';

/**
 * What may tell something before what asks itself or holds nothing of the kind asked for, each in its
 * order: a heading or a teaser says the question again, so that it comes first and the sentence which
 * answers it stays behind.
 */
export function tellingFirst(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  const mayAsk = asksForQuestions(question);
  const telling: Ranked[] = [];
  const rest: Ranked[] = [];
  for (const one of ranked) {
    const text = index.sentence(one.found.article, one.sentence);
    const asks = !mayAsk && asksItself(text.normalized.text);
    (asks || lacksKind(question, text) ? rest : telling).push(one);
  }
  return [...telling, ...rest];
}

/** Whether it is a question that is asked for: 记者问了什么. */
export function asksForQuestions({ normalized }: Question): boolean {
  return /问/.test(normalized);
}

/** Whether a normalised sentence is a question. */
export function asksItself(sentence: string): boolean {
  return /[?]["”」』)\s]*$/u.test(sentence);
}

import { createTokenizer } from '../../src/language/tokenizer.ts';
import { type Question, understand as understandBy } from '../../src/question/question.ts';

/** One for all tests of a file: jieba's dictionary is one a process anyway. */
export const tokenizer = createTokenizer();

/** A question as a bot without articles understands it. */
export function understand(question: string): Question {
  return understandBy(question, tokenizer);
}

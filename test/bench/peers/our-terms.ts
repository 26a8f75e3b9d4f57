import { analyse } from '../../../src/language/analysed-text.ts';
import { searchTerms, understand } from '../../../src/question/question.ts';

/** Terms of a paragraph: words and pairs of characters. */
export const documentTerms = (text: string): readonly string[] => analyse(text).terms;

/** Terms of a question, question words left out. */
export const questionTerms = (question: string): readonly string[] =>
  searchTerms(understand(question));

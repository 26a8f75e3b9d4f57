import { searchTerms, understand } from '../../../src/answer/question.ts';
import { analyse } from '../../../src/search/analyse.ts';

/** Terms of a paragraph: words and pairs of characters. */
export const documentTerms = (text: string): readonly string[] => analyse(text).terms;

/** Terms of a question, question words left out. */
export const questionTerms = (question: string): readonly string[] =>
  searchTerms(understand(question));

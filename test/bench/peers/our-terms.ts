import { analyse } from '../../../src/language/analysed-text.ts';
import { createTokenizer } from '../../../src/language/tokenizer.ts';
import { searchTerms, understand } from '../../../src/question/question.ts';

const tokenizer = createTokenizer();

/** Terms of a paragraph: words and pairs of characters. */
export const documentTerms = (text: string): readonly string[] => analyse(text, tokenizer).terms;

/** Terms of a question, question words left out. */
export const questionTerms = (question: string): readonly string[] =>
  searchTerms(understand(question, tokenizer));

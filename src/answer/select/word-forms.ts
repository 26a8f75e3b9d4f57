import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import { bareTerm } from '../../language/terms.ts';
import type { Question } from '../../question/question.ts';

/**
 * A word of a question and what else a text may write for it, as characters to be looked for in a text:
 * an alternative may be a term of two neighbouring characters, which stand in a text without its mark.
 */
export function wordForms(
  word: string,
  { alternatives }: Pick<Question, 'alternatives'>,
): readonly [string, ...string[]] {
  return [word, ...(alternatives.get(word) ?? []).map(bareTerm), ...(SYNONYMS.get(word) ?? [])];
}

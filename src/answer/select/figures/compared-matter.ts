import type { Figure } from '../../../figures/parts/figure.ts';
import { parsePeriods } from '../../../figures/parts/periods.ts';
import { normalize } from '../../../language/normalize.ts';
import { bigramsOf } from '../../../language/terms.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { wordForms } from '../word-forms.ts';
import type { Side } from './comparison-sides.ts';

/** 去年 is a period whenever it is said. */
const ANY_DAY = '2000-01-01';
/** Words that only say how sides stand to each other. */
const STANDING =
  /^(?:相比|比较|相差|差距|差别|哪个|更多|更高|更大|较多|较高|多出|高出|合计|一共|总共|总和)$/u;

/**
 * Tells whether the sentence of a figure says what the question compares its sides by: who has more
 * spectators is not told by who gets more prize money.
 */
export function tellsMatter(
  question: Question,
  sides: readonly Side[],
): (figure: Figure) => boolean {
  const names = sides.map(({ name }) => (name.kind === 'term' ? name.term : ''));
  const matter = question.content.filter(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length > 1 &&
      !KIND_WORDS.has(text) &&
      !STANDING.test(text) &&
      !names.some((name) => name.includes(text)) &&
      parsePeriods(text, ANY_DAY).length === 0,
  );
  if (matter.length === 0) return () => true;
  return ({ measure, sentence }) => {
    const text = normalize(`${measure}\n${sentence}`).text;
    return matter.some(({ text: word }) =>
      [...wordForms(word, question), ...bigramsOf(word)].some((form) => text.includes(form)),
    );
  };
}

import { CHANGES } from '../../../figures/data/directions.ts';
import type { Question } from '../../../question/question.ts';
import { nounAsked } from './noun-asked.ts';
import type { Fails } from './reading.ts';

/**
 * The noun that a bare noun phrase ends in, before what only says the kind of the answer, stands in
 * the sentence or beside it: 播种面积 is not 产量, 上市 not 首播.
 */
export function lacksAsked(question: Question): Fails | undefined {
  const forms = nounAsked(question);
  if (forms === undefined) return undefined;
  const isChange = CHANGE_NOUN.test(forms[0]);
  return ({ near }) =>
    !forms.some((form) => near().includes(form)) &&
    !(isChange && CHANGE.test(near())) &&
    !isWrittenInHalves(forms[0], near());
}

/** 北美票房 is told by 在北美的票房. */
function isWrittenInHalves(word: string, text: string): boolean {
  return word.length === 4 && text.includes(word.slice(0, 2)) && text.includes(word.slice(2));
}

/** Nouns for how much something has changed, which a text may tell by a verb: 增速, 增长了6%. */
const CHANGE_NOUN =
  /^(?:(?:增长|上涨|下降)?(?:速度|幅度)|增速|增幅|升幅|涨幅|降幅|跌幅|涨跌幅|增长率)$/u;
const CHANGE = new RegExp(
  Object.keys(CHANGES)
    .filter(({ length }) => length > 1)
    .join('|'),
  'u',
);

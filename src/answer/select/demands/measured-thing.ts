import { bigramsOf } from '../../../language/terms.ts';
import type { Token } from '../../../language/tokenizer.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { wordForms } from '../word-forms.ts';
import type { Fails } from './reading.ts';

const FIGURES: ReadonlySet<AnswerType> = new Set(['number', 'money']);
/** How words for measures end. */
const MEASURE =
  /(?:量|额|率|价|值|收入|利润|面积|投资|产值|票房|奖金|工资|成本|支出|人数|比例|比重)$/u;
/** jieba's tags of words that say what is measured. */
const THING = /^(?:[nxlj]|vn)/u;
/** How words for a time end, which jieba has as things: 第一季度. */
const TIME = /(?:季度?|年度?|月份?|半年|周)$/u;

/**
 * 牛奶产量: a sentence before which, and in which, what is measured is not written gives the measure of
 * something else, 猪牛羊禽肉产量.
 */
export function lacksMeasured(question: Question): Fails | undefined {
  const thing = measuredThing(question);
  if (thing === undefined) return undefined;
  const forms = wordForms(thing.text, question);
  return ({ soFar }) => {
    const text = soFar();
    return !forms.some(
      (form) => text.includes(form) || bigramsOf(form).some((pair) => text.includes(pair)),
    );
  };
}

/** The word right before the last measure of a question. */
function measuredThing({ type, bare, content, tags }: Question): Token | undefined {
  if (!FIGURES.has(type) && !bare) return undefined;
  const at = content.findLastIndex(({ text }) => MEASURE.test(text));
  const [thing, measure] = [content[at - 1], content[at]];
  if (thing === undefined || measure === undefined || thing.end !== measure.start) return undefined;
  const says =
    thing.kind === 'han' &&
    thing.text.length > 1 &&
    THING.test(tags.get(thing.text) ?? '') &&
    !TIME.test(thing.text) &&
    !KIND_WORDS.has(thing.text);
  return says ? thing : undefined;
}

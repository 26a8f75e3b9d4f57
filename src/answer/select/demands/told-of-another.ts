import type { Question } from '../../../question/question.ts';
import type { Fails } from './reading.ts';

/** jieba's tags of names, and of words that it has made up. */
const NAME = /^(?:n[rstz]|x)/u;
/** What another is held against: 超过了甲厂. */
const EXCEEDED = /(?:超过|超越|赶超|高于|低于|多于|少于|优于|胜过|不及|不如|领先于?|落后于?)了?$/u;
/** A question that holds one against another, or asks of several. */
const COMPARES = /[、和与跟比]|超|[高低多少优]于|领先|落后|一共|合计|总共|加起来/u;
const ALL_TOGETHER = /^[^,;。]{0,24}?(?:一共|总共|共|合计|总计|累计)/u;
const BEFORE_IN_LIST = /[、和与及]$/u;
const BEHIND_IN_LIST = /^[、和与及]/u;

/**
 * A number of several counted together is none of one of them (甲厂、乙厂和丙厂共交付9万辆), nor is one that
 * exceeds somebody's his own (毛利率21.8%，超过了甲厂).
 */
export function isToldOfAnother(question: Question): Fails | undefined {
  const { type, normalized, content, names, tags } = question;
  if ((type !== 'number' && type !== 'money') || COMPARES.test(normalized)) return undefined;
  const asked = content
    .map(({ text }) => text)
    .filter((text) => text.length > 1 && (names.includes(text) || NAME.test(tags.get(text) ?? '')));
  if (asked.length === 0) return undefined;
  return ({ sentence }) => asked.some((name) => isOther(name, sentence));
}

/** Whether a sentence names somebody once, and so that its numbers are none of his. */
function isOther(name: string, sentence: string): boolean {
  const at = sentence.indexOf(name);
  if (at < 0 || sentence.includes(name, at + 1)) return false;
  const before = sentence.slice(0, at);
  const behind = sentence.slice(at + name.length);
  if (EXCEEDED.test(before)) return true;
  const isListed = BEFORE_IN_LIST.test(before) || BEHIND_IN_LIST.test(behind);
  const [said = ''] = ALL_TOGETHER.exec(behind) ?? [];
  return isListed && said !== '' && !said.includes('分别');
}

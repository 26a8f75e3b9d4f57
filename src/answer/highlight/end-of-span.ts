import type { Question } from '../../question/question.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';
import { hoursOfDays } from './hours-of-days.ts';

/** A day or an hour as notices write them, with the day of the week in brackets. */
const MOMENT =
  '(?:(?:[0-9]{2,4}年\\s?)?[0-9]{1,2}\\s?月\\s?[0-9]{1,2}\\s?[日号]?|[0-9]{4}年[0-9]{1,2}月|[0-9]{1,2}\\s?[日号])?(?:\\s?\\([^()]{1,6}\\))?\\s?(?:[上中下]午|早上?|晚上?)?\\s?(?:[0-9]{1,2}(?:\\s?[时点]半?|:[0-9]{2})(?:[0-9]{1,2}分)?)?';
/** From when until when: 6月1日上午9时起至6月15日止. */
const FROM_UNTIL = new RegExp(
  `(?=[0-9])(?<from>${MOMENT})\\s?(?:起|开始)?\\s?[-—–~至到]{1,2}\\s?(?=[0-9上中下早晚])(?<until>${MOMENT})`,
  'gu',
);
const A_MOMENT = new RegExp(`(?=[0-9上中下早晚])${MOMENT}`, 'gu');
const ASKS_END =
  /截止|截至|为止|结束|最[晚迟后]|(?<![报签])到(?:几|哪|什么|何)|(?:几[点号]|什么时候|何时|哪天)(?:关|闭|收|打烊|下班|止)/u;
const ASKS_BEGINNING =
  /开始|起|从(?:几|哪|什么|何)|(?:几[点号]|什么时候|何时|哪天)(?:开(?!到)|上班|营业)/u;

/**
 * The end of a span of time where a phrase stands in one and the end is asked for, or its beginning:
 * 6月15日 of 6月1日起至6月15日, for until when. Elsewhere the phrase, with the whole of each day and hour;
 * the one hour where 几点 is asked.
 */
export function endOfSpan(question: Question, text: string, phrase: AnswerSpan): AnswerSpan {
  if (question.type !== 'date') return wholeMoment(text, phrase);
  const ofDays = hoursOfDays(question, text, phrase);
  if (ofDays !== undefined)
    return ofDays.isOne ? (endAsked(question, text, ofDays) ?? ofDays) : ofDays;
  const whole = endAsked(question, text, phrase) ?? wholeMoment(text, phrase);
  if (!ASKS_HOUR.test(question.normalized) || CLOCK.test(text.slice(whole.start, whole.end)))
    return whole;
  const hours = [...text.matchAll(A_MOMENT)].filter(([moment]) => CLOCK.test(moment));
  const [hour, another] = hours;
  // of several nothing says which is meant
  if (hour === undefined || another !== undefined) return whole;
  return { start: hour.index, end: hour.index + hour[0].trimEnd().length };
}

const ASKS_HOUR = /(?<![哪有这那第])几点/u;
const CLOCK = /[0-9]\s?[时点]|[0-9]:[0-9]/u;

/** The phrase to the ends of the days and hours that it cuts: 上午9时30分 for 上午9. */
function wholeMoment(text: string, phrase: AnswerSpan): AnswerSpan {
  let { start, end } = phrase;
  for (const { index, 0: moment } of text.matchAll(A_MOMENT)) {
    const until = index + moment.trimEnd().length;
    if (until === index || until <= phrase.start || index >= phrase.end) continue;
    [start, end] = [Math.min(start, index), Math.max(end, until)];
  }
  return { start, end };
}

/**
 * The end, or the beginning, of the span of time in which a phrase of a normalised text stands, where that alone
 * is asked for.
 */
export function endAsked(
  question: Question,
  text: string,
  phrase: AnswerSpan,
): AnswerSpan | undefined {
  const end = ASKS_END.test(question.normalized);
  if (end === ASKS_BEGINNING.test(question.normalized)) return undefined;
  for (const { index, groups = {} } of text.matchAll(FROM_UNTIL)) {
    const { from = '', until = '' } = groups;
    const whole = text.slice(index).indexOf(until, from.length);
    if (from.trim() === '' || until.trim() === '' || whole < 0) continue;
    const last = { start: index + whole, end: index + whole + until.trimEnd().length };
    if (phrase.start >= last.end || phrase.end <= index) continue;
    return end ? last : { start: index, end: index + from.trimEnd().length };
  }
  return undefined;
}

import type { Token } from '../../language/tokenizer.ts';
import { HEAD_NOUNS } from '../../question/data/head-nouns.ts';
import { asTyped, type Wording } from '../../question/original-wording.ts';
import type { Question } from '../../question/question.ts';
import { MEASURE } from '../suggest/clauses.ts';

/** A question as far as a refusal repeats what it asks for. */
export type Asking = Wording & Partial<Pick<Question, 'rest' | 'asksAt' | 'tags'>>;

/** jieba's tags of the words that a measure is made of: places and times are told apart from it. */
const MADE_OF = /^(?:n(?![sr])|vn|a|j|b|x|eng|l)/;
/** Words of grammar and of the time that no measure begins with. */
const NO_PART = /^(?:年末|年底|年初|当年|全年|今年|去年|明年|其中|目前|共计|[大多])$/;
/** What stands between a measure and its question word. */
const BEFORE_ASKING = /^[\s是为有达到了共约的]*$/u;
/** UTF-16 units of a measure that is repeated. */
const LENGTH = { least: 2, most: 12 };

/**
 * The measure that a question asks for, in its own characters: 常住人口 of 2022年末常住人口是多少, 造价 of
 * 福昌号的造价. Undefined where no noun stands before the question word, and of a question in English.
 */
export function measureAsked(question: Asking): string | undefined {
  const { rest, asksAt, tags, english } = question;
  if (rest === undefined || asksAt === undefined || tags === undefined || english !== undefined)
    return undefined;
  const { text, tokens } = rest;
  const before = tokens.filter(({ end }) => end <= asksAt);
  const isPart = (token: Token | undefined): token is Token =>
    token !== undefined &&
    token.kind !== 'number' &&
    // jieba takes some measures for verbs: 造价
    (MADE_OF.test(tags.get(token.text) ?? '') || isMeasure(token.text)) &&
    !NO_PART.test(token.text);
  const last = before.findLastIndex(({ text: word }) => tags.has(word));
  const noun = before[last];
  const asked = text.slice(0, asksAt).replace(/[\s?!,.。]+$/u, '');
  if (!isPart(noun) || !BEFORE_ASKING.test(asked.slice(noun.end))) return undefined;
  let from = noun.start;
  for (let at = last - 1; at >= 0; at -= 1) {
    const token = before[at];
    if (!isPart(token) || token.end !== from || noun.end - token.start > LENGTH.most) break;
    from = token.start;
  }
  const opening = before.find(({ end }) => end === from);
  // 常住 of 年末常住人口 says which, where no other word stands before it that it could be the verb of
  const saysWhich =
    opening?.text.length === 2 &&
    /^v/.test(tags.get(opening.text) ?? '') &&
    !before.some(({ end, text: word }) => end === opening.start && !NO_PART.test(word));
  const measure = text.slice(saysWhich ? opening.start : from, noun.end);
  return measure.length < LENGTH.least || !isMeasure(measure)
    ? undefined
    : asTyped(question, measure);
}

/** Whether a phrase ends in what a thing is measured or told by: 票价, 产量, 申报时间; no thing itself, 滤网. */
function isMeasure(phrase: string): boolean {
  return MEASURE.test(phrase) || HEAD_NOUNS.some(({ pattern }) => pattern.test(phrase));
}

import { bigramsOf } from '../../language/terms.ts';
import type { Question } from '../question.ts';

/** Only what is to be reckoned: 差多少, 那一共多少, 两者哪个更高. */
const RECKONS =
  /^(?:那么?|那就|[它他她]们|两者|二者|这?两[个家地者]|之间|[,\s])*(?:(?<gap>(?:相差|差|多|少|高|低|高出|多出)了?(?:多少|几)\p{Script=Han}{0,3})|(?<sum>(?:一共|总共|合计|加起来|共)(?:是|有)?多少\p{Script=Han}{0,3})|(?<greater>(?:哪个|哪边|谁)更?[高低多少大小](?:一?些)?)|(?<ratio>(?:是)?(?:几|多少)倍))[?呢啊。]*$/u;

/** What was asked of two things that were set side by side, behind them. */
const SET_BESIDE =
  /^(?<pair>.{2,30}?[和与跟].{2,30}?)(?:相比)?(?:哪[个家边]|谁|相差|差(?=多|几|了)|一共|总共|合计|加起来|是?(?:几|多少)倍).*$/u;

/** What asks in a question for one number, at its end. */
const ASKING = /(?:大?约|总?共|是|有|为|达到?)?(?:多少|几)[^,]{0,4}$|[?呢。]+$/u;

/** Whether a question only asks to reckon with what was asked before it. */
export function isReckoning({ normalized }: Question): boolean {
  return RECKONS.test(normalized);
}

/**
 * A question for a difference, a sum or the greater of two, in full: of the two things that the turn before
 * set side by side, else of what it and the one before it asked. Undefined where those are not two of a kind.
 */
export function askedOfBoth(question: Question, before: Question): string | undefined {
  const { gap, sum, greater, ratio } = RECKONS.exec(question.normalized)?.groups ?? {};
  const asked = gap === undefined ? (sum ?? greater ?? ratio) : '相差多少';
  if (asked === undefined) return undefined;
  const [last = '', earlier = ''] = before.said;
  const pair = SET_BESIDE.exec(last)?.groups?.['pair'] ?? pairOf(earlier, last);
  return pair === undefined ? undefined : `${pair}${asked}`;
}

/** 台东人口和台西人口 of 台东人口多少 and 台西人口多少. */
function pairOf(earlier: string, last: string): string | undefined {
  const one = earlier.replace(ASKING, '');
  const other = last.replace(ASKING, '');
  const shared = new Set(bigramsOf(one));
  const isAlike = one !== other && bigramsOf(other).some((pair) => shared.has(pair));
  return isAlike && Math.max(one.length, other.length) <= LONGEST ? `${one}和${other}` : undefined;
}

/** UTF-16 units of what is joined, at most: a name with what is measured of it. */
const LONGEST = 16;

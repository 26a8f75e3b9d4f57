import { normalize } from '../../language/normalize.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';

/** 新馆在哪里: a thing, and nothing else but where it is. */
const WHERE_IS =
  /^(?<thing>[^,?]{2,12}?)(?:是?在|位于)(?:哪里?|哪儿|何处|什么地方|什么位置|哪一?个?(?:省份?|城?市|国家))[?]?$/u;

/** Tells whether a sentence says in so many words where the thing is that is asked for. */
function tellsWhere(
  { normalized }: Question,
  index: ParagraphIndex,
): (candidate: Ranked) => boolean {
  const { thing } = WHERE_IS.exec(normalized)?.groups ?? {};
  if (thing === undefined) return () => false;
  const says = (text: string, name: string) => {
    const at = text.indexOf(name);
    const opens = at === 0 || (at > 0 && OPENS.test(text[at - 1] ?? ''));
    return opens && IS_AT.test(text.slice(at + name.length));
  };
  return ({ found: { article }, sentence }) => {
    const { text } = index.sentence(article, sentence).normalized;
    // what the title names whole is called by its end: 新馆 of 江城图书馆新馆
    const isTitled = normalize(article.title).text.includes(thing);
    return says(text, thing) || (isTitled && says(text, thing.slice(-2)));
  };
}

/** Before a thing that a clause is about. */
const OPENS = /[,;:。“"]/u;
const IS_AT = /^[^。;]{0,16}?(?:位于|坐落|地处|设[在于]|就在|地址)/u;

/** Says in so many words what brought something about. */
const TELLS_CAUSE = /(?:造成|导致|引[发起])[^。;]{0,20}原因|原因(?:是|为|系|在于)|是因为|之所以/u;
/** What may tell a cause, too. */
const MAY_TELL_CAUSE =
  /(?<!原)因(?![素此而])|由于|导致|造成|引[发起]|致|为了|以便|旨在|所以|使得?(?!用)/u;
/** Log-odds that a sentence which says the cause may be behind one that says none. */
const BEHIND = 2.5;

/** Tells which sentences say the cause that is asked for, where the first says nothing of any. */
function tellsCause(
  { type }: Question,
  [first]: readonly Ranked[],
  index: ParagraphIndex,
): (candidate: Ranked) => boolean {
  if (type !== 'reason' || first === undefined) return () => false;
  const textOf = ({ found: { article }, sentence }: Ranked) =>
    index.sentence(article, sentence).normalized.text;
  if (MAY_TELL_CAUSE.test(textOf(first))) return () => false;
  return (candidate) =>
    candidate.score >= first.score - BEHIND && TELLS_CAUSE.test(textOf(candidate));
}

/**
 * What tells something before what asks itself, each in its order: a heading or a teaser says the
 * question again, so that it comes first and the sentence which answers it stays behind. So does each
 * sentence about a thing, of which one says where it is, and about an event, of which one says why.
 */
export function tellingFirst(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  const telling = tellingAmong(question, ranked, index);
  const saysSo = [tellsWhere(question, index), tellsCause(question, telling, index)];
  const saying = telling.filter((one) => saysSo.some((says) => says(one)));
  return [...new Set([...saying, ...telling, ...ranked])];
}

/** The candidates that tell something: what asks is no rival of a sentence that answers. */
export function tellingAmong(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  if (asksForQuestions(question)) return ranked;
  const textOf = ({ article }: Ranked['found'], sentence: Ranked['sentence'] | undefined) =>
    sentence === undefined ? '' : index.sentence(article, sentence).normalized.text;
  return ranked.filter(({ found, sentence, index: at }) => {
    const text = textOf(found, sentence);
    return !asksItself(text) && !leavesOpen(text, textOf(found, found.paragraph.sentences[at - 1]));
  });
}

/** What leaves a question open that the sentence before it asks: 外界多有猜测, 目前还没有消息. */
const OPEN =
  /众说纷纭|莫衷一是|各执一词|不得而知|拭目以待|[不未]一(?=[。,])|猜测|猜想|打听|热议|争论|悬念|未知数|不清楚|不知道|说不准|(?:[没暂尚]|还未|尚未)[有无]?[^。,]{0,8}(?:消息|定论|答案|结论|说法|结果|公布|透露|确定|知道|敢|说)|有待|尚待|仍待/u;
/** Characters of a sentence that says no more than that. */
const OPEN_LENGTH = 24;

/** Whether a normalised sentence says only that what the one before it asks is not known. */
export function leavesOpen(sentence: string, before: string): boolean {
  return sentence.length <= OPEN_LENGTH && asksItself(before) && OPEN.test(sentence);
}

/** Whether it is a question that is asked for: 记者问了什么. */
export function asksForQuestions({ normalized }: Question): boolean {
  return /问/.test(normalized);
}

/** Clauses that tell something before a last one that asks, from which on the sentence tells as well. */
const TOLD_CLAUSES = 3;
const ASKS = /什么|谁|哪|几(?![乎率何])|多少|如何|怎|吗|呢|是否|为何|何[时处以]/u;

/** 常见的路线有甲、乙、丙等: tells something, whatever is asked behind it. */
const LISTS =
  /^(?!.*(?:什么|谁|哪|几|多少|如何|怎|呢|是否)).*(?:有|包括|分为|分别[是为])[^、]+、[^、]+、/u;

/** Whether a normalised sentence is a question, and no statement with a question at its end: …只要100元,却花了700元,这叫什么? */
export function asksItself(sentence: string): boolean {
  if (!/[?]["”」』)\s]*$/u.test(sentence)) return false;
  const clauses = sentence.split(/[,;:]/u).slice(0, -1);
  if (clauses.some((clause) => LISTS.test(clause))) return false;
  return clauses.length < TOLD_CLAUSES || clauses.some((clause) => ASKS.test(clause));
}

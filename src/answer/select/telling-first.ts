import { normalize } from '../../language/normalize.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';

/** 新馆在哪里: a thing, and nothing else but where it is. */
const WHERE_IS = /^(?<thing>[^,?]{2,12}?)(?:是?在|位于)(?:哪里?|哪儿|何处|什么地方|什么位置)[?]?$/u;

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

/**
 * What tells something before what asks itself, each in its order: a heading or a teaser says the
 * question again, so that it comes first and the sentence which answers it stays behind. So does each
 * sentence about a thing, of which one says where it is.
 */
export function tellingFirst(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  const telling = tellingAmong(question, ranked, index);
  const where = telling.filter(tellsWhere(question, index));
  return [...new Set([...where, ...telling, ...ranked])];
}

/** The candidates that tell something: what asks is no rival of a sentence that answers. */
export function tellingAmong(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  if (asksForQuestions(question)) return ranked;
  return ranked.filter(
    ({ found, sentence }) => !asksItself(index.sentence(found.article, sentence).normalized.text),
  );
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

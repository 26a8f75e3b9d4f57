import type { AnalysedText } from '../../language/analysed-text.ts';
import { NUMERAL_SOURCE, parseNumeral } from '../../language/numerals.ts';
import type { Question } from '../../question/question.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';
import { hasEnding } from './related-words.ts';
import { credit, termOf } from './term-coverage.ts';

/**
 * Words that end as the noun asked for does, and are not the question's own: 哪所大学 is answered by
 * 北京大学, 什么战役 by 淝水之战役, 哪个郡 by 杜瓦尔郡.
 */
export function headSpans(question: Question, sentence: AnalysedText): AnswerSpan[] {
  const ending = question.head?.text.at(-1);
  if (ending === undefined || !hasEnding(sentence, ending)) return [];
  return sentence.tokens.filter(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length > 1 &&
      text.endsWith(ending) &&
      !question.normalized.includes(text),
  );
}

/**
 * The noun asked for (什么协议): 1 where a sentence has it as the tail of a compound that the question
 * does not write (经贸合作协议), 0 where it has it or another word of its ending, −1 where neither; else 0.
 */
export function compoundReader({ head, normalized }: Question): (text: AnalysedText) => number {
  if (head === undefined || head.kind !== 'han') return () => 0;
  const noun = head.text;
  const ending = noun.slice(-1);
  const compound = new RegExp(`\\p{Script=Han}{2}${noun}|[”》"]${noun}`, 'gu');
  return (sentence) => {
    const { text } = sentence.normalized;
    if (text.includes(noun))
      return [...text.matchAll(compound)].some(([found]) => !normalized.includes(found)) ? 1 : 0;
    return hasEnding(sentence, ending) ? 0 : -1;
  };
}

/** Characters in the names of works, which have their titles in 《》. */
const WORKS = /[影剧书歌曲辑品目戏画刊志报文诗说]/;

/** Tells whether a work is asked for, and a text has a title in 《》. */
export function workReader({ focus }: Question): (text: string) => boolean {
  const asked = focus.some((word) => WORKS.test(word.text));
  return (text) => asked && text.includes('《');
}

const ASKS_NAME = /叫|称|名为|命名|又名/;
const GIVES_NAME = /叫|称|名为|命名|又名|即|[「“"]/;

/** What something is called is asked: 1 where a text calls something, −1 where not; else 0. */
export function nameReader({ normalized }: Question): (text: string) => number {
  const asked = ASKS_NAME.test(normalized);
  return (text) => (asked ? (GIVES_NAME.test(text) ? 1 : -1) : 0);
}

/** Of the question's own numbers and years: 1 where all are there, −1 where none, 0 between or without any. */
export function numberReader(question: Question): (text: AnalysedText) => number {
  const numbers = question.content
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => termOf(question, text.replace(/[,%]/g, '')));
  return (text) => {
    if (numbers.length === 0) return 0;
    const held = numbers.filter((term) => credit(term, text.counts) > 0).length;
    if (held === numbers.length) return 1;
    return held === 0 ? -1 : 0;
  };
}

const NUMERAL = new RegExp(NUMERAL_SOURCE, 'gu');

/** The values of the numerals in a text; 一 and its like by themselves are words of grammar. */
function valuesIn(text: string): ReadonlySet<number> {
  const values = new Set<number>();
  for (const [numeral] of text.matchAll(NUMERAL)) {
    const value = /^[一二三两]$/.test(numeral) ? undefined : parseNumeral(numeral);
    if (value !== undefined) values.add(value);
  }
  return values;
}

/** Of the question's own numbers, by value (3万, 30000, 三万): 1 where all are there, −1 where none, 0 between or without any. */
export function valueReader({ normalized }: Question): (text: string) => number {
  const asked = [...valuesIn(normalized)];
  return (text) => {
    if (asked.length === 0) return 0;
    const values = valuesIn(text);
    const held = asked.filter((value) => values.has(value)).length;
    if (held === asked.length) return 1;
    return held === 0 ? -1 : 0;
  };
}

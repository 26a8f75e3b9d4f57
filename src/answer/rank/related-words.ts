import type { AnalysedText } from '../../language/analysed-text.ts';
import { KIND_WORDS, STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { type QuestionWeights, termOf } from './term-coverage.ts';

/** What is compared of the words of a sentence: little, as it is held for each sentence that is. */
interface Words {
  /** The first characters of Han words of two and more characters, and the last ones, in UTF-16 units. */
  readonly beginnings: string;
  readonly endings: string;
  /** Number of words that are no stop words. */
  readonly telling: number;
}

/** The words of a sentence, read once: many questions are compared with it. */
const wordsOf = memoByObject(({ tokens }: AnalysedText): Words => {
  const long = tokens.filter(({ text, kind }) => kind === 'han' && text.length > 1);
  return {
    beginnings: long.map(({ text }) => text.charAt(0)).join(''),
    endings: long.map(({ text }) => text.charAt(text.length - 1)).join(''),
    telling: tokens.filter(({ text }) => !STOP_WORDS.has(text)).length,
  };
});

/** Whether a Han word of two and more characters ends in the character. */
export function hasEnding(text: AnalysedText, character: string): boolean {
  return wordsOf(text).endings.includes(character);
}

/**
 * Measures the share of the question's words that a sentence lacks and of which it holds a relative:
 * another word that begins or ends with the same character (总公司, 总部; 逝世, 去世).
 */
export function relatedWordReader(
  question: Question,
  { byWord }: QuestionWeights,
): (text: AnalysedText) => number {
  const asked = question.content
    .filter(({ text, kind }) => kind === 'han' && text.length > 1)
    .map(({ text }) => {
      const { others } = termOf(question, text);
      return {
        forms: new Set([text, ...others]),
        weight: byWord.get(text) ?? 0,
        first: text.charAt(0),
        last: text.charAt(text.length - 1),
        mayBeRelated: !KIND_WORDS.has(text),
      };
    });
  let total = 0;
  for (const { weight } of asked) total += weight;
  return (sentence) => {
    const { beginnings, endings } = wordsOf(sentence);
    let related = 0;
    for (const { forms, weight, first, last, mayBeRelated } of asked) {
      const isRelated = mayBeRelated && (beginnings.includes(first) || endings.includes(last));
      if (isRelated && !sentence.tokens.some(({ text }) => forms.has(text))) related += weight;
    }
    return total === 0 ? 0 : related / total;
  };
}

/** Measures the natural logarithm of one more than the number of a sentence's words that the question does not write. */
export function noveltyReader({ content }: Question): (text: AnalysedText) => number {
  const said = new Set(content.map(({ text }) => text).filter((text) => !STOP_WORDS.has(text)));
  return (sentence) => {
    let news = wordsOf(sentence).telling;
    for (const { text } of sentence.tokens) if (said.has(text)) news -= 1;
    return Math.log(1 + news);
  };
}

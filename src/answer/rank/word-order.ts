import type { AnalysedText } from '../../language/analysed-text.ts';
import type { Question } from '../../question/question.ts';
import { type QuestionWeights, termOf } from './term-coverage.ts';

/** Measures the share of the weights of the question's words that stand in a sentence in the question's order. */
export function orderReader(
  question: Question,
  { words, byWord }: QuestionWeights,
): (text: AnalysedText) => number {
  const asked = question.content.flatMap(({ text }) => {
    const weight = byWord.get(text);
    return weight === undefined ? [] : [{ ...termOf(question, text), weight }];
  });
  // a word that the question does not say changes nothing
  const telling = new Set(asked.flatMap(({ text, others }) => [text, ...others]));
  return ({ tokens }) => {
    if (words.total === 0) return 0;
    // the longest common subsequence (Wagner and Fischer 1974), by weight
    let row = new Array<number>(asked.length + 1).fill(0);
    for (const { text: said } of tokens) {
      if (!telling.has(said)) continue;
      const next = [0];
      for (const [place, { text, others, weight }] of asked.entries()) {
        const same = text === said || others.includes(said);
        const taken = same ? (row[place] as number) + weight : 0;
        next.push(Math.max(next[place] as number, row[place + 1] as number, taken));
      }
      row = next;
    }
    return Math.min(1, (row.at(-1) as number) / words.total);
  };
}

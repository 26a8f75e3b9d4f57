import { type Case, comparable, holdsAnswer } from '../../../src/evaluation/evaluate.ts';
import type { Asked } from './index.ts';

/** A reader that knows the labelled answers: it chooses the first sentence that holds one, else none. */
export function oracleOf(cases: readonly Case[]): (asked: Asked) => readonly number[] {
  const wanted = new Map(cases.map(({ question, expect }) => [comparable(question), expect]));
  return ({ question, offered }) => {
    const expect = wanted.get(comparable(question));
    if (expect === undefined || !expect.answerable) return [];
    const [first] = [...offered]
      .sort(([a], [b]) => a - b)
      .filter(([, text]) => holdsAnswer(text, expect));
    return first === undefined ? [] : [first[0]];
  };
}

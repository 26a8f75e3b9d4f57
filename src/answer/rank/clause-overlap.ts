import type { AnalysedText } from '../../language/analysed-text.ts';
import type { Question } from '../../question/question.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { GRAMMAR } from './character-overlap.ts';

/** How a question's characters stand in a sentence's clauses, each share between 0 and 1. */
export interface ClauseOverlap {
  /** Share of the question's pairs of neighbouring characters that one clause holds. */
  readonly inClause: number;
  /** Share of the question's Han characters that the clause which holds most of them and its two neighbours hold. */
  readonly aroundClause: number;
  /** Share of the pairs close to the question word that the sentence holds. */
  readonly besideAsking: number;
}

/** Characters before the question word, and from it on, that stand close to it. */
const BEFORE = 4;
const BEHIND = 8;

const PAIR = /[\p{L}\p{N}]{2}/u;
const HAN = /\p{Script=Han}/u;

/**
 * Measures how a sentence's clauses hold what is asked: a long sentence of a report says of one thing
 * in one clause what a short one says by itself, and of other things in the rest. What is asked of the
 * subject (签订了什么协议) stands close to the question word, whatever its words are.
 */
export function clauseReader({
  rest,
  asksAt,
}: Pick<Question, 'rest' | 'asksAt'>): (sentence: AnalysedText) => ClauseOverlap {
  const { text } = rest;
  const pairs = pairsOf(text);
  const close = pairsOf(
    `${text.slice(Math.max(0, asksAt - BEFORE), asksAt)} ${text.slice(asksAt, asksAt + BEHIND)}`,
  );
  const characters = [...new Set(text)].filter((one) => HAN.test(one) && !GRAMMAR.has(one));
  return (sentence) => {
    const clauses = clausesOf(sentence);
    const held = clauses.map((clause) => shareHeld(characters, clause));
    const most = held.indexOf(Math.max(...held));
    const around = clauses.slice(Math.max(0, most - 1), most + 2).join(' ');
    return {
      inClause: Math.max(0, ...clauses.map((clause) => shareHeld(pairs, clause))),
      aroundClause: shareHeld(characters, around),
      besideAsking: shareHeld(close, sentence.normalized.text),
    };
  };
}

/** The pairs of neighbouring letters, characters and digits of a text, each once. */
function pairsOf(text: string): string[] {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) =>
    text.slice(at, at + 2),
  );
  return [...new Set(pairs)].filter((pair) => PAIR.test(pair));
}

const clausesOf = memoByObject(({ normalized }: AnalysedText): readonly string[] =>
  normalized.text.split(/[,;:。]/u).filter((clause) => clause !== ''),
);

function shareHeld(parts: readonly string[], text: string): number {
  if (parts.length === 0) return 0;
  let held = 0;
  for (const part of parts) if (text.includes(part)) held += 1;
  return held / parts.length;
}

import type { Turn } from '../conversation.ts';
import { findActors } from '../figures/actors.ts';
import { FLOWS } from '../figures/data/directions.ts';
import { parsePeriods } from '../figures/periods.ts';
import type { Question } from './question.ts';

/** Openings that take up what was said: 那…, 它…, 该公司…, and what about …. */
const LEANS_BACK =
  /^(?:那|还有|另外|其中|而|and\b|what about|how about)|(?:它|他|她|其(?!中|他|次|余|实)|该|此|这(?!篇|些?文)|那(?!么)|前者|后者|上述|\b(?:it|its|he|she|his|her|they|their|that)\b)/;
/** A question of no more content words than this leaves something out. */
const FEW_WORDS = 2;
/** What a term of the turn before counts beside one typed now. */
const LENT = 0.5;

/** Whether a question cannot be read without the turn before. */
export function isFollowUp(question: Question): boolean {
  return LEANS_BACK.test(question.normalized) || question.content.length <= FEW_WORDS;
}

/**
 * The question with what it leaves out taken from the turn before: terms at half their weight,
 * and, where no question word was typed, what is asked for.
 */
export function inherit(question: Question, { question: before }: Turn): Question {
  // 那成交额呢 asks for a number again, but counts something else; 那浙江呢 asks for the same
  const renamed = question.content.some(({ text }) => namesMeasure(text));
  const kind = renamed && before.counter !== undefined ? 'number' : before.type;
  const type = question.typed ? question.type : kind;
  const counter = question.counter ?? (question.typed || renamed ? undefined : before.counter);
  return {
    ...question,
    type,
    ...(counter === undefined ? {} : { counter }),
    words: lend(before.words, question.words),
    bigrams: lend(before.bigrams, question.bigrams),
  };
}

/** Whether a word is neither a place, a period nor a direction. */
function namesMeasure(word: string): boolean {
  return (
    !/^\d/.test(word) &&
    !FLOWS.includes(word) &&
    findActors(word).length === 0 &&
    parsePeriods(word, ANY_DATE).length === 0
  );
}

/** 去年 is a period whenever it is said. */
const ANY_DATE = '2000-01-01';

function lend(
  before: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const all = new Map([...before].map(([term, factor]) => [term, factor * LENT]));
  for (const [term, factor] of own) all.set(term, factor);
  return all;
}

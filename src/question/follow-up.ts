import { FLOWS } from '../figures/data/directions.ts';
import { parsePeriods } from '../figures/parts/periods.ts';
import { findActors } from '../figures/parts/places.ts';
import { SYNONYMS } from '../knowledge/data/synonyms.ts';
import { bigramsOf, bigramTerms, wordTerms } from '../language/terms.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { COUNT_MEASURE } from './data/quantities.ts';
import { KIND_WORDS } from './data/stop-words.ts';
import { type Question, understand } from './question.ts';
import type { Turn } from './turn.ts';

/** Words that refer to the turn before: 那…, 它…, 该公司…, and what about …. */
const LEANS_BACK =
  /^(?:那|还有|另外|其中|而|and\b|what about|how about)|(?:它|他|她|其(?!中|他|次|余|实)|该|此|这(?!篇|些?文)|那(?!么)|前者|后者|上述|\b(?:it|its|he|she|his|her|they|their|that)\b)/;
/** A noun of which nothing is asked but 呢: 青年起步项目呢. */
const AND_THIS = /呢[?!。\s]*$/;
/** Pronouns for what the turn before named. */
const PRONOUN = /它|他|她|其(?!中|他|次|余|实)|该|\b(?:it|its|he|she|his|her|they|their)\b/;
/** Content words of a question that is taken to leave something out, at most. */
const FEW_WORDS = 2;
/** Weight of a term inherited from the turn before; a term typed now has 1. */
const INHERITED_WEIGHT = 0.5;

/** Turns, this one included, whose period, place and direction hold until a later one names another. */
const TURNS_HELD = 4;

/**
 * Whether a question cannot be read without the turn before. A question all of whose words the corpus
 * lacks is no follow-up, however short: it changes the subject.
 */
export function isFollowUp(question: Question, seen: (term: string) => boolean): boolean {
  const own = question.content.filter(({ text }) => !KIND_WORDS.has(text));
  if (own.length > 0 && !own.some(({ text }) => isKnown(text, seen))) return false;
  if (LEANS_BACK.test(question.normalized)) return true;
  if (!question.typed && AND_THIS.test(question.normalized)) return true;
  // 张三是谁 is short and leaves nothing out
  return (
    question.content.length <= FEW_WORDS &&
    question.names.length === 0 &&
    !own.some((token) => isMadeUp(token, question))
  );
}

/** Whether jieba has made a word up of neighbouring characters: most are names that it does not know. */
function isMadeUp({ text, kind }: Token, { tags }: Question): boolean {
  return kind === 'han' && tags.get(text) === 'x';
}

function isKnown(word: string, seen: (term: string) => boolean): boolean {
  return (
    [word, ...bigramsOf(word), ...(SYNONYMS.get(word) ?? [])].some(seen) || !namesMeasure(word)
  );
}

/** Whether a question has a pronoun for what the turn before named, and names nothing itself. */
export function isAboutTheSame({ normalized, names }: Question): boolean {
  return names.length === 0 && PRONOUN.test(normalized);
}

/**
 * The question with what it leaves out taken from the turn before: terms at half their weight, and the
 * type and counter where it has no question word of its own.
 */
export function inherit(
  question: Question,
  { question: before }: Turn,
  tokenizer: Tokenizer,
): Question {
  const again = askedAgain(question, before, tokenizer);
  if (again !== undefined) return again;
  // 那成交额呢 asks for a number again, but counts something else; 那浙江呢 asks for the same
  const renamed = question.content.some(({ text }) => namesMeasure(text));
  const counts =
    COUNT_MEASURE.test(question.normalized) || (renamed && before.counter !== undefined);
  const kind = counts ? 'number' : before.type;
  const type = question.typed ? question.type : kind;
  const counter = question.counter ?? (question.typed || renamed ? undefined : before.counter);
  const replaced = replacedTerms(question, before, tokenizer);
  return {
    ...question,
    type,
    ...(counter === undefined ? {} : { counter }),
    words: withInherited(before.words, question.words, replaced),
    bigrams: withInherited(before.bigrams, question.bigrams, replaced),
    names: isAboutTheSame(question) ? before.names : question.names,
    // the senses of English words are inherited with the words
    ...(question.english !== undefined && {
      alternatives: new Map([...before.alternatives, ...question.alternatives]),
      english: new Map([...(before.english ?? []), ...question.english]),
    }),
    said: [...question.said, ...before.said].slice(0, TURNS_HELD),
  };
}

/**
 * The question of the turn before with the period or the place of this one in the place of its own, where
 * this one names nothing else: 2021年技术合同成交额是多少 of 那2021年的呢. So it keeps what was asked for,
 * and what the turn before had inherited itself. Undefined where this one says more.
 */
function askedAgain(
  question: Question,
  before: Question,
  tokenizer: Tokenizer,
): Question | undefined {
  const own = question.content.filter(({ text }) => !KIND_WORDS.has(text) || isPeriod(text));
  const isOther = own.length > 0 && own.every(({ text }) => isPeriod(text) || isPlace(text));
  if (!isOther || question.typed || question.english !== undefined || before.english !== undefined)
    return undefined;
  const kinds = [
    (text: string) => parsePeriods(text, ANY_DATE),
    (text: string) => findActors(text),
  ];
  let { normalized } = before;
  for (const mentionsIn of kinds) {
    const typed = mentionsIn(question.normalized)
      .map(({ start, end }) => question.normalized.slice(start, end))
      .join('和');
    if (typed === '') continue;
    const mentions = mentionsIn(normalized);
    const [first] = mentions;
    for (const { start, end } of mentions.toReversed())
      normalized = normalized.slice(0, start) + normalized.slice(end);
    const at = first?.start ?? 0;
    normalized = `${normalized.slice(0, at)}${typed}${normalized.slice(at)}`;
  }
  const asked = understand(normalized, tokenizer);
  const replaced = replacedTerms(question, before, tokenizer);
  return {
    ...asked,
    source: question.source,
    type: before.type,
    words: withInherited(before.words, asked.words, replaced, 1),
    bigrams: withInherited(before.bigrams, asked.bigrams, replaced, 1),
    said: [asked.normalized, ...before.said].slice(0, TURNS_HELD),
  };
}

/**
 * Terms of the turn before that are not inherited: its places, where this question names a place,
 * and so with periods and directions.
 */
function replacedTerms(
  question: Question,
  before: Question,
  tokenizer: Tokenizer,
): ReadonlySet<string> {
  const kinds = [isPlace, isPeriod, isFlow].filter((is) =>
    question.content.some(({ text }) => is(text)),
  );
  const replaced = before.content.filter(({ text }) => kinds.some((is) => is(text)));
  return new Set([...wordTerms(replaced, tokenizer), ...bigramTerms(replaced)]);
}

/** Whether a word is neither a place, a period nor a direction. */
function namesMeasure(word: string): boolean {
  return !isPlace(word) && !isPeriod(word) && !isFlow(word);
}

function isPlace(word: string): boolean {
  return findActors(word).length > 0;
}

function isPeriod(word: string): boolean {
  return /^\d/.test(word) || word === '年' || parsePeriods(word, ANY_DATE).length > 0;
}

function isFlow(word: string): boolean {
  return FLOWS.includes(word);
}

/** The date that words such as 去年 are read against, where only it matters that they name a period. */
const ANY_DATE = '2000-01-01';

/** The terms of a question and, at `weight` of their own, those of the turn before that are not replaced. */
function withInherited(
  before: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
  replaced: ReadonlySet<string>,
  weight = INHERITED_WEIGHT,
): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [term, factor] of before) if (!replaced.has(term)) all.set(term, factor * weight);
  for (const [term, factor] of own) all.set(term, factor);
  return all;
}

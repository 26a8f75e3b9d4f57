import { FLOWS } from '../../figures/data/directions.ts';
import { parsePeriods } from '../../figures/parts/periods.ts';
import { findActors } from '../../figures/parts/places.ts';
import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import { bigramsOf, bigramTerms, wordTerms } from '../../language/terms.ts';
import type { Token, Tokenizer } from '../../language/tokenizer.ts';
import { COUNT_MEASURE } from '../data/quantities.ts';
import { KIND_WORDS } from '../data/stop-words.ts';
import { INDUSTRY, kindsIn } from '../demand.ts';
import { type Question, understand } from '../question.ts';
import type { Turn } from '../turn.ts';
import { asksWhether } from '../whether.ts';
import { askedOfBoth, isReckoning } from './asked-of-both.ts';
import { askedOfParallel, type Parallel, subjectOf } from './parallel.ts';
import { isOfSomeOnly } from './people-named.ts';
import {
  ANY_DATE,
  comesRound,
  daysIn,
  namesDayAlone,
  timesThatComeRound,
  withoutTimes,
} from './times-named.ts';

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
  // 它有多少员工 is about it, whether or not the corpus speaks of 员工
  if (question.names.length === 0 && PERSON_OR_THING.test(question.normalized)) return true;
  if (isReckoning(question)) return true;
  const isAndThis = !hasQuestionWord(question) && AND_THIS.test(question.normalized);
  // 小孩呢 and 周末呢 change no subject, whatever the corpus calls them
  if (isAndThis && isOfSomeOnly(question.normalized)) return true;
  const own = question.content.filter(({ text }) => !KIND_WORDS.has(text));
  if (own.length > 0 && !own.some(({ text }) => isKnown(text, seen))) return false;
  if (LEANS_BACK.test(question.normalized) || isAndThis) return true;
  // 张三是谁 is short and leaves nothing out; 近一年跌了多少 is short but for its time
  return (
    withoutTimes(question).length <= FEW_WORDS &&
    question.names.length === 0 &&
    !own.some((token) => isMadeUp(token, question))
  );
}

/** Whether a question word says what is asked for, and not the noun alone: 定价 is typed by itself. */
function hasQuestionWord({ asksAt, normalized }: Question): boolean {
  return asksAt < normalized.length;
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
export function inherit(asked: Question, turn: Turn, tokenizer: Tokenizer): Question {
  const { question: before } = turn;
  const again = askedAgain(asked, before, tokenizer);
  if (again !== undefined) return again;
  const whole = askedInFull(asked, turn, tokenizer);
  if (whole !== undefined) return whole;
  const question = withSubject(asked, before, tokenizer);
  // 那成交额呢 asks for a number again, but counts something else; 那浙江呢 asks for the same
  const renamed = question.content.some(({ text }) => namesMeasure(text));
  const counts =
    COUNT_MEASURE.test(question.normalized) || (renamed && before.counter !== undefined);
  const kind = counts ? 'number' : before.type;
  // 能退吗 asks for no sum, though the turn before did
  const isOwn = question.typed || asksWhether(question);
  const type = isOwn ? question.type : kind;
  const counter = question.counter ?? (isOwn || renamed ? undefined : before.counter);
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
  const isTime = own.length > 0 || timesThatComeRound(question.normalized).length > 0;
  const isOther =
    isTime && own.every(({ text }) => isPeriod(text) || isPlace(text) || /^[月日号]$/.test(text));
  if (!isOther || question.typed || question.english !== undefined || before.english !== undefined)
    return undefined;
  const kinds = [
    namesDayAlone(question.normalized) ? daysIn : (text: string) => parsePeriods(text, ANY_DATE),
    timesThatComeRound,
    (text: string) => findActors(text),
  ];
  let { normalized } = before;
  let isPutIn = false;
  for (const mentionsIn of kinds) {
    const typed = mentionsIn(question.normalized)
      .map(({ start, end }) => question.normalized.slice(start, end))
      .join('和');
    if (typed === '') continue;
    isPutIn = true;
    const mentions = mentionsIn(normalized);
    const [first] = mentions;
    for (const { start, end } of mentions.toReversed())
      normalized = normalized.slice(0, start) + normalized.slice(end);
    const at = first?.start ?? 0;
    // 甘孜 of 甘孜州 gives way to 雅安 with its 州
    const behind = normalized
      .slice(at)
      .replace(first === undefined ? '' : /^[省市县州](?!人|长|民)/u, '');
    normalized = `${normalized.slice(0, at)}${typed}${behind}`;
  }
  if (!isPutIn) return undefined;
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
 * The question in full, where what it leaves out can be put in: the noun of 那海牛队呢 in the place of
 * what it stands beside, whom 他 is, what 为什么 asks of. Undefined where that cannot be told, and in English.
 */
function askedInFull(
  question: Question,
  { question: before, about }: Turn,
  tokenizer: Tokenizer,
): Question | undefined {
  if (question.english !== undefined || before.english !== undefined) return undefined;
  const whole = textInFull(question, before, about);
  if (whole === undefined) return undefined;
  const asked = understand(whole.text, tokenizer);
  const { counter: _, ...uncounted } = asked;
  return {
    ...(whole.isCounted ? uncounted : asked),
    source: question.source,
    said: [asked.normalized, ...before.said].slice(0, TURNS_HELD),
  };
}

function textInFull(
  question: Question,
  before: Question,
  about: string | undefined,
): Parallel | undefined {
  const { normalized, content } = question;
  const { who = '', act } = OBJECT_LEFT_OUT.exec(normalized)?.groups ?? {};
  const thing = subjectOf(before) ?? { start: 0, end: before.asksAt };
  const object = before.normalized.slice(thing.start, thing.end);
  if (act !== undefined && object.length > 1) {
    return { text: `${who.replace(OPENING, '')}${object}${act}`, isCounted: true };
  }
  const ofBoth = askedOfBoth(question, before);
  if (ofBoth !== undefined) return { text: ofBoth, isCounted: true };
  if (PERSON_OR_THING.test(normalized)) {
    if (about === undefined) return undefined;
    const text = normalized.replace(OPENING, '').replace(PERSON_OR_THING, about);
    return { text, isCounted: false };
  }
  if (!hasQuestionWord(question) && !asksWhether(question)) {
    const isOfProduct = kindsIn(before.normalized).includes('product');
    const isIndustry = INDUSTRY.test(normalized) && !INDUSTRY.test(before.normalized);
    return isOfProduct && isIndustry ? undefined : askedOfParallel(question, before);
  }
  const own = content.filter(({ text }) => !KIND_WORDS.has(text));
  if (own.length > 0 && !WHO_SAID.test(normalized)) return undefined;
  const subject = before.rest.text.replace(/[\s?!,.。]+/gu, '');
  if (subject === '') return undefined;
  return { text: subject + normalized.replace(OPENING, ''), isCounted: true };
}

/** 小孩要交吗, 能退吗: whether what the turn before asked of is paid, given back or done. */
const OBJECT_LEFT_OUT =
  /^(?<who>\p{Script=Han}{0,6}?)(?<act>(?:要不要|用不用|能不能|可不可以|可以|需要|[要能用得])?(?:[交缴付退办补还买续]|退[还钱款费])(?:吗|么|嘛|不)?[?]?)$/u;

/** What opens a follow-up and says nothing else. */
const OPENING = /^(?:那么?|而)[,]?/u;

/** 停几场, 增长了多少 and 谁赢了 with whom the turn before asked of before them, as they begin with what is asked. */
function withSubject(question: Question, before: Question, tokenizer: Tokenizer): Question {
  const { normalized, content, tags, names, typed, asksAt, english } = question;
  const [first] = content;
  const opens =
    first === undefined || first.start > asksAt || /^v/.test(tags.get(first.text) ?? '');
  const subject = subjectOf(before);
  const asks = typed || asksWhether(question);
  if (!asks || !opens || names.length > 0 || subject === undefined) return question;
  if (english !== undefined || before.english !== undefined) return question;
  const whole = before.rest.text.slice(subject.start, subject.end);
  if (whole.length < 2 || normalized.includes(whole)) return question;
  return { ...understand(whole + normalized, tokenizer), source: question.source };
}

/** 谁说的 asks of all that was told. */
const WHO_SAID = /^(?:是|这是|这话是)?谁(?:说|讲|表示|介绍|透露|宣布|规定|要求)的/u;

/** A pronoun for one person or thing, or a noun with 该, that stands for what was spoken of. */
const PERSON_OR_THING =
  /(?:[他她它]|该(?:公司|企业|机构|集团|项目|产品|品牌|影片|人|市|县|校|院|局)|[这那]家(?:公司|企业|机构)|[这那](?:个人|部电影|部影片|支球队|款产品))(?!们)/u;

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
  return (
    /^\d/.test(word) || word === '年' || comesRound(word) || parsePeriods(word, ANY_DATE).length > 0
  );
}

function isFlow(word: string): boolean {
  return FLOWS.includes(word);
}

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

import type { Token } from '../../language/tokenizer.ts';
import { HEAD_NOUNS } from '../data/head-nouns.ts';
import { COUNT_MEASURE } from '../data/quantities.ts';
import { KIND_WORDS, STOP_WORDS } from '../data/stop-words.ts';
import type { Question } from '../question.ts';
import { isOfAnybody, PEOPLE } from './people-named.ts';

/** Part of a text, in UTF-16 units. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** A question that asks of another noun what the turn before asked. */
export interface Parallel {
  /** Normalised. */
  readonly text: string;
  /** Whether that noun is what is counted, so that the counter is no longer its own: 棉被 of 帐篷多少顶. */
  readonly isCounted: boolean;
}

/** What stands before the noun of a question of which nothing is asked but 呢, and behind it. */
const BEFORE_NOUN = /^(?:那么?|而|其中的?|还有|另外|至于|换成|如果是|[,:。\s])+/u;
const BEHIND_NOUN = /(?:的?(?:话|情况))?(?:又|怎么样|如何)?呢?[?!。\s]*$/u;
/** UTF-16 units of that noun. */
const LONGEST_NOUN = 14;
/** A condition (集尘时), a place in an order (第三) or half a phrase (失联的) stands beside no noun. */
const NO_NOUN = /的|[时后前]$|[,;?!]|^第[0-9一二三四五六七八九十]+名?$/u;
/** Words that a part of the turn before is made of, at most. */
const WORDS_OF_PART = 5;

/**
 * The question of the turn before with the noun of this one in the place of what it stands beside:
 * 海牛队控球率是多少 of 那海牛队呢 after 港务队控球率是多少, 进口多少 of 进口呢 after 出口多少. Undefined
 * where this one says more than a noun, or nothing of the turn before stands beside it.
 */
export function askedOfParallel(question: Question, before: Question): Parallel | undefined {
  const noun = question.normalized.replace(BEFORE_NOUN, '').replace(BEHIND_NOUN, '');
  if (noun === '' || noun.length > LONGEST_NOUN || NO_NOUN.test(noun)) return undefined;
  // how many of a thing there are is no other thing of its kind: 合同数 beside 合同成交额
  if (COUNT_MEASURE.test(noun)) return undefined;
  const own = question.content.filter(({ text }) => noun.includes(text));
  if (own.length === 0 || own.every(({ text }) => KIND_WORDS.has(text))) return undefined;
  if (before.normalized.includes(noun) && !isPartOfName(noun, before)) return undefined;
  const { normalized } = before;
  const counted = countedBefore(before);
  // 技术合同有多少项 and then 那成交额呢: theirs
  if (counted !== undefined && isMeasure(noun) && mostLike(noun, before) === undefined)
    return { text: `${normalized.slice(0, counted.end)}${noun}是多少`, isCounted: true };
  // 押金多少 and then 老人呢: they are other people, and no other thing than 押金
  if (PEOPLE.test(noun) && isOfAnybody(before))
    return { text: noun + normalized, isCounted: false };
  const part = partFor(noun, own, question, before);
  if (part !== undefined) {
    const text = normalized.slice(0, part.start) + noun + normalized.slice(part.end);
    return { text, isCounted: part.end === before.asksAt };
  }
  const subject = subjectOf(before);
  // 怎么预约 and then 老人呢: nothing of it stands beside them
  if (subject === undefined && !isMeasure(noun) && isNamed(own, question))
    return { text: noun + normalized, isCounted: false };
  if (subject === undefined || !isMeasure(noun)) return undefined;
  // 海外版本在哪里上市 and then 定价呢: another thing of the same
  return { text: `${normalized.slice(subject.start, subject.end)}${noun}是多少`, isCounted: true };
}

/** T30 stands in T30 Ultra, of which it is no part. */
function isPartOfName(noun: string, { normalized }: Question): boolean {
  return (
    isLatin(noun) && new RegExp(`${noun.replace(/[^a-z0-9]/gu, '.')} ?[a-z0-9]`).test(normalized)
  );
}

function partFor(
  noun: string,
  own: readonly Token[],
  question: Question,
  before: Question,
): Part | undefined {
  const like = mostLike(noun, before);
  if (isMeasure(noun)) return like ?? measureOf(before);
  const body = bodyLike(noun, before) ?? like;
  if (body !== undefined) return body;
  if (!isNamed(own, question)) return undefined;
  const beside = quoted(before) ?? office(own, question, before) ?? sameKind(own, question, before);
  if (beside !== undefined) return beside;
  const subject = subjectOf(before);
  // of T30 it is the 续航 that is asked next, and of a person another one
  const isOfProduct =
    subject !== undefined && isLatin(before.normalized.slice(subject.start, subject.end));
  return isOfProduct && !isLatin(noun) ? measureOf(before) : subject;
}

/** Whether some words end in a noun, and in nothing that somebody does or is. */
function isNamed(own: readonly Token[], { tags }: Question): boolean {
  const last = own.at(-1);
  return last === undefined || !/^(?:v(?!n)|d|a)/u.test(tags.get(last.text) ?? '');
}

/** Endings of the names of bodies, of whom one stands beside another whole: 红十字会 beside 慈善联合总会. */
const BODY = /(?:公司|集团|[队会局部院校军团社厂行])$/u;

/** UTF-16 units behind the words read as a subject in which the name of a body may end. */
const REACH = 4;

/** The body that opens a question and ends as another does, whole: 港务队 beside 海牛队. */
function bodyLike(noun: string, before: Question): Part | undefined {
  const [ending] = BODY.exec(noun) ?? [];
  const subject = subjectOf(before);
  if (ending === undefined || subject === undefined) return undefined;
  const { normalized, asksAt } = before;
  const within = normalized.lastIndexOf(ending, subject.end - ending.length);
  // jieba takes 联合 of 慈善联合总会 for a verb
  const behind = normalized.indexOf(ending, subject.end);
  const at = within > subject.start || behind - subject.end > REACH ? within : behind;
  return at > subject.start && at < asksAt
    ? { start: subject.start, end: at + ending.length }
    : undefined;
}

/** The words of a question that may be a part of what is asked: neither grammar, time nor verb. */
function isNominal({ text, kind }: Token, { tags }: Question): boolean {
  if (kind === 'latin') return true;
  return !STOP_WORDS.has(text) && !TIME.test(text) && !/^[dpcr]/u.test(tags.get(text) ?? '');
}

/** The part of the turn before that shares most of its characters with a noun, from its end or its beginning. */
function mostLike(noun: string, before: Question): Part | undefined {
  const { text, tokens } = before.rest;
  const least = isMeasure(noun) ? 2 : noun.length / 3;
  let best: (Part & { readonly likeness: number }) | undefined;
  for (const [from, first] of tokens.entries()) {
    for (let to = from; to < Math.min(tokens.length, from + WORDS_OF_PART); to += 1) {
      const last = tokens[to];
      if (last === undefined || !isNominal(last, before)) break;
      const part = text.slice(first.start, last.end);
      if (/\s\p{Script=Han}|\p{Script=Han}\s|\s{2}/u.test(part)) break;
      if (
        isLatin(part) &&
        (isJoined(tokens[from - 1], first, text) || isJoined(last, tokens[to + 1], text))
      )
        continue;
      const shared = sharedBy(noun, part);
      if (shared < least) continue;
      const likeness = shared * LONGEST_NOUN - Math.abs(part.length - noun.length);
      if (likeness > (best?.likeness ?? 0)) best = { start: first.start, end: last.end, likeness };
    }
  }
  return best;
}

/** Whether two words are of one name in Latin letters: T30 Ultra. */
function isJoined(one: Token | undefined, next: Token | undefined, text: string): boolean {
  if (one === undefined || next === undefined) return false;
  return (
    isLatin(one.text) && isLatin(next.text) && /^[ .-]?$/u.test(text.slice(one.end, next.start))
  );
}

/** Characters that two nouns have in common at their ends, or at their beginnings. */
function sharedBy(one: string, other: string): number {
  if (one === other || isLatin(one) !== isLatin(other)) return 0;
  const [a, b] = [[...one], [...other]];
  return Math.max(sharedFrom(a, b), sharedFrom(a.toReversed(), b.toReversed()));
}

function sharedFrom(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((character, place) => character !== other[place]);
  return at < 0 ? one.length : at;
}

function isLatin(text: string): boolean {
  return /^[a-z0-9 .-]+$/u.test(text);
}

/** A title in marks. */
function quoted({ normalized }: Question): Part | undefined {
  const match = /《[^》]+》|"[^"]+"/u.exec(normalized);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** jieba's tags of names. */
const NAME_TAG = /^(?:nr|ns|nz|nt|x|eng)/u;

/** 主教练 of 海牛队主教练是谁 beside 门将: who holds an office is asked, and a common noun is another one. */
function office(own: readonly Token[], question: Question, before: Question): Part | undefined {
  const [only, ...others] = own;
  if (only === undefined || others.length > 0 || before.type !== 'person') return undefined;
  if (NAME_TAG.test(question.tags.get(only.text) ?? '') || BODY.test(only.text)) return undefined;
  const nouns = before.content.filter(({ end }) => end <= before.asksAt);
  return nouns.length > 1 ? nouns.at(-1) : undefined;
}

/**
 * The word of the turn before that is the same part of speech as this one and as long: 城镇 beside 农村,
 * 钢材 beside 水泥. What is measured gives way to another measure alone.
 */
function sameKind(own: readonly Token[], question: Question, before: Question): Part | undefined {
  const [only, ...others] = own;
  if (only === undefined || others.length > 0) return undefined;
  const tag = question.tags.get(only.text) ?? '';
  return before.content.find(
    (token) =>
      token.end <= before.asksAt &&
      before.tags.get(token.text) === tag &&
      token.kind === only.kind &&
      token.text.length === only.text.length &&
      isNominal(token, before) &&
      !KIND_WORDS.has(token.text) &&
      !isMeasure(token.text),
  );
}

/** Nouns that name what is measured, beside those that say what kind of answer is asked. */
const MEASURE = /[率额量值费价]$|收入|投资|支出|总值|面积|人口/u;
const MEASURED: ReadonlySet<Question['type']> = new Set(['number', 'money', 'duration']);

function isMeasure(noun: string): boolean {
  return (
    MEASURE.test(noun) ||
    HEAD_NOUNS.some(({ type, pattern }) => MEASURED.has(type) && pattern.test(noun))
  );
}

const CHANGE = /^(?:增长|增加|增幅|增速|上涨|上升|提高|下降|下跌|下滑|减少|降低|[涨跌升降增减])$/u;

/** What a question for an amount measures, without whose it is: 震级 of 地震的震级, 出口 of 衡陵市出口多少. */
function measureOf(before: Question): Part | undefined {
  const { content, asksAt, normalized, type, tags } = before;
  if (!MEASURED.has(type)) return undefined;
  const said = content.filter(({ end }) => end <= asksAt);
  // 增长 of 增加值增长多少 is asked of the next measure, too
  const nouns = said.slice(0, said.findLastIndex(({ text }) => !CHANGE.test(text)) + 1);
  const last = nouns.at(-1);
  if (last === undefined) return undefined;
  const owned = normalized.lastIndexOf('的', last.start) + 1;
  const first = nouns.find(
    (token) =>
      token.start >= owned &&
      isNominal(token, before) &&
      token.kind !== 'number' &&
      !(NAME_TAG.test(tags.get(token.text) ?? '') && token !== last),
  );
  return first === undefined ? undefined : { start: first.start, end: last.end };
}

/** The things of which a question asks how many there are: 合同 of 技术合同有多少项. */
function countedBefore(before: Question): Part | undefined {
  if (before.counter === undefined) return undefined;
  const last = before.content.findLast(({ end }) => end <= before.asksAt);
  return last === undefined || isMeasure(last.text) ? undefined : last;
}

/**
 * Of whom or what a question asks: the words before its first verb, and before what is measured of it;
 * 港务队 of 港务队控球率是多少 and of 港务队射门多少次. Undefined where it opens with neither.
 */
export function subjectOf(question: Question): Part | undefined {
  const { rest, tags, asksAt } = question;
  const { text, tokens } = rest;
  const opening = tokens.findIndex(
    (token) => token.kind !== 'number' && !TIME.test(token.text) && token.text !== '的',
  );
  const first = tokens[opening];
  if (first === undefined || first.end > asksAt || !isNominal(first, question)) return undefined;
  let { end } = first;
  for (let at = opening + 1; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || token.end > asksAt || text.slice(end, token.start).trim() !== '')
      break;
    // 消失的她 is a name, 港务队的主教练 tells whose
    const isInName = PRONOUN.test(token.text)
      ? tokens[at - 1]?.text === '的'
      : token.text === '的' && PRONOUN.test(next?.text ?? '');
    // 率 of 控球率, which jieba cuts apart
    const isCut = next?.start === token.end && next.text.length === 1 && isMeasure(next.text);
    if (!isInName && (STOP_WORDS.has(token.text) || isMeasure(token.text) || isCut)) break;
    if (/^(?:v(?!n)|d|p)/u.test(tags.get(token.text) ?? '')) break;
    ({ end } = token);
  }
  // 92 of 92号汽油
  const before = tokens[opening - 1];
  const isNumbered = before?.kind === 'number' && before.end === first.start;
  return { start: isNumbered ? before.start : first.start, end };
}

const TIME = /^(?:年|月|日|年末|年底|全年|今年|去年|上半年|下半年|本赛季|目前)$/u;
const PRONOUN = /^[你我他她它]们?$/u;

import { findActors } from '../../../figures/parts/places.ts';
import { bareTerm } from '../../../language/terms.ts';
import type { Token } from '../../../language/tokenizer.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';
import { doingsAsked } from '../data/doings.ts';

/** What a question's wording says of the figures it asks for. */
export interface Asked {
  /** Its words that tell one thing from another, each in the forms that the corpus may write. */
  readonly words: readonly (readonly string[])[];
  /** The first of them behind the question word; undefined where none is. */
  readonly next: readonly string[] | undefined;
  /** The word right behind the question word and its counter, in all its forms: 失联 of 多少人失联. */
  readonly counted: readonly string[] | undefined;
  /** The last of them before a question word with which the question ends: 比分 in 最终比分是多少. */
  readonly attribute: readonly string[] | undefined;
  /** Whether the question word stands right beside a measure's name, and so asks for it. */
  names(measure: string): boolean;
  /** What was done to that of which a number is asked: 关 of 关了几家店. */
  readonly doings: readonly RegExp[];
  /** Which of several of one kind is asked of: 学生 and 票. */
  readonly kinds: readonly { readonly stem: string; readonly kind: string }[];
  /** A name with a number, whole: nova 26 is neither nova 26+ nor nova 26 ultra. */
  readonly name: RegExp | undefined;
  /** The last of them. */
  readonly last: readonly string[] | undefined;
  /** The names among them. */
  readonly named: readonly string[];
  readonly several: boolean;
  /** A day or a year is asked for, with a word for a number: 几月几日. */
  readonly date: boolean;
  /** The level that something reached is asked for: 降至多少. */
  readonly level: boolean;
  /** It has a word that asks for a number. */
  readonly number: boolean;
  /** How long or how old is asked, or may be. */
  readonly time: boolean;
  readonly yesno: boolean;
  /** Which way something went is asked: 是涨还是跌. */
  readonly change: boolean;
}

const ASKS_NUMBER = /多少|几(?!乎)|多[大高长重远久宽深厚]/gu;
const SEVERAL =
  /分别|各自|各(?=有|是|为|多|占|达|增|减)|伤亡|死伤|都有|哪[些几]|(?:多少|几)[人名位个][一-鿿]{1,4}[和、及与][一-鿿]{1,4}/u;
/** Words that only point: 这场, 本次, 该. */
const DEICTIC = /^[这那本该此][一-鿿]?$/u;
/** One character that is a whole word wherever it stands, and tells one from the other. */
const ALONE = /^[男女镇乡村县]$/u;
const ASKS_DATE = /几[月日号点时]|哪[年月日天]|(?:星期|礼拜|周)几/u;
const TIME = /时间|年|月|天|日|岁|多[大久长]/u;
const WHICH_WAY =
  /[涨增升多高][一-鿿]{0,2}还是[一-鿿]{0,2}[跌降减少低]|[跌降减少低][一-鿿]{0,2}还是[一-鿿]{0,2}[涨增升多高]/u;
const YES_OR_NO = /[吗吧么]\??$|是不是|是否|要不要|能不能|可不可以|会不会|有没有|用不用|需不需要/u;

/** What a question asks of figures, by its wording. */
export const askedBy = memoByObject((question: Question): Asked => {
  const { normalized, asksAt, typed, content, alternatives } = question;
  const formsOf = ({ text, kind }: Token) => {
    const others = (alternatives.get(text) ?? []).map(bareTerm);
    // a character by itself stands within many a word: 关 is met by 关闭
    const isWhole = text.length > 1 || kind === 'latin' || ALONE.test(text);
    // 学生凭学生证15元 tells what a 学生票 costs
    const [whose] = OF_WHOM.exec(text) ?? [];
    return isWhole ? [text, ...(whose === undefined ? [] : [whose]), ...others] : others;
  };
  const telling = joinedCharacters(content)
    .map(withoutCopula)
    .filter(
      ({ text, kind }) =>
        kind !== 'number' &&
        (text.length > 1 || kind === 'latin' || alternatives.has(text) || ALONE.test(text)) &&
        !DEICTIC.test(text) &&
        findActors(text).length === 0,
    );
  const next = telling.find(({ start }) => start >= asksAt);
  const before = telling.findLast(({ end }) => end <= asksAt);
  const asksLast = next === undefined && /[是为]$/u.test(normalized.slice(0, asksAt));
  const isKind = before === undefined || KIND_WORDS.has(before.text);
  const last = telling.at(-1);
  const yesno = YES_OR_NO.test(normalized);
  return {
    words: telling.map(formsOf),
    next: next && formsOf(next),
    counted: next && COUNTED.test(normalized.slice(asksAt, next.start)) ? formsOf(next) : undefined,
    attribute: asksLast && !isKind ? formsOf(before) : undefined,
    names: namesBeside(normalized, asksAt),
    doings: doingsAsked(normalized),
    kinds: kindsIn(content),
    name: numberedName(normalized),
    last: last && formsOf(last),
    named: question.names,
    several: (normalized.match(ASKS_NUMBER)?.length ?? 0) > 1 || SEVERAL.test(normalized),
    date: ASKS_DATE.test(normalized),
    level: /[至到]$/u.test(normalized.slice(0, asksAt)),
    number: (typed && !yesno) || /几|多少/u.test(normalized),
    time: TIME.test(normalized),
    yesno,
    change: WHICH_WAY.test(normalized),
  };
});

const LINKS = /(?:[了过]?(?:一共|总共|共|约|大概|大约)?(?:是|有|为|达到?|占)?|[?!。]*)$/u;
/** Characters of a question word and its counter: 多少万人. */
const ASKING = 5;

function namesBeside(text: string, at: number): Asked['names'] {
  const before = text.slice(0, at).replace(LINKS, '');
  return (name) => {
    const behind = text.indexOf(name, at);
    return before.endsWith(name) || (behind >= 0 && behind - at <= ASKING);
  };
}

/** Whom a ticket or a card is for. */
const OF_WHOM = /^(?:成人|大人|学生|儿童|小孩|老人|老年|军人|教师|团体|家庭)(?=[票证卡]$)/u;

/** Nothing but a counter between the question word and what is counted. */
const COUNTED = /^(?:一?共|总共)?(?:有|是|设|为)?(?:多少|几)\p{Script=Han}{0,2}$/u;

const NUMBERED_NAME = /[0-9]+号\p{Script=Han}{0,2}|[a-z][a-z ]*[0-9][a-z0-9+]*(?: ?[a-z0-9+]+)*/u;

function numberedName(text: string): RegExp | undefined {
  const [name] = NUMBERED_NAME.exec(text) ?? [];
  return name === undefined
    ? undefined
    : new RegExp(`(?<![a-z0-9])${name.replaceAll('+', '\\+')}(?! ?[a-z0-9+])`, 'u');
}

/** What comes in several kinds under one name: 学生票 and 成人票, 标准型 and 电动型. */
const OF_KINDS = /^[票证卡费版型款房班]$/u;

/** A word with the character that says what it is a kind of, whether jieba cuts it off or not. */
function kindsIn(words: readonly Token[]): Asked['kinds'] {
  return words
    .flatMap(({ text, kind, end }, index) => {
      if (kind !== 'han' || text.length < 2) return [];
      const next = words[index + 1];
      if (next?.start === end && next.text.length === 1) return [{ stem: text, kind: next.text }];
      return text.length > 2 ? [{ stem: text.slice(0, -1), kind: text.slice(-1) }] : [];
    })
    .filter((one) => OF_KINDS.test(one.kind));
}

/** Neighbouring characters that jieba leaves single are one word: 种 and 草. */
function joinedCharacters(words: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let run = false;
  for (const word of words) {
    const last = joined.at(-1);
    const single = word.kind === 'han' && word.text.length === 1;
    if (run && single && last !== undefined && last.end === word.start) {
      joined[joined.length - 1] = { ...last, text: last.text + word.text, end: word.end };
    } else joined.push(word);
    run = single;
  }
  return joined;
}

/** 费是 of 传输费是多少: a word cut together with what links it to the question word. */
function withoutCopula(word: Token): Token {
  const text = word.text.replace(/(?<=.)[是为有]$/u, '');
  return { ...word, text, end: word.end - (word.text.length - text.length) };
}

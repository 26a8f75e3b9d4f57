import { dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { NUMERAL_SOURCE } from '../../../language/numerals.ts';
import { bareTerm } from '../../../language/terms.ts';
import { LIKE_COUNTERS, WRITTEN_UNITS } from '../../../question/data/quantities.ts';
import { type Demand, kindsIn } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { WITHOUT_SUM } from '../../spans/typed-spans.ts';

/** 一 alone is rarely a number: 一般, 过去一年; 二 is one before a time. */
const ANY_NUMERAL =
  /\p{Nd}|[一二两三四五六七八九十百千万亿]{2}|[数几][十百千万]|[两三四五六七八九十半]\p{Script=Han}|(?<![第周])二(?:年(?!级)|个?月|天|日|周|小时)/u;

/** 多久出一次: how often is told by a span of time at which it comes round. */
export const HOW_OFTEN = /(?:多久|多长时间)[^,?]{0,8}一[次回趟期]/u;
const COMES_ROUND =
  /[每按逐](?:隔|满)?[^,;。]{0,4}?(?:年|季|月|周|天|日|时|分钟|秒)|[年月周天日]一?[两三四]?[次度]/u;
/** What is counted, behind its counter: 冠军 of 几个冠军, which a text may count without one, 3冠王, 两校. */
const COUNTED_NOUN = /(?:几|多少)[个家所座名支](\p{Script=Han})(\p{Script=Han})?/u;
/** What a text writes in place of a counter of matches: 3连败. */
const OF_MATCHES = '连[胜败冠霸]|[胜平负冠](?!军)';

/** A month, a day or an hour by its number, and a year where no number of years is asked. */
const DATE =
  /[0-9]{1,2}月(?:[0-9]{1,2}[日号]?|份|底|初)?|(?<![0-9.])[0-9]{1,2}[日号](?![内之以前后])|[0-9]{1,2}[时点](?:[0-9]{1,2}分)?|[今去前明后当次同每][年月日天]|年[底初末]/gu;
const YEAR = /[0-9]{4}年/gu;
/** 延长半年: by how long something was made longer or shorter. */
const CHANGED_BY_TIME = new RegExp(
  `(?:延长|缩短|推迟|延后|提前|增加|减少)了?[约近超]?(?:${NUMERAL_SOURCE}|半|数)[多余来几]?\\s?个?(?:年|月|天|日|周|小时|分钟|秒)`,
  'u',
);
/** What costs nothing, or a share of what others pay. */
const FREE = new RegExp(`${WITHOUT_SUM}|无偿|包邮`, 'u');
/** 免票 and 半票 are said of what a ticket costs. */
const OF_TICKET = /[免半]票|半价/u;

/** What nobody pays who pays less. */
const FULL_PRICE = /[全原正]价|全票|[成大]人/u;

/** Whether a text says that something costs nothing, or less than it costs others, and no sum. */
export function isTakenOff(text: string): boolean {
  return FREE.test(text);
}
/** What is paid back where nothing is. */
const PAID_BACK = /退(?:款|费|钱|订金|定金)?(?:多少|几成)/u;
const NONE_BACK = /不予退|[恕概]?不退|无法退/u;
/** So many units of time, little between the numeral and the unit: 三个半小时, 19个春秋, 一周两天半. */
const LASTS =
  /[0-9一二两三四五六七八九十百千万亿半几数][多余来几]?\s?(?:个|整)?半?(?:多|余)?个?(?:工作)?(?:年|月|周|星期|礼拜|天|日|小时|钟头|时|刻|分钟|秒|世纪|季|代|春秋|寒暑|载|学期|学年|届|昼夜|晚|夜)|[0-9]\s?(?:h|min|s)\b/u;
/** 一天四次, 每月150元: how often, and an amount for each, are no length of time. */
const EACH_TIME =
  /每(?:个|一)?(?:年|月|周|天|日|小时|学期)|[一两三][年月周天日](?=[一二两三四五六七八九十0-9]{1,3}[次趟班回顿])/gu;
/** From when until when something lasts: 24日7时至25日5时. */
const FROM_TO = /[0-9日号时点分月年)]\s?(?:[-—–~至到]|起至)\s?[0-9次]/u;
/** How long it takes until something is done, which no days from one to another tell: 多久到账. */
const UNTIL_DONE =
  /(?:多久|多长时间|几天)(?:内|之内)?(?:能|可以|会|才|才能)?(?:到[账帐]|收到|出结果|办好|办完|退|寄|送|发货|发放|拿到|生效|回复|处理|审)/u;
/** Time that is told without a number: 尚需时日, 数月. */
const SOME_TIME = /时日|[数多几][年月周天日]/u;

/** Numbers that count nothing: the mark of an item of a list, those of an address. */
const MARK =
  /https?:\S+|^\s*(?:[-•·*]\s+)?[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[).、:](?![0-9])|^\s*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s|\p{Script=Han})/gu;
/** The same of a day or a year, where no time is asked. */
const DAY_OR_YEAR =
  /(?:(?<![0-9])[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|(?<![0-9])[0-9]{1,2}日|(?<![0-9.,])[12][0-9]{3}年(?![来多间内])/gu;

/** 西元几年 and 几年时 ask for a year. */
const BY_CALENDAR = /(?:西元|公元|民国)几年|几年(?:时|的时候)/u;
/** Two points in time, or one from which on or up to which something lasts: 1985年至2004年, 2004年以来. */
const SPANS_YEARS =
  /年[^,;。]{0,6}[-—–~至到]|年[^,;。]{0,4}(?:起|以来|后)|[自从到至直]于?[0-9]{4}年/u;

/** As many as one likes: 可不限次数参观. */
const NO_LIMIT = /不限(?:次数?|人数|数量|名额|量)|无限次/u;
/** A share of all who are there, where so many are asked for: 半数以上代表出席. */
const HALF = /半数|过半|[三四五]分之[一二三四]/u;
/** Children are counted by what they are: 育有一儿一女. */
const CHILDREN_ASKED = /(?:几|多少)个?(?:孩子|小孩|子女|儿女|娃)/u;
const CHILDREN =
  /[一两二三四五六][儿子][一两二三四五六]女|独[生子女]|双胞胎|育有?[一两二三四五六]个?[儿女子]/u;
/** What makes 一次 a number: 每年召开一次. */
const AT_LEAST_ONE =
  '(?:每|可(?!能)|(?<![获取使觉值不])得(?!到|知|出|益|分)|至少|最多|只|仅|限|共|不得?超过|不少于)[^,;。]{0,8}';

/** 第1厂房 and K2 are names. */
const IN_NAME = /第[0-9一二三四五六七八九十]{1,4}|[a-z][0-9]{1,4}/gu;
/** What is asked: 残疾人 of 多少残疾人, 减产 of 减产多少. */
const ASKED = /多少(?:个|名)?(?<of>\p{Script=Han}{2,8})|(?<does>\p{Script=Han}{2})了?多少/u;

/**
 * Whether a text has a number that may be the one asked for without a counter. Where it writes what is
 * asked, the number stands in the same clause.
 */
function numbersWhatIsAsked(wording: string, text: string): boolean {
  const { of, does } = ASKED.exec(wording)?.groups ?? {};
  const noun = of ?? does ?? '';
  const clauses = text.replace(IN_NAME, ' ').split(/[,;:。]/u);
  // 消防 of 消防员
  const holding = [noun.slice(-2), noun.slice(0, 2)]
    .map((part) => clauses.filter((clause) => part !== '' && clause.includes(part)))
    .find(({ length }) => length > 0);
  return (holding ?? clauses).some((clause) => ANY_NUMERAL.test(clause));
}

/** How one of a thing comes to be somewhere. */
const SETS_UP =
  '(?:启用|设有|[增开]设|设立|设置|配备|购[置入买]|安装|装有|投放|建有|现有|[仅只共]有|新增|新建)了?[^,;。]{0,4}';

/** 启用了几台售水机: 启用一台智能售水机 tells that it is one, by the end of the thing's name. */
function setsUpOne(wording: string, counters: string, text: string): boolean {
  const noun = new RegExp(`(?:几|多少)(?:${counters})(\\p{Script=Han}{2,10})`, 'u').exec(
    wording,
  )?.[1];
  if (noun === undefined) return false;
  return new RegExp(`${SETS_UP}一(?:${counters})[^,;。]{0,12}${noun.slice(-2)}`, 'u').test(text);
}

/** How fast is asked. */
export const SPEED_ASKED = /时速|速度|多快|每小时|每秒/u;
/** What stands before a number that is a speed, and no length: 时速350公里; regex source, normalised. */
export const SPEED_BEFORE = '(?:时速|每小时|每秒)[^,;。0-9]{0,4}';
const SPEED = new RegExp(`${SPEED_BEFORE}[0-9.]+\\s?(?:公里|千米|米)`, 'gu');

/** Units of what is far, which is not told by 3米. */
const FAR = /公里|千米/u;
const WRITTEN_FAR = /公里|千米|里[地路]|[0-9一二两三四五六七八九十百千几数多]里|km|[0-9]{3}\s?米/u;

/**
 * Whether normalised text writes a number that could meet the demanded unit though it is no whole
 * figure: the counter asked for, or one like it, behind a numeral.
 */
export function writesQuantity(
  { counter, dimension, change, ordinal, wording, kinds }: Demand,
  written: string,
): boolean {
  const asked = dimension ?? (counter === undefined ? undefined : dimensionOf(counter));
  if (change !== undefined) return asked === 'time' && CHANGED_BY_TIME.test(written);
  if (HOW_OFTEN.test(wording)) return COMES_ROUND.test(written);
  const plain = written.replace(MARK, ' ');
  const numbers = SPEED_ASKED.test(wording) ? plain : plain.replace(SPEED, ' ');
  const text = asked === 'time' ? numbers : numbers.replace(DAY_OR_YEAR, ' ');
  if (PAID_BACK.test(wording) && NONE_BACK.test(text)) return true;
  if (asked === undefined) return numbersWhatIsAsked(wording, text);
  if (asked === 'money' && FREE.test(text) && !FULL_PRICE.test(wording)) {
    const held = [...kindsIn(text), ...(OF_TICKET.test(text) ? ['ticket'] : [])];
    if (kinds.length === 0 || kinds.some((kind) => held.includes(kind))) return true;
  }
  if (asked === 'money' && counter !== undefined) return text.includes(counter);
  if (asked !== 'count') {
    // 8月6日 is a day, and no six days
    if (asked === 'time' && SOME_TIME.test(text)) return true;
    const isDate = asked === 'time' && !BY_CALENDAR.test(wording);
    const told = isDate ? withoutDates(text, counter) : text;
    if (asked === 'time') {
      const isSpan = !UNTIL_DONE.test(wording) && FROM_TO.test(text);
      return isSpan || LASTS.test(told.replace(EACH_TIME, ' '));
    }
    if (counter !== undefined && FAR.test(counter)) return WRITTEN_FAR.test(told);
    return ANY_NUMERAL.test(told) && WRITTEN_UNITS[asked]?.test(told) === true;
  }
  if (counter === undefined) return ANY_NUMERAL.test(text);
  if (NO_LIMIT.test(text)) return true;
  if (CHILDREN_ASKED.test(wording) && CHILDREN.test(text)) return true;
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter)) ?? new Set([counter]);
  const counters = [
    // 8个月 counts no things
    ...[...alike].map((one) => (one === '个' ? '个(?!月)' : one)),
    ...(alike.has('人') ? [] : ['个(?!月)']),
    ...(alike.has('场') ? [OF_MATCHES] : []),
    ...(COUNTED_NOUN.exec(wording)?.slice(1).filter(Boolean) ?? []),
  ].join('|');
  if (alike.has('人') && HALF.test(text)) return true;
  // 乙次, as documents of Taiwan write 一次
  if (new RegExp(`乙(?:${counters})`, 'u').test(text)) return true;
  if (
    new RegExp(`${AT_LEAST_ONE}一(?:${counters})|一(?:${counters})(?:以[上下内]|为限)`, 'u').test(
      text,
    )
  )
    return true;
  if (setsUpOne(wording, counters, text)) return true;
  // 一家企业 is a firm, not a number of firms
  return new RegExp(
    `(?<![0-9.,${ordinal ? '' : '第'}])(?!一[个家名位项种件次场座所本册张份条辆台部篇只])(?:${NUMERAL_SOURCE})[多余来几]?\\s?(?:${counters})`,
    'u',
  ).test(text);
}

/** 1985年 is a point in time, and no length of it, but where something lasts from it or up to it. */
function withoutDates(text: string, counter: string | undefined): string {
  const rest = text.replace(DATE, ' ');
  return counter === '年' && SPANS_YEARS.test(text) ? rest : rest.replace(YEAR, ' ');
}

/** Characters behind whom something costs less in which that is said. */
const SAID_OF = 24;

/** Whether a text says that something costs nothing, or less, for what the question names: 儿童免费入场. */
export function isFreeFor({ content, alternatives }: Question, sentence: string): boolean {
  const { text } = normalize(sentence);
  return content
    .flatMap((word) => [word.text, ...(alternatives.get(word.text) ?? []).map(bareTerm)])
    .filter((form) => form.length > 1)
    .some((form) => {
      const at = text.indexOf(form);
      return at >= 0 && isTakenOff(text.slice(at, at + form.length + SAID_OF));
    });
}

/** Whether a sentence says that one thing costs nothing, and speaks of what the question names beside it: 免费入场,讲解须预约. */
export function isFreeOfOther({ content }: Question, text: string): boolean {
  const clauses = text.split(/[,;。]/u);
  const free = clauses.filter((clause) => FREE.test(clause));
  if (free.length === 0 || free.length === clauses.length) return false;
  return content.some(
    ({ text: word }) =>
      word.length > 1 &&
      !OF_PRICE.test(word) &&
      text.includes(word) &&
      !free.some((clause) => clause.includes(word)),
  );
}

const OF_PRICE = /[票费钱价]/u;

/** Ends of words that are those of many others: 企业 and 产业. */
const GENERAL_END = /[业品目区体者会]$/u;

/** Counters of things that stand somewhere, none of which counts two kinds of them alike. */
const OF_THINGS = /^[个座条家所栋幢间辆台艘架套处]$/u;

/** Whether normalised text speaks of what is counted, by the end of its name: 站 of 几个车站, which 8个篮球场 lacks. */
export function speaksOfCounted({ counter, focus, alternatives }: Question, text: string): boolean {
  const noun = focus.at(-1)?.text;
  if (noun === undefined || !OF_THINGS.test(counter ?? '')) return true;
  const others = (alternatives.get(noun) ?? []).map(bareTerm);
  const end = GENERAL_END.test(noun) ? noun : noun.slice(-1);
  return [end, ...others].some((form) => text.includes(form));
}

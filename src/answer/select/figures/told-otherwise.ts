import type { Figure } from '../../../figures/parts/figure.ts';
import { dimensionOf } from '../../../figures/parts/units.ts';
import { hasSurname } from '../../../language/data/surnames.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Demand } from '../../../question/demand.ts';
import { doingsAsked, doingsIn } from '../data/doings.ts';
import { otherOfKind } from '../demands/other-of-kind.ts';

/**
 * Whether the words that lead up to a figure make it one of another edition, another base, another doing
 * or another count than the question asks for, whatever it measures. `lead` is what its sentence says
 * before it, normalised.
 */
export function isToldOtherwise({ wording }: Demand, figure: Figure, lead: string): boolean {
  const clause = lead.split(/[,;:。]/u).at(-1) ?? '';
  return (
    isOfOtherEdition(wording, lead) ||
    isOnYearBefore(wording, figure) ||
    isOfOtherGrade(wording, figure, lead) ||
    isOfOtherBase(wording, clause, figure) ||
    isOfOtherDoing(wording, clause) ||
    isOfOtherProfit(wording, lead) ||
    (NOW.test(wording) && dimensionOf(figure.unit) === 'age' && THEN.test(clause)) ||
    isRate(wording, clause, figure) ||
    (AIMED_AT.test(figure.measure) && !ASKS_AIM.test(wording)) ||
    isOfRelative(wording, figure) ||
    isOfOthers(wording, figure) ||
    (isDifference(figure) && !ASKS_DIFFERENCE.test(wording))
  );
}

/** 今年几岁 is not told by 结婚时只有28岁. */
const NOW = /今年|现在|目前|如今|现年/u;
const THEN = /(?:时|那年|当年|之?前|之?后)(?:候|就|才|仅|只有|刚|刚满|年仅|年方|已|已经)*$/u;

/** Which of several that follow each other: 上届, 本赛季; not with which it is compared: 比上届增加2000名. */
const EDITION = /(?<![比较与同于])(上上|上|前|本|这|今|下)一?(届|赛季|学期|学年|季度|轮)(?!全会)/gu;
const PRESENT = /[本这今]/u;

/** 上届门票收入3120万元，本届4065万元: a number is of the edition named last before it. */
function isOfOtherEdition(wording: string, lead: string): boolean {
  const said = [...lead.matchAll(EDITION)];
  const asked = [...wording.matchAll(EDITION)].at(-1);
  if (asked !== undefined) {
    const [, which = '', kind] = asked;
    const held = said.findLast(([, , of]) => of === kind)?.[1];
    if (held === undefined) return !PRESENT.test(which);
    return held !== which && !(PRESENT.test(held) && PRESENT.test(which));
  }
  return false;
}

/** 三季度比二季度, 4月比上个月: a change on the part of a year right before. */
const ON_PART_BEFORE =
  /(?:[一二三四]季度?|月份?|本月|这个月)[^,?]{0,6}?[比较](?:上一?个?[月季]|前一个?[月季]|第?[一二三四]季|[0-9一二三四五六七八九十]{1,3}月)/u;
/** How such a change is told. */
const TELLS_PART_BEFORE =
  /环比|[比较](?:上一?个?[月季]|上[月季]|前一个?[月季]|第?[一二三四]季|[0-9一二三四五六七八九十]{1,3}月)|季比|月比/u;

/** 三季度增长6.7%, on the year before, is no growth on the second quarter. */
function isOnYearBefore(wording: string, { unit, sentence }: Figure): boolean {
  return (
    dimensionOf(unit) === 'percent' &&
    ON_PART_BEFORE.test(wording) &&
    !TELLS_PART_BEFORE.test(normalize(sentence).text)
  );
}

/**
 * 优等奖每人七万元,…另有评审奖四名: an amount behind the one is none of the other, which comes later. Of
 * money alone: so many people stand before what they are.
 */
function isOfOtherGrade(wording: string, { unit }: Figure, lead: string): boolean {
  return dimensionOf(unit) === 'money' && otherOfKind(wording)?.(lead) === true;
}

const SHARE_ASKED =
  /占(?!地|用|有|据|比|领)([^,?占]{2,14}?)的?(?:百分之|几分之|几成|多少|比重|比例|比率|份额)/u;
const SHARE_TOLD =
  /占(?!地|用|有|据|比|领)(?:到|了)?([^,;占]{2,16}?)的?(?:比[重例率]|份额)?(?:分别|依次)?(?:的|约?为|达到?|约|超过?|近|不到|不足)*$/u;
/** Words that say only that all of something is meant. */
const WHOLE = /全[国省市县区球部]|总|的|我国|同期|当年|[0-9年月]/gu;

/** A share of what is sown is none of what is reaped. */
function isOfOtherBase(wording: string, clause: string, { unit }: Figure): boolean {
  if (dimensionOf(unit) !== 'percent') return false;
  const [asked, told] = [SHARE_ASKED.exec(wording), SHARE_TOLD.exec(clause)].map((match) =>
    match?.[1]?.replace(WHOLE, ''),
  );
  if (asked === undefined || told === undefined || asked.length < 2 || told.length < 2)
    return false;
  return ![...asked].some((_, at) => at > 0 && told.includes(asked.slice(at - 1, at + 1)));
}

/** How many there are. */
const STOCK = /(?:共有|拥有|现有|已有|设有|总共有|总数|保有|(?<![没具])有)[^,;]{0,12}$/u;

/** 共有门店2846家, 新开96家: neither is the number of those closed. */
function isOfOtherDoing(wording: string, clause: string): boolean {
  const asked = doingsAsked(wording);
  if (asked.length === 0 || asked.some((doing) => doing.test(clause))) return false;
  return STOCK.test(clause) || doingsIn(clause).length > 0;
}

/** What a business brings in by itself, as its accounts write it out and as people say it for short. */
const ADJUSTED = /扣非|[扣剔]除非经常性/u;

/** 净利润35亿元；扣除非经常性损益后30亿元: the one profit is not the other. Each is named behind the number before it. */
function isOfOtherProfit(wording: string, lead: string): boolean {
  if (wording.match(PROFIT)?.length !== 1) return false;
  const parts = lead.replaceAll(/[0-9]{4}年/gu, '').split(/[0-9]/u);
  const own = parts.findLast((part) => part.search(PROFIT) >= 0 || ADJUSTED.test(part)) ?? '';
  return ADJUSTED.test(wording) !== ADJUSTED.test(own);
}

const PROFIT = /净利/gu;

const TOTAL_ASKED = /一共|总共|总额|总计|合计|共计|总数/u;
const RATE =
  /每(?:[0-9.]+)?[百千万]?(?:股|人|户|名|位|平方米|吨|公斤|千克|斤|亩|台|辆|件|次|张|瓶|盒|度|小时|天|日|月|年|个月|学期|季度|期|节|课时)[^,;]{0,12}$/u;

/** 每10股派3.5元, 40269元/平方米: an amount for each is no amount of all; what a formula comes to is. */
function isRate(wording: string, clause: string, { unit }: Figure): boolean {
  return (
    TOTAL_ASKED.test(wording) &&
    !wording.includes('每') &&
    (RATE.test(clause) || (unit.includes('/') && !clause.endsWith('=')))
  );
}

/** 目标价 is what somebody expects, and no price that came about. */
const AIMED_AT = /^目标(?:均|股)?价/u;
const ASKS_AIM = /目标|预[期测计]|看到/u;

/** By how much one exceeds the other: 两地相差30公里, 实际募资比原拟募资多4亿元. */
function isDifference({ measure, direction }: Figure): boolean {
  return measure.includes('相差') || (measure.includes('比') && EXCEEDS.has(direction ?? ''));
}

const EXCEEDS: ReadonlySet<string> = new Set(['多', '少', '高', '低']);
const ASKS_DIFFERENCE = /[差比高低超]|多(?!少)|少(?!于)(?<!多少)/u;

/** Whose age it is, right behind the number: 5岁的儿子. */
const OF_RELATIVE =
  /^的?(?:[大小长次幼]?(?<who>[儿女](?=[子儿])|孩|外?[孙甥侄]|妻|丈夫|父|母|[爷奶兄弟姐妹]))/u;

/** The age of 5岁的儿子 is none of his father's. */
function isOfRelative(wording: string, { unit, sentence, text }: Figure): boolean {
  if (dimensionOf(unit) !== 'age') return false;
  const behind = sentence.slice(sentence.indexOf(text) + text.length);
  const who = OF_RELATIVE.exec(normalize(behind).text)?.groups?.['who'];
  return who !== undefined && !/[儿女孩娃孙甥侄妻夫父母爸妈爷奶兄弟姐妹]/u.test(wording);
}

const BETWEEN_NAMES = /[、和与及]/u;
const NAME = /^\p{Script=Han}{2,4}$/u;

/** 何立、杜明均得13分 of somebody else: what is said of several people who are named is none of whom the question begins with. */
function isOfOthers(wording: string, { measure }: Figure): boolean {
  const names = normalize(measure).text.split(BETWEEN_NAMES);
  return (
    names.length > 1 &&
    hasSurname(wording) &&
    names.every((name) => NAME.test(name) && hasSurname(name) && !wording.includes(name))
  );
}

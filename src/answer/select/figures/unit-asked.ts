import type { Figure } from '../../../figures/parts/figure.ts';
import { baseOf, dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { LIKE_COUNTERS, MONEY_MEASURE } from '../../../question/data/quantities.ts';
import { type Demand, PER_HEAD } from '../../../question/demand.ts';
import { whomHeld } from '../../spans/whom-held.ts';
import { HOW_OFTEN, SPEED_ASKED, SPEED_BEFORE } from './written-quantity.ts';

/**
 * Whether a figure is no number of the kind that a question asks for, by its unit and what it counts: a
 * share where an amount is asked, a time where a sum is, an amount per head where the total is.
 */
export function isOfOtherUnit(demand: Demand, figure: Figure): boolean {
  if (!unitFits(demand, figure) || isOfWhom(demand, figure)) return true;
  if (isSpeed(figure) && !SPEED_ASKED.test(demand.wording)) return true;
  if (figure.unit === '%' && LEVEL_ASKED.test(demand.wording)) return true;
  if (figure.text.startsWith('第') !== demand.ordinal || ranksAnother(demand, figure)) return true;
  // 当天取消扣多少 is told by a sum or a share, and by no number of days
  const paid = dimensionOf(figure.unit.split('/')[0] ?? '');
  if (PAYS.test(demand.wording) && (paid === 'time' || paid === 'age')) return true;
  // 多久一次 is told by 每周5次, and by no length of time: 每次30分钟
  if (HOW_OFTEN.test(demand.wording) && dimensionOf(figure.unit) === 'time') return true;
  // an amount per head is no total, nor the other way round
  return dimensionOf(figure.unit) === 'money' && isPerHead(demand, figure) !== demand.perHead;
}

const IS_SPEED = new RegExp(`${SPEED_BEFORE}$`, 'u');

/** 时速350公里 is how fast something goes, and no length. */
function isSpeed({ sentence, text, unit }: Figure): boolean {
  if (dimensionOf(unit) !== 'length') return false;
  return IS_SPEED.test(normalize(sentence.slice(0, sentence.indexOf(text))).text);
}

/** 1.2米以下儿童免票: the height of those for whom something holds answers no question that asks for none. */
const OF_PEOPLE: ReadonlySet<string | undefined> = new Set(['age', 'length']);

function isOfWhom({ counter, dimension }: Demand, { unit, text, sentence }: Figure): boolean {
  if (counter !== undefined || dimension !== undefined) return false;
  if (!OF_PEOPLE.has(dimensionOf(unit))) return false;
  const [first] = whomHeld(normalize(sentence.slice(sentence.indexOf(text))).text);
  return first?.start === 0;
}

/** 销量是多少 asks how many, and for no share of the market. */
const LEVEL_ASKED =
  /^[^率占比增降涨跌升幅速]*(?:[销产]量|交付量|出货量|[售产]额|营收|收入|利润|人数|总值)(?:大约|共|是|为|有|达)?(?:多少)?[?]?$/u;

/** 第几任 is not told by 第一位, but 第几次 by 第三届. */
function ranksAnother({ ordinal, wording }: Demand, { unit }: Figure): boolean {
  const asked = ordinal ? RANK_ASKED.exec(wording)?.[1] : undefined;
  // 王某第几 asks for a place among others, which no 第二轮 is
  if (ordinal && PLACE_ASKED.test(wording) && OF_TIMES.test(unit)) return true;
  if (asked === undefined || asked === unit) return false;
  return LIKE_COUNTERS.find((counters) => counters.has(asked))?.has(unit) !== true;
}

const PLACE_ASKED = /第几(?:[名位]|[?\s]*$)/u;
const OF_TIMES = /^(?:轮|届|次|批|期|季度?|阶段|局|节|场|个|天|年)$/u;
const RANK_ASKED = /第几([届次批任轮代季期])/u;

/** What is taken, paid or given is asked, and no time that somebody is given. */
const PAYS = /(?:扣|罚|收|付|缴|赔|退|奖|补)(?:了|掉|款|费|钱)?多少(?=钱|$|[?呢啊])/u;

const EACH = /^.*每人(?:每[月年日])?/;

/** 每人每月最低生活费 is what a question for 最低生活费 means, which is nothing else. */
function isPerHead({ wording }: Demand, { measure }: Figure): boolean {
  if (!PER_HEAD.test(measure)) return false;
  const rest = normalize(measure).text.replace(EACH, '');
  return !(EACH.test(measure) && rest.length > 2 && wording.includes(rest) && !TOTAL.test(wording));
}

const TOTAL = /总|一共|合计|共/;

/** How many of a thing, and no time. */
const COUNTS_THINGS = /多少(?![^,?]{0,3}[年月日天周时分秒期龄假])\p{Script=Han}{2}/u;

/** A share or a rate, also one of change, and nothing of how much it changed. */
const ASKS_SHARE =
  /(?:占比|比[重例率]|份额|率|[涨降跌增升]幅|增速|降速|几成|百分之(?:几|多少))(?:是|为|有|达到?|占)?(?:多[少大高]|几|百分之|$|[?])/;

/** A question for what is to be paid, or is paid back, by a rule, and what a share is one of. */
const PAID = /[扣罚赔退缴]|手续费|违约金|滞纳金|工本费|补[贴助偿]|资助/u;
const OF_SUM = /(?:[费款价金]|费用|总?额)(?:总额)?[的之]?$/u;

function unitFits(
  { counter, dimension, wording }: Demand,
  { measure, unit: written, text, base, direction }: Figure,
): boolean {
  // 每月1860元 and 1860元/月 are one
  const [plain = ''] = written.split('/');
  const unit = dimensionOf(plain) === 'money' ? plain : written;
  const held = dimensionOf(unit);
  // 营收53亿 leaves out what it counts, which what is measured says
  const isOpenMoney =
    dimension === 'money' &&
    /[万亿萬億]$/.test(text) &&
    MONEY_MEASURE.test(normalize(measure).text);
  // 手续费 may be 课程费用之5%
  const isShareOfSum =
    dimension === 'money' &&
    held === 'percent' &&
    direction === undefined &&
    PAID.test(wording) &&
    OF_SUM.test(normalize(measure).text);
  if (dimension !== undefined && held !== dimension && !isOpenMoney && !isShareOfSum) return false;
  // 占比多少 and 涨幅多少 are not answered by how many points it rose
  if (/^(?:百分点|基点)$/.test(written) && counter !== written && ASKS_SHARE.test(wording)) {
    return false;
  }
  // 多少房子 is not answered by 五天
  if (counter === undefined) return !(held === 'time' && COUNTS_THINGS.test(wording));
  if (counter === unit) return true;
  // 里面多少度 asks how warm it is
  if (counter === '度' && held === 'temperature') return true;
  const asked = dimensionOf(counter);
  // 多少美元 is not answered in 元
  if (asked === 'money') return baseOf(counter)[0] === baseOf(unit)[0];
  if (asked !== 'count') return asked === held && isOfScale(counter, unit, base.value);
  if (counter === '个') return held === 'count';
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter));
  // 规模为3.2亿: the article leaves open what it counts
  const open = /[万亿萬億]$/.test(text);
  const asOften = open || !alike?.has('人') || /(?:多少|几)个/.test(wording);
  // 能停几次 is told by no 260个
  const isThing = alike?.has('次') !== true;
  return alike?.has(unit) === true || (unit === '个' && asOften && isThing);
}

/** Units of time by their size: hours are asked of what takes no days, and years of what takes no hours. */
const SCALES_OF_TIME = [/小时|钟头|分钟|秒/u, /[天日周]|星期|礼拜/u, /月|季/u, /[年载]/u];
/** What a length is at least of the unit that it is asked in: 几公里 is not told by 2米. */
const LEAST_OF_UNIT = 0.1;

/** Whether a length or a time, in its base unit, is of the size that is asked for by another unit. */
function isOfScale(asked: string, unit: string, value: number): boolean {
  const dimension = dimensionOf(asked);
  if (dimension === 'length') return value >= LEAST_OF_UNIT * baseOf(asked)[1];
  if (dimension !== 'time') return true;
  const [wanted, told] = [asked, unit].map((one) =>
    SCALES_OF_TIME.findIndex((scale) => scale.test(one)),
  );
  return wanted === undefined || told === undefined || Math.abs(wanted - told) <= 1;
}

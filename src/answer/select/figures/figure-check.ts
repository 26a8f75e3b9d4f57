import { DOWN, FLOWS, UP } from '../../../figures/data/directions.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { isOrganisation } from '../../../figures/parts/organisations.ts';
import { periodsCompatible } from '../../../figures/parts/periods.ts';
import { actorsCompatible } from '../../../figures/parts/places.ts';
import { baseOf, dimensionOf } from '../../../figures/parts/units.ts';
import { normalize } from '../../../language/normalize.ts';
import { simplify } from '../../../language/simplify.ts';
import { LIKE_COUNTERS, MONEY_MEASURE } from '../../../question/data/quantities.ts';
import { type Demand, kindsIn, PER_HEAD } from '../../../question/demand.ts';
import type { Surroundings } from './surroundings.ts';
import { isToldOtherwise } from './told-otherwise.ts';
import { HOW_OFTEN } from './written-quantity.ts';

/** Why a figure or a sentence does not answer: the first demand of the question that it fails. */
export type Mismatch =
  | 'unit'
  | 'period'
  | 'actor'
  | 'direction'
  | 'measure'
  | 'plan'
  | 'subject'
  | 'date';

/**
 * The first demand that a figure does not meet; undefined where it meets all. `around` is what a
 * figure that says no period or actor of its own may take over.
 */
export function figureCheck(
  demand: Demand,
  figure: Figure,
  around: Surroundings,
): Mismatch | undefined {
  if (!unitFits(demand, figure)) return 'unit';
  if (figure.unit === '%' && LEVEL_ASKED.test(demand.wording)) return 'unit';
  if (UNIT_PRICE_ASKED.test(demand.wording) && WHOLE_TAKINGS.test(figure.measure)) return 'measure';
  if (figure.text.startsWith('第') !== demand.ordinal || ranksAnother(demand, figure))
    return 'unit';
  // 当天取消扣多少 is told by a sum or a share, and by no number of days
  const paid = dimensionOf(figure.unit.split('/')[0] ?? '');
  if (PAYS.test(demand.wording) && (paid === 'time' || paid === 'age')) return 'unit';
  // 多久一次 is told by 每周5次, and by no length of time: 每次30分钟
  if (HOW_OFTEN.test(demand.wording) && dimensionOf(figure.unit) === 'time') return 'unit';
  // an amount per head is no total, nor the other way round
  if (dimensionOf(figure.unit) === 'money' && isPerHead(demand, figure) !== demand.perHead) {
    return 'unit';
  }
  if (demand.wholeYear && PART_OF_YEAR.test(figure.period ?? '')) {
    return demand.periods.length > 0 ? 'period' : 'measure';
  }
  if (demand.periods.length > 0) {
    const held = figure.period === undefined ? around.periods(figure) : [figure.period];
    const meet = (asked: string) =>
      held.length === 0
        ? around.mayHold(asked)
        : held.some(
            (period) =>
              periodsCompatible(asked, period) &&
              !(SAYS_PART.test(figure.sentence) && isShorter(asked, period)),
          );
    if (!demand.periods.some(meet)) return 'period';
  }
  if (!actorFits(demand, figure, around)) return 'actor';
  if (!directionFits(demand, figure) || growsInShare(demand, figure)) return 'direction';
  if (!kindFits(demand, figure)) return 'measure';
  if (isToldOtherwise(demand, figure, around.lead(figure))) return 'measure';
  return demand.actual && figure.planned === true ? 'plan' : undefined;
}

/** 销量是多少 asks how many, and for no share of the market. */
const LEVEL_ASKED =
  /^[^率占比增降涨跌升幅速]*(?:[销产]量|交付量|出货量|[售产]额|营收|收入|利润|人数|总值)(?:大约|共|是|为|有|达)?(?:多少)?[?]?$/u;

/** 多少钱一瓶 is told by a price, and by nothing that a firm takes in with all of them. */
const UNIT_PRICE_ASKED =
  /多少钱一|几块钱?一|一[瓶斤件个张份盒杯公斤吨台辆套][^,?]{0,4}(?:多少钱|几块)/u;
const WHOLE_TAKINGS = /收入|营收|利润|[总产售]额|产值|总值|投资/u;

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

/** What a sentence before said may hold no more. */
const SAYS_PART = /月|季/;

/** A quarter is no half year, nor a month a quarter, but for the last of them, with which it ends. */
function isShorter(asked: string, held: string): boolean {
  const [, last] = asked.split('/');
  if (last === undefined || !/-\d\d$/.test(last) || asked === held) return false;
  const isRun = /\/(?:\d{4}|-)-\d\d$/.test(held);
  const isMonth = /^(?:\d{4}|-)-\d\d$/.test(held);
  const rest = (period: string) => period.replaceAll(/(?<=^|\/)(?:\d{4}|-)-/g, '');
  return rest(held) !== rest(asked) && (isRun || (isMonth && rest(held) !== rest(last)));
}

const PART_OF_YEAR = /^(?:\d{4}|-)-/;

const EACH = /^.*每人(?:每[月年日])?/;

/** 每人每月最低生活费 is what a question for 最低生活费 means, which is nothing else. */
function isPerHead({ wording }: Demand, { measure }: Figure): boolean {
  if (!PER_HEAD.test(measure)) return false;
  const rest = normalize(measure).text.replace(EACH, '');
  return !(EACH.test(measure) && rest.length > 2 && wording.includes(rest) && !TOTAL.test(wording));
}

const TOTAL = /总|一共|合计|共/;

/** What is called so wherever its number is told: what a place makes, what a firm is worth at the exchange. */
const CALLED_SO: ReadonlySet<string> = new Set(['product', 'market', 'gross', 'margin']);

/** A measure of another kind answers only where the figure's own sentence leads up to it with the one asked. */
function kindFits({ kinds }: Demand, figure: Figure): boolean {
  const { measure, direction = '', sentence, text } = figure;
  if (kinds.length === 0) return true;
  const held = kindsIn(normalize(`${measure} ${direction}`).text);
  const isNamed = kinds.every((kind) => CALLED_SO.has(kind));
  if ((held.length === 0 && !isNamed) || held.some((kind) => kinds.includes(kind))) return true;
  const clause =
    sentence
      .slice(0, sentence.indexOf(text))
      .split(/[，,；;。]/)
      .at(-1) ?? '';
  return kindsIn(normalize(clause).text).some((kind) => kinds.includes(kind));
}

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
  const asked = dimensionOf(counter);
  // 多少美元 is not answered in 元
  if (asked === 'money') return baseOf(counter)[0] === baseOf(unit)[0];
  if (asked !== 'count') return asked === held && isOfScale(counter, unit, base.value);
  if (counter === '个') return held === 'count';
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter));
  // 规模为3.2亿: the article leaves open what it counts
  const open = /[万亿萬億]$/.test(text);
  const asOften = open || !alike?.has('人') || /(?:多少|几)个/.test(wording);
  return alike?.has(unit) === true || (unit === '个' && asOften);
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

/** A place contradicts a place and an organisation an organisation; the one says nothing of the other. */
function actorFits(
  { actors, organisations, wording }: Demand,
  { actor, sentence }: Figure,
  around: Surroundings,
): boolean {
  if (actor !== undefined && isOrganisation(actor)) {
    const name = normalize(actor).text;
    if (organisations.some((asked) => isSameName(asked, name))) return true;
    return organisations.length === 0 && !namesAnother(wording, name);
  }
  if (actors.length === 0) return true;
  if (actor === undefined) {
    return actors.some((place) => place === '全国' || around.subjects().includes(place));
  }
  if (actors.some((place) => actorsCompatible(place, actor))) return true;
  // 全国 of a sentence before gives way to the county that the paragraph has come to
  const carried = WHOLE.test(actor) && !WHOLE_NAMED.test(sentence);
  return carried && actors.some((place) => around.subjects().includes(place));
}

const WHOLE = /^(?:全国|全球|世界)$/;
const WHOLE_NAMED = /全国|我国|中国|国内生产总值|國內生產總值|全球|世界|我國|中國|全國/;

/** What may follow the short form of a firm's name: 云岭的, 云岭2023年, 云岭净利润, 云岭给谁. */
const BEHIND_SHORT =
  /^(?:[^一-鿿]|[的在于是有去今上前年和与、]|净|营|归母|扣非|研发|股价|市值|毛利|预计|实现|[跌涨升降]|收[入盘购到]|增[长加收]|减[少持]|[给向把将被对跟由从又还也都会能怎啥几哪卖买赚亏]|什么|多少|投(?:资?了)?多少|花了|$)/;

/** Whether normalised `wording` names a firm that only begins as `name` does: 云岭电机 of 云岭纺机. */
function namesAnother(wording: string, name: string): boolean {
  const least = name.startsWith('中国') ? 3 : 2;
  for (let from = wording.indexOf(name.slice(0, least)); from >= 0; ) {
    let size = least;
    while (size < name.length && wording[from + size] === name[size]) size += 1;
    if (size < name.length && !BEHIND_SHORT.test(wording.slice(from + size))) return true;
    from = wording.indexOf(name.slice(0, least), from + 1);
  }
  return false;
}

/** One name within the other: 紫光 and 紫光集团. */
export function isSameName(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** A rise is no answer to how much something fell, nor a level to how much it changed. */
function directionFits({ change, changeOfRate, flows, wording }: Demand, figure: Figure): boolean {
  const { direction, measure } = figure;
  // 涨幅扩大0.3个百分点 says by how much a rate changed, and not the rate
  const rate = changeOfRate || (change !== undefined && !wording.includes('百分点'));
  if (rate && isChangeOfRate(figure) !== changeOfRate) {
    return false;
  }
  if (change !== undefined) {
    const words = change === 'up' ? UP : DOWN;
    if (direction !== undefined) return words.includes(direction);
    if (figure.planned !== true && RATE_OF_CHANGE[change].test(simplify(measure))) return true;
    return words.some((word) => word.length > 1 && changesAsked(measure, word, wording));
  }
  if (flows.size === 0) return true;
  if (direction !== undefined && FLOWS.includes(direction)) return flows.has(direction);
  // 出口额下降1.8% says nothing of 进口
  // nor does what both come to
  const isOfBoth = /进出口|進出口/.test(measure) && !/进出口/.test(wording);
  if (isOfBoth) return false;
  const named = FLOWS.filter((flow) => measure.includes(flow));
  return named.length === 0 || named.some((flow) => flows.has(flow));
}

/** 跌幅4.9% says by how much something fell without a verb. */
const RATE_OF_CHANGE = { up: /[涨增升]幅$/, down: /[跌降减]幅$/ } as const;

/** 占云岭收入几成 is not answered by 收入同比增长21.5%, but by 占比提高到35%. */
function growsInShare({ wording }: Demand, { unit, direction, measure }: Figure): boolean {
  return (
    direction !== undefined && unit === '%' && SHARE.test(wording) && !/[占比率]/.test(measure)
  );
}

const SHARE = /占[^,?]{0,12}(?:几成|几分之|百分之|多少)/u;

function isChangeOfRate({ unit, direction, measure }: Figure): boolean {
  return (
    direction !== undefined &&
    /^(?:百分点|基点)$/.test(unit) &&
    /[涨降跌增]幅|增速|增长率|降速/.test(simplify(measure))
  );
}

/** 减少二氧化碳排放1.6万吨 says how much 碳排放 fell: the change is a verb, and its object what is asked. */
function changesAsked(measure: string, word: string, wording: string): boolean {
  const at = measure.indexOf(word);
  if (at < 0) return false;
  const object = measure.slice(at + word.length);
  return [...object].some((_, i) => i > 0 && wording.includes(object.slice(i - 1, i + 1)));
}

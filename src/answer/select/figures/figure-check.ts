import { DOWN, FLOWS, UP } from '../../../figures/data/directions.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { isOrganisation } from '../../../figures/parts/organisations.ts';
import { periodsCompatible } from '../../../figures/parts/periods.ts';
import { actorsCompatible } from '../../../figures/parts/places.ts';
import { normalize } from '../../../language/normalize.ts';
import { simplify } from '../../../language/simplify.ts';
import { type Demand, kindsIn } from '../../../question/demand.ts';
import type { Surroundings } from './surroundings.ts';
import { isToldOtherwise } from './told-otherwise.ts';
import { isOfOtherUnit } from './unit-asked.ts';

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
  if (isOfOtherUnit(demand, figure)) return 'unit';
  if (UNIT_PRICE_ASKED.test(demand.wording) && WHOLE_TAKINGS.test(figure.measure)) return 'measure';
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
  if (!isAgainst(demand, figure)) return 'period';
  if (!actorFits(demand, figure, around)) return 'actor';
  if (!directionFits(demand, figure) || growsInShare(demand, figure)) return 'direction';
  if (!kindFits(demand, figure)) return 'measure';
  if (isToldOtherwise(demand, figure, around.lead(figure))) return 'measure';
  return demand.actual && figure.planned === true ? 'plan' : undefined;
}

/** 跟2019年比涨了多少: the year by which a change is measured. */
const AGAINST =
  /[比较跟与和同](?<year>[0-9]{4})年(?:同期)?(?:相?比|比较|[^,?]{0,4}[涨增升降跌减多少])/u;
const YEAR = /[0-9]{4}年/u;
/** What sets another time against a figure behind it. */
const AGAINST_OTHER = /[同环]比|[去上前]年|[0-9]{4}年/u;

/** Whether the change that a figure tells is measured by the year that is asked for, where one is. */
function isAgainst({ wording }: Demand, { sentence, text }: Figure): boolean {
  const match = AGAINST.exec(wording);
  const year = match?.groups?.['year'];
  // of two years the difference is reckoned
  if (match === null || year === undefined || YEAR.test(wording.slice(0, match.index))) return true;
  const before = sentence.slice(0, sentence.indexOf(text));
  const at = before.lastIndexOf(year);
  return at >= 0 && !AGAINST_OTHER.test(before.slice(at + year.length + 1));
}

/** 多少钱一瓶 is told by a price, and by nothing that a firm takes in with all of them. */
const UNIT_PRICE_ASKED =
  /多少钱一|几块钱?一|一[瓶斤件个张份盒杯公斤吨台辆套][^,?]{0,4}(?:多少钱|几块)/u;
const WHOLE_TAKINGS = /收入|营收|利润|[总产售]额|产值|总值|投资/u;

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
  if (direction !== undefined && FLOWS.includes(direction)) {
    // 净 of 净流出 is a word of its own in a question
    return flows.has(direction) || flows.has(direction.replace(/^净/, ''));
  }
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
function growsInShare(
  { wording }: Demand,
  { unit, direction, measure, sentence, text }: Figure,
): boolean {
  if (direction === undefined || unit !== '%' || !SHARE.test(wording)) return false;
  // 占比重从27%提升到34%: what it has come to
  const before = sentence.slice(0, sentence.indexOf(text));
  return !/[占比率]/.test(measure) && !/[占比][^，,；;。]*[到至]\s?$/.test(before);
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

import { FLOWS } from '../data/directions.ts';
import type { Dimension } from '../data/units.ts';
import { ATTRIBUTES } from '../data/words.ts';
import type { Draft } from '../parts/draft.ts';
import type { ActorMention } from '../parts/mentions.ts';
import { type Refiner, type SentenceContext, within } from '../parts/sentence-context.ts';
import { dimensionOf } from '../parts/units.ts';
import {
  COMPARED,
  changeBehind,
  type Phrase,
  phraseBefore,
  phraseBehind,
  predicateBehind,
  REACH,
} from './phrases.ts';

const BARE = new Set(ATTRIBUTES);
/** 换手率0.3%，成交量1.62万手: what is an attribute has none of its own. */
const ATTRIBUTE_ITSELF = /(?:[率额量价值比幅]|收入|利润|支出|成本|费用|资产|负债)$/;
const FLOW = new Set(FLOWS);
/** Behind a counter these only say what the number is for: 扩招100万人目标. */
const WEAK = /^(?:目标|任务|规模|大关|关口|水平|红线|左右|以上)/;
/** 全年25万台的销售目标: what is aimed at stands behind, whatever the unit. */
const AIM = /(?:目标|任务|订单|额度|上限|下限|缺口)$/;
/** Flows that are the thing itself. */
const STANDS = /^(?:进口|出口|净?流入|净?流出|净买入|净卖出)$/;
const PEOPLE =
  /人口|(?:人数|人次|人员|人才|职工|员工|[学新]生|毕业生|游客|居民|农民|老人|儿童|患者|劳动力|就业|观众|[人者])$/;
const MONEY =
  /(?:投资|金额|总额|余额|成交额|销售额|收入|支出|资金|费用|[售报单均总]价|价格|成本|利润|产值|身价|奖金|预算表?)$/;
/** An area that only some things have, and none of what else is told of them: 播种面积3938公顷，产量10万吨. */
const OF_AREA = /(?:播种|种植|栽培|造林|养殖|建筑)?面积$/;
/** Between a change in percent and the level that it has led to. */
const REACHES =
  /^[，,]?(?:[增升降涨跌减缩]|达|提高|下降|上升|增长|增加|减少)?[至到为达]到?(?:了|约|近|超)?$/;
/** What is invested is told of works, and not of the seats or beds in them. */
const INVESTED = /^(?:总投资|投资额)$/;
const WORKS = /(?:项目|工程|基地|园区?|公路|铁路|高速|隧道|[线桥港馆楼厂站路池]|中心|产线|设施)$/;
/** 公园位于东郊镇以北: where it lies is nothing of what else is measured of it. */
const LOCATED = /(?<=..)(?:位于|坐落[于在]|地处).*$/;
const PART = /^(?:部分|范围|水平|标准|情况|企业|地区|人)/;
/** 核定人数为7人实载19人: what is counted stands before, and the next number's name behind. */
const COUNT_AHEAD = /(?:人数|人次|数量|总数|次数|户数|件数)(?:共|均|各)?(?:为|是|达到?|有|共)$/;
/** Units of doing: what was done stands behind them. */
const DONE = /^(?:次|人次|人|场次|例次|户次|起)$/;
/** 上届门票总收入3120万元，本届4065万元: of which edition, and of what is said before. */
const OF_EDITION = /^(?:上上?|本|这|今|前|下)一?(?:届|赛季|学期|学年|轮|次)/;
const EDITION = new RegExp(`${OF_EDITION.source}$`);
/** 地震已造成82人遇难: what stands before is the cause, and what befell them is measured. */
const CAUSE = /(?:造成|导致|致使|致)(?:了|共|至少|约|逾|超)*$/;
/** 宜宾的15万吨磷酸铁锂项目, 处五百元罚款, 扣除3%手续费: what is measured stands behind. */
const NAMED_BEHIND =
  /的$|(?<![各到何同此])处以?$|(?:扣除|收取|酌收|加收|另收|缴纳|缴交)(?:了|约)?$/;
/** 安徽计划培训…: the place acts, and is no part of what it does. */
const ACTS = /^(?:计划|累计|共|已|新增|实现|完成|拥有|现有|有|将|拟|全|今|去|则|每|约)/;
const WHOLE_PLACE = /^(?:[我全本][国省市区县]|.*(?:省|市|自治区))$/;

/**
 * What each figure counts or measures, and which way it goes. A counter's noun stands behind it
 * (15项省级重点工程) or, as for all other units, before the number (发明专利超3000项).
 */
export const measure: Refiner = (drafts, context) => {
  const done: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    done.push(withUnit(name(draft, done, drafts[index + 1], context)));
  }
  return done;
};

function name(
  draft: Draft,
  done: readonly Draft[],
  next: Draft | undefined,
  context: SentenceContext,
): Draft {
  const { text, clauses, carried } = context;
  const previous = done.at(-1);
  const from = Math.max(
    clauses.start[draft.start] ?? 0,
    endOf(lastOutside(done, draft, text), text),
    draft.start - 2 * REACH,
  );
  const to = Math.min(
    clauses.end[draft.end] ?? text.length,
    next?.start ?? text.length,
    draft.end + REACH,
  );
  // 月均收入（4317元）: what a bracket of its own is put behind; the 16GB of Ultra（16GB） is a part of a name
  const isApart =
    /^(?:money|percent)$/.test(dimensionOf(draft.unit) ?? '') &&
    /[（(]/.test(text.charAt(draft.start - 1)) &&
    /[）)]/.test(text.charAt(draft.end));
  const left = withoutNames(context, from, isApart ? draft.start - 1 : draft.start);
  const phrase = phraseBefore(left);
  const right = text.slice(draft.end, to);
  const { flow } = phrase;
  const direction = phrase.direction ?? changeBehind(right);
  // ；ends what parallel clauses share
  const isParallel = (at: number) => clauses.segment[at] === clauses.segment[draft.start];
  const parallel = previous && isParallel(previous.end) ? previous : undefined;
  const changed = phrase.direction !== undefined && !FLOW.has(phrase.direction);
  const named = ownWords(draft, left, phrase, right, changed);
  const edition = EDITION.test(named) ? named : '';
  const own =
    (edition || isPlaces(named, within(context.actors, from, to)) ? '' : named) ||
    ((changed || /^(?:其中)?以/.test(left)) && !parallel
      ? clauseBefore(context, from, previous)
      : '');
  const listed = parallel && /^[、和]$/.test(text.slice(parallel.end, draft.start));
  const shared = FLOW.has(parallel?.direction ?? '') || listed ? parallel?.direction : undefined;
  if (own === '') {
    // 其中，出口500亿元: money that flows is named by the flow itself
    if (flow && dimensionOf(draft.unit) === 'money' && STANDS.test(flow)) {
      return { ...draft, ...some(flow, direction), stem: flow };
    }
    // 净资产收益率达到近年来的新高，为3.4%
    const rate = COPULA.test(left)
      ? RATE_AHEAD.exec(text.slice(Math.max(0, from - REACH), from))
      : null;
    if (rate?.[1] && dimensionOf(draft.unit) === 'percent') {
      return { ...draft, ...some(rate[1], direction), stem: rate[1] };
    }
    const closes = CLOSES.exec(left)?.[1];
    if (closes) return { ...draft, ...some(closes, direction), stem: closes };
    // 医疗队962支4781人: two counts of one thing
    const joined = previous?.end === draft.start ? previous : undefined;
    const near = done.slice(-6);
    // 现金净流入上升22.7%至19.42亿元: the level that the change has led to
    const changes = previous && REACHES.test(text.slice(previous.end, draft.start));
    const alike =
      joined ??
      (changes ? previous : undefined) ??
      sameUnit(draft, parallel ? near.filter(({ end }) => isParallel(end)) : near);
    // 产量277万吨，已连续11年…: how long is of no tonnage, and 第41分钟 of nothing counted
    const isTime = draft.form === 'duration' || dimensionOf(draft.unit) === 'time';
    if (isTime && !changed && !alike) return { ...draft, ...some('', direction) };
    const like = alike ?? (parallel?.measure ? parallel : lastNamed(done)) ?? previous;
    if (!alike && like && !measuresAlike(draft, like)) {
      return { ...draft, ...some(clauseBefore(context, from, previous), direction) };
    }
    const taken = like?.measure ?? carried.measure ?? '';
    // an amount of money is no rate, though its sentence follows one
    const inherited = RATE.test(taken) && dimensionOf(draft.unit) === 'money' ? undefined : taken;
    const stem = like === previous && !parallel ? inherited : (like?.stem ?? inherited);
    const whole = inherited && edition + inherited.replace(OF_EDITION, '');
    return { ...draft, ...some(whole, direction ?? shared), ...(stem && { stem }) };
  }
  const thing = parallel?.stem?.replace(OF_AREA, '');
  const isItsOwn = thing && !ATTRIBUTE_ITSELF.test(thing) && thing.length > 1;
  if (BARE.has(own) && isItsOwn && (!INVESTED.test(own) || WORKS.test(thing))) {
    // 技术合同 + 成交额
    return { ...draft, ...some(thing + own, direction ?? shared), stem: thing };
  }
  return { ...draft, ...some(own, direction), stem: own.replace(LOCATED, '') };
}

/** The figure before that stands in no bracket of its own: Ultra（12GB）46900元 is of one name. */
function lastOutside(done: readonly Draft[], draft: Draft, text: string): Draft | undefined {
  return done.slice(-LONGEST_LISTED).findLast(({ end }) => {
    const between = text.slice(end, draft.start);
    const close = between.search(/[）)]/);
    return close < 0 || /[（(]/.test(between.slice(0, close));
  });
}

/** Where what is said of a figure ends: behind 死亡 in 14人死亡、20人受伤. */
function endOf(draft: Draft | undefined, text: string): number {
  if (draft === undefined) return 0;
  const said = LISTED.exec(text.slice(draft.end, draft.end + LONGEST_LISTED))?.[0] ?? '';
  return draft.end + said.length;
}

/** What a member of a list has behind its number, which is not told of the next. */
const LISTED = /^(?!的)[一-鿿]{1,8}、/;
const LONGEST_LISTED = 9;

/** 建成换电站860座，覆盖96个城市，年底前增至1200座: what is left out was counted in the same unit. */
function sameUnit(draft: Draft, done: readonly Draft[]): Draft | undefined {
  const dimension = dimensionOf(draft.unit);
  if (dimension === 'percent' || dimension === 'ratio') return undefined;
  return done.findLast(({ unit }) => unit === draft.unit);
}

/** Nothing but what links a number to what was said before. */
const COPULA = /^(?:为|是|达到?|至)$/;
/** The rate that the clause before is about, at its end. */
const RATE_AHEAD =
  /(?:^|[，,；;。的])([一-鿿]{2,10}率)(?:也|又|均|再|仍|则|已|继续|同比|环比|有所|略有|创|达|保持|位居|处于|明显|大幅)[^，。；]{0,16}[，,]$/;

/** 报收于31.85元: a price by its verb alone. */
const CLOSES = /(报收|收报)(?:于|在|至)?$/;

/**
 * Whether what one figure measures may be what the other does: an area is never counted in pieces,
 * but a rank is of what is ranked.
 */
function measuresAlike(a: Draft, b: Draft): boolean {
  const [one, other] = [dimensionOf(a.unit), dimensionOf(b.unit)];
  return one === other || a.form === 'ordinal' || !PHYSICAL.has(one) || !PHYSICAL.has(other);
}

const PHYSICAL: ReadonlySet<string> = new Set([
  'count',
  'length',
  'area',
  'volume',
  'weight',
  'temperature',
  'age',
  'time',
] satisfies Dimension[]);

const RATE = /(?:[率速幅]|比[重例])$/;

/** The figure before that has a measure; a duration between may have none. */
function lastNamed(done: readonly Draft[]): Draft | undefined {
  return done.slice(-4).findLast(({ measure: named }) => named);
}

/** 总人口1386万: what is counted says the unit that the article leaves out. */
function withUnit(draft: Draft): Draft {
  const { form, unit, value, measure = '' } = draft;
  if ((form !== 'bare' && form !== 'range') || unit !== '' || value < 1e4) return draft;
  return { ...draft, unit: PEOPLE.test(measure) ? '人' : MONEY.test(measure) ? '元' : '个' };
}

/** The words of the figure's own clause for what it measures; '' where it leaves them out. */
function ownWords(
  draft: Draft,
  left: string,
  { noun, alone = false }: Phrase,
  right: string,
  changed: boolean,
): string {
  if (draft.noun) return draft.form === 'category' || noun === '' ? draft.noun : noun;
  const counted =
    draft.form !== 'ratio' &&
    !(draft.form === 'bare' && draft.value < 1e4) &&
    (dimensionOf(draft.unit) === 'count' || draft.unit === '' || draft.form === 'ordinal');
  const behind = phraseBehind(right, !counted);
  if (AIM.test(behind) && right.startsWith('的')) return behind;
  const genitive = right.startsWith('的');
  // 提高6000万农村人口供水保障水平: what changes stands behind
  if (changed) return noun || (counted && !genitive && draft.form === 'bare' ? behind : '');
  if (counted) {
    if (genitive || WEAK.test(behind) || COUNT_AHEAD.test(left)) return noun || behind;
    const done = DONE.test(draft.unit) ? predicateBehind(right) : '';
    return behind || ((alone || CAUSE.test(left)) && done) || noun || done;
  }
  // 5年过渡期
  if (!genitive && behind && (NAMED_BEHIND.test(left) || draft.form === 'duration')) return behind;
  // 现行16%的税率 of 制造业等行业; 女性未满55周岁的职工 says whose age it is
  if (genitive && behind && noun && dimensionOf(draft.unit) !== 'age' && !PART.test(behind))
    return alone || noun === behind ? behind : noun + behind;
  return noun || behind;
}

/** 下调单位缴费比例，各地可降至16%: the clause before names what a bare change is a change of. */
function clauseBefore(context: SentenceContext, from: number, previous: Draft | undefined): string {
  const start = context.clauses.start[from - 1] ?? 0;
  if (from === 0 || start < (previous?.end ?? 0)) return '';
  return phraseBefore(withoutNames(context, Math.max(start, from - REACH), from - 1)).noun;
}

/** 襄阳市、宜昌市: whom the figures are about, not what they measure. */
function isPlaces(words: string, actors: readonly ActorMention[]): boolean {
  if (words === '') return false;
  const rest = actors.reduce((left, { text }) => left.replace(text, ''), words);
  return rest.length < words.length && /^(?:[市省州县区、和与及则也]|另|其中|以|而)*$/.test(rest);
}

function some(measured: string | undefined, direction: string | undefined) {
  return { ...(measured && { measure: measured }), ...(direction && { direction }) };
}

/** The characters from `from` to `to` without the periods and the places of whole countries in them. */
function withoutNames(
  { text, periods, actors, organisations }: SentenceContext,
  from: number,
  to: number,
): string {
  let out = '';
  let at = from;
  const names = within(organisations, from, to).map((name) => ({ ...name, role: 'actor' }));
  const cuts = [...within(periods, from, to), ...names].sort((a, b) => a.start - b.start);
  for (const { start, end, role } of cuts) {
    if (start < at) continue;
    out += text.slice(at, start) + (role === 'comparison' ? COMPARED : '');
    at = end;
  }
  out += text.slice(at, to);
  const [place] = within(actors, from, to);
  const trimmed = out.trimStart();
  if (!place || !trimmed.startsWith(place.text)) return out;
  const rest = trimmed.slice(place.text.length);
  return WHOLE_PLACE.test(place.text) || ACTS.test(rest) ? rest : out;
}

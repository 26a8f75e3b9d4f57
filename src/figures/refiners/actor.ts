import { LEAD_SOURCE } from '../parts/clause-lead.ts';
import type { Draft } from '../parts/draft.ts';
import type { ActorMention } from '../parts/mentions.ts';
import { endOfDateline, type Refiner, type SentenceContext } from '../parts/sentence-context.ts';

const LEAD_IN = new RegExp(`^(?:${LEAD_SOURCE}|[“”"\\s—·])*$`);
/** 全球首个, 世界最大: praise, not a subject. */
const PRAISE = /^(?:首|最|领先|唯一|第|知名|一流|著名|科技|高端|各)/;
/** 浙江大学, 江苏银行: the place is part of an organisation's name. */
const ORGANISATION =
  /^[一-鿿]{0,10}?(?:大学|学院|研究院|研究所|实验室|公司|集团|银行|医院|中学|小学|证券|股份|日报|晚报|卫视|论坛)/;
/** 苏州吴江、相城两个试点区域: a number of places, enumerated. */
const PLACES = /(?:区域|地区|城市|县|市|区|省|州|园区|市县|县区|市区)$/;

/** 襄阳市、宜昌市分别为: behind the places enumerated. */
const TOGETHER = /(?:分别|合计|共|等|各|均|都|为|有)*$/;

/** Whom each figure is about: the place that is the subject before it, or stands directly before it. */
export const actor: Refiner = (drafts, context) => {
  const subjects = subjectsOf(context);
  let [seen, current] = [0, context.carried.actor];
  let [whole, from] = [current, 0];
  return drafts.map((draft) => {
    for (let next = subjects[seen]; next && next.start < draft.start; next = subjects[seen]) {
      current = next.names.join('、');
      if (!isPart(context.text, next.start)) whole = current;
      seen += 1;
      from = next.end;
    }
    if (APART.test(context.text.slice(from, draft.start))) current = whole;
    // 甲市18万人，3市合计占全省两成: all of them together
    else if (ALL_TOGETHER.test(context.text.slice(Math.max(from, draft.start - NEAR), draft.start)))
      [current, whole] = [undefined, undefined];
    if (draft.actor !== undefined) return draft;
    // 上海（9.7%）、海南（8.6%）: of each its own, and of none what comes behind the list
    const own = bracketed(draft, context);
    if (own !== undefined) return { ...draft, actor: own };
    current = enumerated(draft, context) ?? current;
    const who = current ?? context.fallback.actor;
    return who === undefined ? draft : { ...draft, actor: who };
  });
};

/** The place or organisation behind whose name a figure opens a bracket: 上海（9.7%）. */
function bracketed({ start, end }: Draft, context: SentenceContext): string | undefined {
  const { text, actors, organisations } = context;
  if (!/[（(]/.test(text[start - 1] ?? '') || !/[）)，,]/.test(text[end] ?? '')) return undefined;
  return [...actors, ...organisations].find((name) => name.end === start - 1)?.names.join('、');
}

/** UTF-16 units before a figure in which such a number is looked for. */
const NEAR = 30;
/** A number of places that are counted as one: 6个直辖市合占, 三省合计. */
const ALL_TOGETHER =
  /(?:^|[，；。])[0-9两三四五六七八九十]+个?(?:直辖市|省|市|县|区|州|盟|镇|乡)(?:[合共总]|占)/;

/** 其中甘孜州46人、雅安市36人；另有35人失联: back from the parts to the whole. */
const APART = /(?:^|[，；。])(?:另有|另外|此外|还有)/;
const PART = /其中[，:：]?(?:[^，；。]{0,12}[、，][^，；。其]{0,6})?$/;

/** Whether the place at `start` is one of the parts that 其中 tells of. */
function isPart(text: string, start: number): boolean {
  return PART.test(text.slice(Math.max(0, start - 24), start));
}

/** 沧州、邢台2市, 调集甘、成、德3个支队: the places of a list are not each alone in what is counted. */
function withoutLists(
  subjects: readonly ActorMention[],
  { text, actors }: SentenceContext,
): readonly ActorMention[] {
  const counted = new Set<number>();
  let [members, before] = [[] as number[], 0];
  for (const [nth, { start, end }] of actors.entries()) {
    const isNext = nth > 0 && LISTED.test(text.slice(before, start));
    members = isNext ? [...members, start] : [start];
    before = end;
    const behind = text.slice(end, end + 5);
    const isOfAll =
      (members.length > 1 && COUNTED_PLACES.test(behind)) ||
      (members.length > 2 && /^等?[0-9]+个/.test(behind));
    if (isOfAll) for (const member of members) counted.add(member);
  }
  return subjects.filter(({ start }) => !counted.has(start));
}

const LISTED = /^[市省州县区]?[、和与及]$/;
/** 沧州、邢台2市, 沧州、邢台等9市 */
const COUNTED_PLACES = /^等?[两二三四五六七八九十0-9]+个?(?:省|市|县|区|州|地)/;

/** The mentions that can be what a sentence is about: organisations, and places in no organisation's name. */
export function subjectsOf(context: SentenceContext): readonly ActorMention[] {
  const { organisations } = context;
  const dateline = endOfDateline(context.text);
  let seen = 0;
  const places = context.actors.filter((mention) => {
    while ((organisations[seen]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) seen += 1;
    const inName = (organisations[seen]?.start ?? Number.POSITIVE_INFINITY) <= mention.start;
    return (
      !inName &&
      mention.start >= dateline &&
      (isSubject(mention, context) || isAttached(mention, context))
    );
  });
  const apart = withoutLists(places, context);
  return [...apart, ...organisations].sort((a, b) => a.start - b.start);
}

function isSubject(mention: ActorMention, { text, clauses, periods }: SentenceContext): boolean {
  if (ORGANISATION.test(text.slice(mention.end, mention.end + 16))) return false;
  if (/^[全世]/.test(mention.text) && PRAISE.test(text.slice(mention.end, mention.end + 2)))
    return false;
  if (PART_OF_TRADE.test(text.slice(mention.start, mention.end + 4))) return false;
  // 在中国市场: where something is sold, and not who sells it
  if (/[在的]/.test(text.charAt(mention.start - 1)) && text.startsWith('市场', mention.end))
    return false;
  const from = clauses.start[mention.start] ?? 0;
  if (isForemost(mention, text, clauses.end[mention.end] ?? text.length)) return true;
  if (mention.start - from > 40) return false;
  let lead = '';
  let at = from;
  for (const period of periods) {
    if (period.start < from || period.end > mention.start) continue;
    lead += text.slice(at, period.start);
    at = period.end;
  }
  return LEAD_IN.test(lead + text.slice(at, mention.start));
}

/** 国内游客, 中国业务: what a place or a firm has at home, and not the country. */
const PART_OF_TRADE =
  /^(?:国内(?:外|游客|旅游|旅客|客源|客户|贷款|航[线班]|业务|订单|[营收][收入])|中国(?:区|大陆)?业务)/;

/** 增加值以甲市增幅8.8%最大: the one that stands out, whom the number beside it is of. */
function isForemost({ start, end }: ActorMention, text: string, to: number): boolean {
  return text.charAt(start - 1) === '以' && FOREMOST.test(text.slice(end, Math.min(to, end + 40)));
}

const FOREMOST = /最[大小高低多少快慢]|[居列排][前首第]|较[多大高快]/;

/** 湖南第三届, 珠三角地区60家: directly before a number. */
function isAttached({ end }: ActorMention, { text }: SentenceContext): boolean {
  return /^(?:地区|全省|全市|省|市)?(?:第|[0-9])/.test(text.slice(end, end + 4));
}

/** The characters that enumerate the places counted, from the beginning of the clause. */
function enumerated(draft: Draft, { text, clauses, actors }: SentenceContext): string | undefined {
  if (!draft.measure || !PLACES.test(draft.measure)) return undefined;
  const from = clauses.start[draft.start] ?? 0;
  const first = actors.find(({ start }) => start >= from && start <= from + 1);
  if (first === undefined) return undefined;
  const list = text.slice(first.start, draft.start).replace(TOGETHER, '').trim();
  return list.length <= 24 && /[、和]/.test(list) && !/[的0-9]/.test(list) ? list : undefined;
}

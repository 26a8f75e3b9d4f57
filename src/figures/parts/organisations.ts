import type { Article } from '../../article/article.ts';
import { memoOfLast } from '../../util/memo-by-object.ts';
import {
  ACTS_BEHIND,
  ANNOUNCES,
  COMMON,
  COUNTRIES,
  ENDINGS,
  FIRM_MEASURES,
  FIRM_VERBS,
  NO_FIRM_ENDS,
  NO_FIRM_WORDS,
  OFFICES,
  TRADES,
} from '../data/organisations.ts';
import { matchesOf } from './all-matches.ts';
import { ACTOR_LEAD_SOURCE } from './clause-lead.ts';
import type { ActorMention } from './mentions.ts';
import type { PeriodMention } from './periods.ts';
import { PLACE_NAMES } from './place-names.ts';
import type { Clauses } from './sentence-context.ts';
import { simplifiedArticle } from './simplified-article.ts';

const any = (list: readonly string[]) =>
  `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`;

const SINGLE = COMMON.filter((word) => word.length === 1).join('');
const PHRASE = new RegExp(any(COMMON.filter((word) => word.length > 1)));
/** A character of a name: Han, none of those that only join names to a sentence. */
const CHARACTER = `(?![${SINGLE}])[一-鿿]`;
const NAME_ENDS = new RegExp(`${any([...ENDINGS, ...TRADES])}$`);
/** 苏南纺织集团, 江城大学, 江城第二医院 */
const PLAIN = new RegExp(
  `(?<name>(?<stem>(?:(?!${any(ENDINGS)})(?:第[一二三四五六七八九十]|${CHARACTER})){2,10})${any(ENDINGS)}{1,3})`,
  'y',
);
/** 凌岳汽车上半年: a short name, a trade and what only an actor does. */
const SHORT = new RegExp(
  `(?<name>(?<stem>(?:${CHARACTER}){2})${any(TRADES)})(?=[0-9]{4}年|[0-9]{1,2}月|${any(ACTS_BEHIND)})`,
  'y',
);
const CODE = String.raw`[（(][0-9]{5,6}(?:\.[A-Z]{2})?[)）]`;
/** 于8月9日公布了2023年上半年的半年度报告: only a firm makes its own results known. */
const REPORTS =
  '(?:于?[0-9]{1,2}月[0-9]{1,2}日(?:早间|上午|下午|晚间?)?)?(?:公布|发布|披露)了?(?:20[0-9]{2}年)?[^，。；、“《]{0,8}(?:财报|年报|季报|半年报|中报|业绩|财务报告|年度报告|季度报告)';
/**
 * 云岭纺机公告称, 中国云锦（600000）, 云岭纺机2023年实现营业收入: a name that does what only a firm does. The
 * characters before its own measure are a period, a verb and little else.
 */
const FIRM = new RegExp(
  `(?<![一-鿿])(?<firm>(?:${any(COUNTRIES)})?(?:${CHARACTER}){2,8}?)(?=(?:${CODE})?(?:此前|日前|近日|今日)?${any(ANNOUNCES)}|${CODE}|${REPORTS}|` +
    `(?:${any(FIRM_VERBS)}|[，,]|[0-9]{4}年|[0-9]{1,2}[—-][0-9]{1,2}月|前三季度|第?[一二三四1-4]季度){0,5}${any(FIRM_MEASURES)})`,
  'g',
);
const NO_FIRM = new RegExp(`${any(NO_FIRM_ENDS)}$|${any(NO_FIRM_WORDS)}`);
/** A firm's own name behind where it is from or before it: 中国云锦, 云锦中国. */
const COUNTRY = new RegExp(`^${any(COUNTRIES)}(?=..)|(?<=..)中国$`);

/**
 * 江城重工（以下简称“江重”）, 昆澜半导体创始人: names that an article shows to be names. The bracket is looked
 * for first, since there are few.
 */
const DEFINED = new RegExp(
  `[（(](?<=${any([...ENDINGS, ...TRADES])}[（(])(?:[^（）()]{0,12}[，,])?(?:以下|下)?简称[:：]?[“"「]?(?<short>[一-鿿A-Za-z]{2,8})[”"」]?[）)]|` +
    `(?<![一-鿿])(?<held>(?:${CHARACTER}){2,4}${any(TRADES)})(?=${any(OFFICES)})`,
  'g',
);
/** 凌岳汽车董事长 is a person; 江城大学和江城银行 are two. */
const OTHER_SUBJECT = new RegExp(
  `^(?:${any(OFFICES.filter((word) => !word.endsWith('公司')))}|(?:的)?(?:数据|统计|报告)|教授|院长|校长|行长|主任|医生|学生|附属|第[一二三四五六七八九十]|[生卡业间界们])`,
);

/** The names of organisations that `text`, a whole article, defines or gives an officer to. */
function definedOrganisations(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { groups } of matchesOf(DEFINED, text)) {
    const name = groups?.['short'] ?? groups?.['held'];
    if (name !== undefined && !PHRASE.test(name.replace(NAME_ENDS, ''))) names.add(name);
  }
  for (const name of firmsIn(text)) names.add(name);
  return names;
}

/** The same of an article, found once. */
export const organisationsOf = memoOfLast((article: Article) =>
  definedOrganisations(simplifiedArticle(article).text),
);

/** The names in `text` that stand where only a firm's can, whatever they end in. */
export function firmsIn(text: string): string[] {
  return matchesOf(FIRM, text).flatMap(({ groups }) => {
    const name = groups?.['firm'] ?? '';
    return isFirmName(name) ? [name] : [];
  });
}

function isFirmName(name: string): boolean {
  const own = name.replace(COUNTRY, '');
  return (
    own.length > (own === name ? 2 : 1) &&
    !NO_FIRM.test(own) &&
    !PHRASE.test(own) &&
    !PLACE_NAMES.has(own)
  );
}

/** What may stand before the subject of a clause. */
const LEAD = new RegExp(`(?:${ACTOR_LEAD_SOURCE}|[“”"\\s—·])`, 'y');
/** 同处江城的凌岳汽车: what is said of the subject before it. */
const ATTRIBUTE = 12;
/** More words than lead any clause in. */
const LEADS = 8;

/** The organisations that are the subjects of a sentence's clauses, in order. */
export function findOrganisations(
  text: string,
  clauses: Clauses,
  periods: readonly PeriodMention[],
  known: ReadonlySet<string>,
): ActorMention[] {
  const periodEnds = new Map(periods.map(({ start, end }) => [start, end]));
  const found: ActorMention[] = [];
  for (let from = 0; from < text.length; from = (clauses.end[from] ?? text.length) + 1) {
    const organisation = subjectOf(text, from, clauses.end[from] ?? text.length, periodEnds, known);
    if (organisation) found.push(organisation);
  }
  return found;
}

function subjectOf(
  text: string,
  from: number,
  to: number,
  periodEnds: ReadonlyMap<number, number>,
  known: ReadonlySet<string>,
): ActorMention | undefined {
  let at = from;
  for (let step = 0; step < LEADS && at < to; step += 1) {
    const organisation = organisationAt(text, at, known);
    if (organisation) return withOthers(organisation, text, known);
    LEAD.lastIndex = at;
    const next = periodEnds.get(at) ?? (LEAD.test(text) ? LEAD.lastIndex : at);
    if (next === at) break;
    at = next;
  }
  const genitive = text.slice(from, Math.min(to, from + ATTRIBUTE)).indexOf('的');
  return genitive < 0 ? undefined : organisationAt(text, from + genitive + 1, known);
}

/** 江城大学和海城大学: both together; undefined where the other is no organisation. */
function withOthers(
  first: ActorMention,
  text: string,
  known: ReadonlySet<string>,
): ActorMention | undefined {
  if (!/[和与及、]/.test(text.charAt(first.end))) return first;
  const other = organisationAt(text, first.end + 1, known);
  if (!other) return undefined;
  const { start, names } = first;
  const whole = text.slice(start, other.end);
  return { start, end: other.end, text: whole, names: [...names, ...other.names] };
}

/** The organisation that is named at `at`; undefined for a place, a phrase or a person's office. */
function organisationAt(
  text: string,
  at: number,
  known: ReadonlySet<string>,
): ActorMention | undefined {
  const name =
    [...known].find((defined) => text.startsWith(defined, at)) ??
    matched(PLAIN, text, at) ??
    matched(SHORT, text, at);
  if (name === undefined) return undefined;
  const end = at + name.length;
  if (OTHER_SUBJECT.test(text.slice(end, end + 6))) return undefined;
  const short = [...known].find((defined) => name.startsWith(defined));
  return { start: at, end, text: name, names: [short ?? name] };
}

/** 今年上半年公司实现…: a time leads the firm in, and is no part of its name. */
const TIME_AHEAD =
  /^(?:[今去上前本当全]年|[上下]半年|年内|期内|报告期|第?[一二三四]季度|目前|同期|[本当上]月|近年|[季月年期](?:度)?[末初])/;

function matched(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  const { name, stem } = pattern.exec(text)?.groups ?? {};
  return stem === undefined || PHRASE.test(stem) || TIME_AHEAD.test(stem) ? undefined : name;
}

/** Whether a name says by its ending that it is an organisation's. */
export function hasOrganisationEnding(name: string): boolean {
  return NAME_ENDS.test(name);
}

/** Places as they are called and as figures hold them: 黄山市 and 黄山. */
const PLACES: ReadonlySet<string> = new Set([...PLACE_NAMES].flat());
const PLACE_ENDS = /[省市县区镇乡村州盟旗岛国]$/;

/** Whether whom a figure is about is an organisation, and no place: 江城大学, 中国云锦. */
export function isOrganisation(actor: string): boolean {
  if (actor === '') return false;
  if (NAME_ENDS.test(actor)) return true;
  const parts = actor.split(/[、和与及]/);
  const [first = ''] = parts;
  const beginsAsPlace =
    parts.length > 1 && [...PLACE_NAMES.keys()].some((n) => first.startsWith(n));
  return !beginsAsPlace && !parts.some((part) => PLACES.has(part) || PLACE_ENDS.test(part));
}

import { CHANGES, FLOWS } from '../data/directions.ts';
import { LEADING, LINKS, OBJECT_VERBS, STOPS } from '../data/words.ts';

const longestFirst = (list: Iterable<string>) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const any = (list: Iterable<string>) => `(?:${longestFirst(list).join('|')})`;

/** `在!校职`: 在, unless 校 or 职 follows. */
const guarded = (list: readonly string[]) =>
  list
    .map((entry) => entry.split('!'))
    .sort(([a = ''], [b = '']) => b.length - a.length)
    .map(([word = '', not]) => (not ? `${word}(?![${not}])` : word))
    .join('|');
const HEAD = new RegExp(
  `^(?:${guarded(LEADING)}|[一二两三四五六七八九十0-9]+年[内间]|(?:规划|设计)(?=年产|总投|产能)|第[零一二三四五六七八九十百0-9]{1,6}条|截[至止到](?:[^，0-9]{0,4}[0-9]{1,4}[年月日时点分]){1,5}|[0-9]{1,3}胜(?:[0-9]{1,3}平)?[0-9]{1,3}负|[\\s·▲●■◆])`,
);
/** 新增 and 净增 are the thing itself, 倍增 and 剧增 are no verbs of their own. */
const CHANGE = new RegExp(
  `(?<![新净]|(?<=[新净倍])增)(${any(Object.keys(CHANGES))})(?:了|到|至|为)?$`,
);
const LINKS_BEHIND = LINKS.map((entry) => entry.split('!'))
  .sort(([a = ''], [b = '']) => b.length - a.length)
  .map(([word = '', not]) => (not ? `(?<![${not}])${word}` : word))
  .join('|');
const LINK = new RegExp(
  `(?:${LINKS_BEHIND}|(?<![主重需])要|(?:位?居|位?列|排名?)(?:全国|全省|全市|全区|全县|全球|世界|中部|东部|西部|同类城市)?|s)$`,
);
/** Stands for a period that something is compared with. */
export const COMPARED = '\u0001';
/** 比上年, 较去年同期, 比去年预算; 低于对照组的: what a change is measured against. */
const AGAINST = new RegExp(
  `(?:(?:相?比(?![重例率值分赛])|较|与|同|和|跟|[大高低小多少快优强]于|超过)[^，的\u0001]{0,4}${COMPARED}(?:同期|同月|同季度?|年?[末底初]|预算|水平|相比|[高低]点|[高低]位|峰值|的)*|` +
    '(?:相?比|较)(?:[上去前][一1]?(?:个?月|年度?|季度?|周|日)|[上本今去]?年|[上本]?月|[上本]?季度?)[初末底]?|' +
    '(?:比|较)(?:[0-9]{4}|上一?)[届级季]|(?:比|较)[^，的]{0,8}(?:同期|预算|水平|相比)|(?:低于|高于|多于|少于|快于|大于|小于)[^，]{1,10}的|(?:约?[为占]|相当于|只有|仅有|不及)[^，、]{1,12}的|相比)$',
);
/** The same in front of what is named: 比上年末新增, 上年同期为亏损. */
const AGAINST_AHEAD = new RegExp(
  `(?:(?:比|较|与|同)${COMPARED}(?:同期|同月|同季度?|年?[末底初])?|${COMPARED}同[期月季](?:的|为|是)?)`,
  'g',
);
/** The verb whose object the clause puts first: 坚决把文件压减三分之一. */
const DISPOSED = /^.*(?<![掌])[把](?=[一-鿿]{2})/;
const OBJECT = new RegExp(`^.*(?:${guarded(OBJECT_VERBS)})(?:了|过|着)?(?=..)`);
/** 第三产业实现增加值, 城镇实现零售额: a part of the whole, which tells its figures from those of the others. */
const DONE_BY =
  /^.*?(?<who>(?:第[一二三]产业|[一-鿿]{2,6}业|城镇|乡村|农村|城市|限额以上|铁路|公路|水路|民航|港口|管道))(?:实现|完成)了?(?=[一-鿿]{2})/;
/** 城中有居民: what there is, and no word of two characters (国有, 有效). */
const HAVING =
  /^.*(?<![国所拥私具持含稀公占现特专享保没固原既自])有(?![效色限机轨害关序利益氧线望名期形毒能力])(?=..)/;
/** 吸引超1万人报名: a verb alone names little. */
const VERB_ALONE = new RegExp(`^(?:${guarded(OBJECT_VERBS)})$`);
/** 植入支架后1年内不良事件发生率: a condition of time before the measure. */
const WITHIN = /^.*[0-9一二两三四五六七八九十](?:年|个月|天|小时|周)[内后]/;
const FLOW = new RegExp(`(?<!进)(${any(FLOWS)})`, 'g');
/** 起征点从月销售额10万元: what changes, not what it starts from. */
const FROM = /^(.{3,})(?<![自理缘])[从由].*$/;
/** 增加率以甲市增幅8.8%最大: whom the number is of, and no part of what it measures. */
const FOREMOST = /^(.*[率量额值数口价])以[一-鿿]{2,8}$/;
/** 月均收入（4317元）高于人均可支配收入（3033元）: what the first is held against is measured by the second. */
const EXCEEDS = /^.*[高低多少]于(?=[一-鿿]{3,20}[率量额值价数入润]$)/;
const STOP = new RegExp(
  any([...STOPS, ...Object.keys(CHANGES).filter((word) => word.length > 1 && word !== '提升')]),
);
/** 转运59名至江城: where to, and no noun. */
const WHITHER =
  /^(?:最[大小高低多少快慢]$|次之|再次之|居[前首第]|至(?![尊诚])|到(?![期场位岗访])|前?往(?![来返事])|奔?赴(?!任))/;
const MARKS = /[，,。；;：:、！？!?（）()“”"《》「」\n—…/]/;
/** White space that parts no Latin words, and the marks that set Markdown in bold. */
const INVISIBLE = /(?:(?<![A-Za-z0-9+])\s|\s(?![A-Za-z0-9])|\*\*|\u200b|\u200c|\u200d|\ufeff)+/g;
/** Longer than any word of the lists, with what may stand before and behind it. */
const LONGEST = 10;
/** A measure is named close to its number. */
export const REACH = 60;

export interface Phrase {
  /** The measure's own words; '' where the clause leaves it out. */
  readonly noun: string;
  readonly direction?: string;
  /** The flow that stands alone: 出口500亿元. */
  readonly flow?: string;
  /** The noun is a verb and stands for want of a better: 吸引超1万人报名. */
  readonly alone?: boolean;
}

/** What the characters before a number say: the measure and which way it goes. */
export function phraseBefore(characters: string): Phrase {
  let rest = withoutBrackets(characters.replace(INVISIBLE, '')).slice(-REACH);
  let direction: string | undefined;
  for (;;) {
    const against = AGAINST.exec(rest.slice(-24))?.[0];
    if (against) {
      rest = rest.slice(0, -against.length);
      continue;
    }
    // only the end is looked at: a search over all of it would try each word at each place
    const end = rest.slice(-LONGEST);
    const change = CHANGE.exec(end);
    if (change && !endsAsNoun(end)) {
      direction ??= CHANGES[change[1] ?? ''];
      rest = rest.slice(0, rest.length - end.length + change.index);
      continue;
    }
    const link = LINK.exec(end);
    if (!link) break;
    rest = rest.slice(0, -link[0].length);
  }
  rest = rest.replaceAll(AGAINST_AHEAD, '').replaceAll(COMPARED, '');
  const before = rest;
  rest = trimHead(rest);
  const genitive = rest.lastIndexOf('的');
  if (genitive >= 0 && rest.length - genitive > 2) rest = trimHead(rest.slice(genitive + 1));
  rest = rest
    .replace(DISPOSED, '')
    .replace(WITHIN, '')
    .replace(DONE_BY, '$<who>')
    .replace(OBJECT, '')
    .replace(HAVING, '')
    .replace(FROM, '$1')
    .replace(FOREMOST, '$1')
    .replace(EXCEEDS, '');
  rest = trimHead(rest);
  direction ??= [...before.matchAll(FLOW)].at(-1)?.[1];
  // a bare 新增2万亿元 leaves what was added to the characters behind
  const flow = FLOWS.includes(rest) ? rest : undefined;
  if (flow !== undefined) rest = '';
  const noun = unquoted(rest.replace(/^[、]+|(?:[、的]|或者?|以及)+$/g, ''));
  // one character is what was left of a verb
  return {
    noun: noun.length > 1 ? noun : '',
    ...(direction && { direction }),
    ...(flow && { flow }),
    ...(VERB_ALONE.test(noun) && { alone: true }),
  };
}

/**
 * The noun that the characters behind a number begin with; '' where they begin with anything else.
 * `after` takes what stands behind 的 (6%一档的税率) and not what stands before it (40个节点的网络).
 */
export function phraseBehind(characters: string, after = false): string {
  // 15个工作日内答复
  let rest = characters
    .replace(INVISIBLE, '')
    .slice(0, REACH)
    .replace(/^(?:的|[以之]?内)/, '');
  // 第二届“一带一路”国际合作高峰论坛: the name begins with a quotation
  const quoted = /^[“「《][^“”「」《》]{1,20}[”」》]/.exec(rest)?.[0] ?? '';
  rest = rest.slice(quoted.length);
  const mark = rest.search(MARKS);
  if (mark >= 0) rest = rest.slice(0, mark);
  const stop = STOP.exec(rest);
  if (stop) rest = rest.slice(0, stop.index);
  // 6条航线共运送旅客: what is done by them all together counts something else
  const together = /(?<=[一-鿿]{2})(?<!公)共(?![享建有同识和产赢鸣用通])/.exec(rest);
  if (together) rest = rest.slice(0, together.index);
  const genitive = rest.indexOf('的');
  if (genitive > 0) rest = after ? rest.slice(rest.lastIndexOf('的') + 1) : rest.slice(0, genitive);
  const noun = quoted + rest.replace(/[和与及暨]$/, '');
  if (WHITHER.test(noun)) return '';
  return /^(?:[县市区镇村校岗岛港课书树鱼羊牛猪马船车桥楼灯歌戏画]$|[一-鿿A-Za-z“「《].)/.test(noun)
    ? noun
    : '';
}

/** 25%的增长, 两成左右的下降: a change that is told behind its number. */
const CHANGE_BEHIND = new RegExp(
  `^(?:左右|上下|以上)?的(?:同比|环比|年均)?(${any(Object.keys(CHANGES).filter((word) => word.length > 1))})(?![一-鿿])`,
);

/** Which way a figure goes by what stands right behind it; undefined where that does not say. */
export function changeBehind(characters: string): string | undefined {
  return CHANGES[CHANGE_BEHIND.exec(characters)?.[1] ?? ''];
}

/** What was done so many times or by so many people, up to the next mark: 降低存款准备金率. */
export function predicateBehind(characters: string): string {
  const rest = characters.replace(INVISIBLE, '').slice(0, 20);
  const mark = rest.search(MARKS);
  return /^[一-鿿]{2}/.test(rest) && !rest.startsWith('的')
    ? rest.slice(0, mark < 0 ? 20 : mark)
    : '';
}

/** A quotation mark whose partner was cut away. */
function unquoted(text: string): string {
  const [open, close] = [text.lastIndexOf('“'), text.lastIndexOf('”')];
  if (close > open && open < 0) return text.slice(0, close) + text.slice(close + 1);
  return open > close ? text.slice(open + 1) : text.replace(/^“([^”]*)”$/, '$1');
}

/** 涨幅, 降幅, 最高, 身高 end in a word of direction and are nouns. */
function endsAsNoun(text: string): boolean {
  return /(?:[身体]高|最[高低快慢大小长短]|最多|最少|不少|很多|较高|较低|至少|提高水平)$/.test(
    text,
  );
}

function trimHead(text: string): string {
  let rest = text;
  for (let head = HEAD.exec(rest); head?.[0]; head = HEAD.exec(rest)) {
    // 对外, 在建, 全部资产: do not eat into a word of two characters
    if (rest.length - head[0].length < 2 && head[0].length === 1) break;
    rest = rest.slice(head[0].length);
  }
  return rest;
}

function withoutBrackets(text: string): string {
  const closed = text.replace(/[（(][^（）()]{0,40}[）)]/g, '');
  // a bracket whose partner was cut away
  const lone = Math.max(...[...'（(）)'].map((bracket) => closed.lastIndexOf(bracket)));
  return closed.slice(lone + 1);
}

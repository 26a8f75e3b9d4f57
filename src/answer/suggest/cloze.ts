import type { Article } from '../../article/article.ts';
import { scriptOf } from '../../language/script.ts';
import { traditional } from '../../language/traditional.ts';
import { slice } from '../../util/span.ts';
import { type Clause, isNounLike, MEASURE } from './clauses.ts';

/** UTF-16 units of a question that is read at a glance. */
const LENGTH = { least: 6, most: 28 };
/** What a clause taken out of its place leaves unsaid: whom 他 means, what 另 comes on top of. */
const LEANS =
  /[他她它您你]|我(?![国省市区县州])|其(?!他|中)|该|此|这|那(?!么)|上述|前者|后者|双方|两者|当[年月日天时]|同[年月日期]|另|分别|如下|以下|等等|继续|再次|再度|问[:：]|答[:：]/u;
/** Marks that a question does not repeat: one of a pair may have been left out. */
const MARKS = /[≤≥＜＞“”‘’「」『』()[\]{}<>《》【】"|*_#@/\\~—]/u;
/** A title or a quotation that stands there whole. */
const PAIR = /《[^《》]{1,16}》|“[^“”]{1,12}”/gu;
/** Numbers and days in what is left of a clause, beside years and 第3号: more than one thing is told. */
const OTHER_NUMBER = /(?<!第)\d(?!\d{0,3}年(?!间|来|内))/u;
/** Words that say when, or join a clause to the one before, and that a question does without. */
const OPENING =
  /^(?:其中|目前|同时|此外|另外|不过|但是?|而|而且|并|并且|因此|所以|于是|也|又|还|仍|则|均|都|已|已经|共|一共|总共|合计|累计|现)$/;
/** Until when something is counted: 截至7日15时. */
const UNTIL = /^截[至止]?(?:目前|[^,]{1,12}?[时日月年底末](?=\p{Script=Han}))/u;

/** The number of a clause of a law: 第十四条. */
const NUMBERED = /^[*\s]*第[一二三四五六七八九十百]{1,5}条[*\s]*/u;

/** The day that a clause opens with: what else it tells is asked without it. */
const OPENING_DAY =
  /^(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下中]午|晚上?|凌晨|傍晚|清晨)?(?=\p{Script=Han})/u;

/** A clause before and behind what is asked of it, as the article writes them. */
export interface Halves {
  readonly before: string;
  readonly after: string;
}

/**
 * The clause around what is asked of it, `[start, end)` in UTF-16 units of the clause, with what it
 * speaks of before it where it does not say so itself: of a change an amount, else somebody or something.
 * Undefined where it cannot stand alone.
 */
export function around(
  article: Article,
  clause: Clause,
  [start, end]: readonly [number, number],
  isChange = false,
): Halves | undefined {
  const from = openingEnd(clause, start);
  const day = DAY.exec(clause.text.slice(from, start));
  const [dayFrom, dayTo] = day === null ? [start, start] : spanOfMatch(day, from);
  const rest =
    clause.text.slice(from, dayFrom) + clause.text.slice(dayTo, start) + clause.text.slice(end);
  if (HANGS.test(clause.text.slice(from, start))) return undefined;
  const unpaired = rest.replace(PAIR, '');
  if (
    /是否|能否/u.test(rest) ||
    LEANS.test(rest) ||
    MARKS.test(unpaired) ||
    OTHER_NUMBER.test(rest)
  )
    return undefined;
  let subject = '';
  if (!saysOfWhat(clause, from, start)) {
    const { carried } = clause;
    if (/^其中/u.test(clause.text) || carried === undefined || carried.isAmount !== isChange)
      return undefined;
    subject = slice(article.text, carried.span);
    if (MARKS.test(subject) || LEANS.test(subject)) return undefined;
    if (!isChange && (!mayAct(subject) || NO_DEED.test(clause.text.slice(from)))) return undefined;
  }
  const source = (a: number, b: number) => (a < b ? slice(article.text, clause.spanOf(a, b)) : '');
  return {
    before: subject + source(from, dayFrom) + source(dayTo, start),
    after: source(end, clause.text.length),
  };
}

/** Words by which a clause hangs on others, or tells what somebody says or takes to be so. */
const HANGS =
  /(?<![名职簡简俗号號])[称稱](?![号號职職])|像是|可能|也许|[几幾]|加起来|^现.某|多少|什么|哪|^最|(?<![补偿归])也(?!门)/u;

/** What has happened, or is counted, does nothing itself: 地震设立安置点, 数量至少设置1个. */
const NO_ACTOR =
  /(?:[自在对向从将已于被把也可會会能應应須须]|历史|新高|专门|地震|台风|颱風|事故|火灾|洪水|暴雨|灾害|数量|數量|总额|總額|金额|金額|价格|面积|时间|标准|方面)$/u;
/** What comes of all that was told before, or only sets a limit. */
const NO_DEED = /^(?:且|并且)?(?:至少|最多|不得|应当|导致|造成|致使|涉案|总额|合计)/u;

function mayAct(subject: string): boolean {
  return !NO_ACTOR.test(subject);
}

/** On which day it was: what else a clause tells is asked without it. */
const DAY =
  /(?:将|已)?于?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下中]午|晚上?|凌晨)?(?:当天)?(?![本元韩])/u;

function spanOfMatch(match: RegExpExecArray, from: number): [start: number, end: number] {
  return [from + match.index, from + match.index + match[0].length];
}

/** Whether a clause says itself what it speaks of: it opens with a noun, or with when and then a noun. */
function saysOfWhat({ words, text }: Clause, from: number, to: number): boolean {
  const behind = from + (END_OF_YEAR.exec(text.slice(from, to))?.[0].length ?? 0);
  const [first, ...others] = words.filter(({ start }) => start >= behind && start < to);
  if (first === undefined || COMPARES.test(text.slice(from))) return false;
  // 停车人, which jieba cuts apart
  if (/^v/.test(first.tag)) return /^[人者方员員]$/u.test(others[0]?.text ?? '');
  if (first.tag !== 't') return isNounLike(first) || first.tag === 'a';
  const next = others.find(({ tag }) => tag !== 't');
  return (next !== undefined && isNounLike(next)) || MEASURE.test(text.slice(from, to));
}

/** 去年末, which jieba may cut apart, and 2022年 without a comma behind it. */
export const END_OF_YEAR =
  /^(?:[去上今前明]?年[初中末底]|\d{4}年(?:[初中末底]|[上下]半年|全年|前?[一二三四1-4]季度)?)/u;

/** A clause that opens with what something is held against or did, and leaves out what. */
const COMPARES =
  /^(?:比|较|距|离|同比|环比|按|据|因|另|总额|总计|主要|年满|未满|贡献|实现|计提|新增)/u;

/** Where the words end that a question does without, in UTF-16 units of the clause. */
function openingEnd({ text, words }: Clause, before: number): number {
  let end = (NUMBERED.exec(text) ?? UNTIL.exec(text) ?? OPENING_DAY.exec(text))?.[0].length ?? 0;
  for (const word of words) {
    if (word.start < end) continue;
    if (word.start >= before || !OPENING.test(word.text)) break;
    end = word.start + word.text.length;
  }
  return end;
}

/** A blank beside a Chinese character, where some put one before numbers: 识别 108 种. */
const BLANK_BESIDE_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * A question of what the article writes and the words that ask, which come in its script; undefined
 * where it is too long to be read at a glance, or too short to say what is meant.
 */
export function question(before: string, asks: string, after = ''): string | undefined {
  const words = scriptOf(before + after) === 'traditional' ? traditional(asks) : asks;
  const text = `${before}${words}${after}`
    .replace(/\s+/gu, ' ')
    .replace(BLANK_BESIDE_HAN, '')
    .trim();
  if (text.length < LENGTH.least || text.length > LENGTH.most) return undefined;
  return OPENS_WRONG.test(text) || ENDS_WRONG.test(before) || FOLLOWS_WRONG.test(after)
    ? undefined
    : `${text}？`;
}

/**
 * What no question begins with: a preposition or adverb whose clause has lost its subject, the
 * photographer of a caption, the place alone of a list that names its measure elsewhere.
 */
const OPENS_WRONG =
  /^(?:[记記]者|经(?![济营费理验纪典销常络])|据(?!点)|由(?!来)|被(?!告|子|褥)|把(?!手|握)|先后|先後|陆[续續]|依次|可于|可於|[谎謊][称稱]|[远遠]超|[听聽]得|[责責][令成]|事[发發]|目的是|酌定|生前|[晋晉][级級]|[两兩][人国國名者]|当地时间|當地時間|相[较較比]|[没沒]想到|.{2,3}[类類]多少元|[随隨][后後即]|迅速|[随隨]着|[则則共]|近\d|\p{Script=Han}{2,4}[摄攝](?![影像氏制製政取])|\p{Script=Han}{2,3}[则則]?是多少(?!人|元|[万萬]|[亿億]))/u;
/** What none has before the words that ask: a 的 whose noun would be asked, a limit, a share of a count. */
const ENDS_WRONG =
  /(?:[的则則可要能会會应應仅僅只且还還在和与與及或把被对對向从從已]|已[经經]|[来來]到|以[上下内內外]|[未不][满滿足到]|[则則]是|[后後]又|[相有][关關]|系[统統]|可以|在本?(?:季度|年|月|周))$|只[有需]|至少|就|各\p{Script=Han}?|[却卻]|[较較]前|不允[许許]|(?<![原规規准準守法])[则則]/u;
/** What ends no question: a time that another clause hangs on, what is said of all that was counted. */
const FOLLOWS_WRONG = /^(?:[相有][关關]|的)|(?:期间|期間|新高|之一|位于.{1,8})$|都|[却卻]/u;

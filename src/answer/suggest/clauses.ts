import type { AnalysedText } from '../../language/analysed-text.ts';
import { type Span, span } from '../../util/span.ts';

/** A word of a clause with jieba's part of speech; numbers are `m`, Latin words `eng`, marks `w`. */
export interface Word {
  readonly text: string;
  readonly tag: string;
  /** UTF-16 units from the beginning of the clause. */
  readonly start: number;
}

/**
 * Whom or what a clause speaks of, as the clauses behind it do without saying so: 研发人员486人，占员工总数的17.2%.
 */
interface Carried {
  /** In the article's text. */
  readonly span: Span;
  readonly words: readonly Word[];
  /** An amount follows it at once: what is told of it further is how that has changed. */
  readonly isAmount: boolean;
}

/** What stands between two commas or stops of a sentence, normalised. */
export interface Clause {
  readonly text: string;
  readonly words: readonly Word[];
  readonly carried: Carried | undefined;
  /** The words of a part of the clause, cut without regard to what stands around it. */
  wordsIn(start: number, end: number): readonly Word[];
  /** The article's span of a part of the clause, given in UTF-16 units from its beginning. */
  spanOf(start: number, end: number): Span;
}

/** Marks that end a clause; a comma inside a number is none. */
const MARK = /[;。!?:…\n]|(?<!\d),|,(?!\d)/gu;
/** Of these, the comma alone lets the next clause speak of what this one spoke of. */
const COMMA = ',';
/** UTF-16 units of what is carried over. */
const CARRIED = { least: 2, most: 14 };

/** The clauses of a sentence that begins at `at` of its article. */
export function clausesOf({ normalized, tag }: AnalysedText, at: number): Clause[] {
  const clauses: Clause[] = [];
  let carried: Carried | undefined;
  let from = 0;
  const add = (to: number, mark: string) => {
    const raw = normalized.text.slice(from, to);
    const text = raw.trim();
    const start = from + raw.indexOf(text);
    const words = wordsOf(text, tag);
    const spanOf = (first: number, last: number) => {
      const [sourceStart, sourceEnd] = normalized.toSource(start + first, start + last);
      return span(at + sourceStart, at + sourceEnd);
    };
    const wordsIn = (first: number, last: number) =>
      wordsOf(text.slice(first, last), tag).map((word) => ({ ...word, start: word.start + first }));
    if (text !== '') clauses.push({ text, words, carried, spanOf, wordsIn });
    const subject = subjectOf(text, words);
    // 其中早稻46.3万吨: what follows is of a part that was not read as a subject
    if (mark !== COMMA || (subject === undefined && /^其中/u.test(text))) carried = undefined;
    else if (subject !== undefined) {
      const { end, isAmount } = subject;
      const fits = end >= CARRIED.least && end <= CARRIED.most;
      const own = words.filter((word) => word.start < end);
      carried = fits ? { span: spanOf(0, end), words: own, isAmount } : undefined;
    }
  };
  for (const match of normalized.text.matchAll(MARK)) {
    add(match.index, match[0]);
    from = match.index + match[0].length;
  }
  add(normalized.text.length, '');
  return clauses;
}

const HAN_RUN = /^\p{Script=Han}+/u;
const OTHER_WORD = /^(?!\p{Script=Han})[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}.,+%‰/-])*/u;

function wordsOf(text: string, tag: AnalysedText['tag']): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const [han] = HAN_RUN.exec(rest) ?? [];
    if (han !== undefined) {
      for (const { word, tag: pos } of tag(han)) {
        words.push({ text: word, tag: pos, start: at });
        at += word.length;
      }
      continue;
    }
    const [other] = OTHER_WORD.exec(rest) ?? [];
    const word = other ?? rest.slice(0, 1);
    const kind = other === undefined ? 'w' : /^\d/u.test(other) ? 'm' : 'eng';
    if (word.trim() !== '') words.push({ text: word, tag: kind, start: at });
    at += word.length;
  }
  return words;
}

/** jieba's tags of nouns, names and what is read as one before a noun. */
const NOUN = /^(?:n\w*|x|eng|j|b|an|vn|s|i|l)$/;
/** Words that jieba tags as nouns and that open no clause as what it speaks of. */
const NO_SUBJECT =
  /^(?:其中|目前|此外|同时|另外|全部|[一二三四五]是|分别|最后|首先|问|答|同比|环比|比|较|按|据|因病?|另|报|讯|电|记者|预计|截至|非法|依法|专门|局地|结果|公告|发布|公布|宣布|披露|发表|.+[着了过])$/;

export function isNounLike({ text, tag }: Word): boolean {
  return NOUN.test(tag) && !NO_SUBJECT.test(text);
}

/** Whether a word is an adjective before a noun: 新 of 新馆. */
function describesNoun(words: readonly Word[], at: number): boolean {
  const [word, next] = words.slice(at, at + 2);
  return word?.tag === 'a' && word.text.length === 1 && next !== undefined && isNounLike(next);
}

/** Where the nouns end that open a clause, in UTF-16 units from its beginning; 0 where it opens otherwise. */
export function openingNouns(words: readonly Word[]): number {
  const rest = words.findIndex((word, at) => !isNounLike(word) && !describesNoun(words, at));
  if (rest >= 0) return words[rest]?.start ?? 0;
  const last = words.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}

/** Nouns that a number is of, so that 是多少 asks for it. */
export const MEASURE =
  /(?:[率额量值费价龄]|收入|收益|投资|面积|人口|比重|占比|比例|份额|规模|利润|资产|负债|成本|资金|经费|深度|高度|长度|宽度|温度|气温|里程|海拔|积分|得分|寿命|指数|产能|上限|下限|额度|租金|工资|薪酬|奖金|市值|股价|票房|总分|震级|时速|速度|跨度|人次|总数|人数)$/u;
/** Verbs by which a measure is somebody's: 公司实现营业收入 is asked for by 多少元, not by 是多少. */
export const GETS =
  /实现|发生|产生|带动|完成|取得|达到|提供|安排|投入|贡献|计提|拥有|建成|获得|派出|调拨|新增|预拨|拨付|减少|增加(?!值)|提高|使用(?!面积)|接收|缴纳|存在|上浮|限/u;
/** Tags of words that make more of a clause than a noun: adverbs, prepositions, conjunctions, pronouns. */
export const FUNCTION = /^(?:d|p|c|r|y|u(?!j)\w*|w|zg)$/;

/** Words that say something of the nouns before them. */
const TELLS = /^(?:v\w*|d|p|m|zg)$/;
/** Verbs behind which not the speaker is spoken of, but what is said. */
const SAYS =
  /^(?:统计|表示|说|称|介绍|指出|认为|显示|预计|获悉|解释|透露|强调|要求|报道|宣布|证实)/;

/** The kind of a body at the end of its name. */
const BODY = /(?:会|局|厅|院|所|部|处|公司|集团|中心|学校|大学|社|队|厂|馆|银行)$/u;

/** Where a body's name ends that holds a word like a verb: 慈善联合总会. */
function bodyEnd(words: readonly Word[], end: number): number {
  const at = words.findIndex(({ start }) => start === end);
  const [verb, noun] = words.slice(at, at + 2);
  const isName = end > 0 && at > 0 && /^v/.test(verb?.tag ?? '') && BODY.test(noun?.text ?? '');
  return isName && noun !== undefined ? noun.start + noun.text.length : end;
}

/** Where a name ends whose last character jieba takes for a verb before another one: 恒岳家|居|发布. */
function nameEnd(words: readonly Word[], end: number): number {
  const at = words.findIndex(({ start }) => start === end);
  const [last, verb] = words.slice(at, at + 2);
  const isCut =
    end > 0 &&
    at > 0 &&
    last?.text.length === 1 &&
    /^v/.test(last.tag) &&
    /^v/.test(verb?.tag ?? '');
  return isCut && verb !== undefined && verb.text.length > 1 ? verb.start : end;
}

interface Subject {
  readonly end: number;
  readonly isAmount: boolean;
}

/** Where the nouns end that a clause tells something of; undefined where there are none. */
function subjectOf(text: string, words: readonly Word[]): Subject | undefined {
  const number = words.find(({ text }) => /^\d/u.test(text));
  const before = text.slice(0, number?.start ?? 0);
  const isMeasure =
    MEASURE.test(before) &&
    !GETS.test(before) &&
    !words.some(({ start, tag }) => start < before.length && FUNCTION.test(tag));
  if (isMeasure) return { end: before.length, isAmount: true };
  const end = nameEnd(words, bodyEnd(words, openingNouns(words)));
  const next = words.find(({ start }) => start >= end);
  if (end === 0 || next === undefined) return undefined;
  const tells =
    TELLS.test(next.tag) &&
    !SAYS.test(next.text) &&
    !/(?:[报讯称]|新闻|消息|记者|日电)$/u.test(text.slice(0, end));
  return tells ? { end, isAmount: next === number } : { end: 0, isAmount: false };
}

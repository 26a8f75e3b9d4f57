import type { Sentence } from '../../article/article.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import type { Question } from '../../question/question.ts';
import { type Span, slice, span } from '../../util/span.ts';
import { probabilitiesOf, type Ranked } from '../rank/rank.ts';
import { announces, endOfListBelow, isBareLine } from '../select/announced-list.ts';
import { nounAsked, ownedAsked } from '../select/demands/noun-asked.ts';

/** A sentence that opens so cannot be read without the one before. */
const LEANS_BACK =
  /^(?:因此|所以|因而|于是|对此|为此|这|此外|他|她|它|其(?!中|他|次|余|实)|该|此|前者|后者|双方|[两二]者|同时,?他)/;
/** A body called by its kind alone, with a next word that rules out another meaning: 公司还将…, not 公司法…. */
const BARE_BODY =
  /^(公司|集团|联盟|平台|学校|学院|医院|银行|基金会|协会|研究院|研究所|实验室|中心|项目|工程|大会|会议|乐队|球队)(?=[,，的将还已也在由是于自共现拟正以对为与有称]|成立|计划|表示|目前|累计|今年|去年|预计|通过|主要|介绍)/u;
/** Items of an enumeration over several sentences. */
const ITEM =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五]|[(（]?[\d一二三四五六七八九十]+[)）.、])/;
/**
 * What a neighbour's probability of holding the answer must be for each UTF-16 unit it adds: a short
 * sentence joins at 0.06 where a long one needs 0.2. Chosen by what it costs: a lead in six grows, the
 * mean lead by a tenth.
 */
const PRICE = 0.002;
/** Limit, in UTF-16 units, of a run that takes in a neighbour for its probability. */
const PAIR_LIMIT = 200;
/** Markdown's marks that set text in bold. */
const BOLD_MARK = /\*\*|__/gu;
/** What is to be done stands behind the case: 指示燈閃爍表示過熱。若出現此情況，請停止充電。 */
const ASKS_WHAT_TO_DO = /怎么办|咋办|如何是好|(?:怎么|如何|怎样)(?:处理|应对|处置)/u;
const BIDS =
  /[请請应應须須]|必须|立即|需要?(?!求)|可以?(?:先|到|向|拨|撥|联系|聯繫|前往|通过|通過)/u;
/** A sentence whose year is stated further up: 同年, or a day without a year. */
const SAME_YEAR = /^(?:[^,，。]{0,6}[,，])?(?:同|当|该|次|翌|隔|前一|后一)年|同[月日]/;
const ASKS_YEAR = /哪(?:一)?年|何年|什么(?:时候|时间|年份)|何时/;
const YEAR = /(?<!\d)\d{1,4}\s?年(?!代)|[一二三四五六七八九元十〇零]{1,4}年/;
/** No run grows beyond this many UTF-16 units: a lead is to be read at a glance. */
const RUN_LIMIT = 320;

/**
 * Sentences of a paragraph, from `first` to `last`, both counted from 0; `span` reaches beyond the paragraph
 * where its last line announces a list that stands below.
 */
export interface LeadRun {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/**
 * The shortest run of whole sentences around the best one that can be read by itself and, as far as
 * it stays short, holds the other figures that answer.
 */
export function leadRun(
  question: Question,
  best: Ranked,
  figures: readonly Figure[],
  ranked: readonly Ranked[],
): LeadRun {
  const { paragraph, article } = best.found;
  const text = (sentence: Sentence | undefined) =>
    sentence === undefined ? '' : slice(article.text, sentence.span);
  const sentences = paragraph.sentences;
  let first = best.index;
  let last = best.index;
  const fits = (from: number, to: number) => {
    const start = sentences[from]?.span.start ?? 0;
    return (sentences[to]?.span.end ?? start) - start <= RUN_LIMIT;
  };

  for (const figure of figures) {
    const at = sentences.findIndex(
      ({ span }) => span.start <= figure.start && figure.end <= span.end,
    );
    const [from, to] = [Math.min(first, at), Math.max(last, at)];
    if (at >= 0 && figure.article === article.id && fits(from, to)) [first, last] = [from, to];
  }
  if (figures.length === 0) {
    const likely = likelyNeighbour(best, probabilitiesOf(ranked));
    if (likely !== undefined) [first, last] = [Math.min(first, likely), Math.max(last, likely)];
  }
  const asked = figures.length === 0 ? (nounAsked(question) ?? ownedAsked(question)) : undefined;
  const tells = (at: number) => asked?.some((form) => text(sentences[at]).includes(form)) === true;
  if (asked !== undefined && !sentences.some((_, at) => at >= first && at <= last && tells(at))) {
    // what is asked stands beside what it is asked of: 大会成功举办。大会以…为主题
    if (tells(last + 1) && fits(first, last + 1)) last += 1;
    else if (tells(first - 1) && fits(first - 1, last)) first -= 1;
  }
  if (
    ASKS_WHAT_TO_DO.test(question.normalized) &&
    !BIDS.test(text(sentences[last])) &&
    BIDS.test(text(sentences[last + 1])) &&
    fits(first, last + 1)
  ) {
    last += 1;
  }
  if (question.type === 'date' && ASKS_YEAR.test(question.normalized)) {
    const stated = yearStatedAt(sentences.slice(0, first + 1).map(text));
    if (stated !== undefined && fits(stated, last)) first = stated;
  }
  const quoted = quoteBefore(sentences.slice(0, first + 1).map(text));
  if (fits(quoted, last)) first = quoted;
  while (
    first > 0 &&
    leansOn(text(sentences[first]), text(sentences[first - 1])) &&
    fits(first - 1, last)
  ) {
    first -= 1;
  }
  const isListed =
    question.type === 'list' || question.type === 'reason' || question.type === 'method';
  const isOpen = (at: number) =>
    isListed
      ? announces(text(sentences[at]))
      : isBareLine(text(sentences[at])) && figures.length === 0;
  while (
    last + 1 < sentences.length &&
    (isOpen(last) || (isListed && ITEM.test(text(sentences[last + 1])))) &&
    fits(first, last + 1)
  ) {
    last += 1;
  }
  const start = sentences[first]?.span.start ?? best.sentence.span.start;
  const isLast = last === sentences.length - 1;
  const listed = isLast && isOpen(last) ? endOfListBelow(article, paragraph, start) : undefined;
  const end = listed ?? sentences[last]?.span.end ?? best.sentence.span.end;
  return { first, last, span: withoutBoldMarks(article.text, { start, end }) };
}

/**
 * A run without the Markdown marks at its edges that set it, or the sentence before it, in bold. A
 * pair within the run (**第十条**　携带犬只…) is its own and stays whole.
 */
function withoutBoldMarks(text: string, run: Span): Span {
  const said = slice(text, run);
  const marks = said.match(BOLD_MARK)?.length ?? 0;
  const before = /^(?:\*\*|__)\s*/u.exec(said)?.[0].length ?? 0;
  const opened = said.slice(before);
  const behind = /(?:\*\*|__)$/u.test(opened)
    ? opened.length - opened.slice(0, -2).trimEnd().length
    : 0;
  if (said.length <= before + behind) return run;
  if (marks % 2 === 1) return span(run.start + before, before > 0 ? run.end : run.end - behind);
  const isWhole = marks === 2 && before > 0 && behind > 0;
  return isWhole ? span(run.start + before, run.end - behind) : run;
}

/** Whether a sentence opens with what points back at the one before. */
export function leansBack(sentence: string): boolean {
  return LEANS_BACK.test(sentence);
}

/** 毕业生何立新说。: who said what stands before it. */
const ATTRIBUTES =
  /^[^,，。:：“”]{2,24}(?:说|表示|称|介绍|坦言|回忆|指出|认为|透露|解释|补充)道?[。]?$/u;

/** Place of the sentence with which the quotation begins that the last one says the speaker of; its own where it says none. */
function quoteBefore(sentences: readonly string[]): number {
  const own = sentences.length - 1;
  const isSaid = /”$/u.test(sentences[own - 1] ?? '') && ATTRIBUTES.test(sentences[own] ?? '');
  const begins = isSaid ? sentences.slice(0, own).findLastIndex((one) => one.includes('“')) : -1;
  return begins < 0 ? own : begins;
}

/** (家长代办请出示证件): a remark on what stands before it. */
const IN_BRACKETS = /^[(（][^()（）]*[)）][。.]?$/u;

/**
 * Whether a sentence cannot be read without the one before it: it opens with a pronoun, or with the
 * bare kind of a body that the one before names in full (滨海港口联盟成立。联盟还将…).
 */
function leansOn(sentence: string, before: string): boolean {
  if (LEANS_BACK.test(sentence) || IN_BRACKETS.test(sentence)) return true;
  const body = BARE_BODY.exec(sentence)?.[1];
  return body !== undefined && new RegExp(`[\\p{L}\\p{N}”》]${body}`, 'u').test(before);
}

/**
 * The sentence before or after the best one that is likely enough to hold the answer, where the ranker
 * cannot tell the two apart, to be worth its length; the likelier where both are.
 */
function likelyNeighbour(
  { found: { paragraph }, index, sentence }: Ranked,
  probabilities: ReadonlyMap<Sentence, number>,
): number | undefined {
  const length = ({ span }: Sentence) => span.end - span.start;
  let worth = 0;
  let likely: number | undefined;
  for (const at of [index - 1, index + 1]) {
    const neighbour = paragraph.sentences[at];
    if (neighbour === undefined || length(sentence) + length(neighbour) > PAIR_LIMIT) continue;
    const gain = (probabilities.get(neighbour) ?? 0) - PRICE * length(neighbour);
    if (gain > worth) [worth, likely] = [gain, at];
  }
  return likely;
}

/** Place of the sentence that states the year which the last one leaves out; undefined where it states one itself. */
function yearStatedAt(sentences: readonly string[]): number | undefined {
  const last = sentences.at(-1) ?? '';
  if (!SAME_YEAR.test(last)) return undefined;
  const stated = sentences.slice(0, -1).findLastIndex((sentence) => YEAR.test(sentence));
  return stated < 0 ? undefined : stated;
}

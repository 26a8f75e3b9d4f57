import type { Article, Paragraph } from '../../article/article.ts';
import { normalize } from '../../language/normalize.ts';
import { type Span, slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';

/** UTF-16 units of a line that announces a list and of what is quoted of the list, together. */
const LIST_LIMIT = 320;
/** UTF-16 units of a line that says nothing but what follows; a longer one says something itself. */
const BARE_LINE = 40;
/** UTF-16 units of an item without a mark: a longer one is running text. */
const BARE_ITEM = 60;

/** What a line ends in that announces what follows it: 岗位职责：, 日程如下。 */
const ANNOUNCES = /(?:[:：]|(?:如下|[见見]下表?)[。.]?)$/u;
/** 日程公布如下。 closes its sentence: however long, it says nothing but what follows. */
const CLOSES = /[^:：]$/u;
/** 各单位：, 尊敬的业主：, 同学们：: who is spoken to. */
const ADDRESSES =
  /^\s*(?:\*\*|__)?(?:(?:各位?|诸位|尊敬的|亲爱的|敬爱的|广大|致)[^,。;:]{1,40}|[^,。;:]{1,14}(?:们|同志|先生|女士|朋友|同学|单位|部门))\s*[:：]\s*(?:\*\*|__)?\s*$/u;
/** 共三类： tells how many; 招两名，待遇如下： tells that what is asked for follows. */
const TELLS_NUMBER = /[0-9一二三四五六七八九十](?!.*(?:如下|[见見]下表?)[:：。.]?\s*$)/u;
/** The marks of items, each kind by itself: items of one list have the same. */
const MARKS: readonly RegExp[] = [
  /^[0-9]{1,2}\s*[、.．)）]/u,
  /^[(（][0-9]{1,2}[)）]/u,
  /^[一二三四五六七八九十]{1,3}\s*[、.．]/u,
  /^[(（][一二三四五六七八九十]{1,3}[)）]/u,
  /^[①-⑳]/u,
  /^(?:[●•◆■▪★◇○□▲※·*+]|[-–—]{1,2}\s?)/u,
];

/** 1.登录。 only names the item whose text follows. */
const ITEM_NAME =
  /^\s*[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[.、．)）]\s?\p{Script=Han}{2,6}。$/u;

/** Whether a sentence announces what follows. */
export function announces(sentence: string): boolean {
  const line = withoutMark(sentence);
  return ANNOUNCES.test(line) || ITEM_NAME.test(line);
}

/** Whether a sentence does so and says nothing else. */
export function isBareLine(sentence: string): boolean {
  const line = withoutMark(sentence);
  if (ITEM_NAME.test(line)) return true;
  return ANNOUNCES.test(line) && (sentence.length <= BARE_LINE || CLOSES.test(line));
}

/** A line without the mark behind it that sets it in bold. */
function withoutMark(sentence: string): string {
  return sentence
    .trimEnd()
    .replace(/(?:\*\*|__)$/u, '')
    .trimEnd();
}

/**
 * Where the list ends, in UTF-16 units of the article, that the last sentence of a paragraph announces and
 * that stands in the paragraphs below, as far as it is short enough to be quoted with it from `start` on.
 * Undefined where it announces none, or where its first item is too long.
 */
export function endOfListBelow(
  { text, paragraphs }: Article,
  paragraph: Paragraph,
  start: number,
): Span['end'] | undefined {
  if (!announces(slice(text, paragraph.span))) return undefined;
  let end: Span['end'] | undefined;
  let kind: number | undefined;
  let above = paragraph;
  for (const item of paragraphs.slice(paragraph.number)) {
    if (item.row !== undefined || !isBelow(text, item, paragraph)) break;
    if (!isNextTo(text, above, item) || item.span.end - start > LIST_LIMIT) break;
    const own = markOf(text, item);
    if (end === undefined) kind = own;
    else if (own !== kind) break;
    // without marks nothing but its shortness tells an item from what follows the list
    if (own < 0 && end !== undefined && item.span.end - item.span.start > BARE_ITEM) break;
    end = item.span.end;
    above = item;
  }
  return end;
}

/**
 * Whether a sentence says nothing by itself: it speaks to somebody, or announces a list of which nothing
 * can be quoted with it.
 */
export function onlyAnnounces({ found: { article, paragraph }, index, sentence }: Ranked): boolean {
  const said = slice(article.text, sentence.span);
  if (!isBareLine(said)) return false;
  if (ADDRESSES.test(normalize(said).text)) return true;
  const isLast = index === paragraph.sentences.length - 1;
  if (!isLast || TELLS_NUMBER.test(said)) return false;
  return endOfListBelow(article, paragraph, sentence.span.start) === undefined;
}

/** Whether an item stands below the heading of what announces it, or below the name of its list, which that says. */
function isBelow(text: string, { heading = '' }: Paragraph, above: Paragraph): boolean {
  const name = heading.split(' | ').at(-1) ?? '';
  return heading === (above.heading ?? '') || slice(text, above.span).includes(name);
}

/** Whether nothing but white space and the mark of an item stands between two paragraphs. */
function isNextTo(text: string, above: Paragraph, below: Paragraph): boolean {
  const between = text.slice(above.span.end, below.span.start);
  return /^[\s>*_#+•·●-]*(?:[0-9]{1,2}[.)])?\s*$/u.test(between);
}

/** Which of `MARKS` an item begins with, the mark being part of it or standing before it; −1 for none. */
function markOf(text: string, { span }: Paragraph): number {
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end).trimStart();
  return MARKS.findIndex((mark) => mark.test(line));
}

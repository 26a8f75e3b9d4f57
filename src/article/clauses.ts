import { parseNumeral } from '../language/numerals.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { type Span, slice, span } from '../util/span.ts';
import type { Article } from './article.ts';
import { CLAUSE_NUMBER } from './text/section-numbers.ts';

/** A numbered clause (条) of a law, a contract or a charter, with all that stands under it. */
export interface Clause {
  /** 第四条 is `4`, 第四条之一 `4.1`. */
  readonly number: string;
  /** Its blocks in order, the first of them with the number: paragraphs, and headings among them. */
  readonly blocks: readonly Block[];
  /** The chapter it stands in, where the text has any. */
  readonly chapter?: Chapter;
}

/** A part of a law above its clauses: 第二章　登记, 第一节　程序, 附则. */
export interface Chapter {
  /** 编, 章 or 节; 附则 for the closing part, whatever its number. */
  readonly kind: string;
  /** As a whole number; undefined where it has none. */
  readonly number: number | undefined;
  readonly title: Block;
  readonly closing: boolean;
  /** The part that holds this one: the chapter of a section. */
  readonly above?: Chapter;
}

/** A paragraph or a heading of an article. */
export interface Block {
  readonly span: Span;
  readonly text: string;
  /** The paragraph's number in the article; of a heading, that of the first paragraph below it. */
  readonly paragraph: number;
  /** The level of a heading. */
  readonly level?: number;
}

const NUMBER = '[一二三四五六七八九十百千零〇○两\\d]{1,7}';
const CHAPTER = new RegExp(
  `^第\\s?(${NUMBER})\\s?([编編篇章节節])(?=[\\s:：]|$|[^，。；]{1,30}$)`,
  'u',
);
const CLOSING = /^(?:第.{1,7}[编編篇章节節])?[\s:：]*附\s*[则則]$/u;
/** What follows the clauses and is none of them. */
const ANNEX =
  /^附(?:件|表|录|錄|图|圖)(?:[\s:：]|[一二三四五六七八九十\d]|$)|^[^，。；：]{2,30}表[一二三四五六七八九十\d]{0,2}(?:[（(][^（）()]{1,20}[）)])?$/u;
/** A number with the text right behind it, as a converter leaves it; it counts where it is the next one. */
const UNSPACED = new RegExp(
  `^第(?<number>${NUMBER})条(?!规定|规[范则]|所|第|和|或|及|至|到|与|以|中|的|[款项目之、，,；;])`,
  'u',
);
/** Marks of Markdown before the number: **第四条**. */
const MARKS = /^[*_#>\s]+/u;
const KINDS: Readonly<Record<string, string>> = { 編: '编', 篇: '编', 節: '节' };
const RANKS = ['编', '章', '节'];
/** A text with fewer is no law: a report may open one paragraph with 第四条. */
const CLAUSES = 2;

/** The clauses of an article in its order; [] where it is not written in clauses. */
export const clausesOf = memoByObject((article: Article): readonly Clause[] => {
  const clauses: { number: string; blocks: Block[]; chapter?: Chapter; level?: number }[] = [];
  let open: (typeof clauses)[number] | undefined;
  let chapter: Chapter | undefined;
  let last = 0;
  for (const block of blocksOf(article)) {
    const words = block.text.replace(MARKS, '');
    const number = clauseNumber(words, last);
    const part = number === undefined ? chapterOf(block, words, chapter) : undefined;
    if (number !== undefined) {
      open = {
        ...{ number, blocks: [block] },
        ...(chapter !== undefined && { chapter }),
        ...(block.level !== undefined && { level: block.level }),
      };
      clauses.push(open);
      last = Math.trunc(Number(number));
    } else if (part !== undefined) {
      chapter = part;
      open = undefined;
    } else if (ANNEX.test(words) || isAbove(block, open?.level)) open = undefined;
    else open?.blocks.push(block);
  }
  return clauses.length < CLAUSES ? [] : clauses;
});

/** Whether a heading closes the clause that is open: all do but those below the clause's own. */
function isAbove({ level }: Block, clause: number | undefined): boolean {
  return level !== undefined && (clause === undefined || level <= clause);
}

function clauseNumber(words: string, last: number): string | undefined {
  const { number, inserted } = CLAUSE_NUMBER.exec(words)?.groups ?? {};
  if (number !== undefined) return clauseKey(number, inserted);
  const unspaced = UNSPACED.exec(words)?.groups?.['number'];
  const key = unspaced === undefined ? undefined : clauseKey(unspaced);
  return key !== undefined && Number(key) === last + 1 ? key : undefined;
}

/** 四 and 4 are `4`; 四 with 一 inserted behind it is `4.1`. Undefined where it is no number. */
export function clauseKey(number: string, inserted?: string): string | undefined {
  const whole = parseNumeral(number);
  const behind = inserted === undefined ? undefined : parseNumeral(inserted);
  if (whole === undefined || !Number.isInteger(whole)) return undefined;
  return behind === undefined ? String(whole) : `${whole}.${behind}`;
}

function chapterOf(block: Block, words: string, before: Chapter | undefined): Chapter | undefined {
  const [, number, kind = ''] = CHAPTER.exec(words) ?? [];
  const closing = CLOSING.test(words);
  if ((number === undefined && !closing) || /[。；]/u.test(words)) return undefined;
  const rank = RANKS.indexOf(KINDS[kind] ?? kind);
  let above = before;
  while (above !== undefined && RANKS.indexOf(above.kind) >= (rank < 0 ? 1 : rank))
    above = above.above;
  return {
    kind: KINDS[kind] ?? (kind === '' ? '章' : kind),
    number: number === undefined ? undefined : parseNumeral(number),
    ...{ title: block, closing },
    ...(above !== undefined && { above }),
  };
}

/** Paragraphs and headings together, in the order of the text. */
function blocksOf({ text, paragraphs, headings }: Article): Block[] {
  const blocks: Block[] = paragraphs.map(({ span: at, number }) => ({
    span: at,
    text: slice(text, at),
    paragraph: number,
  }));
  for (const { span: at, text: words, level } of headings) {
    const below = paragraphs.find(({ span: { start } }) => start >= at.end);
    blocks.push({ span: at, text: words, paragraph: below?.number ?? paragraphs.length, level });
  }
  return blocks.sort((a, b) => a.span.start - b.span.start);
}

const ITEM =
  /^[（(](?<han>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|^(?<arabic>\d{1,2})\s?[.．、)）](?!\d)/u;

/**
 * The paragraphs (款) of a clause: each begins with a block that is no item of a list, and the items
 * below belong to it.
 */
export function paragraphsOfClause({ blocks }: Clause): readonly (readonly [Block, ...Block[]])[] {
  const parts: [Block, ...Block[]][] = [];
  let bare = false;
  for (const block of blocks) {
    const open = parts.at(-1);
    // a number alone, or with a name, is a heading over the first paragraph
    if (open !== undefined && (ITEM.test(block.text) || block.level !== undefined || bare))
      open.push(block);
    else parts.push([block]);
    bare = open === undefined && block.level !== undefined;
  }
  return parts;
}

/** The blocks of the item (项) of that number among some blocks of a clause; [] where there is none. */
export function itemAmong(blocks: readonly Block[], number: number): readonly Block[] {
  const numbered = blocks.map(({ text }) => {
    const { han, arabic } = ITEM.exec(text.replace(MARKS, ''))?.groups ?? {};
    return { value: parseNumeral(han ?? arabic ?? ''), first: han !== undefined };
  });
  const hasHan = numbered.some(({ first }) => first);
  const at = numbered.findIndex(({ value, first }) => value === number && first === hasHan);
  if (at >= 0) {
    const end = numbered.findIndex(
      ({ value, first }, i) => i > at && value !== undefined && first === hasHan,
    );
    const own = blocks.slice(at, end < 0 ? undefined : end);
    // behind the last item only items of its own go on with it
    const stop = own.findIndex(({ text }, i) => i > 0 && !ITEM.test(text));
    return own.slice(0, stop < 0 ? undefined : stop);
  }
  // a converter may leave the items in the line of what announces them
  return blocks.filter(({ text }) => inlineItems(text).has(number)).slice(0, 1);
}

/** Where the items stand that one block lists: …：（一）…；（二）…。 */
export function inlineItems(text: string): Map<number, Span> {
  const places = [
    ...text.matchAll(/(?<=[:：；;。\s]|^)[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)]/gu),
  ];
  const items = new Map<number, Span>();
  for (const [i, place] of places.entries()) {
    const value = parseNumeral(place[1] ?? '');
    if (value === items.size + 1)
      items.set(value, span(place.index, places[i + 1]?.index ?? text.length));
  }
  return items;
}

import { splitSentences } from '../article/text/sentences.ts';
import { span } from '../util/span.ts';
import type { Range } from './card.ts';

/** After these a sentence may go on in the next message, when it has no room in one. */
const CLAUSE_END = /[，、；：,;:\s]/;

/** What a number, its unit or its qualifier is written with: no message ends inside. */
const FIGURE = /[\p{N}.,，%％‰/~～\-—–〇零一二三四五六七八九十百千万亿两几超约近达逾不足多余]/u;

/** How much of a message's limit a text takes. */
export type Size = (text: string) => number;

/** In UTF-16 units, as platforms count. */
const UNITS: Size = (text) => text.length;

/**
 * Parts of `text` of at most `limit` by `size`, which must not be less than the text's own length,
 * that together hold every character of it, in order. A part ends between sentences; inside a
 * sentence only where one alone is larger than `limit`, then after a clause, and never inside a
 * figure or a character.
 */
export function parts(text: string, limit: number, size: Size = UNITS): Range[] {
  const found: Range[] = [];
  let from = 0;
  let to = 0;
  let reach = furthest(text, from, limit, size);
  const cut = (end: number) => {
    found.push([from, end]);
    from = end;
    reach = furthest(text, from, limit, size);
  };
  // the white space between two sentences goes with the first
  const ends = splitSentences(text, span(0, text.length)).map(({ span: { start } }) => start);
  for (const end of [...ends.slice(1), text.length]) {
    if (end > reach && to > from) cut(to);
    while (end > reach) cut(clauseEnd(text, from, reach));
    to = end;
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}

/** The last place up to which the text behind `from` has room. */
function furthest(text: string, from: number, limit: number, size: Size): number {
  let low = Math.min(from + 1, text.length);
  let high = Math.min(from + limit, text.length);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (size(text.slice(from, middle)) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last place in (from, limit] where a sentence can be left and taken up again. */
function clauseEnd(text: string, from: number, limit: number): number {
  for (const fits of [afterClause, outsideFigure, betweenCharacters]) {
    for (let at = limit; at > from; at--) if (fits(text, at)) return at;
  }
  return limit;
}

function betweenCharacters(text: string, at: number): boolean {
  return !/[\uD800-\uDBFF]/.test(text.charAt(at - 1)) || !/[\uDC00-\uDFFF]/.test(text.charAt(at));
}

function outsideFigure(text: string, at: number): boolean {
  const inside = FIGURE.test(text.charAt(at - 1)) || FIGURE.test(text.charAt(at));
  return !inside && betweenCharacters(text, at);
}

function afterClause(text: string, at: number): boolean {
  const mark = text.charAt(at - 1);
  if (!CLAUSE_END.test(mark)) return false;
  const next = text.charAt(at);
  // 9,300 and 10:30 are one figure, and so is 超 300
  if (/\s/.test(mark)) return !FIGURE.test(next);
  return !(/\p{N}/u.test(text.charAt(at - 2)) && /\p{N}/u.test(next));
}

/** Our own words and labels at most `limit` UTF-16 units long, with … where something is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit - 1;
  while (end > 0 && !betweenCharacters(text, end)) end -= 1;
  return `${text.slice(0, end)}…`;
}

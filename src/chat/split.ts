import { splitSentences } from '../article/sentences.ts';
import { span } from '../offset.ts';
import type { Range } from './card.ts';

/** After these a sentence may go on in the next message, when it has no room in one. */
const CLAUSE_END = /[，、；：,;:\s]/;

/** What a number, its unit or its qualifier is written with: no message ends inside. */
const FIGURE = /[\p{N}.,，%％‰/~～\-—–〇零一二三四五六七八九十百千万亿两几超约近达逾不足多余]/u;

/**
 * Parts of `text` of at most `limit` UTF-16 units that together hold every character of it, in
 * order. A part ends between sentences; inside a sentence only where one alone is longer than
 * `limit`, then after a clause, and never inside a figure or a character.
 */
export function parts(text: string, limit: number): Range[] {
  if (text.length <= limit) return text === '' ? [] : [[0, text.length]];
  const found: Range[] = [];
  let from = 0;
  let to = 0;
  // the white space between two sentences goes with the first
  const ends = splitSentences(text, span(0, text.length)).map(({ span: { start } }) => start);
  for (const end of [...ends.slice(1), text.length]) {
    if (end - from > limit && to > from) {
      found.push([from, to]);
      from = to;
    }
    while (end - from > limit) {
      const cut = clauseEnd(text, from, from + limit);
      found.push([from, cut]);
      from = cut;
    }
    to = end;
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
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

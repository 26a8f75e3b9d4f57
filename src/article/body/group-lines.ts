import { type Span, span } from '../../util/span.ts';
import type { Line } from '../text/lines.ts';
import { hasWords, isContinuation, isEnded } from '../text/punctuation.ts';
import { isNumbered } from '../text/section-numbers.ts';

/** Lines that make one heading or one paragraph. */
export interface Unit {
  readonly lines: readonly Line[];
  readonly span: Span;
  /** The lines joined, the white space between them dropped. */
  readonly text: string;
}

/** A line no shorter than this, with a comma in it, is running text that a converter cut. */
const RUNNING = 15;

/** Lines longer than any hard wrap: each that ends in a full stop is a paragraph. */
const UNWRAPPED = 100;

/** A first line this short above one this long, in one block, is its heading. */
const SHORT = 20;
const LONG = 40;

const CLAUSE = /[，。、；,]/u;
const BULLET = /^(?:[●•◆■▪★◇○□▲※*·]|[-–]\s|——|[①-⑳])/u;
const SPEAKER = /^(?:问|答|問|Q|A|[\p{Script=Han}·]{2,6})\s*[:：]/u;
/** A line of a notice: 办理地点：各派出所, **时间**：三月. */
const LABELLED =
  /^(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*)?(?:\*\*|__|<(?:b|strong)>)?\p{Script=Han}{2,14}\s?(?:[:：](?:\*\*|__)|(?:\*\*|__|<\/(?:b|strong)>)?\s?[:：])\s*\S/u;
/** 第一章  总    则: a heading that is set wide. */
const SPREAD = /^第[一二三四五六七八九十百零〇\d]{1,4}[编章节](?:\s{1,8}\p{Script=Han}){2,6}$/u;
const ROW = /\t|\|.*\||\S(?:[ \u3000]{2,}\S+){2,}/u;

/**
 * Groups the lines that are text into units; a line that is not (a head line, furniture) parts its
 * neighbours. Where a file separates paragraphs by blank lines, the lines between are one paragraph
 * that was wrapped; where it does not, each line is one.
 */
export function groupLines(lines: readonly Line[], isText: (line: Line) => boolean): Unit[] {
  const perLine = isLinePerParagraph(lines, isText);
  const units: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (!isText(line)) continue;
    const unit = units.at(-1);
    const last = unit?.at(-1);
    const follows = last !== undefined && last === lines[i - 1];
    if (unit !== undefined && follows && joins(unit, last, line, perLine)) unit.push(line);
    else units.push([line]);
  }
  return units.map(toUnit);
}

function toUnit(lines: readonly Line[]): Unit {
  const start = lines[0]?.span.start ?? 0;
  const end = lines.at(-1)?.span.end ?? start;
  const [first, second] = lines;
  const isOne = first !== undefined && second === undefined;
  const text = isOne ? first.text : lines.map((line) => line.text).join('');
  return { lines, span: span(start, end), text };
}

function joins(unit: readonly Line[], last: Line, next: Line, perLine: boolean): boolean {
  if (last.asks || next.asks || !hasWords(last.text) || !hasWords(next.text)) return false;
  const [first] = unit;
  // a notice says one thing a line
  if (first !== undefined && LABELLED.test(first.text) && LABELLED.test(next.text)) return false;
  if (last.markup !== undefined || next.markup !== undefined)
    return last.markup?.kind === 'text' && next.markup?.kind === 'text' && next.gap === 'none';
  const ended = isEnded(last.text);
  const middle = isContinuation(next.text) && !ended;
  if (next.indented) return false;
  if (next.gap === 'blank') return middle && last.text.length >= RUNNING;
  if (middle) return true;
  if (isRow(last.text) || isRow(next.text)) return false;
  if (isNumbered(next.text) || BULLET.test(next.text)) return false;
  const runsOn = !ended && last.text.length >= RUNNING && CLAUSE.test(last.text);
  if (next.gap === 'hidden') return runsOn;
  if (ended && SPEAKER.test(next.text)) return false;
  // Where paragraphs are indented, a line that is not goes on with the list above it.
  if (last.indented && /[；;]$/u.test(last.text)) return true;
  if (perLine) return runsOn || /[，,、]$/u.test(last.text);
  if (ended) return last.text.length < UNWRAPPED || next.text.length < UNWRAPPED;
  return !(unit.length === 1 && isTopOf(last.text, next.text));
}

/** Characters at most of the mark of an item: (十二), 12、. */
const MARK = 4;

/** A short line above a long one: the heading of the paragraph that begins in the same block. */
function isTopOf(line: string, next: string): boolean {
  // (六)请勿大声喧哗，以免妨碍他 goes on in the few words below it
  if (isNumbered(line) && next.length < line.length && CLAUSE.test(line.slice(MARK))) return false;
  if (isNumbered(line)) return line.length <= LONG && !/[，,、]$/u.test(line);
  const isLong = next.length >= LONG || (isEnded(next) && next.length >= 2 * line.length);
  return line.length <= SHORT && isLong && !CLAUSE.test(line);
}

/** A line of a table: cells set apart by tabs, bars or wide spaces. */
export function isRow(line: string): boolean {
  return ROW.test(line.slice(0, 300)) && !SPREAD.test(line);
}

function isLinePerParagraph(lines: readonly Line[], isText: (line: Line) => boolean): boolean {
  let breaks = 0; // line ends that end a paragraph
  let wraps = 0; // line ends within a sentence
  let gaps = 0; // blank lines between paragraphs
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last === undefined || !isText(line)) continue;
    const ended = isEnded(last.text);
    if (line.gap === 'blank') gaps += ended ? 1 : 0;
    else if (line.gap === 'none' && ended) breaks++;
    else if (line.gap === 'none' && last.text.length >= 25) wraps++;
  }
  return breaks > gaps && breaks >= wraps;
}

import { span } from '../../util/span.ts';
import { isEnded, trimSpan } from '../text/punctuation.ts';
import { ARABIC, numberRank, UNNUMBERED } from '../text/section-numbers.ts';
import { isRow, type Unit } from './group-lines.ts';
import { labelLines } from './label-lines.ts';

/** A heading among the units: it stands for the units `[from, to)`. */
export interface FoundHeading {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** 0 is the highest; ranks are compared, not counted. */
  readonly rank: number;
  /** Names the table below it, and nothing after that. */
  readonly caption: boolean;
}

const NUMBERED_LIMIT = 40;
const PLAIN_LIMIT = 30;
const PAIR_LIMIT = 20;
const BODY_LENGTH = 40;

const NUMBER_ONLY =
  /^(?:\d{1,2}|(?:PART|Part|NO|No)[.\s]*\d{1,2}|[一二三四五六七八九十]{1,2}|[壹贰叁肆伍陆柒捌玖拾])$/u;
const CAPTION = /^(?:附?[表图圖]|Table|Figure)\s*[\d一二三四五六七八九十]/u;
const DIALOGUE = /^(?:问|答|問|Q|A|记者|記者|主持人)\s*[:：]/u;
const QUESTION = /^[^，。；：、,“”「」"]+[？?]$/u;
/** 证券代码：600000 */
const FIELD = /[:：]\s*[\dA-Za-z]/u;
const LABELLED = /^[\p{Script=Han}]{2,8}[:：]\s*\S.{0,60}$/u;
const BULLET = /^[●•◆■▪★◇○□▲※*·\-—①-⑳]/u;

/**
 * The headings of a plain text, known by their looks: short, without a closing mark, and with
 * running text below. A list of short lines has no headings, for nothing hangs from them.
 */
export function findHeadings(text: string, units: readonly Unit[]): FoundHeading[] {
  const found: (FoundHeading | undefined)[] = new Array(units.length).fill(undefined);
  // From the end upwards, so that what hangs from a candidate is known when it is looked at.
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i];
    const next = units[i + 1];
    if (unit === undefined || next === undefined) continue;
    const below = found[i + 1];
    const rank = isField(units, i) ? undefined : headingRank(unit);
    const words = unit.text;
    // What lies between the two is furniture, and no part of a heading.
    const apart = trimSpan(text, unit.span.end, next.span.start) !== undefined;
    if (below !== undefined && !apart && isFirstHalf(unit, below))
      found[i] = { ...below, from: i, to: i + 2, text: words + next.text };
    else if (CAPTION.test(words) && rank !== undefined && (isRow(next.text) || isTabular(next)))
      found[i] = { from: i, to: i + 1, text: words, rank, caption: true };
    else if (CAPTION.test(words)) continue;
    else if (
      rank !== undefined &&
      (below === undefined ? isTextOf(units, i, rank) : below.rank > rank)
    )
      found[i] = { from: i, to: i + 1, text: words, rank, caption: false };
  }
  addSections(units, found);
  const labels = new Set(labelLines(units));
  for (const i of labels) {
    const words = (units[i]?.text ?? '').replace(/\s*[:：]$/u, '');
    found[i] ??= { from: i, to: i + 1, text: words, rank: UNNUMBERED, caption: false };
    // what stands right below a label is what it says
    if (found[i + 1]?.rank === UNNUMBERED) found[i + 1] = undefined;
  }
  addQuestions(units, found);
  return found.filter(
    (heading, i) =>
      heading !== undefined &&
      (labels.has(i) || !isListItem(units, found, i)) &&
      !isPairEnd(found, i),
  ) as FoundHeading[];
}

/**
 * 一、参赛对象 above a line as short as 全体学生 is a heading where another section is numbered in the same
 * way: something hangs from each, while the items of a list follow one another.
 */
function addSections(units: readonly Unit[], found: (FoundHeading | undefined)[]): void {
  const sections = new Map<number, number[]>();
  for (const [i, unit] of units.entries()) {
    const rank = isField(units, i) ? undefined : headingRank(unit);
    const next = units[i + 1];
    if (rank === undefined || rank >= ARABIC || unit.text.length > PAIR_LIMIT) continue;
    if (next !== undefined && numberRank(next.text) !== rank)
      sections.set(rank, [...(sections.get(rank) ?? []), i]);
  }
  for (const [rank, places] of sections)
    for (const i of places.length > 1 ? places : [])
      found[i] ??= { from: i, to: i + 1, text: units[i]?.text ?? '', rank, caption: false };
}

/**
 * 为什么是夜校？ between two paragraphs is a heading where the page has others, or several such
 * questions; one alone may be what the writer asks the reader.
 */
function addQuestions(units: readonly Unit[], found: (FoundHeading | undefined)[]): void {
  const asked = [...units.keys()].filter((i) => found[i] === undefined && isQuestion(units, i));
  const others = found.some((heading) => heading?.rank === UNNUMBERED && !heading.caption);
  if (!others && asked.length < 2) return;
  for (const i of asked)
    found[i] = {
      from: i,
      to: i + 1,
      text: units[i]?.text ?? '',
      rank: UNNUMBERED,
      caption: false,
    };
}

/** A short question that stands alone between paragraphs of running text. */
function isQuestion(units: readonly Unit[], i: number): boolean {
  const [above, unit, below] = [units[i - 1], units[i], units[i + 1]];
  return (
    unit?.lines.length === 1 &&
    unit.lines[0]?.gap === 'blank' &&
    unit.text.length <= PAIR_LIMIT &&
    QUESTION.test(unit.text) &&
    isRunning(above) &&
    isRunning(below)
  );
}

function isRunning(unit: Unit | undefined): boolean {
  if (unit === undefined || DIALOGUE.test(unit.text)) return false;
  return unit.text.length >= BODY_LENGTH && isEnded(unit.text);
}

/** The second line of a heading over two blocks is found by itself first; the pair replaces it. */
function isPairEnd(found: readonly (FoundHeading | undefined)[], i: number): boolean {
  return found[i - 1]?.to === i + 1;
}

/** The last item of a numbered list looks like a heading of what follows the list. */
function isListItem(
  units: readonly Unit[],
  found: readonly (FoundHeading | undefined)[],
  i: number,
): boolean {
  const above = units[i - 1];
  const rank = found[i]?.rank;
  if (rank === UNNUMBERED && isLooseItem(units, found, i - 1)) {
    const intro = units[i - 2];
    return isLooseItem(units, found, i - 2) || /[：:]$/u.test(intro?.text ?? '');
  }
  return (
    above !== undefined &&
    rank !== undefined &&
    rank >= ARABIC &&
    rank < UNNUMBERED &&
    found[i - 1] === undefined &&
    headingRank(above) === rank
  );
}

/** A short line that looks like a heading and is none. */
function isLooseItem(
  units: readonly Unit[],
  found: readonly (FoundHeading | undefined)[],
  i: number,
): boolean {
  const unit = units[i];
  return (
    unit !== undefined &&
    found[i] === undefined &&
    !isField(units, i) &&
    headingRank(unit) === UNNUMBERED
  );
}

/** One of several lines of a label and what it holds: 时间：3月9日, 地点：镇文化站. */
function isField(units: readonly Unit[], i: number): boolean {
  const isLabelled = (unit: Unit | undefined) => unit !== undefined && LABELLED.test(unit.text);
  return isLabelled(units[i]) && (isLabelled(units[i - 1]) || isLabelled(units[i + 1]));
}

function headingRank(unit: Unit): number | undefined {
  const { text, lines } = unit;
  if (isTabular(unit)) return undefined;
  const rank = numberRank(text);
  if (text.length > (rank === undefined ? PLAIN_LIMIT : NUMBERED_LIMIT) || lines.length > 3)
    return undefined;
  if (isRow(text) || FIELD.test(text) || DIALOGUE.test(text) || BULLET.test(text)) return undefined;
  if (rank !== undefined) return /[。！!；;：:，,、]$|。./u.test(text) ? undefined : rank;
  if (NUMBER_ONLY.test(text)) return UNNUMBERED;
  if (isEnded(text) || /[，,、]$|[。；]/u.test(text) || !/\p{L}/u.test(text)) return undefined;
  return UNNUMBERED;
}

/**
 * The first half of a heading set in two blocks: it ends in a comma (平原造林， / 十年绿了一座城)
 * or is the bare number of the one below (01 / 从一间空屋开始).
 */
function isFirstHalf(unit: Unit, below: FoundHeading): boolean {
  if (below.to !== below.from + 1 || below.rank !== UNNUMBERED || unit.lines.length > 1)
    return false;
  const comma = unit.text.length <= PAIR_LIMIT && /^[^，,。；：、]+[，,]$/u.test(unit.text);
  return comma || (NUMBER_ONLY.test(unit.text) && !NUMBER_ONLY.test(below.text));
}

/** Whether text stands right below a heading of a rank: not below an item of a list, which the next item follows. */
function isTextOf(units: readonly Unit[], i: number, rank: number): boolean {
  const next = units[i + 1];
  if (next === undefined || (rank !== UNNUMBERED && numberRank(next.text) === rank)) return false;
  return isBody(next) || isField(units, i + 1);
}

function isBody(unit: Unit): boolean {
  const { text } = unit;
  return isEnded(text) || text.length >= BODY_LENGTH || isRow(text) || isTabular(unit);
}

function isTabular({ lines: [line] }: Unit): boolean {
  return line?.markup?.kind === 'row' || line?.markup?.kind === 'header';
}

/** Ranks as levels: 1 for the highest rank that occurs, then 2, without gaps. */
export function toLevels(ranks: readonly number[]): number[] {
  const order = [...new Set(ranks)].sort((a, b) => a - b);
  return ranks.map((rank) => order.indexOf(rank) + 1);
}

export function headingSpan(units: readonly Unit[], heading: FoundHeading) {
  return span(units[heading.from]?.span.start ?? 0, units[heading.to - 1]?.span.end ?? 0);
}

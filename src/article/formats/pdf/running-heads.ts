import type { PageLine } from './lines.ts';

/** The parts of a page, at the top and at the bottom, that hold running heads and feet. */
const MARGIN = 0.12;

/** A running head stands on at least one page in so many: left and right pages may differ. */
const PAGES_EACH = 3;

/** What a browser prints around a page: its address, the time, 1/3. */
const PRINTED =
  /^(?:(?:https?|file):\/\/\S+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? .{0,12}\d{1,2}:\d{2}.{0,5}(?: {2}.*)?|.{0,200} {2}\d{1,4}\/\d{1,4})$/u;

const PAGE_NUMBER =
  /^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*页)?(?:[，,\s]*共\s*\d{1,4}\s*页)?[-—–·\s]*$/u;

export interface SplitLines {
  readonly body: readonly PageLine[];
  /** One of each that differ in more than their numbers. */
  readonly running: readonly PageLine[];
}

/** Tells the text of the pages from what is printed on each: running heads, feet, page numbers. */
export function splitRunningLines(lines: readonly PageLine[], pages: number): SplitLines {
  const places = new Map<string, Set<number>>();
  for (const line of lines) {
    if (!isInMargin(line)) continue;
    const key = keyOf(line);
    places.set(key, (places.get(key) ?? new Set()).add(line.page));
  }
  const body: PageLine[] = [];
  const running = new Map<string, PageLine>();
  for (const line of lines) {
    const repeats = places.get(keyOf(line))?.size ?? 0;
    const everywhere = repeats >= 2 && repeats * PAGES_EACH >= pages;
    const printed = PRINTED.test(line.text) || PAGE_NUMBER.test(line.text);
    if (isInMargin(line) && (everywhere || printed)) {
      const key = line.text.replace(/\d+/gu, '#');
      if (!running.has(key)) running.set(key, line);
    } else body.push(line);
  }
  return { body, running: [...running.values()] };
}

function isInMargin({ depth }: PageLine): boolean {
  return depth < MARGIN || depth > 1 - MARGIN;
}

/** The key of a line: its words without their numbers, and its height on the page. */
function keyOf({ text, y }: PageLine): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/gu, '#')}`;
}

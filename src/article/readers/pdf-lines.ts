import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { CJK_RADICALS } from '../data/cjk-radicals.ts';

/** A line of a page. Lengths are in points; `y` counts from the bottom of the page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  readonly page: number;
  /** Where it stands on the page, from 0 at the top to 1 at the bottom. */
  readonly depth: number;
}

interface Page {
  readonly number: number;
  readonly bottom: number;
  readonly top: number;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]/u;

/** Shares of the letters' height: pieces further apart have a space between, or a column's gap. */
const SPACE = 0.15;
const WIDE_SPACE = 0.6;
const COLUMN = 1.8;

/** The lines of a page in the order in which they are written. Slanted text is a watermark. */
export function readPageLines(
  items: readonly (TextItem | TextMarkedContent)[],
  page: Page,
): PageLine[] {
  const lines: PageLine[] = [];
  let open: PageLine | undefined;
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [across = 0, slope = 0, , up = 0, left = 0, y = 0] = item.transform as number[];
    if (Math.abs(slope) > Math.abs(across) / 10) continue;
    const size = Math.abs(up) || item.height;
    const text = unspaced(plain(item.str));
    const right = left + item.width;
    const follows = open !== undefined && Math.abs(open.y - y) < size / 2 && left > open.left;
    if (open !== undefined && follows) {
      const gap = (left - open.right) / Math.max(size, 1);
      open = {
        ...open,
        text: open.text + between(open.text, text, gap) + text,
        right,
        size: Math.max(open.size, size),
      };
      continue;
    }
    if (open !== undefined) lines.push(open);
    const depth = (page.top - y) / Math.max(page.top - page.bottom, 1);
    open = { text, left, right, y, size, page: page.number, depth };
  }
  if (open !== undefined) lines.push(open);
  return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

/** What stands between two pieces of a line that are `gap` letters apart. */
function between(before: string, after: string, gap: number): string {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  if (gap > COLUMN) return '  ';
  const wide = WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1));
  return gap > (wide ? WIDE_SPACE : SPACE) ? ' ' : '';
}

/** Radicals and ligatures as the characters that they stand for. */
function plain(text: string): string {
  return text
    .replace(/[\u2e80-\u2eff]/gu, (radical) => CJK_RADICALS.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fdf\ufb00-\ufb06]/gu, (form) => form.normalize('NFKC'));
}

/** 长 三 角 是 全 国: a line that is set wide has no spaces. */
function unspaced(text: string): string {
  const gaps = text.match(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu)?.length ?? 0;
  return gaps > 2 && gaps > text.length / 4
    ? text.replace(/(?<=\p{Script=Han}) (?=[\p{Script=Han}\p{P}])/gu, '')
    : text;
}

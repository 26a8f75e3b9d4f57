import { span } from '../../util/span.ts';
import type { Line } from '../text/lines.ts';
import { hasWords } from '../text/punctuation.ts';
import { type HeadPage, note } from './head-draft.ts';
import { readHeadLine } from './head-line.ts';

/** Length above which a title is a paragraph, of which only the beginning is shown. */
export const TITLE_LIMIT = 60;

/** No title has more lines than this below its first. */
const MORE_LINES = 4;

/** 现将有关事项通知如下： ends the sentence with which a notice without a title begins. */
const SENTENCE = /[。；]$|[，,。].{0,59}如下[:：;；]?$/u;

const MARKER = /^#{1,6}\s+/u;
const DASH = /^[—–―-]{2,}\s*/u;

/**
 * Takes the title and returns the number of its line, -1 when there is none. It is the first
 * heading of a Markdown file, otherwise the first line of `top` that says something else than a
 * date or a source. With `known`, only a line that prints that title again is taken.
 */
export function takeTitle(page: HeadPage, top: readonly Line[], known: string | undefined): number {
  const first = top.findIndex(isTitle);
  if (known !== undefined) {
    const again = first >= 0 && bare(page.lines[first]?.text ?? '') === bare(known);
    if (again) take(page, first);
    return again ? first : -1;
  }
  const heading = page.lines.findIndex((line) => line.markup?.kind === 'heading');
  const markup = page.lines[heading]?.markup;
  const isTop = heading === first || (markup?.kind === 'heading' && markup.level === 1);
  const title = coverTitle(page.lines, first, heading) ?? (heading >= 0 && isTop ? heading : first);
  if (title >= 0) take(page, title, isSection(page.lines, title));
  return title;
}

/** The heading of a document's first part, which is the title of no document. */
const FIRST_PART =
  /^(?:前\s*言|序\s*言|序|引\s*言|导\s*言|绪\s*论|概\s*述|概\s*要|摘\s*要|总\s*则|目\s*[录錄次]|第[一1]\s?[编章节部].*|[一1](?:\s?[、.．]|\s).*)$/u;
/** What documents are called by. */
const DOCUMENT =
  /(?:手册|办法|制度|报告|方案|规定|指南|指引|说明书?|协议书?|合同|条例|章程|计划|总结|规划|标准|规范|规程|规则|准则|守则|须知|简章|大纲|教程|白皮书|细则|纪要|公报|年报|通知|通告|公告|意见|预案|论文)(?:[（(].{1,12}[）)])?$/u;

/** The title on a cover, above the heading of the first part; -1 where the cover prints none. */
function coverTitle(lines: readonly Line[], first: number, heading: number): number | undefined {
  if (heading <= first || first < 0 || !FIRST_PART.test(lines[heading]?.text ?? ''))
    return undefined;
  const cover = lines.slice(first, heading);
  if (cover.some(({ text }) => text.length > TITLE_LIMIT || /[。；]/u.test(text))) return undefined;
  const at = cover.findIndex((line) => isTitle(line) && DOCUMENT.test(line.text));
  return at < 0 ? -1 : first + at;
}

/** A heading below the first level with others beside it is that of the first section only. */
function isSection(lines: readonly Line[], i: number): boolean {
  const levels = lines.map(({ markup }) => (markup?.kind === 'heading' ? markup.level : 0));
  const level = levels[i] ?? 0;
  return level > 1 && !levels.includes(1) && levels.indexOf(level, i + 1) > i + 1;
}

function isTitle({ text, markup }: Line): boolean {
  return hasWords(text) && (markup?.kind === 'heading' || readHeadLine(text) === undefined);
}

/** A title that is a paragraph as well (too long, a sentence, or all there is) stays text. */
function take(page: HeadPage, i: number, isSection = false): void {
  const line = page.lines[i];
  if (line === undefined) return;
  const start = MARKER.exec(line.text)?.[0].length ?? 0;
  const value = line.text
    .slice(start, start + TITLE_LIMIT)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
  const end = start + value.length;
  note(page, i, { field: 'title', value, start, end });
  const isText = end < line.text.length || SENTENCE.test(line.text) || page.lines.length === 1;
  if (isSection) return;
  if (!isText || line.markup?.kind === 'heading') page.taken.add(i);
}

/** Takes the lines `[from, to)` that nothing else explains: the title's other lines. */
export function takeSubtitles(page: HeadPage, from: number, to: number): void {
  if (to - from > MORE_LINES + page.taken.size) return;
  for (let i = from; i < to; i++) takeSubtitle(page, i, i > from);
}

/** Takes the lines of a title that is printed over several, up to the blank line below it. */
export function takeTitleBlock(page: HeadPage, title: number, bodyStart: number): void {
  const { lines, taken } = page;
  if (!taken.has(title) || lines[title]?.markup !== undefined) return;
  let end = title + 1;
  while (end < bodyStart && lines[end]?.gap === 'none' && !taken.has(end)) end++;
  const below = lines[end];
  if (end - title > MORE_LINES || below === undefined || below.gap === 'none') return;
  for (let i = title + 1; i < end; i++) takeSubtitle(page, i, i > title + 1);
}

/** Takes a line such as `——访某大学教授梁思源` right below the title, unless it is a sentence. */
export function takeDashed(page: HeadPage, i: number): void {
  const text = page.lines[i]?.text ?? '';
  if (i > 0 && DASH.test(text) && text.length <= TITLE_LIMIT && !/[。；]/u.test(text))
    takeSubtitle(page, i, false);
}

function takeSubtitle(page: HeadPage, i: number, joins: boolean): void {
  const line = page.lines[i];
  if (line === undefined || page.taken.has(i) || !hasWords(line.text)) return;
  page.taken.add(i);
  const start = DASH.exec(line.text)?.[0].length ?? 0;
  const before = page.facts.at(-1);
  if (joins && start === 0 && before?.field === 'title' && line.gap === 'none') {
    // 政府工作报 / 告: a converter broke one line into two.
    const whole = span(before.span.start, line.span.end);
    page.facts.pop();
    page.facts.push({ ...before, value: before.value + line.text, span: whole, line: whole });
    return;
  }
  note(page, i, { field: 'title', value: line.text.slice(start), start, end: line.text.length });
}

function bare(title: string): string {
  return title.replace(MARKER, '').replace(/[\s\p{P}]+/gu, '');
}

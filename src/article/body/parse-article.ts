import { basename, extname } from 'node:path';
import { type Span, slice, span } from '../../util/span.ts';
import type {
  Article,
  Furniture,
  HeadFact,
  Heading,
  Paragraph,
  Sentence,
  TableRow,
} from '../article.ts';
import { withDigest } from '../digest.ts';
import type { Reading } from '../formats/common/reading.ts';
import { readDatelines } from '../head/dateline.ts';
import { readHeadLine } from '../head/head-line.ts';
import { readHead } from '../head/read-head.ts';
import { findDate, readReportYear } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';
import { hasWords, isEnded } from '../text/punctuation.ts';
import { numberRank, UNNUMBERED } from '../text/section-numbers.ts';
import { splitSentences } from '../text/sentences.ts';
import { partAnswers } from './answers.ts';
import { groupLines, isRow, type Unit } from './group-lines.ts';
import { type FoundHeading, findHeadings, headingSpan, toLevels } from './headings.ts';
import { listLabels } from './list-labels.ts';
import { findFurniture, footFurniture, isKept } from './page-furniture.ts';

export type Parsed =
  | { readonly ok: true; readonly article: Article; readonly warnings: readonly string[] }
  /** The file is no article; `reason` is one line with the remedy, without the file's name. */
  | { readonly ok: false; readonly reason: string };

/** Makes an article of what a reader read in `file`, a name in the corpus folder. Never throws. */
export function parseArticle(file: string, reading: Reading, id = articleId(file)): Parsed {
  if (!reading.ok) return reading;
  const { text, front } = reading;
  if (front.kind === 'bad') return { ok: false, reason: front.reason };
  const hidden = hiddenFacts(reading.lines);
  const shown = reading.lines.filter(({ markup }) => markup?.kind !== 'fact');
  const lines = partAnswers(text, shown);

  const rules = findFurniture(lines, front);
  const known = [...front.facts, ...hidden].find((fact) => fact.field === 'title')?.value;
  const head = readHead(
    lines.filter((line) => !rules.has(line) && !isKept(line.text, front)),
    known,
  );

  const units = groupLines(lines, (line) => !rules.has(line) && !head.lines.has(line));
  const foot = takeFoot(units, (unit) => isKept(unit.text, front));
  const body = units.filter((unit) => !foot.has(unit));
  const marked = markedHeadings(body);
  const told = marked.length > 0 || reading.marked ? marked : findHeadings(text, body);
  const found = withQuestions(body, told);
  const headings = toHeadings(body, found);
  const paragraphs = toParagraphs(text, body, found);

  const read = [...front.facts, ...head.facts, ...furnitureFacts(rules)];
  const more = withFirst(withFirst(read, hidden), readDatelines(text, paragraphs));
  const facts = distinct(more);
  const title = facts.find((fact) => fact.field === 'title')?.value ?? id;
  const date = facts.find((fact) => fact.field === 'date')?.value ?? readReportYear(title);
  const source = facts.find((fact) => fact.field === 'source')?.value;
  const article = withDigest({
    id,
    file,
    text,
    title,
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(reading.recognized && { recognized: reading.recognized }),
    head: facts,
    headings,
    paragraphs,
    furniture: [
      ...[...rules].map(([line, rule]) => ({ span: line.span, rule })),
      ...foot.values(),
    ].sort((a, b) => a.span.start - b.span.start),
  });
  const warnings = [...front.warnings, ...head.warnings, ...(reading.recognized ? [SCAN] : [])];
  return { ok: true, article, warnings };
}

const SCAN =
  'is a scan, and its text was recognised by a machine; check its names and figures against the pages';

/** `news.txt` → `news` */
export function articleId(file: string): string {
  return basename(file, extname(file));
}

/** Notices of rights at the foot, and blocks without a word anywhere, are furniture. */
function takeFoot(units: readonly Unit[], keeps: (unit: Unit) => boolean): Map<Unit, Furniture> {
  const taken = new Map<Unit, Furniture>();
  for (const unit of units)
    if (!hasWords(unit.text)) taken.set(unit, { span: unit.span, rule: 'ornament' });
  for (const unit of units.toReversed()) {
    if (taken.has(unit)) continue;
    if (keeps(unit)) break;
    const rule = footFurniture(unit.text);
    if (rule === undefined) break;
    taken.set(unit, { span: unit.span, rule });
  }
  return taken;
}

/** What the page says of itself out of sight. */
function hiddenFacts(lines: readonly Line[]): HeadFact[] {
  return lines.flatMap(({ markup, span: line, text }) => {
    if (markup?.kind !== 'fact') return [];
    const { field, value } = markup;
    const date = field === 'date' ? findDate(text) : undefined;
    const at = date === undefined ? line : within(line, date.start, date.end);
    return [{ field, value, span: at, line }];
  });
}

/** Editors' lines are furniture, and say who edited. */
function furnitureFacts(rules: ReadonlyMap<Line, string>): HeadFact[] {
  const facts: HeadFact[] = [];
  for (const [{ span: at, text }, rule] of rules) {
    if (rule !== 'editor' && rule !== 'reprint-source') continue;
    for (const { field, value, start, end } of readHeadLine(text)?.facts ?? [])
      facts.push({ field, value, span: within(at, start, end), line: at });
  }
  return facts;
}

function within(at: Span, start: number, end: number): Span {
  return span(at.start + start, at.start + end);
}

/** Adds of `more` what no fact of `facts` says: a dateline tells the author only when no byline does. */
function withFirst(facts: readonly HeadFact[], more: readonly HeadFact[]): HeadFact[] {
  const told = new Set(facts.map((fact) => fact.field));
  return [...facts, ...more.filter((fact) => !told.has(fact.field))];
}

/** A name that stands at the head and at the foot is one author. */
function distinct(facts: readonly HeadFact[]): HeadFact[] {
  const seen = new Set<string>();
  return facts.filter(({ field, value, span: at }) => {
    // The title alone is told twice: each place must be known as no paragraph.
    const key = field === 'title' ? `${field} ${at.start}` : `${field} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function markedHeadings(units: readonly Unit[]): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const [i, { lines, text }] of units.entries()) {
    const markup = lines[0]?.markup;
    if (markup?.kind === 'heading')
      found.push({ from: i, to: i + 1, text, rank: markup.level, caption: false });
  }
  return found;
}

/** The headings with the questions that stand over their answers, below all others. */
function withQuestions(
  units: readonly Unit[],
  found: readonly FoundHeading[],
): readonly FoundHeading[] {
  const taken = new Set(found.flatMap(({ from, to }) => (to > from + 1 ? [from, to - 1] : [from])));
  const rank = Math.max(UNNUMBERED, ...found.map((heading) => heading.rank)) + 1;
  const asked = [...units.entries()].flatMap(([i, { lines, text }]) =>
    lines[0]?.asks && !taken.has(i) ? [{ from: i, to: i + 1, text, rank, caption: false }] : [],
  );
  if (asked.length === 0) return found;
  // a short answer looks like a heading
  const above = found.filter(({ from }) => !units[from - 1]?.lines[0]?.asks);
  return [...above, ...asked].sort((a, b) => a.from - b.from);
}

function toHeadings(units: readonly Unit[], found: readonly FoundHeading[]): Heading[] {
  const levels = toLevels(found.map((heading) => heading.rank));
  return found.map((heading, i) => ({
    text: heading.text,
    span: headingSpan(units, heading),
    level: levels[i] ?? 1,
  }));
}

function toParagraphs(
  text: string,
  units: readonly Unit[],
  found: readonly FoundHeading[],
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const headings = new Map(found.map((heading) => [heading.from, heading]));
  const captions = captionStarts(units);
  const labels = listLabels(units, (place) => headings.has(place));
  let above: readonly FoundHeading[] = [];
  let caption: string | undefined;
  for (let i = 0; i < units.length; i++) {
    const here = headings.get(i);
    const unit = units[i];
    if (here !== undefined) {
      if (here.caption) caption = here.text;
      else above = [...above.filter(({ rank }) => rank < here.rank), here];
      i = here.to - 1;
    } else if (unit !== undefined) {
      const [line] = unit.lines;
      if (!isRowUnit(unit)) caption = undefined;
      above = above.filter((one) => !isPast(one, unit));
      const heading = above.at(-1)?.text;
      const isCaption = captions.has(unit.span.start) && !isEnded(unit.text);
      if (line?.markup?.kind === 'header' || isCaption) continue;
      const row = line?.markup?.kind === 'row' ? line.markup.row : undefined;
      const said = [caption ?? heading, labels.get(i)].filter((one) => one !== undefined);
      const named = said.length === 0 ? undefined : said.join(' | ');
      const quoted = row === undefined ? named : rowHeading(text, row, heading);
      const sentences = row === undefined ? splitSentences(text, unit.span) : [{ span: unit.span }];
      for (const part of cutLong(sentences))
        paragraphs.push({
          number: paragraphs.length + 1,
          span: span(part[0]?.span.start ?? 0, part.at(-1)?.span.end ?? 0),
          sentences: part,
          ...(quoted === undefined ? {} : { heading: quoted }),
          ...(line?.page === undefined ? {} : { page: line.page }),
          ...(row === undefined ? {} : { row }),
        });
    }
  }
  return paragraphs;
}

/** The first of several: a list that begins anew may stand inside a section numbered in the same way. */
const FIRST = /^[（(]?(?:1|一|第[一1])(?![\d一二三四五六七八九十])/u;

/** 五、工本费：15元 is no part of 四、使用方法: an item numbered as the section above is, or higher. */
function isPast({ rank }: FoundHeading, { text }: Unit): boolean {
  const own = numberRank(text);
  return own !== undefined && rank !== UNNUMBERED && own <= rank && !FIRST.test(text);
}

/** A paragraph longer than this, in UTF-16 units, is no place to cite: a novel on one line. */
const PARAGRAPH_LIMIT = 5000;
/** What it is cut into, at the ends of its sentences. */
const PART_LENGTH = 1000;

/** The sentences of a paragraph, in parts where it is too long to be quoted. */
function cutLong(sentences: readonly Sentence[]): (readonly Sentence[])[] {
  const [first, last] = [sentences[0], sentences.at(-1)];
  const length = (last?.span.end ?? 0) - (first?.span.start ?? 0);
  if (length <= PARAGRAPH_LIMIT) return [sentences];
  const parts: Sentence[][] = [];
  for (const sentence of sentences) {
    const start = parts.at(-1)?.[0]?.span.start;
    if (start === undefined || sentence.span.end - start > PART_LENGTH) parts.push([sentence]);
    else parts.at(-1)?.push(sentence);
  }
  return parts;
}

/** Where the lines begin that name a table below: they are quoted with each of its rows. */
function captionStarts(units: readonly Unit[]): Set<number> {
  const starts = new Set<number>();
  for (const { lines } of units)
    for (const { markup } of lines)
      if (markup?.kind === 'row')
        for (const { start } of markup.row?.captions ?? []) starts.add(start);
  return starts;
}

function isRowUnit({ lines, text }: Unit): boolean {
  const kind = lines[0]?.markup?.kind;
  return kind === 'row' || kind === 'header' || isRow(text);
}

/** A row says little without the names of its table and columns; without either, the heading above. */
function rowHeading(text: string, row: TableRow, heading: string | undefined): string | undefined {
  const columns = row.cells.flatMap(({ above }) => above);
  const names = [...row.captions, ...columns].map((at) => slice(text, at));
  return names.length === 0 ? heading : [...new Set(names)].join(' | ');
}

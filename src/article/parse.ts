import { basename, extname } from 'node:path';
import { type Span, span } from '../offset.ts';
import { hasWords } from './characters.ts';
import { readDatelines } from './dateline.ts';
import { readReportYear } from './dates.ts';
import { frontMatter } from './front-matter.ts';
import { findFurniture, footFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import { readHeadLine } from './head-line.ts';
import { type FoundHeading, findHeadings, headingSpan, toLevels } from './headings.ts';
import { groupLines, isRow, type Unit } from './layout.ts';
import { type Line, splitLines } from './lines.ts';
import { markdownLines } from './markdown.ts';
import { splitSentences } from './sentences.ts';
import type { Article, Furniture, HeadFact, Heading, Paragraph } from './types.ts';

export type Parsed =
  | { readonly ok: true; readonly article: Article; readonly warnings: readonly string[] }
  /** The file is no article; `reason` is one line with the remedy, without the file's name. */
  | { readonly ok: false; readonly reason: string };

/**
 * Reads one file as an article. `file` is its name in the corpus folder, which decides between
 * Markdown (`.md`) and plain text; `text` its decoded content with line ends as LF. Never throws.
 */
export function parseArticle(file: string, text: string, id = articleId(file)): Parsed {
  const front = frontMatter(text);
  if (front.kind === 'bad') return { ok: false, reason: front.reason };
  const isMarkdown = extname(file).toLowerCase() === '.md';
  const lines = isMarkdown ? markdownLines(text, front.end) : splitLines(text, front.end);

  const rules = findFurniture(lines);
  const known = front.facts.find((fact) => fact.field === 'title')?.value;
  const head = readHead(
    lines.filter((line) => !rules.has(line)),
    known,
  );

  const units = groupLines(lines, (line) => !rules.has(line) && !head.lines.has(line));
  const foot = takeFoot(units);
  const body = units.filter((unit) => !foot.has(unit));
  const found = isMarkdown ? markedHeadings(body) : findHeadings(text, body);
  const headings = toHeadings(body, found);
  const paragraphs = toParagraphs(text, body, found);

  const read = [...front.facts, ...head.facts, ...furnitureFacts(rules)];
  const facts = distinct(withFirst(read, readDatelines(text, paragraphs)));
  const title = facts.find((fact) => fact.field === 'title')?.value ?? id;
  const date = facts.find((fact) => fact.field === 'date')?.value ?? readReportYear(title);
  const source = facts.find((fact) => fact.field === 'source')?.value;
  const article: Article = {
    id,
    file,
    text,
    title,
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    head: facts,
    headings,
    paragraphs,
    furniture: [
      ...[...rules].map(([line, rule]) => ({ span: line.span, rule })),
      ...foot.values(),
    ].sort((a, b) => a.span.start - b.span.start),
  };
  return { ok: true, article, warnings: [...front.warnings, ...head.warnings] };
}

/** `news.txt` → `news` */
export function articleId(file: string): string {
  return basename(file, extname(file));
}

/** Notices of rights at the foot, and blocks without a word anywhere, are furniture. */
function takeFoot(units: readonly Unit[]): Map<Unit, Furniture> {
  const taken = new Map<Unit, Furniture>();
  for (const unit of units)
    if (!hasWords(unit.text)) taken.set(unit, { span: unit.span, rule: 'ornament' });
  for (const unit of units.toReversed()) {
    if (taken.has(unit)) continue;
    const rule = footFurniture(unit.text);
    if (rule === undefined) break;
    taken.set(unit, { span: unit.span, rule });
  }
  return taken;
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
  let heading: string | undefined;
  let caption: string | undefined;
  for (let i = 0; i < units.length; i++) {
    const here = headings.get(i);
    const unit = units[i];
    if (here !== undefined) {
      if (here.caption) caption = here.text;
      else heading = here.text;
      i = here.to - 1;
    } else if (unit !== undefined) {
      if (!isRow(unit.text)) caption = undefined;
      const above = caption ?? heading;
      paragraphs.push({
        number: paragraphs.length + 1,
        span: unit.span,
        sentences: splitSentences(text, unit.span),
        ...(above === undefined ? {} : { heading: above }),
      });
    }
  }
  return paragraphs;
}

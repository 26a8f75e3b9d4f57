import { span } from '../offset.ts';
import { hasWords, isEnded } from './characters.ts';
import { OFFICES, PUBLISHER_ENDINGS } from './data/head-words.ts';
import { type HeadLine, readHeadLine } from './head-line.ts';
import type { Line } from './lines.ts';
import { readNames } from './names.ts';
import { isNumbered } from './numbering.ts';
import type { HeadFact } from './types.ts';

export interface Head {
  readonly facts: readonly HeadFact[];
  /** Numbers of the lines that are head and not text. */
  readonly lines: ReadonlySet<number>;
  readonly warnings: readonly string[];
}

/** The head is looked for in so many lines at the top, the foot in so many at the end. */
const HEAD_LINES = 20;
const FOOT_LINES = 12;

/** A line this long, or one that ends in a full stop and is no shorter than a clause, is text. */
const TEXT_LENGTH = 60;
const CLAUSE_LENGTH = 12;

/** A title longer than this is a paragraph; what is shown of it is its beginning. */
const TITLE_LIMIT = 60;

const OFFICE = new RegExp(`^.{0,24}(?:${OFFICES.join('|')})`, 'u');
const PUBLISHER = new RegExp(`^[\\p{L}\\p{N}]{2,24}(?:${PUBLISHER_ENDINGS})$`, 'u');
const MARKER = /^(?:#{1,6}\s+|[—–―-]{2,}\s*)/u;

/**
 * Finds the head (title, date, source, authors) among `free` lines, those that are not furniture,
 * and the bylines at the foot. `known` is the title when front matter gave it.
 */
export function readHead(lines: readonly Line[], free: readonly number[], known?: string): Head {
  const reader = new HeadReader(lines, free);
  reader.readTitle(known);
  reader.readFacts();
  return reader;
}

class HeadReader implements Head {
  readonly facts: HeadFact[] = [];
  readonly lines = new Set<number>();
  readonly warnings: string[] = [];
  private readonly all: readonly Line[];
  private readonly free: readonly number[];
  private titleAt = -1;

  constructor(lines: readonly Line[], free: readonly number[]) {
    this.all = lines;
    this.free = free;
  }

  readTitle(known: string | undefined): void {
    const top = this.free.slice(0, HEAD_LINES);
    const isHeading = (i: number) => this.at(i).markup?.kind === 'heading';
    const heading = this.free.find(isHeading);
    const isTitle = ({ text, markup }: Line) =>
      hasWords(text) && (markup?.kind === 'heading' || readHeadLine(text) === undefined);
    const first = top.find((i) => isTitle(this.at(i)));
    if (known !== undefined) {
      // The page may print again the title that its front matter gives.
      if (first === undefined || bare(this.at(first).text) !== bare(known)) return;
      this.takeTitle(first);
      return;
    }
    const markdown =
      heading !== undefined && (heading === first || levelOf(this.at(heading)) === 1);
    const title = markdown ? heading : first;
    if (title === undefined) return;
    this.takeTitle(title);
  }

  /** Takes the title; one that is a paragraph as well (too long, a sentence, or all there is) stays text. */
  private takeTitle(i: number): void {
    const line = this.at(i);
    const marker = MARKER.exec(line.text)?.[0].startsWith('#')
      ? (MARKER.exec(line.text)?.[0] ?? '')
      : '';
    const start = line.span.start + marker.length;
    const end = Math.min(line.span.end, start + TITLE_LIMIT);
    const value = line.text.slice(marker.length, end - line.span.start);
    this.facts.push({ field: 'title', value, span: span(start, end), line: line.span });
    this.titleAt = this.free.indexOf(i);
    const isText =
      line.markup?.kind !== 'heading' &&
      (end < line.span.end || /[。；]$/u.test(line.text) || this.free.length === 1);
    if (!isText) this.lines.add(i);
  }

  readFacts(): void {
    const body = this.free.findIndex((i, at) => at > this.titleAt && isText(this.at(i)));
    const bodyStart = body < 0 ? this.free.length : body;
    const lastBody = this.free.findLastIndex((i) => isText(this.at(i)));
    const read = new Map<number, HeadLine>();
    for (const [at, i] of this.free.entries()) {
      if (at >= HEAD_LINES && at < this.free.length - FOOT_LINES) continue;
      const line = this.at(i);
      if (this.lines.has(i) || line.markup?.kind === 'row') continue;
      const head = readHeadLine(line.text);
      const inPlace = at < bodyStart || at > lastBody || head?.sure === true;
      if (head !== undefined && inPlace) read.set(at, head);
    }
    const chronicle = this.isChronicle(bodyStart);
    let last = this.titleAt;
    for (const [at, head] of read) {
      if (head.bare && chronicle) continue;
      this.takeLine(at, head);
      if (at < bodyStart) last = Math.max(last, at);
    }
    last = this.readSpeaker(bodyStart, last);
    this.readUnlabelled(last);
    this.readTitleBlock(bodyStart);
    this.readSignature(lastBody);
    this.facts.sort((a, b) => a.span.start - b.span.start);
  }

  /** Dates that stand alone before several paragraphs are the headings of a chronicle. */
  private isChronicle(bodyStart: number): boolean {
    let dates = 0;
    for (const i of this.free.slice(bodyStart)) {
      const { text } = this.at(i);
      if (text.length <= 24 && /\d/u.test(text) && readHeadLine(text)?.bare === true) dates++;
    }
    return dates > 1;
  }

  private takeLine(at: number, head: HeadLine): void {
    const i = this.free[at] ?? 0;
    const line = this.at(i);
    for (const { field, value, start, end } of head.facts)
      this.facts.push({
        field,
        value,
        span: span(line.span.start + start, line.span.start + end),
        line: line.span,
      });
    if (head.badDate !== undefined)
      this.warnings.push(
        `"${head.badDate}" is no date and was passed over; write the day as 2023-06-01`,
      );
    this.lines.add(i);
  }

  /** 国务院总理　李克强, on one line or on two. Returns the last head line known by now. */
  private readSpeaker(bodyStart: number, last: number): number {
    for (let at = this.titleAt + 1; at < bodyStart; at++) {
      const i = this.free[at] ?? 0;
      const line = this.at(i);
      const office = this.lines.has(i) ? undefined : OFFICE.exec(line.text)?.[0];
      if (office === undefined) continue;
      const next = this.free[at + 1] ?? -1;
      const onNext = office.length === line.text.length && next === i + 1 && at + 1 < bodyStart;
      const holder = onNext ? this.at(next) : line;
      const skip = onNext ? 0 : office.length;
      const rest = holder.text.slice(skip);
      const name = onNext || /^\s/u.test(rest) ? readNames(rest) : undefined;
      if (name?.[0] === undefined || name.length > 1) continue;
      const start = holder.span.start + skip + name[0].start;
      this.facts.push({
        field: 'author',
        value: name[0].value,
        span: span(start, start + name[0].end - name[0].start),
        line: span(line.span.start, holder.span.end),
      });
      this.lines.add(i);
      if (onNext) this.lines.add(next);
      return Math.max(last, onNext ? at + 1 : at);
    }
    return last;
  }

  /** Lines between the title and the last line of the head: who publishes, and the title's other lines. */
  private readUnlabelled(last: number): void {
    for (let at = this.titleAt + 1; at < last; at++) {
      const i = this.free[at] ?? 0;
      const line = this.at(i);
      if (this.lines.has(i) || !hasWords(line.text)) continue;
      this.lines.add(i);
      if (this.isPublisher(at)) {
        this.facts.push({ field: 'source', value: line.text, span: line.span, line: line.span });
        continue;
      }
      this.takeSubtitle(i);
    }
  }

  private isPublisher(at: number): boolean {
    const { text } = this.at(this.free[at] ?? 0);
    const title = this.at(this.free[this.titleAt] ?? 0).text;
    return PUBLISHER.test(text) && !title.includes(text);
  }

  /** A title printed over several lines without a blank line between them. */
  private readTitleBlock(bodyStart: number): void {
    const title = this.free[this.titleAt];
    if (title === undefined || !this.lines.has(title) || this.at(title).markup !== undefined)
      return;
    let end = this.titleAt + 1;
    const joins = (at: number) => at < bodyStart && this.at(this.free[at] ?? 0).gap === 'none';
    while (joins(end) && !this.lines.has(this.free[end] ?? 0) && end - this.titleAt < 3) end++;
    const after = this.free[end];
    if (after === undefined || this.at(after).gap === 'none') return;
    for (const i of this.free.slice(this.titleAt + 1, end)) {
      if (!hasWords(this.at(i).text)) continue;
      this.lines.add(i);
      this.takeSubtitle(i);
    }
  }

  private takeSubtitle(i: number): void {
    const line = this.at(i);
    const before = this.facts.at(-1);
    // 政府工作报 / 告: a converter broke one title over two lines.
    if (
      before?.field === 'title' &&
      before.line.end + 1 === line.span.start &&
      this.titleAt !== this.free.indexOf(i) - 1
    ) {
      const whole = span(before.span.start, line.span.end);
      this.facts[this.facts.length - 1] = {
        field: 'title',
        value: before.value + line.text,
        span: whole,
        line: whole,
      };
      return;
    }
    const skip = MARKER.exec(line.text)?.[0].length ?? 0;
    this.facts.push({
      field: 'title',
      value: line.text.slice(skip),
      span: span(line.span.start + skip, line.span.end),
      line: line.span,
    });
  }

  /** 国家统计局 above the date that signs a bulletin. */
  private readSignature(lastBody: number): void {
    if (this.facts.some((fact) => fact.field === 'source')) return;
    for (let at = Math.max(lastBody + 1, this.titleAt + 1); at < this.free.length; at++) {
      const i = this.free[at] ?? 0;
      const next = this.free[at + 1];
      const line = this.at(i);
      if (this.lines.has(i) || next === undefined || !this.lines.has(next)) continue;
      if (!PUBLISHER.test(line.text) || !/\d日?$|日$/u.test(this.at(next).text)) continue;
      this.facts.push({ field: 'source', value: line.text, span: line.span, line: line.span });
      this.lines.add(i);
    }
  }

  private at(i: number): Line {
    const line = this.all[i];
    if (line === undefined) throw new RangeError(`no line ${i}`);
    return line;
  }
}

function isText(line: Line): boolean {
  const { text, markup } = line;
  if (markup?.kind === 'heading') return false;
  if (markup?.kind === 'row' || text.length >= TEXT_LENGTH || isNumbered(text)) return true;
  // 各位代表： opens a speech.
  return isEnded(text) && (text.length >= CLAUSE_LENGTH || /[：:]$/u.test(text));
}

function levelOf(line: Line): number {
  return line.markup?.kind === 'heading' ? line.markup.level : 0;
}

function bare(title: string): string {
  return title.replace(MARKER, '').replace(/[\s\p{P}]+/gu, '');
}

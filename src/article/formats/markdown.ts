import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Span, span } from '../../util/span.ts';
import { decode } from '../text/decode.ts';
import { frontMatter } from '../text/front-matter.ts';
import { type Line, type Markup, splitLines } from '../text/lines.ts';
import { trimSpan } from '../text/punctuation.ts';
import type { Reading, SourceFile } from './common/reading.ts';
import { describeRows, type GridRow } from './common/table.ts';
import { isInstruction, readMarks, withoutName, withoutQuote } from './markdown-marks.ts';

/**
 * Deeper nesting than this is no document, and micromark's time grows with the square of it: such
 * a file is read as plain text.
 */
const NESTING =
  /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>])){20}|^>{20}|^(?: {60}|\t{15})[ \t]*(?:[-*+>]|\d{1,9}[.)])/mu;

/**
 * Inline marks are part of what is quoted, so they are not read; without them micromark also keeps
 * to linear time on a line of ten thousand brackets.
 */
const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'definition',
      'gfmFootnoteCall',
      'gfmPotentialFootnoteCall',
      'hardBreakEscape',
      'hardBreakTrailing',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

const DEFINITION = /^\[[^\]]{1,100}\]:\s*\S+/u;

/** Nodes that hold others and no text of their own. */
const CONTAINERS = ['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'];

/** Reads Markdown with the tables and footnotes of GitHub's dialect. */
export function readMarkdown({ bytes, front }: SourceFile): Reading {
  const decoded = decode(bytes);
  return decoded.ok ? readMarked(front + decoded.text) : decoded;
}

/** Reads Markdown that is decoded. */
export function readMarked(text: string): Reading & { ok: true } {
  const front = frontMatter(text);
  const start = front.kind === 'bad' ? text.length : front.end;
  return { ok: true, text, lines: markdownLines(text, start), front, marked: true };
}

/** The lines of a Markdown file from `start` on, each with what its markup says of it. */
function markdownLines(text: string, start: number): Line[] {
  const body = text.slice(start);
  if (NESTING.test(body)) return splitLines(text, start);
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote(), BLOCKS_ONLY],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const lines: Line[] = [];
  for (const node of leaves(tree)) {
    const at = spanOf(node, start);
    if (node.type === 'table') lines.push(...tableLines(text, start, node, lines));
    else lines.push(...blockLines(text, at.start, at.end, node));
  }
  return lines;
}

function spanOf({ position }: Nodes, start: number): Span {
  return span(start + (position?.start.offset ?? 0), start + (position?.end.offset ?? 0));
}

/** The nodes that hold text themselves, in order. */
function* leaves(root: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (CONTAINERS.includes(node.type) && 'children' in node)
      waiting.push(...node.children.toReversed());
    else yield node;
  }
}

function blockLines(text: string, from: number, to: number, node: Nodes): Line[] {
  switch (node.type) {
    case 'heading': {
      const at = headingText(text, from, to);
      if (at === undefined) return [];
      if (isInstruction(text.slice(at.start, at.end)))
        return [make(text, at, { kind: 'furniture', rule: 'instruction' })];
      return [headingLine(text, withoutName(text, at), node.depth)];
    }
    case 'paragraph':
      return paragraphLines(text, from, to);
    case 'code': {
      const at = codeText(text, from, to);
      return at === undefined ? [] : [make(text, at, { kind: 'row' })];
    }
    case 'html':
      return htmlLines(text, from, to);
    default:
      return [];
  }
}

function paragraphLines(text: string, from: number, to: number): Line[] {
  const lines = splitLines(text.slice(0, to), from);
  return lines.map((whole, i): Line => {
    const gap = i === 0 ? 'blank' : 'none';
    const line = i === 0 ? whole : withoutQuote(text, whole);
    if (DEFINITION.test(line.text))
      return { ...line, gap, markup: { kind: 'furniture', rule: 'link-definition' } };
    const marked = readMarks(text, line.span, lines.length === 1);
    if (marked === undefined) return { ...line, gap, markup: { kind: 'text' } };
    if (marked.kind === 'furniture') return { ...line, gap, markup: marked };
    if (marked.kind === 'heading') return headingLine(text, marked.at, LOWEST);
    return { ...make(text, marked.at, { kind: 'text' }), gap };
  });
}

/** The lines of a block of HTML that only sets how its words look; any other is furniture. */
function htmlLines(text: string, from: number, to: number): Line[] {
  const lines = splitLines(text.slice(0, to), from);
  const marked = lines.map(({ span: at }) => readMarks(text, at, true));
  const isPlain = marked.every(
    (each, i) =>
      each?.kind === 'furniture' ||
      !/[<>]/u.test(
        each === undefined ? (lines[i]?.text ?? '') : text.slice(each.at.start, each.at.end),
      ),
  );
  if (!isPlain) return within(text, from, to, { kind: 'furniture', rule: 'html' });
  return marked.flatMap((each, i) => {
    const line = lines[i];
    if (line === undefined) return [];
    if (each === undefined) return [{ ...line, markup: { kind: 'text' } }];
    if (each.kind === 'furniture') return [{ ...line, markup: each }];
    return each.kind === 'heading'
      ? [headingLine(text, each.at, LOWEST)]
      : [make(text, each.at, { kind: 'text' })];
  });
}

/** The level of headings that have none of their own. */
const LOWEST = 6;

function headingLine(text: string, at: Span, level: number): Line {
  return make(text, at, { kind: 'heading', level });
}

function tableLines(text: string, start: number, table: Table, before: readonly Line[]): Line[] {
  const rows = table.children.map((row, i): GridRow => {
    const cells = row.children.map((cell) => {
      // a cell's own place takes in its bars
      const [first, last] = [cell.children[0], cell.children.at(-1)];
      if (first === undefined || last === undefined) return { span: undefined, header: i === 0 };
      const at = trimSpan(text, spanOf(first, start).start, spanOf(last, start).end);
      return { span: at, header: i === 0 };
    });
    const at = spanOf(row, start);
    return { span: trimSpan(text, at.start, at.end) ?? at, cells };
  });
  return describeRows(text, rows, before).flatMap(({ header, row }, i) => {
    const at = rows[i]?.span;
    if (at === undefined) return [];
    return [make(text, at, header ? { kind: 'header' } : { kind: 'row', row })];
  });
}

function within(text: string, from: number, to: number, markup: Markup): Line[] {
  const at = trimSpan(text, from, to);
  return at === undefined ? [] : [make(text, at, markup)];
}

function make(text: string, at: Line['span'], markup: Markup): Line {
  return { span: at, text: text.slice(at.start, at.end), gap: 'blank', indented: false, markup };
}

/** Without the `##` before, the `##` after, or the rule below. */
function headingText(text: string, from: number, to: number): Line['span'] | undefined {
  const raw = text.slice(from, to);
  const open = /^#{1,6}[ \t]*/u.exec(raw)?.[0].length ?? 0;
  const close = open > 0 ? /(?:[ \t]+#+)?[ \t]*$/u.exec(raw) : /\n[^\n]*$/u.exec(raw);
  return trimSpan(text, from + open, from + Math.max(open, close?.index ?? raw.length));
}

/** Without the fences. */
function codeText(text: string, from: number, to: number): Line['span'] | undefined {
  const raw = text.slice(from, to);
  const open = /^(?:`{3,}|~{3,})[^\n]*\n?/u.exec(raw)?.[0].length ?? 0;
  const close = open > 0 ? /\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/u.exec(raw)?.index : undefined;
  return trimSpan(text, from + open, from + Math.max(open, close ?? raw.length));
}

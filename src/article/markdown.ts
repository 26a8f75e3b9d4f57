import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { trimSpan } from './characters.ts';
import { type Line, type Markup, splitLines } from './lines.ts';

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
      'hardBreakEscape',
      'hardBreakTrailing',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/u;
const DEFINITION = /^\[[^\]]{1,100}\]:\s*\S+/u;

/** The lines of a Markdown file from `start` on, each with what its markup says of it. */
export function markdownLines(text: string, start: number): Line[] {
  const body = text.slice(start);
  if (NESTING.test(body)) return splitLines(text, start);
  const tree = fromMarkdown(body, { extensions: [BLOCKS_ONLY] });
  const lines: Line[] = [];
  for (const block of leaves(tree)) {
    const from = start + (block.node.position?.start.offset ?? 0);
    const to = start + (block.node.position?.end.offset ?? 0);
    lines.push(...blockLines(text, from, to, block.node));
  }
  return lines;
}

interface Leaf {
  readonly node: Nodes;
}

/** The nodes that hold text themselves, in order. */
function* leaves(root: Nodes): Generator<Leaf> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (['root', 'blockquote', 'list', 'listItem'].includes(node.type) && 'children' in node)
      waiting.push(...node.children.toReversed());
    else yield { node };
  }
}

function blockLines(text: string, from: number, to: number, node: Nodes): Line[] {
  switch (node.type) {
    case 'heading': {
      const at = headingText(text, from, to);
      return at === undefined ? [] : [make(text, at, { kind: 'heading', level: node.depth })];
    }
    case 'paragraph':
      return paragraphLines(text, from, to);
    case 'code': {
      const at = codeText(text, from, to);
      return at === undefined ? [] : [make(text, at, { kind: 'row' })];
    }
    case 'html':
      return within(text, from, to, { kind: 'furniture', rule: 'html' });
    default:
      return [];
  }
}

function paragraphLines(text: string, from: number, to: number): Line[] {
  const lines = splitLines(text.slice(0, to), from);
  const ruled = lines.some((line) => line.text.includes('|') && TABLE_RULE.test(line.text));
  return lines
    .filter((line) => !(ruled && TABLE_RULE.test(line.text)))
    .map((line, i): Line => {
      const gap = i === 0 ? 'blank' : 'none';
      if (DEFINITION.test(line.text))
        return { ...line, gap, markup: { kind: 'furniture', rule: 'link-definition' } };
      return {
        ...line,
        gap,
        markup: ruled && line.text.includes('|') ? { kind: 'row' } : { kind: 'text' },
      };
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

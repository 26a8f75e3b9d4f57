import { type Span, span } from '../../util/span.ts';
import type { Line } from '../text/lines.ts';
import { hasWords, isEnded, trimSpan } from '../text/punctuation.ts';

/** What a line of Markdown is besides text, by the marks of the tools that people write it for. */
export type MarkedLine =
  | { readonly kind: 'heading' | 'text'; readonly at: Span }
  | { readonly kind: 'furniture'; readonly rule: string };

/** A line in bold that is no longer stands over what follows. */
const HEADING_LIMIT = 40;

/** [[toc]], [TOC], {% … %}, {{< … >}}, {{ page.title }}, [!NOTE]: instructions to what makes the page. */
const INSTRUCTION =
  /^(?:\[\[_?toc_?\]\]|\[toc\]|@\[toc\](?:\(.*\))?|\$\{toc\}|\{%.*%\}|\{\{[<%].*[>%]\}\}|\{\{\s*[$\w.]+\s*\}\}|\[!\w{3,9}\]|\{:.*\})$/iu;
/** ::: warning, ::: details 标题, !!! note "标题": a box, with its title where it has one. */
const BOX =
  /^(?::{3,}|!{3}\+?|\?{3}\+?)\s*(?:[\w-]+)?(?:\s*\{[^}]*\})?\s*["“]?(?<title>[^"“”{}]*?)["”]?\s*$/u;
/** **讨论内容**: over a list. */
const LABEL = /^\*\*(?=.*[:：]\**\s*[:：]?$)([^*<>。；：:]{1,30})[:：]?\*\*\s*[:：]?$/u;
/** Elements that only set how a line looks, and those that hold nothing: <Badge text="常见" />. */
const TAG =
  /^<(?:\/?(?<name>center|font|b|strong|i|em|u|span|div|p|h[1-6]|big|small|summary|details|section|a|br|mark|sub|sup)(?:\s[^<>]{0,200})?\/?|[a-z][\w-]{0,30}(?:\s[^<>]{0,200})?\/)>/iu;
const TAG_BEHIND = new RegExp(`${TAG.source.slice(1)}$`, 'iu');
const TAGS = /<[^<>]{1,200}>/gu;
const IMAGE = /^!\[[^\]]{0,200}\]\([^()]{0,500}\)/u;
const IMAGE_BEHIND = new RegExp(`${IMAGE.source.slice(1)}$`, 'u');
/** ## 标题 {#name}, ## 标题 <Badge text="常见" /> */
const NAME_BEHIND = /\s*(?:\{[#.:][^{}]{0,80}\}|<[A-Z][\w-]{0,30}(?:\s[^<>]{0,200})?\/>)$/u;
/** The mark of a quotation at the beginning of its further lines. */
const QUOTED = /^(?:>\s?)+/u;

/** Whether a line only tells what makes the page what to do. */
export function isInstruction(words: string): boolean {
  return INSTRUCTION.test(words);
}

/** A line of a quotation without the mark of it. */
export function withoutQuote(text: string, line: Line): Line {
  const mark = QUOTED.exec(line.text)?.[0].length ?? 0;
  const at = mark === 0 ? undefined : trimSpan(text, line.span.start + mark, line.span.end);
  return at === undefined ? line : { ...line, span: at, text: text.slice(at.start, at.end) };
}

/** Reads one line of a paragraph, or a line of HTML; undefined where it is text without such marks. */
export function readMarks(text: string, at: Span, alone: boolean): MarkedLine | undefined {
  const words = text.slice(at.start, at.end);
  if (isInstruction(words)) return { kind: 'furniture', rule: 'instruction' };
  const title = BOX.exec(words)?.groups?.['title'];
  if (title !== undefined) {
    const start = title === '' ? -1 : words.lastIndexOf(title);
    return start < 0
      ? { kind: 'furniture', rule: 'instruction' }
      : { kind: 'heading', at: span(at.start + start, at.start + start + title.length) };
  }
  const label = LABEL.exec(words)?.[1];
  if (alone && label !== undefined)
    return { kind: 'heading', at: span(at.start + 2, at.start + 2 + label.length) };
  const inner = withoutMarks(text, at);
  if (inner === undefined)
    return { kind: 'furniture', rule: words.includes('![') ? 'image' : 'html' };
  const { bare, set } = inner;
  // what a picture is called stands beside it in italics
  const said = text.slice(bare.start, bare.end);
  if (words.startsWith('![') && /^([_*])[^_*。]{1,60}\1$/u.test(said))
    return { kind: 'furniture', rule: 'caption' };
  const isSame = bare.start === at.start && bare.end === at.end;
  const isHeading = alone && set && said.length <= HEADING_LIMIT && !/[，,；;]$/u.test(said);
  if (isHeading && !isEnded(said) && hasWords(said) && !said.includes('**'))
    return { kind: 'heading', at: bare };
  return isSame ? undefined : { kind: 'text', at: bare };
}

/** The span of a heading's words without the name that links lead to, and what sets how they look. */
export function withoutName(text: string, at: Span): Span {
  const name = NAME_BEHIND.exec(text.slice(at.start, at.end))?.[0].length ?? 0;
  const words = trimSpan(text, at.start, at.end - name) ?? at;
  return withoutMarks(text, words)?.bare ?? words;
}

/**
 * A line without the elements, pictures and bold marks around all of it; `set` where it is set apart
 * by them. Undefined where it shows nothing else.
 */
function withoutMarks(text: string, at: Span): { bare: Span; set: boolean } | undefined {
  let { start, end }: { start: number; end: number } = at;
  let set = false;
  for (;;) {
    const words = text.slice(start, end);
    const ahead = wholeTag(words) ?? IMAGE.exec(words);
    const behind = wholeTagBehind(words) ?? IMAGE_BEHIND.exec(words);
    const bold = /^(\*\*|__)(?=\S)(?:(?!\1).)+\1$/u.exec(words)?.[1];
    if (ahead !== null) {
      set ||= /^<(?:center|font|b|strong|h\d|big|summary)/iu.test(ahead[0]);
      start += ahead[0].length;
    } else if (behind !== null) end -= behind[0].length;
    else if (bold !== undefined) {
      set = true;
      start += bold.length;
      end -= bold.length;
    } else break;
    const rest = trimSpan(text, start, end);
    if (rest === undefined) return undefined;
    ({ start, end } = rest);
  }
  return { bare: span(start, end), set };
}

/** The tag that a line begins with; undefined where its element ends amid the line: <b>油温</b>：62℃. */
function wholeTag(words: string): RegExpExecArray | null {
  const tag = TAG.exec(words);
  const name = tag?.groups?.['name'];
  if (tag === null || name === undefined || words.startsWith('</')) return tag;
  const end = words.indexOf(`</${name}>`, tag[0].length);
  const behind = words.slice(end + name.length + 3).replace(TAGS, '');
  return end >= 0 && hasWords(behind) ? null : tag;
}

/** The tag that a line ends with; undefined where its element begins amid the line: 油温：<u>62℃</u>. */
function wholeTagBehind(words: string): RegExpExecArray | null {
  const tag = TAG_BEHIND.exec(words);
  const name = tag?.groups?.['name'];
  const start = name === undefined ? -1 : words.lastIndexOf(`<${name}`, (tag?.index ?? 0) - 1);
  return start >= 0 && hasWords(words.slice(0, start).replace(TAGS, '')) ? null : tag;
}

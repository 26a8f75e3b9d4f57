import { type DomElement, type DomNode, following, isElement } from './dom.ts';
import { isDataTable, readTable, type TableText } from './html-table.ts';
import { collapse } from './white-space.ts';

/** A block of a page: what stands between two places where a browser begins a new line. */
export type Block =
  | {
      readonly kind: 'text';
      /** Its lines; more than one where `<br>` parts what belongs together. */
      readonly lines: readonly string[];
      /** 1 to 6 of `<h1>` to `<h6>`. */
      readonly level?: number;
      /** The caption of a picture. */
      readonly caption: boolean;
      readonly nodes: readonly DomNode[];
    }
  | { readonly kind: 'table'; readonly table: TableText; readonly nodes: readonly DomNode[] };

const INLINE =
  /^(?:A|ABBR|ACRONYM|B|BDI|BDO|BIG|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|RB|RP|RT|RUBY|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR|IMG)$/u;

/** Holds nothing that a reader of the page sees as its text. */
const UNSEEN =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|SVG|MATH|IFRAME|OBJECT|VIDEO|AUDIO|CANVAS|SELECT|OPTION|TEXTAREA|BUTTON|INPUT|RP|RT)$/u;

const ENDED = /[。！？!?…：:；;][”’」』）)】》"']*$/u;

const POINTER = /^.{0,12}(?:查看更多|阅读全文|阅读原文|展开全文|查看原文)[>»]*$/u;

/** Stands for `<br>` while a block is put together; no page holds it. */
export const BREAK = '\0';

/** The blocks of a page under `root`, in order, without what is not shown. */
export function readBlocks(root: DomElement): Block[] {
  const blocks: Block[] = [];
  let raw = '';
  let nodes: DomNode[] = [];
  let around: DomNode | null = null;
  const flush = () => {
    for (const lines of toParagraphs(raw, around?.nodeName === 'PRE'))
      blocks.push({ kind: 'text', lines, ...settings(around, root), nodes });
    raw = '';
    nodes = [];
  };
  let node: DomNode | null = root;
  while (node !== null) {
    let past = false;
    if (isElement(node)) {
      const name = node.nodeName;
      if (isUnseen(node) || isFootnoteMark(node)) past = true;
      else if (name === 'BR' || isPointer(node)) raw += BREAK;
      else if (name === 'TABLE' && isDataTable(node)) {
        flush();
        blocks.push(tableBlock(node));
        past = true;
      }
    } else if (node.nodeType === 3) {
      const block = blockAround(node, root);
      if (block !== around) flush();
      around = block;
      raw += node.textContent ?? '';
      nodes.push(node);
    }
    const next: DomNode | null = following(node, root, past);
    if (leavesBlock(node, next, root)) flush();
    node = next;
  }
  flush();
  return blocks;
}

function tableBlock(table: DomElement): Block {
  const nodes: DomNode[] = [];
  for (let at: DomNode | null = table; at !== null; at = following(at, table))
    if (at.nodeType === 3) nodes.push(at);
  return { kind: 'table', table: readTable(table), nodes };
}

/** Whether a browser begins a new line between a node and the next. */
function leavesBlock(node: DomNode, next: DomNode | null, root: DomNode): boolean {
  if (next === null) return true;
  if (isElement(next) && isBlock(next)) return true;
  if (next.parentNode === node) return false;
  for (let at: DomNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (isElement(at) && isBlock(at)) return true;
    if (at.nextSibling === next) return false;
  }
  return false;
}

function blockAround(node: DomNode, root: DomNode): DomNode {
  let at = node.parentNode;
  while (at !== null && at !== root && !(isElement(at) && isBlock(at))) at = at.parentNode;
  return at ?? root;
}

function isBlock({ nodeName }: DomElement): boolean {
  // an element of no standard name is no block, as in browsers
  return !INLINE.test(nodeName) && nodeName !== 'BR' && !nodeName.includes('-');
}

function isUnseen(element: DomElement): boolean {
  if (UNSEEN.test(element.nodeName.toUpperCase()) || element.getAttribute('hidden') !== null)
    return true;
  return /display\s*:\s*none/iu.test(element.getAttribute('style') ?? '');
}

/** `[1]` in a sentence that leads to a note, and `↑` that leads back. */
function isFootnoteMark(element: DomElement): boolean {
  const link = element.nodeName === 'SUP' ? element.querySelector('a') : element;
  if (link?.nodeName !== 'A' || link.getAttribute('href')?.includes('#') !== true) return false;
  const text = (element.textContent ?? '').trim();
  return element.nodeName === 'SUP'
    ? /^[[（(]?\d{1,3}[\])）]?$/u.test(text)
    : /^[↑↩^]\ufe0e?$/u.test(text);
}

/** A link behind the last sentence that leads on: it is a line of its own, and furniture. */
function isPointer(element: DomElement): boolean {
  return element.nodeName === 'A' && POINTER.test(collapse(element.textContent ?? ''));
}

function settings(block: DomNode | null, root: DomNode) {
  let level: number | undefined;
  let caption = false;
  for (let at = block; at !== null && at !== root; at = at.parentNode) {
    level ??= /^H[1-6]$/u.test(at.nodeName) ? Number(at.nodeName.slice(1)) : undefined;
    caption ||= at.nodeName === 'FIGCAPTION';
  }
  return { ...(level !== undefined && { level }), caption };
}

/**
 * The paragraphs of a block, each as its lines. A line break parts paragraphs where the line before
 * it ends a sentence or the next is indented or empty; else it only parts lines.
 */
export function toParagraphs(raw: string, preformatted: boolean): string[][] {
  const paragraphs: string[][] = [];
  let ended = true;
  const pieces = preformatted ? raw.split(/\0|\n/u) : raw.split(BREAK);
  for (const piece of pieces) {
    const line = preformatted ? piece.trimEnd() : collapse(piece);
    if (line === '') {
      ended = true;
      continue;
    }
    const last = paragraphs.at(-1);
    if (last === undefined || ended || /^\s*[\u3000\u00a0]{2}/u.test(piece))
      paragraphs.push([line]);
    else last.push(line);
    ended = ENDED.test(line);
  }
  return paragraphs;
}

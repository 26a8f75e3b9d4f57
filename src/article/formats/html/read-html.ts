import { Readability } from '@mozilla/readability';
import { isPublisherName } from '../../head/bylines.ts';
import { readHeadLine } from '../../head/head-line.ts';
import { findDate } from '../../text/dates.ts';
import { decode } from '../../text/decode.ts';
import type { Markup } from '../../text/lines.ts';
import { isEnded } from '../../text/punctuation.ts';
import { type Reading, type SourceFile, unreadable } from '../common/reading.ts';
import { TextBuilder } from '../common/reading-builder.ts';
import { addBlock } from './block-lines.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type DomDocument, parseDocument } from './dom.ts';
import { type PageFact, readPageFacts } from './page-facts.ts';
import { collapse } from './white-space.ts';

/** Readability takes what is shorter for a failure; set for English, where a character says less. */
const SHORT_ARTICLE = 100;

/** Between the title and the text, and behind it, the head and the foot are looked for so far. */
const REACH = 8;

/** A line that says when a page was published, and how often it was read, is no longer. */
const BAR_LENGTH = 80;

/** Marks a text node while Readability looks for the article, and says of which block it is. */
const MARK = 'data-block';

const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/iu;

/**
 * Reads a saved web page: all text that it shows, with what Readability leaves out of the article
 * marked as furniture, so that it is listed and can be taken back.
 */
export function readHtml({ bytes, front }: SourceFile): Reading {
  const decoded = decode(bytes, DECLARED.exec(latin(bytes.subarray(0, 4096)))?.[1]);
  if (!decoded.ok) return decoded;
  const document = parseDocument(decoded.text);
  if (typeof document === 'string') return unreadable(document);
  const body = document.querySelector('body') ?? document;
  const blocks = readBlocks(body).flatMap(spaced);
  const facts = withArticleTitle(document, blocks, pageFacts(document, blocks));
  if (blocks.length === 0)
    return unreadable(
      'shows no text without its scripts; save the page from a browser, or as .txt',
    );
  const chosen = chooseBlocks(document, blocks);
  const { inside, bars } = withHeadAndFoot(blocks, chosen, facts);

  const builder = new TextBuilder(front);
  for (const { field, written, value } of facts)
    builder.add(written, { markup: { kind: 'fact', field, value } });
  for (const [i, block] of blocks.entries())
    addBlock(builder, block, bars.get(i) ?? (inside.has(i) ? undefined : OUTSIDE));
  return builder.finish(false);
}

/** What the page says of itself; the tables of labels stand above its running text. */
function pageFacts(document: DomDocument, blocks: readonly Block[]): PageFact[] {
  const text = blocks.findIndex((block) => isRunning(textOf(block)));
  const above = blocks.slice(0, text < 0 ? blocks.length : text);
  const tables = above.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return readPageFacts(document, blocks.map(textOf), tables);
}

const OUTSIDE: Markup = { kind: 'furniture', rule: 'outside' };

/** The numbers of the blocks that Readability finds to be the article; all where it finds none. */
function chooseBlocks(document: DomDocument, blocks: readonly Block[]): Set<number> {
  for (const [i, { nodes }] of blocks.entries()) {
    for (const node of nodes) {
      const mark = document.createElement('span');
      mark.setAttribute(MARK, String(i));
      node.replaceWith(mark);
      mark.appendChild(node);
    }
  }
  showHidden(document);
  const article = new Readability(document, {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    serializer: (root) => root,
  }).parse();
  const chosen = new Set<number>();
  const root: DomDocument | null | undefined = article?.content;
  for (const mark of root?.querySelectorAll(`[${MARK}]`) ?? [])
    chosen.add(Number(mark.getAttribute(MARK)));
  return chosen.size > 0 ? chosen : new Set(blocks.keys());
}

/** Some pages hide their text until a script has run. */
function showHidden(document: DomDocument): void {
  for (const element of document.querySelectorAll('[style*="visibility"]')) {
    const style = element.getAttribute('style') ?? '';
    element.setAttribute('style', style.replace(/visibility\s*:\s*hidden\s*;?/giu, ''));
  }
}

interface Parts {
  readonly inside: ReadonlySet<number>;
  /** Lines above the text that hold the day among what cannot be read as a head. */
  readonly bars: ReadonlyMap<number, Markup>;
}

/**
 * The chosen blocks below the title, with the title itself, the lines between that say when and by
 * whom, and such lines below: Readability takes them for no part of the text.
 */
function withHeadAndFoot(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  facts: readonly PageFact[],
): Parts {
  const first = Math.min(...chosen);
  const last = Math.max(...chosen);
  const text = blocks.findIndex((block, i) => chosen.has(i) && isRunning(textOf(block)));
  const title = facts.find(({ field }) => field === 'title')?.value;
  const at = blocks.findLastIndex((block, i) => i <= text && textOf(block) === title);
  const links = linksAtFoot(blocks, last);
  // a table of index and number stands above the title of an official document
  const inside = new Set([...chosen].filter((i) => i > at && !links.has(i)));
  if (at >= 0) inside.add(at);
  const bars = new Map<number, Markup>();
  const from = at >= 0 ? at + 1 : first - REACH;
  for (const [i, block] of blocks.entries()) {
    const above = i >= from && i < Math.max(first, text);
    const below = i > last && i <= last + REACH;
    if (!above && !below) continue;
    const said = readHeadLine(textOf(block))?.facts.length ?? 0;
    const day = above && said === 0 ? dayOf(textOf(block)) : undefined;
    if (said > 0) {
      inside.add(i);
      // the name of a newspaper in an element of its own beside the day
      for (const beside of above ? [i - 1, i + 1] : [])
        if (beside >= from && isPublisherName(textOf(blocks[beside] ?? block))) inside.add(beside);
    } else if (day !== undefined) bars.set(i, { kind: 'fact', field: 'date', value: day });
  }
  return { inside, bars };
}

/** As many links below each other are a list of other pages. */
const LIST_OF_LINKS = 3;

/** The lines at the end that are links to other pages, with the line that heads them. */
function linksAtFoot(blocks: readonly Block[], last: number): ReadonlySet<number> {
  const links = new Set<number>();
  let at = last;
  while (at >= 0 && isLink(blocks[at])) links.add(at--);
  if (links.size < LIST_OF_LINKS) return new Set();
  const head = textOf(blocks[at] ?? { kind: 'text', lines: [], caption: false, nodes: [] });
  if (head.length <= SECTION_LENGTH + 4 && !/[。！？]$/u.test(head)) links.add(at);
  return links;
}

/** Whether all of a block's words are one link. */
function isLink(block: Block | undefined): boolean {
  if (block === undefined || block.kind !== 'text' || textOf(block) === '') return false;
  return block.nodes
    .filter((node) => (node.textContent ?? '').trim() !== '')
    .every((node) => {
      let at = node.parentNode;
      while (at !== null && /^(?:SPAN|EM|B|STRONG|FONT|I)$/u.test(at.nodeName)) at = at.parentNode;
      return at?.nodeName === 'A';
    });
}

/** A sentence or more. */
function isRunning(text: string): boolean {
  return text.length >= 30 && isEnded(text);
}

/** The day in a line that is no sentence. */
function dayOf(text: string): string | undefined {
  return text.length <= BAR_LENGTH && !isEnded(text) ? findDate(text)?.iso : undefined;
}

/**
 * Pieces of a head that the page's style sheet sets apart, 11:08 and 来源：某报 in two elements; a
 * button behind them is a block of its own.
 */
function spaced(block: Block): Block[] {
  if (block.kind !== 'text' || block.nodes.length < 2) return [block];
  const pieces = block.nodes.map((node) => collapse(node.textContent ?? ''));
  const line = pieces.join(' ');
  if (line.length > BAR_LENGTH) return [block];
  const last = pieces.findLastIndex((piece) => piece !== '' && !BUTTON.test(piece));
  const head = pieces.slice(0, last + 1);
  const [joined, apart] = [textOf(block), head.join('').length > 0 ? head.join(' ') : line];
  if (last + 1 < pieces.length && readHeadLine(apart) !== undefined) {
    const [nodes, rest] = [block.nodes.slice(0, last + 1), block.nodes.slice(last + 1)];
    const buttons = pieces
      .slice(last + 1)
      .join(' ')
      .trim();
    if (buttons !== '')
      return [
        { ...block, lines: [apart], nodes },
        { ...block, lines: [buttons], nodes: rest },
      ];
  }
  const facts = (words: string) => readHeadLine(words)?.facts.length ?? -1;
  return facts(line) > -1 && facts(line) >= facts(joined) ? [{ ...block, lines: [line] }] : [block];
}

/** What stands on the buttons beside the source of an article. */
const BUTTON =
  /^[【[|\s]*(?:举报|纠错|关注|\+?\s?关注|订阅|分享|收藏|打印|评论|投诉|我要评论|大|中|小)[】\]|\s]*$/u;

/** A section's name is no longer; an article's title seldom is that short. */
const SECTION_LENGTH = 8;

/**
 * The facts with the title that stands right above the day or the source, where the one that was found
 * is the name of a section, to which the page links: 新闻动态.
 */
function withArticleTitle(
  document: DomDocument,
  blocks: readonly Block[],
  facts: readonly PageFact[],
): readonly PageFact[] {
  const found = facts.find(({ field }) => field === 'title')?.value ?? '';
  if (found.length > SECTION_LENGTH) return facts;
  const isLinked = [...document.querySelectorAll('a')].some(
    (link) => collapse(link.textContent ?? '') === found,
  );
  if (!isLinked && found !== '') return facts;
  const at = blocks.findLastIndex((block) => textOf(block) === found);
  const title = blocks.find((block, i) => {
    const words = textOf(block);
    const below = blocks[i + 1];
    const isHead = below !== undefined && (readHeadLine(textOf(below))?.facts.length ?? 0) > 0;
    return (
      i > at &&
      isHead &&
      words.length > SECTION_LENGTH &&
      words.length <= BAR_LENGTH &&
      !/[。；]/u.test(words) &&
      readHeadLine(words) === undefined
    );
  });
  if (title === undefined) return facts;
  const words = textOf(title);
  return [
    { field: 'title', written: words, value: words },
    ...facts.filter(({ field }) => field !== 'title'),
  ];
}

function textOf(block: Block): string {
  return block.kind === 'text' ? block.lines.join('') : '';
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

import type { DomElement } from '../html/dom.ts';
import { child, children, number, value } from './xml.ts';

/** What a paragraph style says of the paragraphs that have it. */
export interface ParagraphStyle {
  /** 1 to 6 of a heading; 1 of a title. */
  readonly level?: number;
  /** A line of the table of contents. */
  readonly contents: boolean;
  /** The list that numbers them, and the level in it. */
  readonly list?: { readonly id: number; readonly level?: number };
}

const NONE: ParagraphStyle = { contents: false };
const TITLE = /^(?:title|标题)$/iu;
const HEADING = /^(?:heading|标题)\s?([1-9])$/iu;
const CONTENTS = /^(?:toc\s?\d|toc heading|目录\s?\d?)$/iu;
/** A style that builds on more than these is broken. */
const DEPTH = 20;
const LEVELS = 6;

/** Reads the styles of a document by their id; what is not there says nothing. */
export function readStyles(
  root: DomElement | undefined,
): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, DomElement>();
  if (root !== undefined)
    for (const style of children(root)) {
      const id = style.getAttribute('w:styleId');
      if (style.nodeName === 'w:style' && id !== null) styles.set(id, style);
    }
  const known = new Map<string, ParagraphStyle>();
  return (id) => {
    if (id === undefined) return NONE;
    let style = known.get(id);
    if (style === undefined) {
      style = readStyle(id, styles);
      known.set(id, style);
    }
    return style;
  };
}

function readStyle(id: string, styles: ReadonlyMap<string, DomElement>): ParagraphStyle {
  let level: number | undefined;
  let list: ParagraphStyle['list'];
  let contents = CONTENTS.test(id);
  let at: string | undefined = id;
  for (let depth = 0; at !== undefined && depth < DEPTH; depth++) {
    const style = styles.get(at);
    const name = value(style, 'w:name') ?? '';
    contents ||= CONTENTS.test(name);
    const outline = number(style, 'w:pPr', 'w:outlineLvl');
    const heading = TITLE.test(name) ? 1 : Number(HEADING.exec(name)?.[1] ?? Number.NaN);
    level ??= Number.isNaN(heading) ? (outline === undefined ? undefined : outline + 1) : heading;
    const numbering = child(style, 'w:pPr', 'w:numPr');
    const listId = number(numbering, 'w:numId');
    const listLevel = number(numbering, 'w:ilvl');
    if (list === undefined && listId !== undefined)
      list = { id: listId, ...(listLevel !== undefined && { level: listLevel }) };
    at = value(style, 'w:basedOn');
  }
  return {
    contents,
    // Word's tenth outline level is running text
    ...(level !== undefined && level <= 9 && !contents && { level: Math.min(level, LEVELS) }),
    ...(list !== undefined && { list }),
  };
}

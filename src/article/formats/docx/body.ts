import { type Block, BREAK, toParagraphs } from '../html/blocks.ts';
import { type DomElement, following, isElement } from '../html/dom.ts';
import { CELL_LIMIT, type CellText, type TableText } from '../html/html-table.ts';
import { collapse } from '../html/white-space.ts';
import { contentsFields } from './contents.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphStyle } from './styles.ts';
import { child, children, descendants, isOn, number, value } from './xml.ts';

/** A block of a document; `contents` where it is a line of the table of contents. */
export interface DocumentBlock {
  readonly block: Block;
  readonly contents: boolean;
}

export interface Surroundings {
  readonly numbering: Numbering;
  readonly styleOf: (id: string | undefined) => ParagraphStyle;
}

interface Place extends Surroundings {
  /** The paragraphs that a field lists the contents in. */
  readonly listed: ReadonlySet<DomElement>;
}

/** Holds no text that the document shows: what was deleted, fields' codes, the reading above a word. */
const UNSHOWN =
  /^(?:w:del|w:moveFrom|w:instrText|w:delText|w:pPr|w:rPr|w:rt|w:tblPr|mc:Choice|w:sectPr|w:footnoteReference|w:endnoteReference|w:commentReference)$/u;

/** The heading above a table of contents, and a line of one that somebody typed. */
const CONTENTS_TITLE = /^(?:目\s*[录錄次]|contents)$/iu;
const CONTENTS_LINE = /^.{1,50}\s\d{1,4}$/u;

/** The name at the left of what a form holds, in UTF-16 units at most. */
const LABEL_LIMIT = 20;
/** Columns of a form at least; in two columns a header may name what is below. */
const FORM_COLUMNS = 3;

/** No cell reaches further, whatever it says. */
const REACH = 100;

/** The blocks under an element of a document that holds paragraphs and tables, in order. */
export function readBody(root: DomElement, { numbering, styleOf }: Surroundings): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  addBlocks(root, { numbering, styleOf, listed: contentsFields(root) }, false, blocks);
  let open = false;
  return blocks.map((each, i) => {
    const opens = is(each, CONTENTS_TITLE) && isContents(blocks[i + 1]);
    open = opens || (open && isContents(each));
    return open ? { ...each, contents: true } : each;
  });
}

/** A line of a table of contents by its style or field, or one that somebody may have typed. */
function isContents(line: DocumentBlock | undefined): boolean {
  return line !== undefined && (line.contents || is(line, CONTENTS_LINE));
}

function is({ block }: DocumentBlock, pattern: RegExp): boolean {
  return block.kind === 'text' && pattern.test(block.lines.join(''));
}

function addBlocks(
  root: DomElement,
  around: Place,
  contents: boolean,
  blocks: DocumentBlock[],
): void {
  for (const element of children(root)) {
    switch (element.nodeName) {
      case 'w:p':
        addParagraph(element, around, contents, blocks);
        break;
      case 'w:tbl':
        addTable(element, around, contents, blocks);
        break;
      case 'w:sdt': {
        const gallery = value(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
        const content = child(element, 'w:sdtContent');
        if (content !== undefined)
          addBlocks(content, around, contents || gallery === 'Table of Contents', blocks);
        break;
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:txbxContent':
        addBlocks(element, around, contents, blocks);
    }
  }
}

function addParagraph(
  paragraph: DomElement,
  around: Place,
  inContents: boolean,
  blocks: DocumentBlock[],
): void {
  const { raw, style } = readParagraph(paragraph, around);
  const contents = inContents || style.contents || around.listed.has(paragraph);
  const level = levelOf(paragraph, style);
  for (const lines of toParagraphs(raw, false)) {
    const block: Block = {
      ...{ kind: 'text', lines, caption: false, nodes: [] },
      ...(level !== undefined && { level }),
    };
    blocks.push({ block, contents });
  }
  // what stands in a frame beside the paragraph
  for (const box of descendants(paragraph, 'w:txbxContent'))
    if (!isWithin(box, paragraph, 'mc:Choice')) addBlocks(box, around, contents, blocks);
}

function levelOf(paragraph: DomElement, { level, contents }: ParagraphStyle): number | undefined {
  if (contents) return undefined;
  const outline = number(paragraph, 'w:pPr', 'w:outlineLvl');
  return level ?? (outline !== undefined && outline < 6 ? outline + 1 : undefined);
}

/** What a paragraph shows, its number before it; BREAK stands for a line break. */
function readParagraph(paragraph: DomElement, { numbering, styleOf }: Place) {
  const id = value(paragraph, 'w:pPr', 'w:pStyle');
  const style = styleOf(id);
  const own = child(paragraph, 'w:pPr', 'w:numPr');
  const list = number(own, 'w:numId') ?? style.list?.id;
  const text = textOf(paragraph);
  if (list === undefined || text.trim() === '') return { raw: text, style };
  const level = number(own, 'w:ilvl') ?? style.list?.level ?? numbering.levelOf(list, id);
  return { raw: numbering.next(list, level) + text, style };
}

function textOf(root: DomElement): string {
  let text = '';
  for (let at = following(root, root); at !== null; ) {
    let past = false;
    if (!isElement(at)) {
      if (at.parentNode?.nodeName === 'w:t') text += at.textContent ?? '';
    } else if (UNSHOWN.test(at.nodeName) || at.nodeName === 'w:txbxContent') past = true;
    else if (at.nodeName === 'w:r' && isOn(at, 'w:rPr', 'w:vanish')) past = true;
    else text += MARKS[at.nodeName]?.(at) ?? '';
    at = following(at, root, past);
  }
  return text;
}

const MARKS: Readonly<Record<string, (element: DomElement) => string>> = {
  'w:tab': () => '\t',
  'w:br': (element) => (element.getAttribute('w:type') === 'page' ? '' : BREAK),
  'w:cr': () => BREAK,
  'w:noBreakHyphen': () => '\u2011',
};

function isWithin(element: DomElement, root: DomElement, name: string): boolean {
  for (let at = element.parentNode; at !== null && at !== root; at = at.parentNode)
    if (at.nodeName === name) return true;
  return false;
}

/**
 * A table of data is one block; the cells of any other are read one after the other. A form is read row by
 * row: where a cell holds a table of its own or running text, its name stands before it.
 */
function addTable(
  table: DomElement,
  around: Place,
  contents: boolean,
  blocks: DocumentBlock[],
  caption = '',
): void {
  const rows = rowsOf(table);
  const isData = rows.length > 1 && rows.some((row) => cellsOf(row).length > 1);
  const add = (part: readonly DomElement[], name: string) => {
    const data: TableText = { caption: name, rows: readRows(part, around) };
    if (part.length > 0)
      blocks.push({ block: { kind: 'table', table: data, nodes: [] }, contents });
  };
  if (isData && rows.every(isPlain)) add(rows, caption);
  else if (!isData || !isForm(rows))
    for (const cell of rows.flatMap(cellsOf)) addBlocks(cell, around, contents, blocks);
  else {
    let plain: DomElement[] = [];
    for (const row of rows) {
      if (isPlain(row)) {
        plain.push(row);
        continue;
      }
      add(plain, '');
      plain = [];
      addFormRow(cellsOf(row), around, contents, blocks);
    }
    add(plain, '');
  }
}

/** A row of a form whose second cell holds more than a word: a table in it is called as the row is. */
function addFormRow(
  cells: readonly DomElement[],
  around: Place,
  contents: boolean,
  blocks: DocumentBlock[],
): void {
  const [label, held] = cells;
  if (label === undefined || held === undefined) return;
  const inner = child(held, 'w:tbl');
  const words = [...children(held)].filter(({ nodeName }) => nodeName === 'w:p').map(textOf);
  if (inner !== undefined && words.every((each) => each.trim() === ''))
    addTable(inner, around, contents, blocks, cellText(label, around));
  else for (const cell of cells) addBlocks(cell, around, contents, blocks);
}

/** Words in all cells, and neither a table nor running text in any. */
function isPlain(row: DomElement): boolean {
  return cellsOf(row).every(
    (cell) => child(cell, 'w:tbl') === undefined && textOf(cell).length <= CELL_LIMIT,
  );
}

/** Labels beside what they name, in more than two columns: no header names what is below. */
function isForm(rows: readonly DomElement[]): boolean {
  const plain = rows.filter(isPlain);
  const others = rows.filter((row) => !isPlain(row)).map(cellsOf);
  return (
    rows.some((row) => cellsOf(row).length >= FORM_COLUMNS) &&
    plain.length >= others.length &&
    others.every(([label, ...more]) => more.length === 1 && isLabel(label))
  );
}

function isLabel(cell: DomElement | undefined): boolean {
  const length = cell === undefined ? 0 : textOf(cell).trim().length;
  return length > 0 && length <= LABEL_LIMIT;
}

function readRows(rows: readonly DomElement[], around: Place): CellText[][] {
  const grid: CellText[][] = [];
  for (const row of rows) {
    const header = isOn(row, 'w:trPr', 'w:tblHeader');
    const empty: CellText = { text: '', header: false };
    const before = Math.min(number(row, 'w:trPr', 'w:gridBefore') ?? 0, REACH);
    const cells: CellText[] = Array.from({ length: before }, () => empty);
    for (const cell of cellsOf(row)) {
      const merged = child(cell, 'w:tcPr', 'w:vMerge');
      const goesOn = merged !== undefined && merged.getAttribute('w:val') !== 'restart';
      const over = goesOn ? grid.at(-1)?.[cells.length] : undefined;
      const own: CellText =
        over === undefined
          ? { text: cellText(cell, around), header }
          : { ...over, of: over.of ?? over };
      const across = Math.min(number(cell, 'w:tcPr', 'w:gridSpan') ?? 1, REACH);
      cells.push(own);
      for (let i = 1; i < across; i++) cells.push({ ...own, of: own.of ?? own });
    }
    grid.push(cells);
  }
  return grid;
}

function cellText(cell: DomElement, around: Place): string {
  const paragraphs = [...descendants(cell, 'w:p')].map((each) => readParagraph(each, around).raw);
  return collapse(paragraphs.join(' ').replaceAll(BREAK, ' '));
}

function rowsOf(table: DomElement): DomElement[] {
  return unwrapped(table, 'w:tr');
}

function cellsOf(row: DomElement): DomElement[] {
  return unwrapped(row, 'w:tc');
}

/** The children of that name, those in content controls and tracked insertions too. */
function unwrapped(element: DomElement, name: string): DomElement[] {
  return [...children(element)].flatMap((each) => {
    if (each.nodeName === name) return [each];
    const content = each.nodeName === 'w:sdt' ? child(each, 'w:sdtContent') : undefined;
    if (content !== undefined) return unwrapped(content, name);
    return /^(?:w:ins|w:moveTo|w:customXml)$/u.test(each.nodeName) ? unwrapped(each, name) : [];
  });
}

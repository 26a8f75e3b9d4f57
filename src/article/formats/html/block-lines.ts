import { type Span, span } from '../../../util/span.ts';
import type { Markup } from '../../text/lines.ts';
import type { TextBuilder } from '../common/reading-builder.ts';
import { describeRows, type GridCell, type GridRow } from '../common/table.ts';
import type { Block } from './blocks.ts';
import type { CellText, TableText } from './html-table.ts';

/** Stands between the cells of a row. */
const BAR = ' | ';

/** Adds a block of a page as lines; `outside` is what all of them are where it is not of the article. */
export function addBlock(builder: TextBuilder, block: Block, outside?: Markup): void {
  if (block.kind === 'table') {
    addTable(builder, block.table, { outside });
    return;
  }
  const { lines, level, caption } = block;
  const markup = outside ?? markupOf(level, caption);
  for (const [i, line] of lines.entries()) builder.add(line, { markup, joins: i > 0 });
}

function markupOf(level: number | undefined, caption: boolean): Markup {
  if (caption) return { kind: 'furniture', rule: 'caption' };
  return level === undefined ? { kind: 'text' } : { kind: 'heading', level };
}

/** Adds a table as a line a row; `page` as in `Line`. */
export function addTable(
  builder: TextBuilder,
  { caption, rows }: TableText,
  { outside, page }: { readonly outside?: Markup | undefined; readonly page?: number } = {},
): void {
  builder.add(caption, { markup: outside ?? { kind: 'header' } });
  const above = builder.lines.slice(-2);
  const first = builder.lines.length;
  const places = new Map<CellText, Span>();
  const grid = rows.flatMap((row) => addRow(builder, row, places, page) ?? []);
  for (const [i, { header, row }] of describeRows(builder.text, grid, above).entries())
    builder.mark(first + i, outside ?? (header ? { kind: 'header' } : { kind: 'row', row }));
}

/**
 * Adds a row as a line, its cells set apart by bars; undefined where it says nothing of its own.
 * `places` tells where each cell of the table stands, for those that reach into further rows.
 */
function addRow(
  builder: TextBuilder,
  row: readonly CellText[],
  places: Map<CellText, Span>,
  page: number | undefined,
): GridRow | undefined {
  const own = row.filter(({ of }) => of === undefined);
  const line = own.map(({ text }) => text).join(BAR);
  if (!own.some(({ text }) => text !== '')) return undefined;
  const start = builder.add(line, page === undefined ? {} : { page });
  if (start === undefined) return undefined;
  let at = start - (line.length - line.trimStart().length);
  for (const cell of own) {
    if (cell.text !== '') places.set(cell, span(at, at + cell.text.length));
    at += cell.text.length + BAR.length;
  }
  const cells = row.map((cell): GridCell => {
    const { header, of } = cell;
    return { span: places.get(of ?? cell), header, repeated: of !== undefined };
  });
  return { span: span(start, start + line.trim().length), cells };
}

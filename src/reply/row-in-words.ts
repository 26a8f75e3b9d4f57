import type { Article, Paragraph } from '../article/article.ts';
import { type Span, slice } from '../util/span.ts';
import type { Passage, PassageCell } from './reply.ts';

/** Stands between the cells of a row. */
const BETWEEN = '｜';
/** Stands between a head and its cell. */
const BEHIND_HEAD = '：';

type Ranges = readonly (readonly [start: number, end: number])[];

/**
 * A row of a table as people can read it, each cell behind the heads above it: 球队：松江｜胜：7. Heads
 * and cells are the article's own characters; `highlights` are in units of the passage's text, and come
 * back in those of the row's. Undefined where the passage is no row below heads.
 */
export function rowInWords(
  { cells, start: from }: Pick<Passage, 'cells' | 'start'>,
  highlights: Ranges = [],
): { readonly text: string; readonly highlights: Ranges } | undefined {
  if (cells === undefined) return undefined;
  let text = '';
  const marked: [number, number][] = [];
  for (const { heads, text: cell, start, end } of cells) {
    if (text !== '') text += BETWEEN;
    if (heads.length > 0) text += `${heads.join(' ')}${BEHIND_HEAD}`;
    for (const [first, last] of highlights) {
      const [inside, until] = [Math.max(first, start - from), Math.min(last, end - from)];
      const shift = text.length - (start - from);
      if (inside < until) marked.push([inside + shift, until + shift]);
    }
    text += cell;
  }
  return { text, highlights: marked };
}

/** A passage as it is shown by itself. */
export function passageInWords(passage: Passage): string {
  return rowInWords(passage)?.text ?? passage.text;
}

/** The cells of a row below heads, those that reach into it first; undefined of any other paragraph. */
export function cellsOf({ text }: Article, { row }: Paragraph): readonly PassageCell[] | undefined {
  if (row === undefined || row.cells.every(({ above }) => above.length === 0)) return undefined;
  const cell = (at: Span, above: readonly Span[]): PassageCell => ({
    heads: above.map((head) => slice(text, head)),
    text: slice(text, at),
    start: at.start,
    end: at.end,
  });
  const own = new Set(row.cells.map(({ span: at }) => at.start));
  const reaching = new Map(
    row.cells
      .flatMap(({ beside }) => beside)
      .filter((at) => !own.has(at.start))
      .map((at) => [at.start, at]),
  );
  return [
    ...[...reaching.values()].map((at) => cell(at, [])),
    ...row.cells.map(({ span: at, above }) => cell(at, above)),
  ];
}

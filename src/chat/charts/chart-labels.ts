import type { Figure } from '../../figures/parts/figure.ts';
import type { Series } from './chart.ts';

/** Pixels of a text: a Chinese character is as wide as it is high, a Latin one a little more than half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((all, char) => all + (char > '\u2e80' ? 1 : 0.58) * size, 0);
}

/** Lines of a text where it is broken at the end of its room. */
export function linesOf(text: string, size: number, room: number): number {
  return Math.max(Math.ceil(widthOf(text, size) / room), 1);
}

/** A name in lines of much the same length; one with spaces breaks there. */
export function balanced(name: string, size: number, room: number): string {
  const lines = linesOf(name, size, room);
  if (lines === 1 || name.includes(' ')) return name;
  const characters = [...name];
  const most = Math.ceil(characters.length / lines);
  return Array.from({ length: lines }, (_, i) =>
    characters.slice(i * most, (i + 1) * most).join(''),
  ).join('\n');
}

/** A source of more than one line, with its date in a line of its own. */
export function linesOfSource(source: string, size: number, room: number): readonly string[] {
  if (widthOf(source, size) <= room) return [source];
  const [, title = source, date] = /^(.*?) ?([（(][^（(]*)$/.exec(source) ?? [];
  return date === undefined ? [title] : [title, date];
}

/** The sides of the first and the second of two lines on which their labels stand. */
export const SIDES = ['above', 'below'] as const;

/**
 * Where the label of each mark stands, so that the line to its neighbours does not run through it:
 * outside of a turn; above a rising line to the left, below it to the right.
 * @param side `both`: in turn above and below; `free`: above, but where a line begins or ends on the
 *   side that it leaves free
 */
export function labelPlaces(
  marks: Series['marks'],
  side: (typeof SIDES)[number] | 'both' | 'free',
) {
  let wasBelow = false;
  return marks.map((mark, at) => {
    const [before, after] = [marks[at - 1], marks[at + 1]];
    if (mark === undefined) return {};
    const came = Math.sign(mark.value - (before?.value ?? mark.value));
    const goes = Math.sign((after?.value ?? mark.value) - mark.value);
    const slope = came || goes;
    const isTurn = came * goes < 0;
    const isFixed = side === 'above' || side === 'below';
    const usual = side === 'below' || (side === 'both' && !wasBelow);
    const isEnd = before === undefined || after === undefined;
    const free = before === undefined ? goes > 0 : came < 0;
    const isBelow = isFixed ? usual : isTurn ? came < 0 : isEnd && slope !== 0 ? free : usual;
    wasBelow = isBelow;
    const position = isBelow ? ('bottom' as const) : ('top' as const);
    const toLeft = slope > 0 !== isBelow;
    // beside the axis there is no room to the left, nor at the other edge to the right
    const isBesideEdge = toLeft ? before === undefined : after === undefined;
    if (slope === 0 || isTurn || isBesideEdge) return { position };
    return { position, align: toLeft ? ('right' as const) : ('left' as const) };
  });
}

/** All marks where they are no more than there is room for; or the first, last, highest and lowest. */
export function labelledOf(marks: Series['marks'], most: number): ReadonlySet<Figure> {
  const figures = marks.filter((figure) => figure !== undefined);
  if (marks.length <= most) return new Set(figures);
  const byValue = figures.toSorted((a, b) => a.value - b.value);
  return new Set(
    [figures.slice(0, 1), figures.slice(-1), byValue.slice(0, 1), byValue.slice(-1)].flat(),
  );
}

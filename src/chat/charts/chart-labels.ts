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

/** Where the label of a mark stands; its text begins or ends there, or is centred. */
export interface LabelPlace {
  readonly position: 'top' | 'bottom';
  readonly align?: 'left' | 'right' | 'center';
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
): (LabelPlace | undefined)[] {
  let wasBelow = false;
  return marks.map((mark, at): LabelPlace | undefined => {
    const [before, after] = [marks[at - 1], marks[at + 1]];
    if (mark === undefined) return undefined;
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
    const position = isBelow ? 'bottom' : 'top';
    const toLeft = slope > 0 !== isBelow;
    // where a line begins and ends, no part of it is on the outer side
    const isOutside = toLeft ? before === undefined : after === undefined;
    if (slope === 0 || isTurn || isOutside) return { position };
    return { position, align: toLeft ? 'right' : 'left' };
  });
}

/** How near to a labelled mark, as a share of all, another one of many is not labelled. */
const NEAR = 0.08;

/**
 * All marks where they are no more than there is room for; of more the highest, the lowest, the last
 * and the first, as far as they stand apart.
 */
export function labelledOf(marks: Series['marks'], most: number): ReadonlySet<Figure> {
  const figures = marks.filter((figure) => figure !== undefined);
  if (marks.length <= most) return new Set(figures);
  const byValue = figures.toSorted((a, b) => a.value - b.value);
  const telling = [byValue.at(-1), byValue[0], figures.at(-1), figures[0]];
  const places: number[] = [];
  for (const figure of telling) {
    const place = marks.indexOf(figure);
    const isApart = places.every((other) => Math.abs(place - other) > NEAR * marks.length);
    if (figure !== undefined && isApart) places.push(place);
  }
  return new Set(places.flatMap((place) => marks[place] ?? []));
}

/** Pixels of the widest text of some marks. */
export function widestOf(marks: Series['marks'], size: number): number {
  return Math.max(...marks.map((figure) => (figure ? widthOf(figure.text, size) : 0)), 0);
}
